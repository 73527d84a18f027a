"""Expressions of interest: sending one, once; what the person sees of it; changing and withdrawing it."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.answers import dump_sent, parse_sent, region
from bot.courses.catalogue import Course
from bot.courses.drafts import Draft, Drafts
from bot.courses.form import Said, advance
from bot.courses.messages import Send
from bot.courses.models import COURSES, INTERESTS
from bot.courses.service import course
from bot.courses.steps import SENT, continent
from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger

log = get_logger()
AT_MOST = 3  # new expressions of interest of one account
WITHIN = timedelta(days=30)  # safety.md, T4
_CODE_LETTERS = "2346789ACDEFGHJKMNPQRTVWXY"  # 26 letters and digits, none that is taken for another (0 O, 1 I L, 5 S, 8 B, U V): 2 * 10^11 codes
OPEN_STATES = ("received", "reading")  # while one of these, the answers can still be changed


class Outcome(StrEnum):
    """How sending ended."""

    SENT = "sent"
    CHANGED = "changed"
    INCOMPLETE = "incomplete"
    CLOSED = "closed"
    TOO_MANY = "too-many"
    NOTHING = "nothing"

EraseRow = Callable[[str, str], Awaitable[bool]]  # name of the table, number of the row


@dataclass(frozen=True, slots=True)
class Interest:
    """An expression of interest, as its person sees it; its answers are not among it."""

    id: str
    course_id: str
    code: str
    state: str
    version: int
    sent_on: date


@dataclass(frozen=True, slots=True)
class Sending:
    """The outcome, with what was sent, or the draft as it stays."""

    outcome: Outcome
    interest: Interest | None = None
    draft: Draft | None = None


class Interests:
    """The use cases of an expression of interest; `erase_row` erases one row for good."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime], drafts: Drafts, erase_row: EraseRow) -> None:
        self._database = database
        self._keys = keys
        self._now = now
        self._drafts = drafts
        self._erase_row = erase_row

    async def send(self, person_id: str, course_id: str, language: str, update_id: int) -> Sending:
        """Send the person's form for a course: the draft becomes an expression of interest, in one transaction, once.

        A second tap or a redelivered update finds it sent, and says the same. Raises DatabaseUnavailable.
        """
        async with self._database.exclusive() as connection:
            draft = await self._drafts.locked(connection, person_id)
            if draft is not None and draft.last_update == update_id:
                return Sending(Outcome.INCOMPLETE, draft=replace(draft, again=True))
            there = await self._of_course(connection, person_id, course_id)
            if draft is None or draft.course_id != course_id:
                return Sending(Outcome.NOTHING if there is None else Outcome.SENT if there.version == 1 else Outcome.CHANGED, there)
            form, said = advance(draft.form, Send())
            if form.step != SENT:
                draft = replace(draft, form=form, said=said, answered_at=self._now())
                await self._drafts.store(connection, person_id, draft, update_id)
                return Sending(Outcome.INCOMPLETE, draft=draft)
            refused = await self._refused(connection, person_id, course_id, there)
            if refused is not None:
                return Sending(refused, draft=draft)
            sent = await (self._create(connection, person_id, draft, language) if there is None else self._change(connection, draft, there))
            await self._drafts.remove(connection, person_id)
        log.info("interest_sent", changed=there is not None)
        return Sending(Outcome.SENT if there is None else Outcome.CHANGED, sent)

    async def mine(self, person_id: str) -> tuple[Interest, ...]:
        """Return the person's expressions of interest, newest first. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            found = await connection.execute(select(INTERESTS).where(INTERESTS.c.person_id == person_id).order_by(INTERESTS.c.sent_on.desc(), INTERESTS.c.code))
            return tuple(_interest(row) for row in found)

    async def get(self, person_id: str, interest_id: str) -> Interest | None:
        """Return one of the person's own; None for another's, exactly as for one that does not exist. Raises DatabaseUnavailable."""
        return next((one for one in await self.mine(person_id) if one.id == interest_id), None)

    async def may_begin(self, person_id: str) -> bool:
        """Tell whether the person can send a new one now: at most 3 in 30 days (safety.md, T4). Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            return await self._recent(connection, person_id) < AT_MOST

    async def reopen(self, person_id: str, interest_id: str, update_id: int) -> Draft | None:
        """Open a form with the answers that were sent, to change them until the deadline; None when that is not possible any more.

        A form that is open already is returned as it is. Raises DatabaseUnavailable.
        """
        async with self._database.exclusive() as connection:
            there = await self._drafts.locked(connection, person_id)
            if there is not None:
                return there.anew()
            row = (await connection.execute(select(INTERESTS).where(INTERESTS.c.id == interest_id, INTERESTS.c.person_id == person_id))).one_or_none()
            offered = await self._course(connection, row.course_id) if row else None
            if row is None or offered is None or row.state not in OPEN_STATES or not offered.takes_interests(self._now()):
                return None
            try:
                form, mark = parse_sent(self._keys.open(row.answers, "interests", "answers", row.id), offered.share_with)
            except (SealBroken, ValueError, KeyError):
                log.error("interest_seal_broken")
                return None
            draft = Draft(row.course_id, form, Said(), self._now(), interest_id=row.id, mark=mark)
            await self._drafts.store(connection, person_id, draft, update_id)
        return draft

    async def withdraw(self, person_id: str, interest_id: str) -> None:
        """Erase one of the person's own for good, with its reviews and a form that changes it; no error when it is gone already."""
        if await self.get(person_id, interest_id) is None:
            return
        async with self._database.exclusive() as connection:
            draft = await self._drafts.locked(connection, person_id)
            if draft is not None and draft.interest_id == interest_id:
                await self._drafts.remove(connection, person_id)
        await self._erase_row("interests", interest_id)
        log.info("interest_withdrawn")

    async def discard(self, person_id: str) -> None:
        """Erase the person's form, if there is one, for good. Raises DatabaseUnavailable: then it must be tried again."""
        async with self._database.transaction() as connection:
            number = await self._drafts.number(connection, person_id)
        if number is None:
            await self._database.checkpoint()  # the one before may have failed
            return
        await self._erase_row("drafts", number)
        log.info("draft_discarded")

    async def _refused(self, connection: AsyncConnection, person_id: str, course_id: str, there: Interest | None) -> Outcome | None:
        offered = await self._course(connection, course_id)
        if offered is None or not offered.takes_interests(self._now()) or (there is not None and there.state not in OPEN_STATES):
            return Outcome.CLOSED
        return Outcome.TOO_MANY if there is None and await self._recent(connection, person_id) >= AT_MOST else None

    async def _recent(self, connection: AsyncConnection, person_id: str) -> int:
        since = self._now().date() - WITHIN
        found = await connection.execute(select(func.count()).select_from(INTERESTS).where(INTERESTS.c.person_id == person_id, INTERESTS.c.sent_on > since))
        return int(found.scalar_one())

    async def _create(self, connection: AsyncConnection, person_id: str, draft: Draft, language: str) -> Interest:
        number = draft.id  # so that a tombstone of what was sent stands for the form, too, which an older backup may hold
        values: dict[str, Any] = {
            "id": number, "person_id": person_id, "course_id": draft.course_id, "code": await self._new_code(connection), "state": "received",
            "language": language, "region": continent(region(draft.form)), "version": 1, "sent_on": self._now().date(), "decided_on": None,
            "answers": self._keys.seal(dump_sent(draft.form, draft.mark), "interests", "answers", number),
        }
        await connection.execute(INTERESTS.insert().values(**values))
        return Interest(number, draft.course_id, values["code"], "received", 1, values["sent_on"])

    async def _change(self, connection: AsyncConnection, draft: Draft, there: Interest) -> Interest:
        answers = self._keys.seal(dump_sent(draft.form, draft.mark), "interests", "answers", there.id)
        await connection.execute(update(INTERESTS).where(INTERESTS.c.id == there.id).values(
            answers=answers, region=continent(region(draft.form)), version=there.version + 1))
        return Interest(there.id, there.course_id, there.code, there.state, there.version + 1, there.sent_on)

    async def _new_code(self, connection: AsyncConnection) -> str:
        """Return a code that no expression of interest has; the column is unique besides."""
        while True:
            letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(8))
            code = f"{letters[:4]}-{letters[4:]}"
            if (await connection.execute(select(INTERESTS.c.id).where(INTERESTS.c.code == code))).first() is None:
                return code

    async def _of_course(self, connection: AsyncConnection, person_id: str, course_id: str) -> Interest | None:
        theirs = select(INTERESTS).where(INTERESTS.c.person_id == person_id, INTERESTS.c.course_id == course_id)
        row = (await connection.execute(theirs.with_for_update())).one_or_none()
        return _interest(row) if row else None

    async def _course(self, connection: AsyncConnection, course_id: str) -> Course | None:
        row = (await connection.execute(select(COURSES).where(COURSES.c.id == course_id))).one_or_none()
        return course(row) if row else None


def _interest(row: Any) -> Interest:
    return Interest(row.id, row.course_id, row.code, row.state, row.version, row.sent_on)
