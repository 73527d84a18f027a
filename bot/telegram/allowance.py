"""How much one chat may ask for at a time: who floods is not heard until they pause, and holds nobody up.

getUpdates shows 100 updates beyond the oldest unfinished one: whatever is taken from a flooder beyond what can be answered
at once keeps everybody else from being seen at all.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_ALBUM = 10  # photos at most, says Telegram
_URGENT_EVERY = 10.0  # seconds
_COMMAND = re.compile(r"/urgent(?:@\w+)?(?:\s|$)", re.IGNORECASE)
_PRESS = re.compile(r"x[\w-]{8}")  # the button's verb, and a signature: a forged one brings the menu, once in ten seconds


@dataclass(slots=True)
class _Bucket:
    """What a chat has left, and the time and the message it was last seen with."""

    left: float
    at: float
    sent: int | None = None
    album: object = None
    album_rest: int = 0
    urgent_at: float | None = None


class Allowance:
    """A bucket per chat: `burst` updates at once, and `per_minute` for as long as one likes.

    Every update costs one, taken or not. While `crowd` updates wait, only the first `few` of a burst are taken. The photos of
    an album cost one together: each must be taken off the chat. Buckets live in memory, and full ones are forgotten.
    """

    def __init__(
        self, per_minute: float = 30.0, *, burst: int = 12, few: int = 3, crowd: float = 12.0, clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = per_minute / 60
        self._burst = burst
        self._few = few
        self._crowd = crowd
        self._clock = clock
        self._buckets: dict[int, _Bucket] = {}
        self._next_sweep = 0.0

    def takes(self, chat_id: int, raw: dict[str, Any], waiting: int) -> bool:
        """Charge the chat for an update; tell whether it is to be worked on while `waiting` others are."""
        now = self._clock()
        self._forget_full(now)
        bucket = self._buckets.setdefault(chat_id, _Bucket(self._burst, now))
        album, sent = _album_and_time(raw)
        if album is not None and album == bucket.album and bucket.album_rest > 0:
            bucket.album_rest -= 1
            return True
        self._refill(bucket, now, sent)
        left = bucket.left - 1
        bucket.left = max(0.0, left)
        taken = left >= (self._burst - self._few if waiting >= self._crowd else 0)
        bucket.album, bucket.album_rest = album, _ALBUM - 1 if taken else 0
        return taken

    def urgent(self, chat_id: int, raw: dict[str, Any]) -> bool:
        """Tell whether this update, charged already, asks for urgent help and is the chat's first to do so in ten seconds: it is heard whatever is left."""
        now, bucket = self._clock(), self._buckets.get(chat_id)
        if bucket is None or not _asks_for_help(raw) or (bucket.urgent_at is not None and now - bucket.urgent_at < _URGENT_EVERY):
            return False
        bucket.urgent_at = now
        return True

    def spent(self, chat_id: int) -> bool:
        """Tell whether the chat has nothing left at all."""
        bucket = self._buckets.get(chat_id)
        return bucket is not None and bucket.left <= 0

    @property
    def remembered(self) -> int:
        """How many chats have a bucket."""
        return len(self._buckets)

    def _refill(self, bucket: _Bucket, now: float, sent: int | None) -> None:
        """Add what the time since the last update earns: by our clock or by Telegram's, for after an outage a day's messages come at once."""
        elapsed = now - bucket.at
        if sent is not None:
            elapsed = max(elapsed, sent - bucket.sent) if bucket.sent is not None else elapsed
            bucket.sent = sent
        bucket.at = now
        bucket.left = min(self._burst, bucket.left + min(elapsed, self._whole) * self._rate)

    @property
    def _whole(self) -> float:
        """Seconds that fill an empty bucket."""
        return self._burst / self._rate

    def _forget_full(self, now: float) -> None:
        if now >= self._next_sweep:
            self._buckets = {chat: bucket for chat, bucket in self._buckets.items() if now - bucket.at < self._whole}
            self._next_sweep = now + self._whole


def _album_and_time(raw: dict[str, Any]) -> tuple[object, int | None]:
    """Return the album an update belongs to, and when the person sent it: a press does not say."""
    for content in raw.values():
        if isinstance(content, dict):
            sent = content.get("edit_date") or content.get("date")
            return content.get("media_group_id"), sent if isinstance(sent, int) else None
    return None, None


def _asks_for_help(raw: dict[str, Any]) -> bool:
    """Tell whether an update is the command for urgent help, or a press of its button."""
    for kind, field, wanted in (("message", "text", _COMMAND.match), ("callback_query", "data", _PRESS.fullmatch)):
        content = raw.get(kind)
        words = content.get(field) if isinstance(content, dict) else None
        if isinstance(words, str) and wanted(words):
            return True
    return False
