"""Erasing one expression of interest for good: a tombstone keeps a restored backup from bringing it back."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.models import InterestRow
from bot.db.engine import Database
from bot.people.models import TombstoneRow

EraseRow = Callable[[str, str], Awaitable[bool]]  # name of the table, number of the row


class InterestEraser:
    """Erases rows of `interests`; what hangs on them (reviews, decisions) goes with them."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def erase_row(self, kind: str, number: str) -> bool:
        """Erase row `number` of table `kind` at once; False when there was none.

        Raises KeyError for another table than interests, DatabaseUnavailable: then it must be tried again.
        """
        if kind != "interests":
            raise KeyError(kind)
        table: Any = InterestRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        async with self._database.transaction() as connection:
            gone = (await connection.execute(delete(table).where(table.c.id == number).returning(table.c.id))).all()
            await bury(self._database, connection, [number], self._now())
        await self._database.checkpoint()
        return bool(gone)


async def bury(database: Database, connection: AsyncConnection, numbers: Sequence[str], now: datetime) -> None:
    """Write tombstones for erased rows, in the transaction that erases them."""
    if numbers:
        statement = database.insert(TombstoneRow.__table__).on_conflict_do_nothing()  # type: ignore[attr-defined]  # SQLModel adds it
        await connection.execute(statement, [{"row": number, "erased_on": now.date()} for number in numbers])
