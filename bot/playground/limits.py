"""How many messages a bot may send: sliding windows, as measured from outside (Telegram publishes no exact rule)."""

import math
from collections import deque
from dataclasses import dataclass

from bot.playground.clock import Clock
from bot.playground.errors import TooManyRequests


@dataclass(frozen=True)
class Limits:
    """Messages per second over all chats, per second to one chat, and per minute to one group. None: no limit.

    Telegram's FAQ names about 30, 1 and 20.
    """

    per_second: int | None = None
    per_chat: int | None = None
    per_group_minute: int | None = None


class Gate:
    """Counts what was let through in the last second (or minute) and refuses what is too much."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits = limits
        self._clock = clock
        self._sent: dict[int | None, deque[float]] = {}

    def pass_message(self, chat_id: int, is_group: bool = False) -> None:
        """Count one message to `chat_id`. Raises TooManyRequests (nothing is counted then)."""
        limits = self.limits
        windows: list[tuple[int | None, int | None, float]] = [(None, limits.per_second, 1.0)]
        if is_group and limits.per_group_minute is not None:
            windows.append((chat_id, limits.per_group_minute, 60.0))
        else:
            windows.append((chat_id, limits.per_chat, 1.0))
        now = self._clock.now()
        used = [self._room(key, allowed, seconds, now) for key, allowed, seconds in windows if allowed is not None]
        for sent in used:
            sent.append(now)

    def _room(self, key: int | None, allowed: int, seconds: float, now: float) -> deque[float]:
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        if len(sent) >= allowed:
            wait = sent[len(sent) - allowed] + seconds - now
            raise TooManyRequests(max(1, math.ceil(wait)))
        return sent
