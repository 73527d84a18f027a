"""What is too old goes by itself: dialogs after 24 hours, people who blocked us after 30 days, idle ones after 12 months."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.people.models import DialogRow, PersonRow, TallyRow, TombstoneRow, TraceRow
from bot.people.tombstones import TOMBSTONE_DAYS, Journal, bury
from bot.people.traces import TRACED

GONE_DAYS = 30  # after blocking (safety.md 2.2)
IDLE_MONTHS = 12
TALLY_DAYS = 365
ALARM_SHARE = 0.20  # a purge that would take more of the people than this looks like a wrong clock (safety.md, 103)
ALARM_FROM = 20  # under this number of people a share says nothing


class PurgeSuspicious(Exception):
    """More than a fifth of the people would go at once: probably the clock is wrong, so nothing went."""

    def __init__(self, due: int, total: int) -> None:
        super().__init__(f"{due} of {total} people are due at once")
        self.due = due
        self.total = total


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows went."""

    people: int
    dialogs: int
    tallies: int
    traces: int


class Retention:
    """Erases what is past its time. Limits are compared with days already past, so a clock that goes back erases nothing early."""

    def __init__(self, database: Database, now: Callable[[], datetime], journal: Path) -> None:
        self._database = database
        self._now = now
        self._journal = Journal(journal)

    async def look(self, *, confirmed: bool = False) -> None:
        """Look whether the clock can be right, before anything goes. Raises PurgeSuspicious unless `confirmed`; DatabaseUnavailable: nobody knows."""
        async with self._database.transaction() as connection:
            await self._leaving(connection, self._now(), confirmed=confirmed)

    async def purge(self, *, confirmed: bool = False) -> Purged:
        """Erase what is due, in one transaction, then empty the write-ahead log.

        Raises PurgeSuspicious unless `confirmed`, and DatabaseUnavailable: then nothing went.
        """
        now = self._now()
        people: Any = PersonRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        async with self._database.transaction() as connection:
            leaving = await self._leaving(connection, now, confirmed=confirmed)
            gone = dict.fromkeys(leaving, now.date())
            if gone:
                await self._erase(connection, people, gone, now)
            purged = Purged(len(leaving), *await self._old(connection, now))
        # After the commit: a number in the journal whose row stayed would be erased at the next start, though its owner may have come back meanwhile.
        await asyncio.to_thread(self._journal.append, gone, now.date())
        await asyncio.to_thread(self._journal.tidy, now.date())
        await self._database.checkpoint()
        return purged

    async def _leaving(self, connection: AsyncConnection, now: datetime, *, confirmed: bool) -> Sequence[str]:
        """Return the numbers of the people who are due. Raises PurgeSuspicious when they are too many, unless `confirmed`."""
        people: Any = PersonRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        total = (await connection.execute(select(func.count()).select_from(people))).scalar_one()
        leaving = (await connection.execute(select(people.c.id).where(self._due(people, now)))).scalars().all()
        if total >= ALARM_FROM and len(leaving) > ALARM_SHARE * total and not confirmed:
            raise PurgeSuspicious(len(leaving), total)
        return leaving

    async def _erase(self, connection: AsyncConnection, people: Any, gone: Mapping[str, date], now: datetime) -> None:
        """Erase the people who are due, with all that hangs on them."""
        due = self._due(people, now)
        for rows in (DialogRow.__table__, TraceRow.__table__):  # type: ignore[attr-defined]
            await connection.execute(delete(rows).where(rows.c.lookup.in_(select(people.c.lookup).where(due))))
        await bury(self._database, connection, gone)
        await connection.execute(delete(people).where(due))

    async def _old(self, connection: AsyncConnection, now: datetime) -> tuple[int, int, int]:
        """Delete what is old in itself; return how many dialogs, counts and traces went."""
        dialogs: Any = DialogRow.__table__  # type: ignore[attr-defined]
        tallies: Any = TallyRow.__table__  # type: ignore[attr-defined]
        traces: Any = TraceRow.__table__  # type: ignore[attr-defined]
        stones: Any = TombstoneRow.__table__  # type: ignore[attr-defined]
        today = now.date()
        await connection.execute(delete(stones).where(stones.c.erased_on < today - timedelta(days=TOMBSTONE_DAYS)))
        old = [
            await connection.execute(delete(dialogs).where(dialogs.c.expires_at <= now)),
            await connection.execute(delete(tallies).where(tallies.c.day < today - timedelta(days=TALLY_DAYS))),
            await connection.execute(delete(traces).where(traces.c.at <= now - TRACED)),
        ]
        return old[0].rowcount, old[1].rowcount, old[2].rowcount

    def _due(self, people: Any, now: datetime) -> ColumnElement[bool]:
        gone: ColumnElement[bool] = people.c.gone_on <= now.date() - timedelta(days=GONE_DAYS)
        idle: ColumnElement[bool] = people.c.active_month < month_before(now.date(), IDLE_MONTHS)
        return gone | idle


def month_before(day: date, months: int) -> str:
    """Return the month `months` before that of `day`, as YYYY-MM."""
    index = day.year * 12 + day.month - 1 - months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
