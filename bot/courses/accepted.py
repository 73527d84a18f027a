"""For approvers, after the release: who is accepted, and how to reach them. Each opening is audited before anybody sees it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from bot.courses.letters import Outcome
from bot.courses.models import COURSES, INTERESTS
from bot.courses.redaction import plain, redacted
from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.staff.audit import Audit

OPENED = "contact-read"  # how an opening stands in the audit trail
CONTACT = ("name", "reach", "contact_detail", "share")  # of the accepted only, once they were told

log = get_logger()


@dataclass(frozen=True, slots=True)
class Place:
    """One who is accepted, as the list shows it: without a name."""

    interest_id: str
    language: str
    region: str


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is accepted and was told, in an order that says nothing; how many seats there are, and how many are on the waiting list."""

    places: tuple[Place, ...]
    seats: int | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Contact:
    """One who is accepted: `contact` has the fields of CONTACT, `answers` what a reviewer sees. None of them: what is stored does not open."""

    interest_id: str
    course_id: str
    language: str
    contact: Mapping[str, str]
    answers: Mapping[str, str]


class Accepted:
    """The use cases of whoever invites the accepted. Members of staff are random ids; who may call is decided by their roles, before."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit) -> None:
        self._database = database
        self._keys = keys
        self._audit = audit

    async def of(self, course_id: str) -> Roll:
        """Return who is accepted, after the release; of nobody else anything. Raises DatabaseUnavailable."""
        columns = INTERESTS.c
        told = columns.course_id == course_id, columns.decided_on.is_not(None)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(select(columns.id, columns.language, columns.region).where(
                *told, columns.state == Outcome.ACCEPTED.value).order_by(columns.id))).all()
            waiting = (await connection.execute(select(func.count()).where(*told, columns.state == Outcome.WAITING.value))).scalar_one()
            seats = (await connection.execute(select(COURSES.c.seats).where(COURSES.c.id == course_id))).scalar_one_or_none()
        return Roll(tuple(Place(row.id, row.language, row.region) for row in rows), seats, int(waiting))

    async def open(self, interest_id: str, by: str) -> Contact | None:
        """Return name and contact of one who is accepted and was told, None for anybody else. The audit trail has it first. Raises DatabaseUnavailable."""
        columns = INTERESTS.c
        mine = select(INTERESTS).where(columns.id == interest_id, columns.state == Outcome.ACCEPTED.value, columns.decided_on.is_not(None))
        async with self._database.transaction() as connection:
            row = (await connection.execute(mine)).one_or_none()
            if row is not None:
                await self._audit.note(connection, by, OPENED, interest_id)
        return self._contact(row) if row is not None else None

    def _contact(self, row: Any) -> Contact:
        try:
            answers = json.loads(self._keys.open(row.answers, "interests", "answers", row.id))
        except (SealBroken, ValueError):
            log.error("interest_seal_broken")
            return Contact(row.id, row.course_id, row.language, {}, {})
        return Contact(row.id, row.course_id, row.language, {name: plain(answers.get(name)) for name in CONTACT}, redacted(answers))
