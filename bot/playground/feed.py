"""What happened, in order, with a way to wait for more: one feed a chat for tests, one over all for the chat page."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Happening = Literal["message", "edit", "markup", "delete", "answer", "typing", "chat", "clear", "commands"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `number` counts from 1 within its feed."""

    number: int
    what: Happening
    chat_id: int
    from_bot: bool
    content: Any


class Feed:
    """A list of events that only grows; readers keep the number of the last one they saw."""

    def __init__(self, keep: int | None = None) -> None:
        self._events: list[Event] = []
        self._forgotten = 0
        self._keep = keep
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def last_number(self) -> int:
        """Return the number of the newest event, 0 when there is none."""
        return self._forgotten + len(self._events)

    def add(self, what: Happening, chat_id: int, from_bot: bool, content: Any) -> Event:
        """Append an event and wake everyone who waits."""
        event = Event(self.last_number + 1, what, chat_id, from_bot, content)
        self._events.append(event)
        if self._keep is not None and len(self._events) > 2 * self._keep:
            self._forget(len(self._events) - self._keep)
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
        return event

    def after(self, number: int) -> list[Event]:
        """Return the events after `number` that are still kept."""
        return self._events[max(0, number - self._forgotten):]

    async def wait_for(self, after: int, wanted: Callable[[Event], bool], within: float) -> Event | None:
        """Return the first event after `after` that is `wanted`; None when none came within `within` seconds."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            for event in self.after(after):
                if wanted(event):
                    return event
                after = event.number
            if not await self.changed(deadline - asyncio.get_running_loop().time()):
                return None

    async def changed(self, within: float) -> bool:
        """Wait for the next event; False when none came within `within` seconds."""
        if within <= 0:
            return False
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        done, _ = await asyncio.wait([future], timeout=within)
        return bool(done)

    def _forget(self, count: int) -> None:
        del self._events[:count]
        self._forgotten += count
