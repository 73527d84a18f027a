"""The letters of a course: writing them, asking for their release with the decisions, and releasing as a second person."""

from bot.broadcasts.letters import Answer, Round, Step
from bot.context import Context
from bot.courses.decisions import Move
from bot.courses.letters import LONGEST, Outcome, Verdict
from bot.i18n import LANGUAGES, listed
from bot.replies import Button, Choice, Lines, Part, Reply, Say, Typed
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import forms, selectcards, tellstaff
from handlers.deciding import OUTCOMES
from handlers.selectcards import LIST

_MARK = 16  # hexadecimal digits of the hash in a button: 64 bits
_CUT = "cut"  # a letter was too long, and what follows may be the rest of it
_LETTERS = {outcome: letter for letter, outcome in OUTCOMES.items()}


async def letters(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """List the nine letters, and which of them are written."""
    course = (*arguments, "")[0]
    saved = await context.services.letters.of(course)
    rows = tuple(tuple(Button(_name(outcome, language, saved=(outcome, language) in saved), f"J:e:{_LETTERS[outcome]}:{language}:{course}")
                       for language in LANGUAGES) for outcome in Outcome)
    await context.put(Reply(context.language, (Say("letters"),), (*rows, (_to(course), LIST))))


async def letter(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a letter as its reader will see it; one that nobody wrote yet, the text to begin with."""
    outcome, language, course = _address(arguments)
    if outcome is None:
        return
    await _preview(context, outcome, language, course)


async def type_letter(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show the text as it is typed, and take the next message as the new one."""
    outcome, language, course = _address(arguments)
    if outcome is None:
        return
    service = context.services.letters
    text = (await service.of(course)).get((outcome, language)) or service.default(outcome, language)
    forms.expect(context, f"{forms.LETTER}:{_LETTERS[outcome]}:{language}:{course}")
    back = Button(Say("button-back"), f"J:e:{_LETTERS[outcome]}:{language}:{course}")
    how = Say("letter-type", {"language": Choice(language), "most": str(LONGEST)})
    await context.say(Reply(context.language, (how, Say("letter-text", {"text": text})), ((back,),)))


async def take_default(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Save the text to begin with as it is."""
    outcome, language, course = _address(arguments)
    if outcome is not None:
        await _write(context, member, outcome, language, course, context.services.letters.default(outcome, language))


async def take_letter(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Save a typed letter; after one that was too long, only a new tap takes another: phones cut a long text in pieces."""
    cut = arguments[:1] == (_CUT,)
    outcome, language, course = _address(arguments[1:] if cut else arguments)
    if cut and outcome is not None:
        await context.put(_again("letter-cut", outcome, language, course, context.language))
    elif outcome is not None:
        await _write(context, member, outcome, language, course, context.text)


async def ready(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show what a release would come to, and offer to ask for it."""
    course = (*arguments, "")[0]
    found, ask = await context.services.letter_releases.look(course)
    waiting = (Say("letters-already-asked"),) if ask else ()
    button = ((Button(Say("button-letters-ask-now"), f"J:A:{course}:{found.hash[:_MARK]}"),),) if found.hash else ()
    stopped = await context.services.broadcasts.stopped_letters(course)
    said = (Say("letters-stopped"),) if stopped else ()
    rest = tuple((Button(Say("button-letters-stopped", {"rule": Choice(one.content.segment.include[0].by)}), f"V:l:{one.id}"),) for one in stopped)
    await context.put(Reply(context.language, (*_state(found, context), *waiting, *said), (*button, *rest, (_to(course), LIST))))


async def ask(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Ask for the release, and tell those who may give it."""
    course, shown = (*arguments, "", "")[:2]
    answer = await context.services.letter_releases.ask(course, member.id, shown, leave_undecided=True)
    if answer.step is not Step.DONE:
        await _refused(context, answer, course)
        return
    await context.put(Reply(context.language, (Say("letters-asked"), *_state(answer.round, context)), ((_to(course), LIST),)))
    for one in await context.services.staff.contacts(Right.RELEASE):
        if one.id != member.id:
            wanted = Say("letters-wanted", {"course": await selectcards.title(context, course, one.language)})
            reply = Reply(one.language, (wanted,), ((Button(Say("button-letters-release"), f"J:r:{course}"),),))
            await context.services.deliver(one.chat_id, reply)


async def read(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show the second person every letter, then what the release comes to."""
    course = (*arguments, "")[0]
    found, wish = await context.services.letter_releases.look(course)
    if wish is None or found.hash != wish.mark:
        await context.put(Reply(context.language, (Say("letters-nobody-asked" if wish is None else "letters-changed"),), ((_to(course), LIST),)))
        return
    for outcome, content in found.contents.items():
        for language in (one for one in LANGUAGES if one in content.texts):
            head = Say("letter-count", {**_which(outcome, language), "count": found.letters.get((outcome, language), 0)})
            await context.say(Reply(context.language, (head, Typed(content.texts[language], language))))
    button = (Button(Say("button-letters-release-now"), f"J:R:{course}:{found.hash[:_MARK]}"),)
    await context.say(Reply(context.language, (*_state(found, context), Say("letters-release-means")), (button, (_to(course), LIST))))


async def release(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Release decisions and letters, as a second person."""
    course, shown = (*arguments, "", "")[:2]
    answer = await context.services.letter_releases.release(course, member.id, shown)
    if answer.step is Step.DONE:
        await context.put(Reply(context.language, (Say("letters-released", {"count": answer.round.state.told}),), ((_to(course), LIST),)))
    else:
        await _refused(context, answer, course)
    if answer.step in (Step.DONE, Step.NOBODY_ASKED):  # killed after the release, the tap comes again and finds nothing asked for
        await tellstaff.letters_released(context, member, course)


async def _write(context: Context, member: Member, outcome: Outcome, language: str, course: str, text: str) -> None:
    written = await context.services.letters.write(course, outcome, language, text)
    if written.verdict is Verdict.TOO_LONG:
        forms.expect(context, f"{forms.LETTER}:{_CUT}:{_LETTERS[outcome]}:{language}:{course}")
        await context.put(_again("letter-too-long", outcome, language, course, context.language, most=str(LONGEST)))
        return
    if written.verdict is not Verdict.SAVED:
        back = Button(Say("button-back"), f"J:e:{_LETTERS[outcome]}:{language}:{course}")
        said = Say(f"letter-{written.verdict}", {"name": written.variable, "most": str(LONGEST)})
        await context.put(Reply(context.language, (said,), ((back, _to(course)),)))
        return
    forms.leave(context, *forms.SELECTION)
    await context.services.audit.add(member.id, "letter-written", course)
    await _preview(context, outcome, language, course)


async def _preview(context: Context, outcome: Outcome, language: str, course: str) -> None:
    service, address = context.services.letters, f"{_LETTERS[outcome]}:{language}:{course}"
    saved = await service.preview(course, outcome, language)
    shown = saved or await service.preview(course, outcome, language, service.default(outcome, language))
    if shown is None:
        await context.put(selectcards.said("decide-gone", context.language))
        return
    offered = (*(() if saved else (("button-letter-default", f"J:z:{address}"),)), ("button-letter-type", f"J:t:{address}"),
               ("button-letters", f"J:l:{course}"), ("button-selecting-course", f"J:c:{course}"))
    rows = tuple((Button(Say(label), action),) for label, action in offered)
    head = Lines((Say("letter-name", _which(outcome, language)), Say("letter-saved" if saved else "letter-not-saved")))
    await context.put(Reply(context.language, (head, Typed(shown.text, language)), rows))


def _again(key: str, outcome: Outcome, language: str, course: str, reader: str, **values: object) -> Reply:
    """Refuse a text, and offer to write it anew."""
    return Reply(reader, (Say(key, values),), ((Button(Say("button-letter-type"), f"J:t:{_LETTERS[outcome]}:{language}:{course}"),), (_to(course),)))


async def _refused(context: Context, answer: Answer, course: str) -> None:
    said = _state(answer.round, context) if answer.step is Step.REFUSED else (Say(f"letters-{answer.step}"),)
    await context.put(Reply(context.language, said, ((_to(course), LIST),)))


def _state(found: Round, context: Context) -> tuple[Part, ...]:
    """Say what a release would come to, or what is missing for it."""
    state = found.state
    parts: list[Part] = []
    match state.move:
        case Move.DONE:
            parts.append(Say("letters-ready", {"count": state.told, **{one.value: str(found.told.get(one, 0)) for one in Outcome}}))
        case Move.LETTERS:
            named = (context.services.words.text(context.language, "letter-name", _which(outcome, language)) for outcome, language in state.missing)
            parts.append(Say("letters-missing", {"text": listed(named, context.language)}))
        case move:
            parts.append(Say(f"letters-{move}"))
    if state.undecided:
        parts.append(Say("letters-left", {"count": str(state.undecided)}))
    return tuple(parts)


def _name(outcome: Outcome, language: str, *, saved: bool) -> Say:
    return Say(f"button-letter-{outcome}", {"saved": "yes" if saved else "no", "language": language.upper()})


def _which(outcome: Outcome, language: str) -> dict[str, Choice]:
    return {"outcome": Choice(outcome), "language": Choice(language)}


def _to(course: str) -> Button:
    return Button(Say("button-selecting-course"), f"J:c:{course}")


def _address(arguments: tuple[str, ...]) -> tuple[Outcome | None, str, str]:
    letter, language, course = (*arguments, "", "", "")[:3]
    return (OUTCOMES.get(letter) if language in LANGUAGES else None), language, course
