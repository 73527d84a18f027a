"""Short notices to a chat, at most one of a kind in a minute: an apology, "slow down", "please wait"."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.logs import get_logger, where

log = get_logger()
Notice = Callable[[int], Awaitable[None]]
_FEW = 1024  # chats remembered before those whose minute is over are let go


async def say_nothing(_chat_id: int) -> None:
    """The notice of an intake that gives none."""


class Sparing:
    """Sends a notice to a private chat unless it had the same one less than `gap` seconds ago. Never raises."""

    def __init__(self, notice: Notice, *, gap: float = 60.0, timeout: float = 10.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._notice = notice
        self._gap = gap
        self._timeout = timeout
        self._clock = clock
        self._last: dict[int, float] = {}

    async def __call__(self, chat_id: int | None) -> bool:
        """Send it, and return whether it was due; a failure is logged and not repeated. Groups (negative ids) get none."""
        if chat_id is None or chat_id < 0 or not self._due(chat_id):
            return False
        try:
            async with asyncio.timeout(self._timeout):
                await self._notice(chat_id)
        except Exception as error:  # noqa: BLE001  # a notice stops nothing
            log.warning("notice_failed", error=where(error))
        return True

    def _due(self, chat_id: int) -> bool:
        now = self._clock()
        last = self._last.get(chat_id)
        if last is not None and now - last < self._gap:
            return False
        if len(self._last) >= _FEW:
            self._last = {chat: at for chat, at in self._last.items() if now - at < self._gap}
        self._last[chat_id] = now
        return True
