"""Anonymous counts: how often a topic was asked for, answered, found helpful. Nothing about who."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from bot.db.engine import Database
from bot.db.writes import Write
from bot.people.models import TALLIES

SHOWN_FROM = 5  # smaller counts are hidden: they could point to one person (safety.md 2.2)
NO_TOPIC = "-"
BANDS = ("answer", "choose", "decline", "urgent")  # how a question can end; small talk is none


@dataclass(frozen=True, slots=True)
class Tally:
    """A sum over days; `count` is None where it is under 5."""

    language: str
    topic: str
    outcome: str
    count: int | None


class Tallies:
    """Counts and their sums."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        added = database.insert(TALLIES)
        self._add = added.on_conflict_do_update(
            index_elements=["day", "language", "topic", "outcome"], set_={"count": TALLIES.c.count + added.excluded.count})

    def add(self, language: str, topic: str | None, outcome: str, count: int = 1) -> Write:
        """Write one more of `outcome` for today; a `count` of -1 takes one back."""
        return Write(self._add, {
            "day": self._now().date(), "language": language, "topic": (topic or NO_TOPIC)[:64], "outcome": outcome, "count": count})

    async def sums(self, since: date) -> Sequence[Tally]:
        """Return the sums since a day, largest first. Raises DatabaseUnavailable."""
        columns = TALLIES.c
        total = func.sum(columns.count).label("total")
        statement = select(columns.language, columns.topic, columns.outcome, total).where(columns.day >= since).group_by(
            columns.language, columns.topic, columns.outcome).order_by(total.desc(), columns.topic)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        return [Tally(row.language, row.topic, row.outcome, row.total if row.total >= SHOWN_FROM else None) for row in rows]

    async def bands(self, since: date) -> Mapping[str, Mapping[str, int | None]]:
        """Return how questions were answered since a day: language → outcome → count, None where it is under 5. Raises DatabaseUnavailable."""
        columns = TALLIES.c
        statement = select(columns.language, columns.outcome, func.sum(columns.count).label("total")).where(
            columns.day >= since, columns.outcome.in_(BANDS)).group_by(columns.language, columns.outcome)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        found: dict[str, dict[str, int | None]] = {}
        for row in rows:
            found.setdefault(row.language, {})[row.outcome] = int(row.total) if row.total >= SHOWN_FROM else None
        return found
