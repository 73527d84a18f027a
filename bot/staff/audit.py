"""The audit trail: what staff did, each entry chained to the one before by a key that is not in the database (safety.md P25).

Changing, deleting, swapping or inserting an entry breaks the chain. Cutting off its end does not: so the head (the last number and hash) is
told to the admins, and `verify` takes it.
"""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing
from bot.staff import accounts
from bot.staff.models import AUDIT

OPERATOR = "operator"  # whoever has the command line
KEPT = timedelta(days=365)  # safety.md 2.2
_FIRST = "0" * 64
_LOCK = 0x4155444954  # "AUDIT": one entry after the other, also with several processes
_PIECE = 1000  # rows read at a time


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: whoever knows it notices when the end was cut off."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look through the trail found; `broken` is the first number that does not fit, None when all do."""

    entries: int
    broken: int | None
    head: Head | None


class Audit:
    """Adds entries and looks through them."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now

    async def note(self, connection: AsyncConnection, actor: str, event: str, object_: str, *, day_only: bool = False) -> int:
        """Add an entry inside the transaction of what it tells: both or neither are committed. Return its number.

        `day_only`: of the instant only the day is kept, as its last second. Nobody shall read when a person wrote.
        """
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        else:  # the first write takes SQLite's lock, so that nobody else reads the same last entry
            await connection.execute(delete(AUDIT).where(AUDIT.c.number < 0))
        last = (await connection.execute(select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1))).one_or_none()
        number, previous = (last.number + 1, last.hash) if last else (1, _FIRST)
        at = self._now().astimezone(UTC)
        at = at.replace(hour=23, minute=59, second=59, microsecond=0) if day_only else at
        row = {"number": number, "at": at, "actor": actor, "event": event, "object": object_, "previous": previous}
        await connection.execute(insert(AUDIT).values(**row, hash=self._hash(row, self._keys.audit.current)))
        return int(number)

    async def add(self, actor: str, event: str, object_: str) -> None:
        """Add an entry in a transaction of its own: for what reads rather than writes. Raises DatabaseUnavailable: then do not show it."""
        async with self._database.transaction() as connection:
            await self.note(connection, actor, event, object_)

    async def actor(self, connection: AsyncConnection, number: str) -> accounts.Actor:
        """Return the member of staff `number` as whoever acts now, to be compared with who acted before (`bot.staff.accounts`)."""
        return await accounts.actor(connection, self._keys, number)

    async def head(self) -> Head | None:
        """Return the last entry, None when there is none."""
        async with self._database.transaction() as connection:
            last = (await connection.execute(select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1))).one_or_none()
        return Head(last.number, last.hash) if last else None

    async def verify(self, known: Head | None = None) -> Verdict:
        """Look through the whole trail; `known` is a head that was told earlier."""
        entries, number, previous, broken, last = 0, None, None, None, None
        async with self._database.transaction() as connection:
            rows = await connection.stream(select(AUDIT).order_by(AUDIT.c.number).execution_options(yield_per=_PIECE))
            async for row in rows:
                entries += 1
                fits = self._fits(row, number, previous) and (known is None or row.number != known.number or row.hash == known.hash)
                if not fits and broken is None:
                    broken = row.number
                number, previous, last = row.number, row.hash, Head(row.number, row.hash)
        if known is not None and broken is None and (last is None or last.number < known.number):
            broken = (last.number if last else 0) + 1
        return Verdict(entries, broken, last)

    async def recent(self, limit: int = 20) -> list[tuple[datetime, str, str, str]]:
        """Return the latest entries: when, who, what, to what."""
        statement = select(AUDIT.c.at, AUDIT.c.actor, AUDIT.c.event, AUDIT.c.object).order_by(AUDIT.c.number.desc()).limit(limit)
        async with self._database.transaction() as connection:
            return [(row.at, row.actor, row.event, row.object) for row in await connection.execute(statement)]

    async def last_actor(self, event: str, object_: str) -> str:
        """Return who did this to that last, "" when nobody did."""
        statement = select(AUDIT.c.actor).where(AUDIT.c.event == event, AUDIT.c.object == object_).order_by(AUDIT.c.number.desc()).limit(1)
        async with self._database.transaction() as connection:
            return str((await connection.execute(statement)).scalar_one_or_none() or "")

    async def count(self, actor: str, event: str, since: datetime) -> int:
        """Return how often a member of staff did something since an instant."""
        statement = select(func.count()).select_from(AUDIT).where(AUDIT.c.actor == actor, AUDIT.c.event == event, AUDIT.c.at > since)
        async with self._database.transaction() as connection:
            return int((await connection.execute(statement)).scalar_one())

    def _fits(self, row: Any, number: int | None, previous: str | None) -> bool:
        content = {"number": row.number, "at": row.at, "actor": row.actor, "event": row.event, "object": row.object, "previous": row.previous}
        sealed = any(hmac.compare_digest(self._hash(content, key), row.hash) for key in self._keys.audit.keys.values())
        if number is None:  # the beginning, or what `forget_staff` left of the year before
            return sealed and (row.previous == _FIRST if row.number == 1 else row.at < self._now() - KEPT)
        return sealed and row.number == number + 1 and row.previous == previous

    def _hash(self, row: dict[str, Any], key: bytes) -> str:
        text_ = json.dumps({**row, "at": row["at"].isoformat()}, sort_keys=True)
        return hmac.new(key, text_.encode(), "sha256").hexdigest()
