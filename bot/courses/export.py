"""The expressions of interest of a course as a file. One person asks, a second one confirms, and it goes to the one who asked (safety.md T3)."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.accepted import CONTACT
from bot.courses.letters import Outcome
from bot.courses.models import INTERESTS
from bot.courses.redaction import SHOWN, plain, redacted
from bot.courses.sheet import csv_file
from bot.courses.turns import held_course, turn
from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.staff.asks import Ask, Asks, Wish
from bot.staff.audit import Audit
from bot.staff.models import STAFF
from bot.staff.roles import Right, may, parse

ROW = ("number", "state", "sent_on", "language")  # what comes before the answers
HEADERS = (*ROW, *SHOWN, *CONTACT)

log = get_logger()


class Step(StrEnum):
    """How it ended. Only DONE changed something."""

    DONE = "done"
    GONE = "gone"  # no such course, or nobody in it
    NOBODY_ASKED = "nobody-asked"  # or more than 24 hours ago
    SAME_PERSON = "same-person"
    NOT_ALLOWED = "not-allowed"  # one of the two has not the role (any more)


@dataclass(frozen=True, slots=True)
class Exported:
    """How it ended; `content` is the file for `asked_by`, with `count` expressions of interest."""

    step: Step
    content: bytes = b""
    count: int = 0
    asked_by: str = ""


class Exports:
    """The use cases of the export."""

    def __init__(self, database: Database, keys: KeyRing, asks: Asks, audit: Audit, *, second_person: bool) -> None:
        self._database = database
        self._keys = keys
        self._asks = asks
        self._audit = audit
        self.second_person = second_person

    async def ask(self, course_id: str, by: str) -> Step:
        """Ask for a course's file; it can be confirmed for 24 hours. Raises DatabaseUnavailable, as all of these."""
        async with turn(self._database) as connection:
            if await held_course(connection, course_id) is None or not await _count(connection, course_id):
                return Step.GONE
            if not await _may_export(connection, {by}):
                return Step.NOT_ALLOWED
            await self._asks.put(connection, Wish.EXPORT, course_id, await self._audit.actor(connection, by))
            await self._audit.note(connection, by, "export-asked", course_id)
        return Step.DONE

    async def waiting(self, course_id: str) -> Ask | None:
        """Return the open wish for a course's file."""
        return await self._asks.waiting(Wish.EXPORT, course_id)

    async def confirm(self, course_id: str, by: str) -> Exported:
        """Confirm what somebody else asked for, once; the audit trail has it before the file exists."""
        async with turn(self._database) as connection:
            ask = await self._asks.find(connection, Wish.EXPORT, course_id)
            if ask is None:
                return Exported(Step.NOBODY_ASKED)
            if self.second_person and ask.is_by(await self._audit.actor(connection, by)):
                return Exported(Step.SAME_PERSON)
            if not await _may_export(connection, {by, ask.asked_by}):
                return Exported(Step.NOT_ALLOWED)
            rows = (await connection.execute(select(INTERESTS).where(INTERESTS.c.course_id == course_id).order_by(INTERESTS.c.id))).all()
            if not rows:
                return Exported(Step.GONE)
            await self._asks.drop(connection, Wish.EXPORT, course_id)
            await self._audit.note(connection, by, "exported", f"{course_id} {len(rows)}")
        log.info("interests_exported", count=len(rows))
        return Exported(Step.DONE, await asyncio.to_thread(self._file, rows), len(rows), ask.asked_by)

    def _file(self, rows: Sequence[Any]) -> bytes:
        return csv_file(HEADERS, (self._line(place, row) for place, row in enumerate(rows, 1)))

    def _line(self, number: int, row: Any) -> list[str]:
        """One expression of interest, as a reviewer sees it; with name and contact when it is accepted and its person was told so."""
        begun = [str(number), row.state, row.sent_on.isoformat(), row.language]
        try:
            answers = json.loads(self._keys.open(row.answers, "interests", "answers", row.id))
        except (SealBroken, ValueError):
            log.error("interest_seal_broken")
            return [*begun, *[""] * (len(SHOWN) + len(CONTACT))]
        told = row.decided_on is not None and row.state == Outcome.ACCEPTED.value
        seen = redacted(answers)
        return [*begun, *(seen.get(name, "") for name in SHOWN), *(plain(answers.get(name)) if told else "" for name in CONTACT)]


async def _count(connection: AsyncConnection, course_id: str) -> int:
    return int((await connection.execute(select(func.count()).select_from(INTERESTS).where(INTERESTS.c.course_id == course_id))).scalar_one())


async def _may_export(connection: AsyncConnection, members: set[str]) -> bool:
    """Tell whether all of `members` have the role at this very moment; their rows are held, so that nobody is demoted meanwhile."""
    found = (await connection.execute(select(STAFF.c.roles).where(STAFF.c.id.in_(sorted(members))).order_by(STAFF.c.id).with_for_update())).scalars().all()
    return len(found) == len(members) and all(may(parse(roles), Right.EXPORT) for roles in found)
