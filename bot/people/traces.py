"""The numbers of the messages of both sides, sealed and for 48 hours, so that /wipe can take them off the chat."""

import json
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, bindparam, delete, insert, select

from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write, apply
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.models import PEOPLE, TRACES

log = get_logger()
TRACED = timedelta(hours=48)  # Telegram lets a bot delete no older message (Bot API, deleteMessage)


class Trace:
    """The numbers of one update's messages. Its `write` holds all that were added until it is committed."""

    def __init__(self, statement: Any, keys: KeyRing, lookup: str, at: datetime, number: int) -> None:
        self.id = str(uuid.uuid4())
        self._keys = keys
        self._numbers: list[int] = []
        self._shown: dict[str, int] = {}
        self._values: dict[str, Any] = {"id": self.id, "lookup": lookup, "at": at}
        self.write = Write(statement, self._values)
        self.add(number)

    def add(self, number: int) -> None:
        """Add the number of one more message."""
        self._numbers.append(number)
        self._seal()

    def shows(self, number: int, what: str) -> None:
        """Note that one of the messages shows `what`, the random number of a row: it is taken off when that is withdrawn."""
        self._shown[what] = number
        self._seal()

    def _seal(self) -> None:
        kept: Any = {"messages": self._numbers, "shows": self._shown} if self._shown else self._numbers
        self._values["messages"] = self._keys.seal(json.dumps(kept), "traces", "messages", self.id)


class Traces:
    """Keeps and finds the numbers of a chat's messages."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now
        self._insert = insert(TRACES)
        self._insert_of = _insert_of(TRACES)
        self._forget = delete(TRACES).where(TRACES.c.lookup == bindparam("who"), TRACES.c.at <= bindparam("until"), TRACES.c.id != bindparam("but"))

    def begin(self, lookup: str, number: int) -> Trace:
        """Return the trace of an update, with the number of its first message."""
        return Trace(self._insert, self._keys, lookup, self._now(), number)

    def of(self, chat_id: int, number: int) -> Write:
        """Write the number of a message that was sent to a chat outside of an update of its own."""
        return self.begin(self._keys.look_up(chat_id), number).write

    def of_person(self, person_id: str, chat_id: int, number: int) -> Write:
        """Do so unless the person was erased meanwhile: then not even their pseudonym may come back."""
        kept = self.of(chat_id, number).values
        return Write(self._insert_of, {"number": kept["id"], "name": kept["lookup"], "day": kept["at"], "sealed": kept["messages"], "person": person_id})

    async def record(self, chat_id: int, *numbers: int | None) -> None:
        """Do so at once. That the database is away, or a number is not known, must not cost the message: it has been sent."""
        writes = [self.of(chat_id, number) for number in numbers if number is not None]
        if not writes:
            return
        try:
            async with self._database.transaction() as connection:
                await apply(connection, [writes])
        except DatabaseUnavailable:
            log.info("message_not_traced")

    async def numbers(self, *names: str) -> Sequence[int]:
        """Return the numbers of the last 48 hours under these pseudonyms, newest first. Raises DatabaseUnavailable."""
        return sorted({number for numbers, _ in await self._kept(names) for number in numbers}, reverse=True)

    async def showing(self, what: str, *names: str) -> Sequence[int]:
        """Return the numbers of the messages under these pseudonyms that showed `what` last, of the last 48 hours. Raises DatabaseUnavailable."""
        last: dict[int, str] = {}
        for _, shown in await self._kept(names):
            last.update({number: one for one, number in shown.items()})
        return [number for number, one in last.items() if one == what]

    def forget(self, name: str, but: Trace | None = None) -> Write:
        """Write that the chat was cleared: its traces go, except that of the update under way."""
        return Write(self._forget, {"who": name, "until": self._now(), "but": but.id if but else ""})

    async def _kept(self, names: Sequence[str]) -> Sequence[tuple[list[int], dict[str, int]]]:
        """Return the messages of each exchange of the last 48 hours, and which of them shows what; the oldest first."""
        wanted = select(TRACES.c.id, TRACES.c.messages).where(
            TRACES.c.lookup.in_(names), TRACES.c.at > self._now() - TRACED).order_by(TRACES.c.at)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(wanted)).all()
        return [self._open(row) for row in rows]

    def _open(self, row: Any) -> tuple[list[int], dict[str, int]]:
        try:
            kept = json.loads(self._keys.open(row.messages, "traces", "messages", row.id))
        except (SealBroken, ValueError):
            log.error("trace_seal_broken")
            return [], {}
        numbers, shown = (kept["messages"], kept["shows"]) if isinstance(kept, dict) else (kept, {})
        return [int(number) for number in numbers], shown


def _insert_of(table: Any) -> Any:
    """Return the insertion of a trace for as long as the person is there; the row is held, so that an erasure comes before it or takes it along."""
    row = select(
        bindparam("number", type_=String), bindparam("name", type_=String), bindparam("day", type_=table.c.at.type),
        bindparam("sealed", type_=table.c.messages.type),
    ).where(PEOPLE.c.id == bindparam("person", type_=String)).with_for_update(read=True, key_share=True)
    return insert(table).from_select(["id", "lookup", "at", "messages"], row)
