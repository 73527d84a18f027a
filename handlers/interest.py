"""The form for an expression of interest: consent, questions, pause, discard, send. The service saves each answer before it is replied to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.courses.drafts import Draft
from bot.courses.form import Note
from bot.courses.interests import Outcome
from bot.courses.messages import Again, Back, Choice, Edit, Keep, Message, Onward, Skip, Text, Where
from bot.knowledge.countries import REGIONS, Countries
from bot.knowledge.outcome import Band
from bot.people.risk import is_risky
from bot.replies import Part, Reply, Say
from handlers import arrival, cards, forms, mine, questions, risky, start

_COMMANDS = ("/pause", "/cancel")  # of the form itself
_NOT_TAKEN = (Note.CHOOSE, Note.UNKNOWN, Note.WHICH, Note.EARLY, Note.EMAIL)  # what is said when a text was no answer
_LONGEST_NAME = 60  # characters of a country's name: longer texts are not looked up


async def press(update: Update, context: Context) -> None:
    """Take a button of the form, or of one's expressions of interest."""
    if context.person.understood < start.SAFETY_VERSION:  # also who blocked the bot and came back
        if context.action.arguments[:1] == ("new",):
            arrival.wish(_argument(context), context)
        await start.start(update, context)
        return
    step = STEPS.get(context.action.arguments[0]) if context.action.arguments else None
    if step is not None:
        await step(update, context)
    elif (message := await _message(context.action.arguments, context)) is not None:
        await _answered(await context.services.drafts.answer(context.person.id, message, context.update_id), context)
    else:
        await mine.press(update, context)


async def answer(update: Update, context: Context) -> None:
    """Take a text as the answer to the present question; an edited message changes nothing."""
    if update.edited_message is not None or context.message is None:
        await risky.look(context)
        await context.say(Reply(context.language, (Say("interest-edited"),), ((questions.CONTINUE,),)))
        return
    library = await context.library()
    short = len(context.text) <= _LONGEST_NAME
    places = tuple((one.code, one.region) for one in library.pathfinder.countries.search(context.text)) if library and short else ()
    danger = library is not None and library.match(context.text, context.language).band is Band.URGENT
    text = Text(context.text, context.message.message_id, places, danger)
    draft = await context.services.drafts.answer(context.person.id, text, context.update_id)
    await _answered(draft, context, await _unasked(draft, context))


async def resume(_update: Update, context: Context) -> None:
    """Go on with the form where it was left, on any phone."""
    draft = await context.services.drafts.get(context.person.id)
    await _answered(draft.anew() if draft else None, context)


async def pause(_update: Update, context: Context) -> None:
    """Leave the form as it is: texts are questions again."""
    draft = await context.services.drafts.get(context.person.id)
    if draft is None:
        await _none_open(context)
        return
    context.remember(replace(context.dialog, form=""))
    await context.say(questions.paused(draft, "interest-paused", context.language))


async def cancel(_update: Update, context: Context) -> None:
    """Erase the form at once; without one it says the same."""
    await context.services.interests.discard(context.person.id)
    context.remember(replace(context.dialog, form=""))
    await context.say(Reply(context.language, (Say("interest-discarded"),), ((questions.CLEAR,), (questions.MINE,), (cards.MENU,))))


async def set_aside(_update: Update, context: Context) -> None:
    """Something else was asked for while a form is open: it waits, so that the next text is no answer by mistake."""
    if context.dialog.form != forms.INTEREST or (context.query is None and context.text.split("@")[0].split(" ")[0].lower() in _COMMANDS):
        return
    context.remember(replace(context.dialog, form=""))
    draft = await context.services.drafts.get(context.person.id)
    if draft is not None:
        await context.add(questions.paused(draft, "interest-set-aside", context.language))


async def _offer(_update: Update, context: Context) -> None:
    """Consent first; before it, what stands in the way: one that was sent, a deadline, too many, and last the form of another course."""
    course_id = _argument(context)
    draft = await context.services.drafts.get(context.person.id)
    if draft is not None and draft.course_id == course_id:
        await _answered(draft.anew(), context)
    elif (reply := await mine.in_the_way(course_id, context)) is not None:
        await context.say(reply)
    elif draft is not None:
        await context.say(await mine.which(draft, course_id, context))
    elif (course := await context.services.courses.get(course_id)) is not None:
        await context.say(questions.consent(course, context.language))


async def _over(update: Update, context: Context) -> None:
    """Discard the form that is open for one of another course: only when that one can begin, and never the new one itself by an old button."""
    course_id = _argument(context)
    draft = await context.services.drafts.get(context.person.id)
    if draft is not None and draft.course_id != course_id and await mine.in_the_way(course_id, context) is None:
        await context.services.interests.discard(context.person.id)
    await _offer(update, context)


async def _decline(_update: Update, context: Context) -> None:
    await context.show(Reply(context.language, (Say("interest-declined"),), ((cards.MENU,),)))


async def _begin(_update: Update, context: Context) -> None:
    """Open the form after consent: nothing is kept before it."""
    course_id = _argument(context)
    course = await context.services.courses.get(course_id)
    if course is None or not course.takes_interests(context.services.now()):
        await context.say(Reply(context.language, (Say("interest-course-closed"),), ((questions.MINE,), (cards.MENU,))))
        return
    draft = await context.services.drafts.begin(context.person.id, course, context.update_id, mark=_mark(context.dialog.link, course_id))
    if draft.course_id == course_id:
        await _answered(draft, context)
    else:
        await context.say(await mine.which(draft, course_id, context))


async def _reopen(_update: Update, context: Context) -> None:
    """Open what was sent at its review, until the deadline."""
    interest_id = _argument(context)
    draft = await context.services.interests.reopen(context.person.id, interest_id, context.update_id)
    if draft is None:
        await context.say(Reply(context.language, (Say("interest-not-editable"),), ((questions.MINE,), (cards.MENU,))))
    elif draft.interest_id == interest_id:
        await _answered(draft, context)
    else:
        await context.say(questions.paused(draft, "interest-other-open", context.language))


async def _send(_update: Update, context: Context) -> None:
    sending = await context.services.interests.send(context.person.id, _argument(context), context.language, context.update_id)
    if sending.outcome is Outcome.INCOMPLETE:
        await _answered(sending.draft, context)
    elif sending.interest is not None:
        context.remember(replace(context.dialog, form=""))
        await context.say(mine.receipt(sending, context.language))
    elif sending.draft is not None:
        context.remember(replace(context.dialog, form=""))
        await context.say(questions.paused(sending.draft, f"interest-refused-{sending.outcome.value}", context.language))
    else:
        await _none_open(context)


async def _unasked(draft: Draft | None, context: Context) -> tuple[Part, ...]:
    """A number or an address where none is asked for ("how can we reach you?" has buttons) is not kept, and leaves the chat."""
    if draft is None or draft.said.note not in _NOT_TAKEN or not is_risky(context.text):
        return ()
    removed = await context.take_away()
    return () if draft.again and not removed else (Say("interest-unasked-removed" if removed else "interest-unasked-left"),)


async def _answered(draft: Draft | None, context: Context, before: tuple[Part, ...] = ()) -> None:
    """Show the present question; a tick is set where it stands. The number of the message that asks is kept with the form."""
    if draft is None:
        await _none_open(context)
        return
    forms.expect(context, forms.INTEREST)
    if draft.said.remove:
        removed = await context.remove(draft.said.remove)
        before = () if draft.again and not removed else (Say("interest-removed" if removed else "interest-not-removed"),)
    reply = questions.question(draft, await _countries(context), context.language, before)
    if context.action.arguments[:2] == ("c", "languages") and draft.form.step == "languages":
        await context.show(reply)
        return
    number = await context.say(reply)
    if draft.again:  # shown before, to somebody who may have answered meanwhile: the question is as old as what led to it
        number = context.message.message_id if context.message else None
    if number is not None:
        context.write(context.services.drafts.asked(context.person.id, number))


async def _none_open(context: Context) -> None:
    context.remember(replace(context.dialog, form=""))
    await risky.look(context)
    await context.say(Reply(context.language, (Say("interest-none-open"),), ((questions.MINE,), (cards.MENU,))))


async def _browse(_update: Update, context: Context) -> None:
    """List the countries of a region; an old button lists nothing."""
    region, page = (*context.action.arguments, "", "", "")[1:3]
    countries = await _countries(context)
    found = countries.of_region(region, context.language)
    await context.show(questions.countries_of(found, region, int(page) if page.isdecimal() else 0, context.language))


async def _message(arguments: tuple[str, ...], context: Context) -> Message | None:
    """Return what a button answers, None for another kind of button."""
    match arguments:
        case ("c", step, value):
            return Choice(step, value)
        case ("k", step):
            return Skip(step)
        case ("b", step):
            return Back(step)
        case ("on", step):
            return Onward(step)
        case ("keep", step):
            return Keep(step)
        case ("again", step):
            return Again(step)
        case ("e", step):
            return Edit(step)
        case ("p", region) if region in REGIONS:
            return Where(("", region))
        case ("p", code):
            country = (await _countries(context)).get(code)
            return Where((country.code, country.region) if country else ("", ""))
        case _:
            return None


async def _countries(context: Context) -> Countries:
    library = await context.library()
    return library.pathfinder.countries if library else Countries()


def _mark(link: str, course_id: str) -> str:
    """Return the partner's mark of the link that led here ("c_<course>_<mark>"), "" for another link."""
    head = f"c_{course_id}_"
    return link.removeprefix(head) if link.startswith(head) else ""


def _argument(context: Context) -> str:
    """Return what a button is about: a course, an expression of interest, a region."""
    return (*context.action.arguments, "", "")[1]


STEPS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {
    "new": _offer, "yes": _begin, "no": _decline, "over": _over, "go": resume, "pause": pause, "x": cancel, "send": _send, "r": _browse, "edit": _reopen,
}
