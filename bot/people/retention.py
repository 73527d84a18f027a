"""What is too old goes by itself: dialogs after 24 hours, people who blocked us after 30 days, idle ones after 12 months."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select

from bot.db.engine import Database
from bot.people.models import DialogRow, PersonRow, TallyRow

GONE_DAYS = 30  # after blocking (safety.md 2.2)
IDLE_MONTHS = 12
TALLY_DAYS = 365
ALARM_SHARE = 0.20  # a purge that would take more of the people than this looks like a wrong clock (safety.md, 103)
ALARM_FROM = 20  # under this number of people a share says nothing


class PurgeSuspicious(Exception):
    """More than a fifth of the people would go at once: probably the clock is wrong. They were left; all else that was due went."""

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


class Retention:
    """Erases what is past its time. Limits are compared with days already past, so a clock that goes back erases nothing early."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def purge(self, *, confirmed: bool = False) -> Purged:
        """Erase what is due, in one transaction, then empty the write-ahead log.

        Raises PurgeSuspicious unless `confirmed`: then people stay, all the rest went. Raises DatabaseUnavailable.
        """
        now = self._now()
        people: Any = PersonRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        dialogs: Any = DialogRow.__table__  # type: ignore[attr-defined]
        tallies: Any = TallyRow.__table__  # type: ignore[attr-defined]
        due = self._due(people, now)
        async with self._database.transaction() as connection:
            total = (await connection.execute(select(func.count()).select_from(people))).scalar_one()
            leaving = (await connection.execute(select(func.count()).select_from(people).where(due))).scalar_one()
            suspicious = total >= ALARM_FROM and leaving > ALARM_SHARE * total and not confirmed
            if not suspicious:
                await connection.execute(delete(dialogs).where(dialogs.c.lookup.in_(select(people.c.lookup).where(due))))
                await connection.execute(delete(people).where(due))
            old = await connection.execute(delete(dialogs).where(dialogs.c.expires_at <= now).returning(dialogs.c.lookup))
            oldest = now.date() - timedelta(days=TALLY_DAYS)
            counts = await connection.execute(delete(tallies).where(tallies.c.day < oldest).returning(tallies.c.day))
            purged = Purged(leaving, len(old.all()), len(counts.all()))
        await self._database.checkpoint()
        if suspicious:
            raise PurgeSuspicious(leaving, total)
        return purged

    def _due(self, people: Any, now: datetime) -> ColumnElement[bool]:
        gone: ColumnElement[bool] = people.c.gone_on <= now.date() - timedelta(days=GONE_DAYS)
        idle: ColumnElement[bool] = people.c.active_month < month_before(now.date(), IDLE_MONTHS)
        return gone | idle


def month_before(day: date, months: int) -> str:
    """Return the month `months` before that of `day`, as YYYY-MM."""
    index = day.year * 12 + day.month - 1 - months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
