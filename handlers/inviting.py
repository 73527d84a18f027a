"""After the release: who is accepted, opened one by one by approvers; a place that became free, and who is on the waiting list for it."""

from bot.context import Context
from bot.courses.accepted import CONTACT, OPENED, Contact, Place
from bot.i18n import NAMES
from bot.replies import Button, Choice, Heading, Lines, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import reviewing, selectcards
from handlers.cards import rows
from handlers.selectcards import LIST, STAFF

_PAGE = 20  # buttons of numbers, two a row
_ANSWERS = ("country", "region", "languages", "access")  # what matters for inviting somebody; all else stands in the file


async def accepted(context: Context, _member: Member, arguments: tuple[str, ...]) -> None:
    """List who is accepted and was told, without names, and how many places are left."""
    course, page = (*arguments, "", "")[:2]
    roll = await context.services.accepted.of(course)
    places, first = roll.places, 0
    if page.isdecimal() and len(page) < 4 and int(page) * _PAGE < len(places):
        first = int(page) * _PAGE
    shown = list(enumerate(places[first : first + _PAGE], first + 1))
    buttons = rows(Button(_label(place, one, context), f"J:i:{one.interest_id}") for place, one in shown)
    turn = (*((Button(Say("button-previous"), f"J:m:{course}:{first // _PAGE - 1}"),) if first else ()),
            *((Button(Say("button-next"), f"J:m:{course}:{first // _PAGE + 1}"),) if first + _PAGE < len(places) else ()))
    waiting = ((Button(Say("button-waiting-list"), f"J:w:{course}"),),) if roll.waiting else ()
    counts = Say("accepted-counts", {"count": str(len(places)), "seats": "–" if roll.seats is None else str(roll.seats), "waiting": str(roll.waiting)})
    parts = (Heading(await selectcards.title(context, course, context.language)), Say("accepted-list" if places else "accepted-none"), counts)
    await context.put(Reply(context.language, parts, (*buttons, turn, *waiting, (Button(Say("button-selecting-course"), f"J:c:{course}"), LIST))))


async def contact(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show name and contact of one who is accepted; that they were opened is in the audit trail first."""
    found = await context.services.accepted.open((*arguments, "")[0], member.id)
    if found is None:
        await context.put(selectcards.said("decide-gone", context.language))
        return
    back = ((Button(Say("button-accepted"), f"J:m:{found.course_id}"), Button(Say("button-selecting-course"), f"J:c:{found.course_id}")), (LIST, STAFF))
    await context.put(Reply(context.language, (*await _fields(found, context), Say("accepted-noted")), back))
    await reviewing.watch(context, member, OPENED)


async def place_free(course_id: str, context: Context) -> None:
    """Tell who decides that somebody who was accepted withdrew; not who."""
    for one in await context.services.staff.contacts(Right.DECIDE):
        said = Say("place-free", {"course": await selectcards.title(context, course_id, one.language)})
        below = ((Button(Say("button-waiting-list"), f"J:w:{course_id}"),), (Button(Say("button-accepted"), f"J:m:{course_id}"),))
        await context.services.deliver(one.chat_id, Reply(one.language, (said,), below))


async def _fields(found: Contact, context: Context) -> tuple[Part, ...]:
    if not found.contact:
        return (Say("review-damaged"),)
    parts: list[Part] = [Say("accepted-one", {"language": Choice(found.language)})]
    parts += [Lines((Say(f"accepted-{name}"), _value(name, found.contact[name]))) for name in CONTACT if found.contact[name]]
    country = await selectcards.country(context, found.answers.get("country", ""))
    parts += [Lines((Say(f"review-answer-{name}"), selectcards.answer(name, country if name == "country" else found.answers[name], context)))
              for name in _ANSWERS if name in found.answers]
    return tuple(parts)


def _value(name: str, text: str) -> Say:
    if name == "reach" and text in selectcards.REACHES:
        return Say(f"button-interest-reach-{text}")
    if name == "share":
        return Say("accepted-may-share" if text in ("yes", "True") else "accepted-may-not-share")
    return Say("review-reason", {"text": text})


def _label(place: int, one: Place, context: Context) -> str:
    return " · ".join(filter(None, (f"{place}.", selectcards.region(one.region, context), NAMES.get(one.language, one.language))))
