"""The time the stand-in lives by, so that a test can be two days later at once."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time in seconds since 1970."""

    def now(self) -> float:
        """Return seconds since 1970, UTC."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> float:
        """Return seconds since 1970, UTC."""
        return time.time()


class ShiftedClock:
    """The computer's clock, moved on by `advance`."""

    def __init__(self, shift: float = 0.0) -> None:
        self._shift = shift

    def now(self) -> float:
        """Return seconds since 1970, UTC, plus everything advanced so far."""
        return time.time() + self._shift

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._shift += seconds


class FixedClock:
    """A clock that stands still until `advance` is called."""

    def __init__(self, now: float = 1_750_000_000.0) -> None:
        self._now = now

    def now(self) -> float:
        """Return seconds since 1970, UTC."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._now += seconds
