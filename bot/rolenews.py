"""Tells admins, by numbers, who gave or took which role, who joined and who left: at once, and again every hour until each has heard it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from bot.broadcasts.ledger import Delivery
from bot.i18n import Words, listed
from bot.replies import Button, Reply, Say
from bot.staff.audit import OPERATOR
from bot.staff.news import News, Untold

_BUTTONS = ((Button(Say("button-staff-members"), "S:p"),), (Button(Say("button-staff"), "S"),))
_HEARD = (Delivery.SENT, Delivery.GONE)  # what may not have arrived is told again: twice is better than never


def named(roles: Iterable[str], words: Words, language: str) -> str:
    """Return roles in words, without what each of them may do, in one line."""
    return listed((words.text(language, f"role-name-{role}") for role in sorted(roles)), language)


class RoleNews:
    """Tells what `news` keeps."""

    def __init__(self, news: News, words: Words, post: Callable[[int, Reply], Awaitable[Delivery]]) -> None:
        self._news = news
        self._words = words
        self._post = post
        self._telling = asyncio.Lock()  # a change and the hourly round at once would tell it twice

    async def tell(self) -> int:
        """Tell all that is not told yet; return how much was. Raises DatabaseUnavailable."""
        told = 0
        async with self._telling:
            for one in await self._news.untold():
                if await self._post(one.chat_id, Reply(one.language, (self._said(one),), _BUTTONS)) in _HEARD:
                    await self._news.told(one)
                    told += 1
        return told

    def _said(self, one: Untold) -> Say:
        if not one.roles:
            return Say("staff-left", {"number": one.object[:8]})
        if one.joined and one.own:
            return Say("staff-joined", {"number": one.object[:8]})
        by = self._words.text(one.language, "staff-operator") if one.actor == OPERATOR else one.actor[:8]
        roles = named(one.roles, self._words, one.language)
        if one.joined:
            return Say("staff-joined-other", {"number": one.object[:8], "roles": roles, "other": by})
        return Say("staff-role-given" if one.given else "staff-role-taken", {"number": one.object[:8], "role": roles, "other": by})
