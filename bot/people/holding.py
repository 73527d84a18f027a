"""One order in which rows are locked: the people first, by their numbers; then their tombstones; then what hangs on them.

A deletion of a subscription or an expression of interest ends in its person's row (bot/db/triggers.py), and the deletion of a person ends in theirs:
begun from both ends, each would wait for the other, and PostgreSQL would refuse one of them.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.types import METADATA
from bot.people.models import PEOPLE


async def hold(connection: AsyncConnection, which: ColumnElement[bool], *, to_erase: bool = False) -> Sequence[str]:
    """Hold the rows of people until the transaction ends, and return their numbers: only of those of whom `which` is true once they are held.

    On SQLite the transaction must be exclusive.
    """
    rows = select(PEOPLE.c.id).where(which).order_by(PEOPLE.c.id).with_for_update(key_share=not to_erase)
    return (await connection.execute(rows)).scalars().all()


def owners(numbers: Select[Any], kinds: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition for the people whose own row, or one of theirs in the tables `kinds`, has one of `numbers`."""
    tables = [table for table in METADATA.sorted_tables if table.name in kinds and "person_id" in table.c]
    of_theirs = [PEOPLE.c.id.in_(select(table.c.person_id).where(table.c.id.in_(numbers))) for table in tables]
    return or_(PEOPLE.c.id.in_(numbers), *of_theirs)


def unheld(old: ColumnElement[bool], *key: Any) -> ColumnElement[bool]:
    """Return the condition for the rows, by their `key` columns, that are `old` and that nobody else deletes just now: those are not waited for."""
    return tuple_(*key).in_(select(*key).where(old).with_for_update(skip_locked=True))
