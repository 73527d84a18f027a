"""What staff do with the catalogue: take over a file of courses, change a state, list everything."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses import dates
from bot.courses.catalogue import Course, State
from bot.courses.importing import Incoming
from bot.courses.models import COURSES
from bot.courses.service import course
from bot.db.engine import Database

_COLUMNS = COURSES.c


class Fate(StrEnum):
    """What a file does to a course."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """What a file does to one course: its fate, the state that it has afterwards, and the fields that change."""

    course_id: str
    fate: Fate
    state: State
    fields: tuple[str, ...] = ()


class NoSuchCourse(LookupError):
    """There is no course with this id."""


class DeadlinePast(Exception):
    """A course cannot be opened: by its dates it would be closed, or archived, at the same moment."""


class Publishing:
    """The use cases of those who publish courses."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def plan(self, incoming: Sequence[Incoming]) -> tuple[Change, ...]:
        """Return what taking over these courses would change; nothing is written. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            return tuple(change for change, _ in await self._compare(connection, incoming))

    async def take(self, incoming: Sequence[Incoming]) -> tuple[Change, ...]:
        """Take over these courses, all or none, and return what changed; a second time nothing does. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            compared = await self._compare(connection, incoming)
            for change, values in compared:
                if change.fate is Fate.NEW:
                    await connection.execute(insert(COURSES).values(**values, changed_at=self._now()))
                elif change.fate is Fate.CHANGED:
                    changed = {name: values[name] for name in change.fields}
                    await connection.execute(update(COURSES).where(_COLUMNS.id == change.course_id).values(**changed, changed_at=self._now()))
        return tuple(change for change, _ in compared)

    async def every(self) -> tuple[Course, ...]:
        """Return all courses as of now, the archive included, by their first day. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            rows = (await connection.execute(select(COURSES))).all()
        found = [dates.at(course(row), self._now()) for row in rows]
        return tuple(sorted(found, key=lambda one: (str(one.starts_on or "9"), one.id)))

    async def set_state(self, course_id: str, state: State) -> Course:
        """Give a course another state, and return it as it is then. Raises NoSuchCourse, DeadlinePast, DatabaseUnavailable.

        A course that becomes a draft again loses an `opens_at` that is past: otherwise it would open again at once.
        """
        now = self._now()
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(COURSES).where(_COLUMNS.id == course_id))).one_or_none()
            if row is None:
                raise NoSuchCourse(course_id)
            wanted = replace(course(row), state=state)
            if state is State.DRAFT and wanted.opens_at is not None and wanted.opens_at <= now:
                wanted = replace(wanted, opens_at=None)
            if state is State.OPEN and dates.at(wanted, now).state is not State.OPEN:
                raise DeadlinePast
            await connection.execute(update(COURSES).where(_COLUMNS.id == course_id).values(state=state.value, opens_at=wanted.opens_at, changed_at=now))
        return dates.at(wanted, now)

    async def _compare(self, connection: AsyncConnection, incoming: Sequence[Incoming]) -> list[tuple[Change, Mapping[str, Any]]]:
        ids = [one.course.id for one in incoming]
        there = {row.id: course(row) for row in await connection.execute(select(COURSES).where(_COLUMNS.id.in_(ids)))}
        return [_compared(one, there.get(one.course.id)) for one in incoming]


def _compared(incoming: Incoming, there: Course | None) -> tuple[Change, Mapping[str, Any]]:
    wanted = incoming.course
    if there is None:
        return Change(wanted.id, Fate.NEW, wanted.state), _values(wanted)
    if not incoming.state_given:
        wanted = replace(wanted, state=there.state)
    before, after = _values(there), _values(wanted)
    fields = tuple(name for name, value in after.items() if value != before[name])
    return Change(wanted.id, Fate.CHANGED if fields else Fate.UNCHANGED, wanted.state, fields), after


def _values(one: Course) -> dict[str, Any]:
    """Return what the row of a course holds, but for when it was changed."""
    texts = json.dumps({language: asdict(text) for language, text in sorted(one.texts.items())}, ensure_ascii=False)
    return {
        "id": one.id, "state": one.state.value, "kind": one.kind.value, "regions": " ".join(one.regions), "languages": " ".join(one.languages),
        "audiences": " ".join(one.audiences), "starts_on": one.starts_on, "ends_on": one.ends_on, "city": one.city, "country": one.country,
        "seats": one.seats, "opens_at": one.opens_at, "deadline": one.deadline, "zone": one.zone, "partners": "; ".join(one.partners),
        "share_with": one.share_with, "texts": texts}
