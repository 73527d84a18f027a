"""Editors move courses: open, close, decided, archive, back to draft; and the link to spread. Opening is asked once more."""

import asyncio

from bot.context import Context
from bot.courses import links
from bot.courses.catalogue import Course, State
from bot.courses.publishing import DeadlinePast, NoSuchCourse
from bot.replies import Button, Heading, Reply, Say
from bot.staff.service import Member
from handlers import coursecards
from handlers.arrival import look
from handlers.cards import MENU, rows
from handlers.staff import BACK

_PAGE = 8  # courses on a page of buttons
# From each state, those that staff may choose; dates move a course as well.
_MOVES: dict[State, tuple[State, ...]] = {
    State.DRAFT: (State.OPEN, State.ARCHIVED), State.OPEN: (State.CLOSED, State.DRAFT), State.CLOSED: (State.OPEN, State.DECIDED, State.DRAFT),
    State.DECIDED: (State.ARCHIVED, State.CLOSED), State.ARCHIVED: (State.DRAFT,),
}


async def listed(context: Context, _member: Member, arguments: tuple[str, ...]) -> None:
    """List all courses with their state, drafts first and the archive last; the argument is the page."""
    order = list(_MOVES)
    found = sorted(await context.services.publishing.every(), key=lambda one: order.index(one.state))
    number = (*arguments, "0")[0]
    first = _PAGE * int(number) if number.isdecimal() and len(number) < 4 else 0
    shown = found[first : first + _PAGE]
    buttons = tuple((Button(f"{context.words(f'course-named-{one.state}')}: {one.text(context.language).title}", f"S:C:{one.id}"),) for one in shown)
    steps = tuple(Button(Say(label), f"S:c:{page}") for label, page, there in (
        ("button-previous", first // _PAGE - 1, first > 0), ("button-next", first // _PAGE + 1, first + _PAGE < len(found))) if there)
    await context.show(Reply(context.language, (Say("course-staff" if shown else "course-staff-none"),), (*buttons, steps, (BACK, MENU))))


async def one(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a course with the states it may be moved to; or do what the second argument says."""
    course_id, wish = (*arguments, "", "")[:2]
    course = await context.services.courses.get(course_id)
    if course is None:
        await listed(context, member, ())
    elif wish == "link":
        await _share(context, course)
    elif wish == "ask":
        yes = Button(Say("button-course-open-yes"), f"S:C:{course.id}:{State.OPEN}")
        await context.show(Reply(context.language, (Heading(course.text(context.language).title), Say("course-open-ask")), ((yes,), _back(course))))
    elif wish in _MOVES[course.state]:
        await _move(context, member, course, State(wish))
    else:
        await _show(context, course)


async def _move(context: Context, member: Member, course: Course, state: State) -> None:
    """Move it; the entry in the trail comes first: what nobody could see afterwards is not done."""
    await context.services.audit.add(member.id, f"course-{state}", course.id)
    try:
        moved = await context.services.publishing.set_state(course.id, state)
    except DeadlinePast:
        await context.show(Reply(context.language, (Heading(course.text(context.language).title), Say("course-not-opened")), (_back(course),)))
    except NoSuchCourse:
        await listed(context, member, ())
    else:
        await _show(context, moved, "course-moved")


async def _show(context: Context, course: Course, done: str = "") -> None:
    state = Say("course-staff-state", {"state": context.words(f"course-state-{course.state}")})
    parts = (Heading(course.text(context.language).title), *((Say(done),) if done else ()), state)
    moves = rows(Button(Say(f"button-course-to-{to}"), f"S:C:{course.id}:{'ask' if to is State.OPEN else to}") for to in _MOVES[course.state])
    link = ((Button(Say("button-course-link"), f"S:C:{course.id}:link"),),) if course.public else ()
    await context.show(Reply(context.language, parts, (*moves, *link, (Button(Say("button-back"), "S:c"), BACK))))


async def _share(context: Context, course: Course) -> None:
    """Send what can be sent on: the link as text, and as a picture."""
    address = links.Link(course.id).address(context.bot.username)
    await context.say(coursecards.shared(course, address, await look(context)))
    await context.send_picture("link.png", await asyncio.to_thread(links.picture, address), Say("course-qr"), context.language)


def _back(course: Course) -> tuple[Button, ...]:
    return (Button(Say("button-back"), f"S:C:{course.id}"), BACK)
