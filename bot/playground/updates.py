"""The queue of updates: what waits for the bot, how a poll reads it, when an update is forgotten."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice, takewhile
from typing import Any

from bot.playground.clock import Clock
from bot.playground.errors import Conflict

# Client.cpp: an update is kept 24 h from its message's date, here from its arrival, so that a test can send an old message.
KEPT_SECONDS = 86_400
# Bot API, getUpdates: these come only when they are asked for.
OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_UPDATE = 100_000_001
_CHAT_FIELDS = ("message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member", "chat_member")


@dataclass(slots=True)
class Pending:
    """An update that the bot has not acknowledged.

    `out_of_turn`: sent again or with an id below the newest one, so it is delivered once whatever the poll's offset.
    """

    sequence: int
    update_id: int
    content: dict[str, Any]
    lane: object
    expires_at: float
    out_of_turn: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return Telegram's Update object."""
        return {"update_id": self.update_id, **self.content}


@dataclass
class UpdateQueue:
    """Updates in order of arrival, with at most one waiting poll."""

    clock: Clock
    allowed: frozenset[str] | None = None
    pending: dict[int, Pending] = field(default_factory=dict)
    history: dict[int, dict[str, Any]] = field(default_factory=dict)
    webhook_active: bool = False
    _ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_UPDATE))
    _sequence: Iterator[int] = field(default_factory=lambda: count(1))
    _newest: int = 0
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _poll: asyncio.Future[None] | None = None

    def add(self, content: dict[str, Any], update_id: int | None = None, always: bool = False) -> int:
        """Queue an update (without its id) and return its id; what the bot did not ask for is dropped, unless `always`."""
        if update_id is None:
            update_id = next(self._ids)
        self.history[update_id] = content
        out_of_turn = update_id <= self._newest
        self._newest = max(self._newest, update_id)
        if always or self._wanted(content):
            sequence = next(self._sequence)
            lane, expires_at = _lane(content, update_id), self.clock.now() + KEPT_SECONDS
            self.pending[sequence] = Pending(sequence, update_id, content, lane, expires_at, out_of_turn)
            self._arrived.set()
        return update_id

    def start_at(self, update_id: int) -> None:
        """Let the next update have this id, as Telegram does after a quiet week."""
        self._ids = count(update_id)

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more. Raises KeyError when there was none with this id."""
        self.add(self.history[update_id], update_id, always=True)

    async def poll(self, offset: int, limit: int, within: float) -> list[dict[str, Any]]:
        """Return updates as getUpdates does, waiting up to `within` seconds. Raises Conflict when another poll takes over."""
        self._end_other_poll()
        self._confirm(offset)
        deadline = asyncio.get_running_loop().time() + within
        while True:
            batch = self._batch(offset, limit)
            left = deadline - asyncio.get_running_loop().time()
            if batch or left <= 0:
                return batch
            if not await self._wait(left):
                return []

    def abort_poll(self, reason: str) -> None:
        """End a waiting poll with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Conflict(reason))

    def end_poll(self) -> None:
        """End a waiting poll with no updates."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def drop(self, pending: Pending) -> None:
        """Forget an update: acknowledged or expired."""
        self.pending.pop(pending.sequence, None)

    def clear(self) -> None:
        """Forget every waiting update."""
        self.pending.clear()

    def since(self, sequence: int) -> list[Pending]:
        """Return what waits and was queued after `sequence`, in order."""
        newer = list(takewhile(lambda item: item.sequence > sequence, reversed(self.pending.values())))
        return newer[::-1]

    async def arrival(self) -> None:
        """Wait until an update is queued."""
        self._arrived.clear()
        await self._arrived.wait()

    def _end_other_poll(self) -> None:
        self.abort_poll("terminated by other getUpdates request; make sure that only one bot instance is running")

    def _confirm(self, offset: int) -> None:
        now = self.clock.now()
        items = list(self.pending.values())
        if offset < 0:
            items = items[offset:]
        self.pending = {item.sequence: item for item in items
                        if item.expires_at > now and (item.out_of_turn or offset <= 0 or item.update_id >= offset)}

    def _batch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        batch = list(islice(self.pending.values(), limit))
        for item in batch:
            # From here on the next offset may confirm it, like any other.
            item.out_of_turn = False
        return [item.as_json() for item in batch]

    async def _wait(self, seconds: float) -> bool:
        """Wait for an update; False when the poll was ended from outside. Raises what it was aborted with."""
        self._arrived.clear()
        self._poll = poll = asyncio.get_running_loop().create_future()
        arrival = asyncio.ensure_future(self._arrived.wait())
        try:
            await asyncio.wait([poll, arrival], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if poll.done():
                poll.result()
                return False
            return True
        finally:
            arrival.cancel()
            poll.cancel()

    def _wanted(self, content: dict[str, Any]) -> bool:
        kinds = content.keys()
        return any(kind in self.allowed if self.allowed is not None else kind not in OPT_IN for kind in kinds) or not kinds


def _lane(content: dict[str, Any], update_id: int) -> object:
    """Return what must stay in order with what: one lane a chat, one a person for inline queries and the like."""
    body: Any = next((content[name] for name in _CHAT_FIELDS if isinstance(content.get(name), dict)), None)
    if body is None:
        callback = content.get("callback_query")
        body = callback.get("message") if isinstance(callback, dict) else None
    if isinstance(body, dict) and isinstance(body.get("chat"), dict) and "id" in body["chat"]:
        return ("chat", body["chat"]["id"])
    return ("update", update_id)
