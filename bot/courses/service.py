"""The catalogue: reading courses, and moving them on when their date has come.

Nothing is kept in memory: several replicas serve the same people, and a state must never be stale. Reads are cheap instead:
a list reads short columns of all courses, and the texts of one page only.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Date, func, or_, select, update
from sqlalchemy.sql import bindparam

from bot.courses import dates
from bot.courses.catalogue import ANY, Course, CourseText, Kind, State, Wanted
from bot.courses.dates import Dates
from bot.courses.models import COURSES
from bot.db.engine import Database

PAGE = 6  # courses on a page: with three lines each they fill a small phone's screen
_COLUMNS = COURSES.c
_SHORT = tuple(_COLUMNS[name] for name in (
    "id", "state", "kind", "regions", "languages", "audiences", "starts_on", "ends_on", "opens_at", "deadline", "zone"))
_OFFERED = 20  # buttons on a phone
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the catalogue: its courses, its number (from 0), and how many courses there are on all pages."""

    courses: tuple[Course, ...]
    number: int
    total: int

    @property
    def has_more(self) -> bool:
        """Whether a page follows."""
        return (self.number + 1) * PAGE < self.total


@dataclass(frozen=True, slots=True)
class Move:
    """A course that the date has moved on."""

    course_id: str
    before: State
    after: State


class Courses:
    """The use cases of the catalogue."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._get = select(*_COLUMNS).where(_COLUMNS.id == bindparam("id"))
        self._all_short = select(*_SHORT).where(_COLUMNS.state != State.ARCHIVED.value)
        # What can't be on a list stays in the database; a day more than needed, since a course's day is that of its zone.
        self._perhaps_listed = self._all_short.where(
            or_(_COLUMNS.state != State.DRAFT.value, _COLUMNS.opens_at <= bindparam("now")),
            or_(_COLUMNS.starts_on.is_(None), func.coalesce(_COLUMNS.ends_on, _COLUMNS.starts_on) >= bindparam("yesterday", type_=Date)))
        self._some = select(*_COLUMNS).where(_COLUMNS.id.in_(bindparam("ids", expanding=True)))
        # The state that was read stands in the condition: what staff or another replica did meanwhile stays.
        self._move = update(COURSES).where(_COLUMNS.id == bindparam("which"), _COLUMNS.state == bindparam("before")).values(
            state=bindparam("after"), changed_at=bindparam("at"))

    async def get(self, course_id: str) -> Course | None:
        """Return a course in whatever state, the state as of now; None when there is no such course. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            row = (await connection.execute(self._get, {"id": course_id})).one_or_none()
        return dates.at(course(row), self._now()) if row else None

    async def public(self, course_id: str) -> Course | None:
        """Return a course as people may see it, without its city unless it is open; None for a draft, one in the archive, or none.

        Raises DatabaseUnavailable.
        """
        found = await self.get(course_id)
        return _for_people(found) if found is not None and found.public else None

    async def page(self, wanted: Wanted = ANY, number: int = 0) -> Page:
        """Return one page of what people may see and what is `wanted`: open courses by deadline, then closed ones that have not ended.

        A page behind the last one is the last one. Raises DatabaseUnavailable.
        """
        now = self._now()
        async with self._database.transaction() as connection:
            rows = (await connection.execute(self._perhaps_listed, {"now": now, "yesterday": now.date() - timedelta(days=1)})).all()
            ids = [row.id for row in _listed(rows, wanted, now)]
            number = max(0, min(number, (len(ids) - 1) // PAGE))
            shown = ids[number * PAGE : (number + 1) * PAGE]
            texts = {row.id: row for row in await connection.execute(self._some, {"ids": shown})} if shown else {}
        return Page(tuple(_for_people(dates.at(course(texts[one]), now)) for one in shown if one in texts), number, len(ids))

    async def move(self) -> tuple[Move, ...]:
        """Write the states that the date has brought, and return them. Done twice, or by two replicas at once, it has one effect.

        Raises DatabaseUnavailable.
        """
        now = self._now()
        moves = []
        async with self._database.transaction() as connection:
            for row in (await connection.execute(self._all_short)).all():
                before, after = State(row.state), dates.state_at(_dates(row), now)
                if after is not before:
                    changed = await connection.execute(
                        self._move, {"which": row.id, "before": before.value, "after": after.value, "at": now})
                    moves.extend([Move(row.id, before, after)] if changed.rowcount else [])
        return tuple(moves)

    async def offered(self) -> tuple[Course, ...]:
        """Return what staff may announce: open, closed and decided courses, the next deadline first."""
        states = [str(state) for state in (State.OPEN, State.CLOSED, State.DECIDED)]
        order = (_COLUMNS.deadline.is_(None), _COLUMNS.deadline)
        statement = select(*_COLUMNS).where(_COLUMNS.state.in_(states)).order_by(*order).limit(_OFFERED)
        async with self._database.transaction() as connection:
            return tuple(course(row) for row in await connection.execute(statement))


def course(row: Any) -> Course:
    """Return the course of a row, with the state that is stored."""
    return Course(
        row.id, State(row.state), Kind(row.kind), tuple(row.regions.split()), tuple(row.languages.split()), tuple(row.audiences.split()),
        row.starts_on, row.ends_on, row.city, row.country, row.seats, row.opens_at, row.deadline, row.zone,
        tuple(filter(None, row.partners.split("; "))), row.share_with,
        {language: CourseText(**text) for language, text in json.loads(row.texts).items()})


def _for_people(found: Course) -> Course:
    return found if found.state is State.OPEN else replace(found, city="")


def _dates(row: Any) -> Dates:
    return Dates(State(row.state), row.starts_on, row.ends_on, row.opens_at, row.deadline, row.zone)


def _listed(rows: Sequence[Any], wanted: Wanted, now: datetime) -> list[Any]:
    """Return the rows that people may see and want, in the order of the list."""
    kept: list[tuple[Any, Any]] = []
    for row in rows:
        if not wanted.fits(row.regions.split(), row.kind, row.languages.split(), row.audiences.split()):
            continue
        when = _dates(row)
        state = dates.state_at(when, now)
        if state is State.OPEN:
            kept.append(((0, row.deadline or _LATEST, row.id), row))
        elif state in (State.CLOSED, State.DECIDED) and not dates.has_ended(when, now):
            kept.append(((1, _start(when), row.id), row))
    return [row for _, row in sorted(kept, key=lambda one: one[0])]


def _start(when: Dates) -> datetime:
    return datetime.combine(when.starts_on, datetime.min.time(), UTC) if when.starts_on else _LATEST
