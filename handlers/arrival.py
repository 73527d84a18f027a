"""Who comes by a link to a course: they see it, newcomers after the safety notice. An invitation to the staff is kept the same way."""

from dataclasses import replace

from bot.context import Context
from bot.courses import links
from bot.courses.catalogue import ANY
from bot.knowledge.countries import Countries
from bot.replies import Reply
from handlers import coursecards, staff


async def look(context: Context, language: str = "") -> coursecards.Look:
    """Return what pages of courses need; countries lack their names while there is no knowledge base."""
    library = await context.library()
    services = context.services
    return coursecards.Look(services.words, language or context.language, services.now(), library.pathfinder.countries if library else Countries())


async def linked(payload: str, context: Context, language: str = "") -> Reply | None:
    """Return the course that `payload` leads to; None for any other payload, and for a course that people may not see: both look the same."""
    link = links.parse(payload)
    course = await context.services.courses.public(link.course_id) if link else None
    return coursecards.card(course, await look(context, language), ANY.code) if course else None


def keep(payload: str, context: Context) -> None:
    """Keep the link for 24 hours: until its newcomer arrives, and for the form, which notes a partner's mark with the interest."""
    if context.dialog.link != payload:
        context.remember(replace(context.dialog, link=payload))


def wish(course_id: str, context: Context) -> None:
    """Keep which course a newcomer chose from the list, so that they find it again after the safety notice; a link to it stays as it is."""
    link = links.parse(context.dialog.link)
    if link is None or link.course_id != course_id:
        keep(links.Link(course_id).payload, context)


def arrived(payload: str, context: Context) -> None:
    """Forget a link that led there, or an invitation to the staff; a link with a partner's mark stays for the form."""
    link = links.parse(payload)
    if (link and not link.mark) or staff.invites(payload):
        context.remember(replace(context.dialog, link=""))


def payload(context: Context) -> str:
    """Return what stands behind /start, "" when there is none or more than one word."""
    words = context.args or []
    return words[0] if len(words) == 1 else ""
