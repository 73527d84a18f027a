"""What is too old goes by itself: forms 7 days after the last answer, expressions of interest 90 days after their decision, their counts after a year.

An expression of interest that nobody decides on goes 90 days after the course's last day, or after the archiving of a course without one.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.catalogue import State
from bot.courses.drafts import LIFE
from bot.courses.interests import OPEN_STATES
from bot.courses.models import COURSES, DRAFTS, INTEREST_TALLIES, INTERESTS
from bot.db.engine import Database
from bot.people.holding import hold
from bot.people.models import PEOPLE
from bot.people.tombstones import Journal, bury
from bot.people.witness import NOBODY, RETENTION, Witness

DECIDED_DAYS = 90  # safety.md 2.2
TALLY_DAYS = 365


@dataclass(frozen=True, slots=True)
class Gone:
    """How many rows went."""

    drafts: int
    interests: int
    tallies: int


class InterestRetention:
    """Erases what is past its time; limits are compared with times already past, so a clock that goes back erases nothing early."""

    def __init__(self, database: Database, now: Callable[[], datetime], journal: Path, witness: Witness = NOBODY) -> None:
        self._database = database
        self._now = now
        self._journal = Journal(journal)
        self._witness = witness
        added = database.insert(INTEREST_TALLIES)
        self._add = added.on_conflict_do_update(
            index_elements=["course_id", "outcome", "language", "region"],
            set_={"count": INTEREST_TALLIES.c.count + added.excluded.count, "changed_on": added.excluded.changed_on})

    async def purge(self) -> Gone:
        """Erase what is due, count what was decided, in one transaction; then empty the write-ahead log. Raises DatabaseUnavailable."""
        now = self._now()
        async with self._database.exclusive() as connection:
            held = select(INTERESTS.c.person_id).where(_due(now))
            await hold(connection, PEOPLE.c.id.in_(held))
            old = (await connection.execute(delete(DRAFTS).where(DRAFTS.c.answered_at <= now - LIFE).returning(DRAFTS.c.person_id))).all()
            decided = await self._purge_interests(connection, now)
            limit = now.date() - timedelta(days=TALLY_DAYS)
            counts = (await connection.execute(delete(INTEREST_TALLIES).where(INTEREST_TALLIES.c.changed_on < limit).returning(
                INTEREST_TALLIES.c.course_id))).all()
            await self._witness.erased(connection, RETENTION, {"interests": len(decided)})
        await asyncio.to_thread(self._journal.append, decided, now.date())
        await self._database.checkpoint()
        return Gone(len(old), len(decided), len(counts))

    async def _purge_interests(self, connection: AsyncConnection, now: datetime) -> Sequence[str]:
        """Delete, and count exactly what this transaction deleted: two replicas at once count nothing twice. Return the numbers of the rows."""
        columns = INTERESTS.c
        gone = (await connection.execute(delete(INTERESTS).where(_due(now)).returning(
            columns.id, columns.course_id, columns.state, columns.language, columns.region))).all()
        counted = Counter((row.course_id, row.state, row.language, row.region) for row in gone if row.state not in OPEN_STATES)
        for (course_id, outcome, language, region), count in sorted(counted.items()):
            await connection.execute(self._add, {
                "course_id": course_id, "outcome": outcome, "language": language, "region": region, "count": count, "changed_on": now.date()})
        await bury(self._database, connection, {row.id: now.date() for row in gone})
        return [row.id for row in gone]


def _due(now: datetime) -> Any:
    """The expressions of interest that are past their time."""
    limit = now.date() - timedelta(days=DECIDED_DAYS)
    return or_(INTERESTS.c.decided_on <= limit, and_(INTERESTS.c.decided_on.is_(None), INTERESTS.c.course_id.in_(_over(now))))


def _over(now: datetime) -> Any:
    """The courses of which no decision is to be expected any more."""
    archived = and_(COURSES.c.state == State.ARCHIVED.value, COURSES.c.changed_at <= now - timedelta(days=DECIDED_DAYS))
    last = func.coalesce(COURSES.c.ends_on, COURSES.c.starts_on)
    return select(COURSES.c.id).where(or_(last <= now.date() - timedelta(days=DECIDED_DAYS), and_(last.is_(None), archived)))
