"""What is too old goes by itself: dialogs after 24 hours, people who blocked us after 30 days, idle ones after 12 months."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.people.holding import hold, unheld
from bot.people.models import DIALOGS, PEOPLE, TALLIES, TOMBSTONES, TRACES
from bot.people.tombstones import TOMBSTONE_DAYS, Journal, bury
from bot.people.traces import TRACED
from bot.people.witness import NOBODY, RETENTION, Witness

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

    def __init__(self, database: Database, now: Callable[[], datetime], journal: Path, witness: Witness = NOBODY) -> None:
        self._database = database
        self._now = now
        self._journal = Journal(journal)
        self._witness = witness

    async def look(self, *, confirmed: bool = False) -> None:
        """Look whether the clock can be right, before anything goes. Raises PurgeSuspicious unless `confirmed`; DatabaseUnavailable: nobody knows."""
        async with self._database.transaction() as connection:
            await self._look(connection, self._now(), confirmed=confirmed)

    async def purge(self, *, confirmed: bool = False) -> Purged:
        """Erase what is due, in one transaction, then empty the write-ahead log.

        Raises PurgeSuspicious unless `confirmed`, and DatabaseUnavailable: then nothing went.
        """
        now = self._now()
        async with self._database.exclusive() as connection:
            await self._look(connection, now, confirmed=confirmed)
            leaving = await hold(connection, self._due(now), to_erase=True)  # whoever came back meanwhile is not among them
            gone = dict.fromkeys(leaving, now.date())
            if gone:
                await self._erase(connection, gone, now)
            purged = Purged(len(leaving), *await self._old(connection, now))
        # After the commit: a number in the journal whose row stayed would be erased at the next start, though its owner may have come back meanwhile.
        await asyncio.to_thread(self._journal.append, gone, now.date())
        await asyncio.to_thread(self._journal.tidy, now.date())
        await self._database.checkpoint()
        return purged

    async def _look(self, connection: AsyncConnection, now: datetime, *, confirmed: bool) -> None:
        """Raise PurgeSuspicious when too many people are due, unless `confirmed`."""
        total = (await connection.execute(select(func.count()).select_from(PEOPLE))).scalar_one()
        due = (await connection.execute(select(func.count()).select_from(PEOPLE).where(self._due(now)))).scalar_one()
        if total >= ALARM_FROM and due > ALARM_SHARE * total and not confirmed:
            raise PurgeSuspicious(due, total)

    async def _erase(self, connection: AsyncConnection, gone: Mapping[str, date], now: datetime) -> None:
        """Erase the people who are due, and held, with all that hangs on them."""
        due = self._due(now)
        for rows in (DIALOGS, TRACES):
            await connection.execute(delete(rows).where(rows.c.lookup.in_(select(PEOPLE.c.lookup).where(due))))
        await bury(self._database, connection, gone)
        members = await self._witness.leaving(connection, list(gone))
        await connection.execute(delete(PEOPLE).where(due))
        await self._witness.erased(connection, RETENTION, {"people": len(gone)}, members)

    async def _old(self, connection: AsyncConnection, now: datetime) -> tuple[int, int, int]:
        """Delete what is old in itself; return how many dialogs, counts and traces went."""
        today = now.date()
        await connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.erased_on < today - timedelta(days=TOMBSTONE_DAYS)))
        old = [
            await connection.execute(delete(DIALOGS).where(unheld(DIALOGS.c.expires_at <= now, DIALOGS.c.lookup))),
            await connection.execute(delete(TALLIES).where(TALLIES.c.day < today - timedelta(days=TALLY_DAYS))),
            await connection.execute(delete(TRACES).where(unheld(TRACES.c.at <= now - TRACED, TRACES.c.id))),
        ]
        return old[0].rowcount, old[1].rowcount, old[2].rowcount

    def _due(self, now: datetime) -> ColumnElement[bool]:
        gone: ColumnElement[bool] = PEOPLE.c.gone_on <= now.date() - timedelta(days=GONE_DAYS)
        idle: ColumnElement[bool] = PEOPLE.c.active_month < month_before(now.date(), IDLE_MONTHS)
        return gone | idle


def month_before(day: date, months: int) -> str:
    """Return the month `months` before that of `day`, as YYYY-MM."""
    index = day.year * 12 + day.month - 1 - months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
