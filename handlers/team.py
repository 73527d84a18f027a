"""Responders answer questions to the team, one at a time. Nobody else learns that these buttons exist."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.broadcasts.ledger import Delivery
from bot.context import Context
from bot.i18n import day
from bot.inbox.questions import Letter, Outcome, Question
from bot.inbox.text import LONGEST_ANSWER, clean
from bot.people.risk import is_risky
from bot.replies import Button, Choice, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import ask, forms, inbox, leaving, other, start
from handlers.cards import MENU

_LIST = Button(Say("button-team-questions"), "j")
_DROP = Button(Say("button-team-drop"), "j:drop")
_OUT = ((_LIST,), (MENU,))
_Step = Callable[[Member, Context], Awaitable[None]]
_DELIVERED = {Delivery.SENT: "team-delivered", Delivery.GONE: "team-left-the-bot", Delivery.UNCERTAIN: "team-uncertain"}


def rows(member: Member, _language: str) -> tuple[tuple[Button, ...], ...]:
    """Return what a member of staff may press here, for the menu of staff."""
    return ((_LIST,),) if member.may(Right.ANSWER) else ()


async def press(update: Update, context: Context) -> None:
    """Take a button of a responder; from anybody else it is like any button that is too old."""
    member = await _responder(context)
    if member is None:
        context.message = None
        await context.say(start.menu(context.language, "expired"))
        return
    step = _STEPS.get(context.action.arguments[0] if context.action.arguments else "", _first)
    if step not in (_send, _again, _drop):
        await leaving.set_aside(update, context)
    await step(member, context)


async def written(update: Update, context: Context) -> None:
    """Take a text as the answer, and show it back; whoever is no responder any more asked the guide."""
    if await _responder(context) is None:
        context.remember(forms.closed(context))
        await ask.ask(update, context)
        return
    text = clean(context.text)
    if not text or len(text) > LONGEST_ANSWER:
        said = Say("team-long", {"count": str(len(text)), "most": str(LONGEST_ANSWER)}) if text else Say("team-write-empty")
        context.remember(replace(context.dialog, pending=""))
        await context.say(Reply(context.language, (said,), ((_DROP,),)))
        return
    context.remember(replace(context.dialog, pending=text))
    send = Button(Say("button-team-send"), f"j:send:{_mark(context.dialog.subject, text, context)}")
    rows = ((send,), (Button(Say("button-inbox-again"), "j:again"),), (_DROP,))
    asked = next((one.language for one in await context.services.inbox.open_questions() if one.id == context.dialog.subject), None)
    language = (Say("team-check-language", {"language": Choice(asked)}),) if asked else ()
    await context.say(Reply(context.language, (Say("team-check"), *language, Say("inbox-text", {"text": text})), rows))


async def _first(member: Member, context: Context) -> None:
    await _show_after("", member, context)


async def _next(member: Member, context: Context) -> None:
    await _show_after(_argument(context), member, context)


async def _show_after(question_id: str, member: Member, context: Context) -> None:
    """Show the open question after one, or the first; that it was read stands in the audit trail."""
    waiting = [one.id for one in await context.services.inbox.open_questions()]
    place = (waiting.index(question_id) + 1) % len(waiting) if question_id in waiting else 0
    question = await context.services.inbox.read(waiting[place], member.id) if waiting else None
    if question is None:
        await context.show(Reply(context.language, (Say("team-none"),), _OUT))
        return
    context.shows(await context.show(_page(question, place, len(waiting), context.language)), question.about.id)


def _page(question: Question, place: int, total: int, language: str) -> Reply:
    about = question.about
    values = {"number": str(place + 1), "count": str(total), "language": Choice(about.language), "date": day(about.asked_on, language)}
    careful: tuple[Part, ...] = (Say("team-careful"),) if is_risky(question.text) else ()
    gap = Button(Say("button-team-no-gap" if about.gap else "button-team-gap"), f"j:gap:{about.id}:{0 if about.gap else 1}")
    return Reply(language, (Say("team-question", values), *careful, Say("inbox-text", {"text": question.text})), (
        (Button(Say("button-team-answer"), f"j:a:{about.id}"),), (gap,), (Button(Say("button-next"), f"j:n:{about.id}"), MENU)))


async def _answer(_member: Member, context: Context) -> None:
    """Take the next text as the answer to this question."""
    waiting = {one.id: one for one in await context.services.inbox.open_questions()}
    one = waiting.get(_argument(context))
    if one is None:
        await context.say(Reply(context.language, (Say("team-gone"),), _OUT))
        return
    context.remember(replace(forms.closed(context), form=forms.ANSWER, subject=one.id))
    await context.say(Reply(context.language, (Say("team-write", {"language": Choice(one.language), "most": str(LONGEST_ANSWER)}),), ((_DROP,),)))


async def _again(_member: Member, context: Context) -> None:
    context.remember(replace(context.dialog, pending=""))
    await context.show(Reply(context.language, (Say("team-write-again"),), ((_DROP,),)))


async def _drop(_member: Member, context: Context) -> None:
    context.remember(forms.closed(context))
    await context.show(Reply(context.language, (Say("team-left"),), _OUT))


async def _send(member: Member, context: Context) -> None:
    """Keep the answer, then deliver it: killed between the two, it is said to be uncertain, and never repeated by itself."""
    text, question_id = context.dialog.pending, context.dialog.subject
    if context.dialog.form != forms.ANSWER or not text or _argument(context) != _mark(question_id, text, context):
        if not forms.was_tapped(context):
            await context.show(Reply(context.language, (Say("team-not-this"),), _OUT))
        return
    answered = await context.services.inbox.answer(question_id, member.id, text)
    context.remember(forms.tapped(context))
    match answered.outcome:
        case Outcome.DONE:
            await _deliver(answered.letter, question_id, context)
        case Outcome.SAME:
            await _report("team-uncertain", question_id, context)
        case Outcome.TAKEN:
            await context.show(Reply(context.language, (Say("team-taken"),), _OUT))
        case Outcome.GONE:
            await context.show(Reply(context.language, (Say("team-gone"),), _OUT))


async def _deliver_again(member: Member, context: Context) -> None:
    """Send an answer once more, because its author decided so; a second tap on the same button sends nothing."""
    question_id = _argument(context)
    if forms.was_tapped(context):
        return
    letter = await context.services.inbox.letter(question_id, member.id)
    if letter is None:
        await context.show(Reply(context.language, (Say("team-gone"),), _OUT))
        return
    context.remember(forms.tapped(context))
    await _deliver(letter, question_id, context)


async def _deliver(letter: Letter | None, question_id: str, context: Context) -> None:
    """Send the letter; who left is forgotten, as after any other message."""
    services = context.services
    state = await services.deliver(letter.chat_id, inbox.answer_to(letter)) if letter else Delivery.FAILED
    if letter is not None and state is Delivery.GONE:
        context.write(*other.left(await services.people.look_up(letter.chat_id), context))
    await _report(_DELIVERED.get(state, "team-undelivered"), question_id, context)


async def _report(key: str, question_id: str, context: Context) -> None:
    again = ((Button(Say("button-team-deliver"), f"j:r:{question_id}:{_tries(context) + 1}"),),) if key in ("team-uncertain", "team-undelivered") else ()
    await context.show(Reply(context.language, (Say(key),), (*again, *_OUT)))


async def _gap(member: Member, context: Context) -> None:
    """Note that the guide lacks the answer, or take that back; then the question is shown as it was."""
    question_id, wanted = (*context.action.arguments[1:], "", "")[:2]
    await context.services.inbox.mark_gap(question_id, member.id, wanted == "1")
    said = Say("team-gap" if wanted == "1" else "team-no-gap")
    await context.say(Reply(context.language, (said,), ((Button(Say("button-next"), f"j:n:{question_id}"), _LIST),)))


async def _responder(context: Context) -> Member | None:
    member = await context.services.staff.member(context.person)
    return member if member is not None and member.may(Right.ANSWER) else None


def _argument(context: Context) -> str:
    return context.action.arguments[1] if len(context.action.arguments) > 1 else ""


def _tries(context: Context) -> int:
    """Return how often an answer was sent once more: each such button is another one."""
    number = (*context.action.arguments, "", "", "")[2]
    return int(number) if number.isdecimal() else 0


def _mark(question_id: str, text: str, context: Context) -> str:
    """Return 8 characters that bind a button to the text above it, and to the question."""
    return context.services.keys.sign(f"answer|{question_id}|{text}")


_STEPS: dict[str, _Step] = {"n": _next, "a": _answer, "again": _again, "drop": _drop, "send": _send, "r": _deliver_again, "gap": _gap}
