"""My expressions of interest: the list, one of them with its state, changing it, withdrawing it; and the receipt after sending."""

from telegram import Update

from bot.context import Context
from bot.courses.drafts import Draft
from bot.courses.interests import OPEN_STATES, Interest, Outcome, Sending
from bot.courses.letters import Outcome as Decision
from bot.i18n import day
from bot.replies import Button, Heading, Lines, Part, Reply, Say, Typed
from handlers import arrival, cards, coursecards, inviting, questions


async def press(_update: Update, context: Context) -> None:
    """Show the list, one of them, or withdraw it; an old button shows the list."""
    interests, person = context.services.interests, context.person
    match context.action.arguments:
        case ("see", number) if (found := await interests.get(person.id, number)) is not None:
            await context.show(await detail(found, context))
        case ("w", number) if (found := await interests.get(person.id, number)) is not None:
            await context.show(_withdraw(found, context.language))
        case ("W", number):
            found = await interests.get(person.id, number)
            await interests.withdraw(person.id, number)
            if found is not None and found.state == Decision.ACCEPTED:  # told so: before the release it has another state
                await inviting.place_free(found.course_id, context)
            await context.show(Reply(context.language, (Say("interest-withdrawn"),), ((questions.CLEAR,), (questions.MINE,), (cards.MENU,))))
        case _:
            await context.show(await _everything(context))


async def detail(interest: Interest, context: Context) -> Reply:
    """Show one: the course, its state in plain words, the reference code, the letter once it is decided, what can be done and until when."""
    course = await context.services.courses.get(interest.course_id)
    language = context.language
    parts: list[Part] = [
        Heading(course.text(language).title if course else interest.course_id), Say(f"interest-state-{interest.state}"),
        Say("interest-code", {"code": interest.code, "date": day(interest.sent_on, language)})]
    open_still = course is not None and course.takes_interests(context.services.now()) and interest.state in OPEN_STATES
    if course is not None and open_still:
        parts.append(coursecards.closing(course, await arrival.look(context)))
    letter = await context.services.letters.letter_for(context.person.id, interest.course_id) if interest.state not in OPEN_STATES else None
    if letter is not None:  # it may have been cleared from the chat, or have come while the phone was away
        parts.append(Typed(letter.text))
    change = ((Button(Say("button-interest-edit"), f"i:edit:{interest.id}"),),) if open_still else ()
    return Reply(language, tuple(parts), (*change, (Button(Say("button-interest-withdraw"), f"i:w:{interest.id}"),), (questions.MINE, cards.MENU)))


async def in_the_way(course_id: str, context: Context) -> Reply | None:
    """Return what keeps the person from beginning a new one for a course: it was sent, takes nobody now, or they sent too many; None for nothing."""
    services, language = context.services, context.language
    course = await services.courses.get(course_id)
    sent = next((one for one in await services.interests.mine(context.person.id) if one.course_id == course_id), None)
    if sent is not None:
        return await detail(sent, context)
    if course is None or not course.takes_interests(services.now()):
        return Reply(language, (Say("interest-course-closed"),), ((questions.MINE,), (cards.MENU,)))
    if not await services.interests.may_begin(context.person.id):
        return Reply(language, (Say("interest-too-many"),), ((questions.MINE,), (cards.MENU,)))
    return None


async def which(draft: Draft, course_id: str, context: Context) -> Reply:
    """Ask whether to go on with the form that is open, or to discard it for another course."""
    course = await context.services.courses.get(draft.course_id)
    title = course.text(context.language).title if course else draft.course_id
    over = Button(Say("button-interest-over"), f"i:over:{course_id}")
    return Reply(context.language, (Say("interest-which", {"name": title}),), ((questions.CONTINUE,), (over,), (cards.MENU,)))


def receipt(sending: Sending, language: str) -> Reply:
    """Say that it was sent: the code, what happens next, and that the chat can be cleared now. Nothing of what was written."""
    code = sending.interest.code if sending.interest else ""
    parts = (Say("interest-changed" if sending.outcome is Outcome.CHANGED else "interest-sent", {"code": code}), Say("interest-next"), Say("interest-clear"))
    return Reply(language, parts, ((questions.CLEAR,), (questions.MINE,), (cards.MENU,)))


def _withdraw(interest: Interest, language: str) -> Reply:
    rows = ((Button(Say("button-interest-withdraw-no"), f"i:see:{interest.id}"),), (Button(Say("button-interest-withdraw-yes"), f"i:W:{interest.id}"),))
    return Reply(language, (Say("interest-withdraw"),), rows)


async def _everything(context: Context) -> Reply:
    services, language = context.services, context.language
    draft = await services.drafts.get(context.person.id)
    sent = await services.interests.mine(context.person.id)
    parts: list[Part] = [Say("interest-mine" if sent or draft else "interest-mine-none")]
    rows: list[tuple[Button, ...]] = [(questions.CONTINUE,), (questions.DISCARD,)] if draft else []
    if draft:
        parts.append(Say("interest-draft"))
    for one in sent:
        course = await services.courses.get(one.course_id)
        title = course.text(language).title if course else one.course_id
        parts.append(Lines((Heading(title), Say(f"interest-state-{one.state}"))))
        rows.append((Button(title, f"i:see:{one.id}"),))
    return Reply(language, tuple(parts), (*rows, (cards.MENU,)))
