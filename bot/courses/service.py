"""The catalogue: reading courses."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from bot.courses.catalogue import Course, CourseText, Kind, State
from bot.courses.models import CourseRow
from bot.db.engine import Database

_COLUMNS = CourseRow.__table__.c  # type: ignore[attr-defined]  # SQLModel adds it
_OFFERED = 20  # buttons on a phone


class Courses:
    """The use cases of the catalogue."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def get(self, course_id: str) -> Course | None:
        """Return a course in whatever state, None when there is no such course. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(*_COLUMNS).where(col(CourseRow.id) == course_id))).one_or_none()
        return course(row) if row else None

    async def offered(self) -> tuple[Course, ...]:
        """Return what staff may announce: open, closed and decided courses, the next deadline first."""
        states = [str(state) for state in (State.OPEN, State.CLOSED, State.DECIDED)]
        order = (col(CourseRow.deadline).is_(None), col(CourseRow.deadline))
        statement = select(*_COLUMNS).where(col(CourseRow.state).in_(states)).order_by(*order).limit(_OFFERED)
        async with self._database.transaction() as connection:
            return tuple(course(row) for row in await connection.execute(statement))


def course(row: Any) -> Course:
    """Return the course of a row."""
    return Course(
        row.id, State(row.state), Kind(row.kind), tuple(row.regions.split()), tuple(row.languages.split()), tuple(row.audiences.split()),
        row.starts_on, row.ends_on, row.city, row.country, row.seats, row.opens_at, row.deadline, row.zone,
        tuple(filter(None, row.partners.split("; "))), row.share_with,
        {language: CourseText(**text) for language, text in json.loads(row.texts).items()})
