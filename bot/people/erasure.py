"""Erasing a person or one row: at once, also when the process is killed meanwhile, and for good, also when a backup is restored."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database, DatabaseUnavailable
from bot.db.types import METADATA
from bot.logs import get_logger
from bot.people.holding import hold, owners
from bot.people.models import PEOPLE, TOMBSTONES
from bot.people.service import Person
from bot.people.tombstones import TOMBSTONE_DAYS, Journal, bury
from bot.people.witness import NOBODY, PERSON, RESTORED, Witness

log = get_logger()
ROWS = ("people", "interests", "drafts", "subscriptions", "inbox")  # tables whose `id` is a random number of its own: what a tombstone can stand for


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: how many rows of each table."""

    counts: Mapping[str, int]

    @property
    def nothing(self) -> bool:
        """Whether nothing was held."""
        return not any(self.counts.values())


class Erasure:
    """The erasures. `journal` is the file of erased rows' numbers; it must outlive a restored database. `witness` hears of each."""

    def __init__(self, database: Database, now: Callable[[], datetime], journal: Path, witness: Witness = NOBODY) -> None:
        self._database = database
        self._now = now
        self._journal = Journal(journal)
        self._witness = witness

    async def erase(self, person: Person) -> Erased:
        """Erase everything about `person`, and return what went; a second time there is nothing, and that is no error.

        The numbers stand in the journal before the transaction, so a kill between the two is completed by `replay`.
        Raises DatabaseUnavailable: then it may be done or not, and must be tried again.
        """
        async with self._database.transaction() as connection:
            numbers = await self._numbers(connection, person)
        await self._note(numbers)
        async with self._database.exclusive() as connection:
            held = await hold(connection, PEOPLE.c.lookup.in_(person.names), to_erase=True)
            counts = await self._counts(connection, person)
            await self._bury(connection, await self._numbers(connection, person))
            members = await self._witness.leaving(connection, held)
            for table in _tables("lookup"):
                await connection.execute(delete(table).where(table.c.lookup.in_(person.names)))
            await self._witness.erased(connection, PERSON, counts, members)
        await self._database.checkpoint()
        log.info("person_erased", rows=sum(counts.values()))
        return Erased(counts)

    async def erase_row(self, kind: str, number: str) -> bool:
        """Erase the row `number` of the table `kind` with what hangs on it; False when there was none.

        Raises KeyError for a table that is not in ROWS, DatabaseUnavailable as `erase` does.
        """
        if kind not in ROWS:
            raise KeyError(kind)
        table = METADATA.tables[kind]
        await self._note([number])
        async with self._database.exclusive() as connection:
            await hold(connection, owners(select(literal(number)), (kind,)), to_erase=kind == "people")
            await self._bury(connection, [number])
            gone = (await connection.execute(delete(table).where(table.c.id == number).returning(table.c.id))).all()
            await self._witness.erased(connection, PERSON, {kind: len(gone)})
        await self._database.checkpoint()
        return bool(gone)

    async def replay(self) -> int:
        """Erase again what was erased before and is there all the same: an erasure was cut off, or a backup was restored.

        Tombstones and journal are completed from each other; what is older than 30 days goes. Returns how many rows went.
        Raises DatabaseUnavailable.
        """
        today = self._now().date()
        await asyncio.to_thread(self._journal.tidy, today)
        noted = await asyncio.to_thread(self._journal.read)
        async with self._database.transaction() as connection:
            await bury(self._database, connection, noted)
        async with self._database.exclusive() as connection:
            await hold(connection, owners(select(TOMBSTONES.c.row), ROWS), to_erase=True)
            await connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.erased_on < today - timedelta(days=TOMBSTONE_DAYS)))
            rows = await erase_buried(connection, self._witness)
            known = {row.row: row.erased_on for row in await connection.execute(select(TOMBSTONES.c.row, TOMBSTONES.c.erased_on))}
        for day in sorted(set(known.values())):
            await asyncio.to_thread(self._journal.append, [number for number in known if known[number] == day and number not in noted], day)
        if rows:
            log.warning("erasures_completed", rows=rows)
        with suppress(DatabaseUnavailable):  # the purge that each start begins with tries again
            await self._database.checkpoint()
        return rows

    async def _numbers(self, connection: AsyncConnection, person: Person) -> Sequence[str]:
        """The numbers of the person's rows that a backup could bring back."""
        found = list((await connection.execute(_ids(person))).scalars())
        for table in _tables("person_id"):
            if table.name in ROWS:
                found += (await connection.execute(select(table.c.id).where(table.c.person_id.in_(_ids(person))))).scalars()
        return found

    async def _counts(self, connection: AsyncConnection, person: Person) -> dict[str, int]:
        counts = {}
        for table in (*_tables("lookup"), *_tables("person_id")):
            about = table.c.lookup.in_(person.names) if "lookup" in table.c else table.c.person_id.in_(_ids(person))
            counts[table.name] = (await connection.execute(select(func.count()).select_from(table).where(about))).scalar_one()
        return counts

    async def _note(self, numbers: Sequence[str]) -> None:
        await asyncio.to_thread(self._journal.append, numbers, self._now().date())

    async def _bury(self, connection: AsyncConnection, numbers: Sequence[str]) -> None:
        await bury(self._database, connection, dict.fromkeys(numbers, self._now().date()))


async def erase_buried(connection: AsyncConnection, witness: Witness = NOBODY) -> int:
    """Erase every row that has a tombstone, with what hangs on it; return how many there were. For a restored backup, and at each start."""
    buried = select(TOMBSTONES.c.row)
    lookups = select(PEOPLE.c.lookup).where(PEOPLE.c.id.in_(buried))
    for table in _tables("lookup"):
        if table.name != "people":
            await connection.execute(delete(table).where(table.c.lookup.in_(lookups)))
    members = await witness.leaving(connection, (await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.id.in_(buried)))).scalars().all())
    gone: Counter[str] = Counter()
    for table in METADATA.sorted_tables:
        if "interest_id" in table.c:  # a form that changes what was withdrawn
            await connection.execute(delete(table).where(table.c.interest_id.in_(buried)))
        if table.name in ROWS:
            gone[table.name] += len((await connection.execute(delete(table).where(table.c.id.in_(buried)).returning(table.c.id))).all())
    await witness.erased(connection, RESTORED, gone, members)
    return gone.total()


def _tables(column: str) -> list[Table]:
    """The tables about people that are found by `column`; those with `person_id` go with the person's row, by cascade."""
    return [table for table in METADATA.sorted_tables if column in table.c]


def _ids(person: Person) -> Any:
    return select(PEOPLE.c.id).where(PEOPLE.c.lookup.in_(person.names))
