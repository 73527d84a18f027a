"""Forms under way: each answer is saved at once, before it is replied to, and a redelivered update changes nothing."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import bindparam

from bot.courses.answers import dump, parse
from bot.courses.catalogue import Course
from bot.courses.form import Form, Note, Said, advance, open_step
from bot.courses.messages import Message, Text
from bot.courses.models import COURSES, DRAFTS
from bot.db.engine import Database
from bot.db.writes import Write
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.models import PEOPLE
from bot.people.service import Person

log = get_logger()
LIFE = timedelta(days=7)  # after the last answer (safety.md 2.2 allows less; issue 3 asks for 7 days on another phone)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form under way. `again`: this update was answered before, so what was said then is said again.

    `id` is the number of its row, once it was kept; `interest_id`: the expression of interest that is being changed; `asked_message`: the message that shows
    the present question.
    """

    course_id: str
    form: Form
    said: Said
    answered_at: datetime
    again: bool = False
    last_update: int = 0
    asked_message: int = 0
    interest_id: str | None = None
    mark: str = ""
    id: str = ""

    def anew(self) -> "Draft":
        """Return the form as it is shown when it is opened again: the question itself, with a choice that is still to be made."""
        return replace(self, said=Said(Note.OTHERS) if self.form.pending else Said(), again=True)


class Drafts:
    """The use cases of a form under way; one transaction each, in which nobody else touches the person's row."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now
        row = DRAFTS.c
        self._forget = delete(DRAFTS).where(row.person_id.in_(select(PEOPLE.c.id).where(PEOPLE.c.lookup == bindparam("who"))))
        self._asked = update(DRAFTS).where(row.person_id == bindparam("who"), row.asked_message < bindparam("number")).values(
            asked_message=bindparam("number"))

    async def get(self, person_id: str) -> Draft | None:
        """Return the person's form, None when there is none or it is past its 7 days. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            return await self.locked(connection, person_id)

    async def begin(self, person_id: str, course: Course, update_id: int, *, mark: str = "") -> Draft:
        """Open a form after consent, and return it; one that is open already, also for another course, is returned as it is.

        Raises DatabaseUnavailable.
        """
        async with self._database.exclusive() as connection:
            there = await self.locked(connection, person_id)
            if there is not None:
                return there.anew()
            form = Form(partner=course.share_with)
            draft = Draft(course.id, replace(form, step=open_step(form)), Said(), self._now(), mark=mark)
            await self.store(connection, person_id, draft, update_id)
        return draft

    async def answer(self, person_id: str, message: Message, update_id: int) -> Draft | None:
        """Take `message` in, save what it leads to, and return it; None when no form is open. Raises DatabaseUnavailable.

        A text that is older than the question it would answer (two devices at once) is not taken as its answer.
        """
        async with self._database.exclusive() as connection:
            draft = await self.locked(connection, person_id)
            if draft is None:
                return None
            if draft.last_update == update_id:
                return replace(draft, again=True)
            if isinstance(message, Text) and message.number < draft.asked_message:
                form, said = draft.form, Said(Note.EARLY)
            else:
                form, said = advance(draft.form, message)
            draft = replace(draft, form=form, said=said, answered_at=self._now())
            await self.store(connection, person_id, draft, update_id)
        return draft

    def forget(self, person: Person) -> Write:
        """Write that a person who blocked the bot has no form under way: they took back what its answers were given on (safety.md, 46)."""
        return Write(self._forget, {"who": person.lookup})

    def asked(self, person_id: str, number: int) -> Write:
        """Write that message `number` shows the present question: an older text is no answer to it."""
        return Write(self._asked, {"who": person_id, "number": number})

    async def locked(self, connection: AsyncConnection, person_id: str) -> Draft | None:
        """Return the person's form, its row locked until the transaction ends."""
        rows, courses = DRAFTS, COURSES
        found = await connection.execute(
            select(*rows.c, courses.c.share_with).join(courses, courses.c.id == rows.c.course_id)
            .where(rows.c.person_id == person_id, rows.c.answered_at > self._now() - LIFE).with_for_update(of=rows))
        row = found.one_or_none()
        if row is None:
            return None
        try:
            form, said, mark = parse(self._keys.open(row.answers, "drafts", "answers", person_id), row.step, row.share_with)
        except (SealBroken, ValueError, KeyError):
            log.error("draft_seal_broken")
            return None
        return Draft(row.course_id, form, said, row.answered_at, False, row.last_update, row.asked_message, row.interest_id, mark, row.id)

    async def store(self, connection: AsyncConnection, person_id: str, draft: Draft, update_id: int) -> None:
        """Write `draft` as the person's form, in the place of an earlier one."""
        values = {
            "course_id": draft.course_id, "interest_id": draft.interest_id, "step": draft.form.step, "last_update": update_id, "answered_at": self._now(),
            "answers": self._keys.seal(dump(draft.form, draft.said, draft.mark), "drafts", "answers", person_id),
        }
        insert = self._database.insert(DRAFTS).values(id=str(uuid.uuid4()), person_id=person_id, asked_message=0, **values)
        await connection.execute(insert.on_conflict_do_update(index_elements=["person_id"], set_=values))

    async def number(self, connection: AsyncConnection, person_id: str) -> str | None:
        """Return the number of the person's form, also of one past its 7 days."""
        return (await connection.execute(select(DRAFTS.c.id).where(DRAFTS.c.person_id == person_id))).scalar_one_or_none()

    async def remove(self, connection: AsyncConnection, person_id: str) -> None:
        """Delete the person's form."""
        await connection.execute(delete(DRAFTS).where(DRAFTS.c.person_id == person_id))
