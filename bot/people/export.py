"""All that is held about one person, read by the data budget: what is stored about people is shown to them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from bot.db.budget import BUDGET, Kind
from bot.db.engine import Database
from bot.db.types import METADATA
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.service import Person

log = get_logger()
UNREADABLE = "cannot be read"
ABOUT_STAFF = frozenset({  # random numbers and marks of other people
    ("reviews", "reviewer"), ("reviews", "account_mark"), ("decisions", "decided_by"), ("decisions", "account_mark"), ("inbox", "answered_by")})
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """The rows about a person, by table; sealed values are opened."""

    tables: Mapping[str, Sequence[Row]]

    @property
    def nothing(self) -> bool:
        """Whether nothing is held."""
        return not any(self.tables.values())

    def as_json(self, made_at: datetime) -> str:
        """Return all of it as JSON, for a file."""
        return json.dumps({"made_at": made_at.isoformat(timespec="minutes"), **self.tables}, ensure_ascii=False, indent=1, default=str)


class Export:
    """Reads what is held about a person."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now

    async def of(self, person: Person) -> Held:
        """Return all that is held about `person`. Raises DatabaseUnavailable; what does not open is told as such.

        What reviewers wrote belongs to it from the day on which the decision was released.
        """
        tables: dict[str, Sequence[Row]] = {}
        async with self._database.transaction() as connection:
            for table in about_people():
                rows = await connection.execute(select(table).where(_whose(table, person)).order_by(*table.primary_key.columns))
                tables[table.name] = [self._row(table, row) for row in rows.mappings()]
        return Held(tables)

    def _row(self, table: Table, row: Mapping[Any, Any]) -> Row:
        number = str(row[next(iter(table.primary_key.columns)).name])
        return {name: self._value(table.name, name, number, row[name]) for name in BUDGET[table.name] if (table.name, name) not in ABOUT_STAFF}

    def _value(self, table: str, column: str, number: str, value: Any) -> Any:
        if value is None or BUDGET[table][column].kind is not Kind.SEALED:
            return value.isoformat() if isinstance(value, date) else value
        try:
            opened = self._keys.open(value, table, column, number)
        except SealBroken:
            log.error("export_seal_broken", table=table)
            return UNREADABLE
        try:
            return json.loads(opened)
        except ValueError:
            return opened


def about_people() -> list[Table]:
    """Return the tables whose rows belong to a person: by a keyed hash, by the person's row, or by an expression of interest."""
    return [table for table in METADATA.sorted_tables if {"lookup", "person_id", "interest_id"} & set(table.c.keys())]


def _whose(table: Table, person: Person) -> ColumnElement[bool]:
    if "lookup" in table.c:
        return table.c.lookup.in_(person.names)
    if "person_id" in table.c:
        return table.c.person_id == person.id
    interests = METADATA.tables["interests"]
    mine = select(interests.c.id).where(interests.c.person_id == person.id, interests.c.decided_on.is_not(None))
    return table.c.interest_id.in_(mine)
