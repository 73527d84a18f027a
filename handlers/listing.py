"""Lists of announcements, page by page: a member's own, what waits for a release, what is being sent."""

from collections.abc import Awaitable, Callable, Sequence

from bot.broadcasts.content import Broadcast, State
from bot.context import Context
from bot.naming import label
from bot.replies import Button, Reply, Say
from bot.staff.service import Member
from handlers.cards import MENU
from handlers.staff import BACK

PAGE = 8
_WAITING = (State.WAITING, State.LATE)
_NOW = (State.RELEASED, State.LATE, State.SENDING, State.PAUSED)
_Read = Callable[[int, int], Awaitable[Sequence[Broadcast]]]  # where to begin, and how many at most


async def mine(context: Context, member: Member, page: int) -> None:
    """List a member's announcements."""
    await _list(context, lambda first, limit: context.services.broadcasts.of_author(member.id, first, limit), page, ("mine", "e"))


async def waiting(context: Context, _member: Member, page: int) -> None:
    """List what waits for a release."""
    await _list(context, lambda first, limit: context.services.broadcasts.under_way(_WAITING, first, limit), page, ("wait", "r"))


async def under_way(context: Context, _member: Member, page: int) -> None:
    """List what is released or being sent."""
    await _list(context, lambda first, limit: context.services.broadcasts.under_way(_NOW, first, limit), page, ("now", "l"))


async def _list(context: Context, read: _Read, page: int, where: tuple[str, str]) -> None:
    """Show a page of announcements, a button each; a page that is empty by now is the first one."""
    name, step = where
    found = await read(page * PAGE, PAGE + 1)
    if page and not found:
        await _list(context, read, 0, where)
        return
    buttons = tuple((Button(f"{context.words(f'state-{one.state}')}: {label(one.content, context.language)}", f"V:{step}:{one.id}"),) for one in found[:PAGE])
    back = (Button(Say("button-previous"), f"V:{name}:{page - 1}"),) if page else ()
    forth = (Button(Say("button-next"), f"V:{name}:{page + 1}"),) if len(found) > PAGE else ()
    await context.put(Reply(context.language, (Say(_TITLES[name] if found else "announcement-none"),), (*buttons, (*back, *forth), (BACK, MENU))))


_TITLES = {"mine": "announcement-mine", "wait": "announcement-waiting", "now": "announcement-now"}
