"""Re-encryption in the background: every sealed value and every pseudonym under the present keys, 200 rows at a time, while people write.

Killed in the middle, it goes on where rows are left. A value that somebody changed meanwhile is never overwritten: it is replaced only if it is
still the one that was read.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, bindparam, case, func, select, update

from bot.db.engine import Database
from bot.db.types import Encrypted, Sealed
from bot.keys import KeyRing, SealBroken, key_of
from bot.logs import get_logger
from bot.people.models import KEY_CANARIES, PEOPLE
from bot.people.rehash import Move, rehash

log = get_logger()
BATCH = 200  # rows a transaction (safety.md 2.5): people wait for it some milliseconds at the most


@dataclass(frozen=True, slots=True)
class Round:
    """One walk through all rows: how many values were changed, and how many there are, by key id, that no key opens: altered or damaged."""

    changed: int
    broken: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Left:
    """How many rows each old key still has, by its id."""

    fields: Mapping[str, int]
    lookup: Mapping[str, int]


def sealed_columns(tables: MetaData) -> list[tuple[Column[Any], Column[Any]]]:
    """Return (primary key, sealed column) of every sealed column but the canary's: the primary key is the row that a value is bound to."""
    return [(next(iter(table.primary_key)), column) for table in tables.sorted_tables if table.name != KEY_CANARIES.name
            for column in table.columns if isinstance(column.type, Encrypted)]


class Rekey:
    """Brings what old keys made under the present ones."""

    def __init__(self, database: Database, keys: KeyRing, tables: MetaData) -> None:
        self._database = database
        self._keys = keys
        self._columns = sealed_columns(tables)

    async def walk(self, pause: float = 0.0) -> Round:
        """Go through all rows once, resting `pause` seconds after each batch. Raises DatabaseUnavailable; what was done until then stays."""
        changed, broken = await self._pseudonyms(pause), Counter[str]()
        for key, column in self._columns:
            async for rows in self._stale(key, column):
                values = []
                for row, sealed in rows:
                    try:
                        values.append({"row": row, "old": sealed, "new": self._again(column, row, sealed)})
                    except SealBroken:
                        broken[key_of(sealed)] += 1
                changed += await self._swap(key, column, values)
                await asyncio.sleep(pause)
        if broken:
            log.error("seals_broken", rows=broken.total())
        return Round(changed, broken)

    async def left(self) -> Left:
        """Count the rows that each old key still has. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            sealed = Counter[str]()
            for _, column in self._columns if self._keys.fields.old else ():
                counts = [func.sum(case((_made_with(column, name), 1), else_=0)) for name in self._keys.fields.old]
                sealed.update(dict(zip(self._keys.fields.old, (one or 0 for one in (await connection.execute(select(*counts))).one()), strict=True)))
            found = await connection.execute(select(PEOPLE.c.lookup_key, func.count()).group_by(PEOPLE.c.lookup_key))
            people = {name: count for name, count in found if name != self._keys.lookup.active}
        return Left({name: sealed[name] for name in self._keys.fields.old}, {name: people.get(name, 0) for name in self._keys.lookup.old})

    def _again(self, column: Column[Any], row: Any, sealed: str) -> Sealed:
        place = (column.table.name, column.name, str(row))
        return self._keys.seal(self._keys.open(sealed, *place), *place)

    async def _stale(self, key: Column[Any], column: Column[Any]) -> AsyncIterator[Sequence[Any]]:
        """Yield the rows that the active key did not seal, in batches; each row once, so that one that can't be opened holds up no other."""
        last: Any = None
        while True:
            wanted = select(key, column).where(column.is_not(None), ~_made_with(column, self._keys.fields.active))
            async with self._database.transaction() as connection:
                rows = (await connection.execute((wanted if last is None else wanted.where(key > last)).order_by(key).limit(BATCH))).all()
            if not rows:
                return
            yield rows
            last = rows[-1][0]

    async def _swap(self, key: Column[Any], column: Column[Any], values: list[dict[str, Any]]) -> int:
        if values:
            async with self._database.transaction() as connection:
                await connection.execute(update(column.table).where(key == bindparam("row"), column == bindparam("old", type_=column.type)).values(
                    {column: bindparam("new", type_=column.type)}), values)
        return len(values)

    async def _pseudonyms(self, pause: float) -> int:
        columns, last, changed = PEOPLE.c, "", 0
        while True:
            wanted = select(columns.id, columns.lookup, columns.chat_id).where(columns.lookup_key != self._keys.lookup.active, columns.id > last)
            async with self._database.transaction() as connection:
                rows = (await connection.execute(wanted.order_by(columns.id).limit(BATCH))).all()
            if not rows:
                return changed
            changed += await rehash(self._database, self._keys, [move for row in rows if (move := self._move(row))])
            last = rows[-1].id
            await asyncio.sleep(pause)

    def _move(self, row: Any) -> Move | None:
        try:
            return Move(row.id, int(self._keys.open(row.chat_id, "people", "chat_id", row.id)), row.lookup)
        except (SealBroken, ValueError):
            return None  # moved when the person writes: then the number is known


def _made_with(column: Column[Any], name: str) -> Any:
    start = f"v1.{name}."
    return func.substr(column, 1, len(start)) == start
