"""What is known about the try under way at an update: shared by intake (its time) and pacing (what was sent)."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Attempt:
    """One try at one update.

    `sent`: calls that sent something and succeeded; `unclear`: a sending call ended without telling whether it
    took effect. Either means that running the handler again could repeat a reply.
    """

    limit: asyncio.Timeout
    sent: int = 0
    unclear: bool = False
    over: bool = False

    def extend(self, seconds: float) -> None:
        """Give the handler `seconds` more: time spent waiting for Telegram's own limit is not the handler's."""
        when = self.limit.when()
        if when is not None and not self.over and not self.limit.expired():
            self.limit.reschedule(when + seconds)


_ATTEMPT: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


@contextmanager
def begun(limit: asyncio.Timeout) -> Iterator[Attempt]:
    """Yield the try that is under way inside the block."""
    attempt = Attempt(limit)
    token = _ATTEMPT.set(attempt)
    try:
        yield attempt
    finally:
        attempt.over = True  # a task that outlives the try must not touch its time
        _ATTEMPT.reset(token)


def current() -> Attempt | None:
    """Return the try under way in this task, or None outside of one (a broadcast, a start-up call)."""
    return _ATTEMPT.get()
