"""Courses and consultations: the list and its filters, a course and its sections, sharing it. Verb "o"; being told of new ones is `telling`."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.courses import links
from bot.courses.catalogue import ANY, Course, Wanted, wanted
from bot.replies import Reply, Say
from handlers import coursecards, telling
from handlers.arrival import look

Answer = Callable[[Reply], Awaitable[object]]
_PICTURE = "link.png"  # on purpose says nothing of what it is about


async def courses(_update: Update, context: Context) -> None:
    """Do what a button of the courses says; a command, or a button of another release, brings the list."""
    match context.action.arguments:
        case ("l", code, *rest):
            await _list(wanted(code), (*rest, "0")[0], context)
        case ("f", ("l" | "t") as back, letter, code) if letter in coursecards.FACETS:
            await context.put(coursecards.values(coursecards.FACETS[letter], wanted(code), back, await look(context)))
        case ("c", course_id):  # below an announcement, which stays readable
            await _course(course_id, "", ANY, context, context.say)
        case ("c", course_id, code):
            await _course(course_id, "", wanted(code), context)
        case ("s", letter, course_id, code):
            await _course(course_id, letter, wanted(code), context)
        case ("h", course_id):
            await _share(course_id, context)
        case ("t" | "T" | "n" | "x" | "a", *_):
            await telling.telling(context)
        case _:
            await _list(ANY, "0", context)


async def _list(chosen: Wanted, number: str, context: Context) -> None:
    page = await context.services.courses.page(chosen, int(number) if number.isdecimal() and len(number) < 4 else 0)
    await context.put(coursecards.listing(page, chosen, await look(context)))


async def _course(course_id: str, letter: str, chosen: Wanted, context: Context, answer: Answer | None = None) -> None:
    course, answer = await context.services.courses.public(course_id), answer or context.put
    if course is None:
        await answer(await _gone(context))
        return
    seen = await look(context)
    await answer(coursecards.section(course, letter, seen, chosen.code) if letter else coursecards.card(course, seen, chosen.code))


async def _share(course_id: str, context: Context) -> None:
    """Send the link as text and as a picture, below the card: both can be sent on."""
    course = await context.services.courses.public(course_id)
    if course is None:
        await context.put(await _gone(context))
        return
    address = _address(course, context)
    await context.say(coursecards.shared(course, address, await look(context)))
    picture = await asyncio.to_thread(links.picture, address)
    await context.send_picture(_PICTURE, picture, Say("course-qr"), context.language)


async def _gone(context: Context) -> Reply:
    """Return that the course is not here (any more), and the others."""
    page = coursecards.listing(await context.services.courses.page(), ANY, await look(context))
    return Reply(page.language, (Say("course-gone"), *page.parts), page.rows)


def _address(course: Course, context: Context) -> str:
    return links.Link(course.id).address(context.bot.username)
