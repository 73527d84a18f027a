"""Counts about expressions of interest, for staff: which courses have any, and how many. Nothing about who."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.courses.catalogue import State
from bot.courses.models import COURSES, INTEREST_TALLIES, INTERESTS
from bot.db.engine import Database
from bot.people.tallies import SHOWN_FROM

_AT_STAFF = (State.OPEN.value, State.CLOSED.value, State.DECIDED.value)
_LISTED = 20  # courses, the latest changed first: they fit one keyboard
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Listed:
    """A course in the list of staff."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class OfCourse:
    """How many expressions of interest a course had within a year; None: under 5."""

    course_id: str
    count: int | None


class Figures:
    """Counts, and the list of courses that staff choose from."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def courses(self, language: str) -> Sequence[Listed]:
        """Return the courses that are open, closed or decided, with their titles. Raises DatabaseUnavailable, as all of these."""
        order = (COURSES.c.changed_at.desc(), COURSES.c.id)
        statement = select(COURSES.c.id, COURSES.c.texts).where(COURSES.c.state.in_(_AT_STAFF)).order_by(*order).limit(_LISTED)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        return [Listed(row.id, _title(row.texts, language)) for row in rows]

    async def interests(self, most: int = 10) -> Sequence[OfCourse]:
        """Return the courses with the most expressions of interest: those that are there, and those that were counted before they were erased."""
        there = select(INTERESTS.c.course_id, func.count().label("many")).group_by(INTERESTS.c.course_id)
        gone = select(INTEREST_TALLIES.c.course_id, func.sum(INTEREST_TALLIES.c.count).label("many")).where(
            INTEREST_TALLIES.c.changed_on >= self._now().date() - _YEAR).group_by(INTEREST_TALLIES.c.course_id)
        sums: Counter[str] = Counter()
        async with self._database.transaction() as connection:
            for statement in (there, gone):
                for row in await connection.execute(statement):
                    sums[row.course_id] += int(row.many)
        largest = sorted(sums.items(), key=lambda one: (-one[1], one[0]))[:most]
        return [OfCourse(course, many if many >= SHOWN_FROM else None) for course, many in largest]


def _title(texts: str, language: str) -> str:
    of = json.loads(texts)
    return str((of.get(language) or of.get("en") or next(iter(of.values())))["title"])
