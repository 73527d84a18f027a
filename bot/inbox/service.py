"""Questions to the team: a person sends, sees and withdraws theirs; responders read and answer without learning who asked."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.db.writes import apply
from bot.inbox.models import INBOX
from bot.inbox.questions import Answered, Asked, Letter, Mine, Outcome, Question, Waiting
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.holding import hold
from bot.people.models import PEOPLE, TOMBSTONES
from bot.people.service import Person
from bot.people.tallies import Tallies
from bot.staff.audit import Audit

log = get_logger()
KEPT = timedelta(days=30)  # safety.md 2.2
A_DAY = 5  # open questions that a person may send on one day
GAP = "gap"  # in the tallies
_OPEN, _ANSWERED = "open", "answered"
_SHOWN = 200  # open questions in a list
_HERE = INBOX.c.person_id.in_(select(PEOPLE.c.id).where(PEOPLE.c.gone_on.is_(None)))  # whoever asked did not leave the bot


class Inbox:
    """The use cases of questions. All raise DatabaseUnavailable."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._audit = audit
        self._now = now
        self._tallies = Tallies(database, now)

    async def ask(self, person: Person, language: str, text: str, update_id: int) -> Asked:
        """Keep a question of a person; the same update, or the same text once more (a double tap), changes nothing, and returns the same."""
        row, today = str(uuid.uuid4()), self._now().date()
        new = self._database.insert(INBOX).values(
            id=row, person_id=person.id, language=language, state=_OPEN, text=self._keys.seal(text, "inbox", "text", row), gap=False, asked_on=today,
            last_update=update_id).on_conflict_do_nothing(index_elements=["last_update"]).returning(INBOX.c.id)
        try:
            async with self._database.transaction() as connection:
                if not self._database.is_sqlite:  # which lets in one writer at a time anyway
                    await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.id == person.id).with_for_update())
                kept = (await connection.execute(new)).first()
                others = await self._others_of_today(connection, person.id, row) if kept else []
                if text in others or len(others) >= A_DAY:
                    await connection.execute(delete(INBOX).where(INBOX.c.id == row))
                    return Asked.DONE if text in others else Asked.MANY
        except IntegrityError:  # no such person any more: erased meanwhile
            return Asked.GONE
        return Asked.DONE

    async def mine(self, person: Person) -> Sequence[Mine]:
        """Return a person's questions, the latest first, with the answers that came."""
        statement = select(INBOX).where(INBOX.c.person_id == person.id).order_by(INBOX.c.asked_on.desc(), INBOX.c.last_update.desc())
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        found = []
        for row in rows:
            text, answer = self._opened(row.id, "text", row.text), self._opened(row.id, "answer", row.answer)
            if text is not None:
                found.append(Mine(row.id, text, answer, row.asked_on + KEPT))
        return found

    async def withdraw(self, person: Person, question_id: str) -> bool:
        """Erase one of the person's questions and its answer, for good; False when it was gone already.

        When the log of an SQLite database could not be emptied, this raises, and is to be called again.
        """
        statement = delete(INBOX).where(INBOX.c.id == question_id, INBOX.c.person_id == person.id).returning(INBOX.c.id)
        stone = self._database.insert(TOMBSTONES).values(row=question_id, erased_on=self._now().date()).on_conflict_do_nothing()
        async with self._database.exclusive() as connection:
            await hold(connection, PEOPLE.c.id == person.id)
            gone = (await connection.execute(statement)).first() is not None
            if gone:  # a restored backup must not bring it back
                await connection.execute(stone)
        await self._database.checkpoint()
        return gone

    async def open_questions(self) -> Sequence[Waiting]:
        """Return what waits for an answer, the oldest first; the text is read one at a time, by `read`."""
        statement = select(INBOX.c.id, INBOX.c.language, INBOX.c.asked_on, INBOX.c.gap).where(
            INBOX.c.state == _OPEN, _HERE).order_by(INBOX.c.asked_on, INBOX.c.id).limit(_SHOWN)
        async with self._database.transaction() as connection:
            return [Waiting(row.id, row.language, row.asked_on, row.gap) for row in await connection.execute(statement)]

    async def read(self, question_id: str, staff_id: str) -> Question | None:
        """Return an open question for a responder, and note that they read it; None when it is gone or answered."""
        statement = select(INBOX.c.language, INBOX.c.asked_on, INBOX.c.gap, INBOX.c.text).where(INBOX.c.id == question_id, INBOX.c.state == _OPEN, _HERE)
        async with self._database.transaction() as connection:
            row = (await connection.execute(statement)).one_or_none()
            text = self._opened(question_id, "text", row.text) if row else None
            if row is None or text is None:
                return None
            await self._audit.note(connection, staff_id, "question-read", question_id)
        return Question(Waiting(question_id, row.language, row.asked_on, row.gap), text)

    async def answer(self, question_id: str, staff_id: str, text: str) -> Answered:
        """Keep the answer to an open question and return the letter for whoever asked. Only the first answer counts."""
        sealed = self._keys.seal(text, "inbox", "answer", question_id)
        statement = update(INBOX).where(INBOX.c.id == question_id, INBOX.c.state == _OPEN, _HERE).values(
            state=_ANSWERED, answer=sealed, answered_by=staff_id).returning(INBOX.c.id)
        async with self._database.transaction() as connection:
            if (await connection.execute(statement)).first() is None:
                return Answered(await self._why_not(connection, question_id, staff_id, text))
            await self._audit.note(connection, staff_id, "question-answered", question_id)
            return Answered(Outcome.DONE, await self._letter(connection, question_id))

    async def letter(self, question_id: str, staff_id: str) -> Letter | None:
        """Return the letter of an answer that `staff_id` gave, to be sent again because they decided so; None when it is gone."""
        async with self._database.transaction() as connection:
            own = select(INBOX.c.id).where(INBOX.c.id == question_id, INBOX.c.answered_by == staff_id, _HERE)
            return await self._letter(connection, question_id) if (await connection.execute(own)).first() else None

    async def mark_gap(self, question_id: str, staff_id: str, gap: bool) -> bool:
        """Note that the knowledge base lacks the answer, or that it does not; counted without the question. False when it was so already, or is gone."""
        statement = update(INBOX).where(INBOX.c.id == question_id, INBOX.c.gap.is_(not gap), _HERE).values(gap=gap).returning(INBOX.c.language)
        async with self._database.transaction() as connection:
            language = (await connection.execute(statement)).scalar_one_or_none()
            if language is None:
                return False
            await apply(connection, [(self._tallies.add(language, None, GAP, 1 if gap else -1),)])
            await self._audit.note(connection, staff_id, "question-gap", question_id)
        return True

    async def _others_of_today(self, connection: AsyncConnection, person_id: str, but: str) -> list[str | None]:
        statement = select(INBOX.c.id, INBOX.c.text).where(
            INBOX.c.person_id == person_id, INBOX.c.state == _OPEN, INBOX.c.asked_on == self._now().date(), INBOX.c.id != but)
        return [self._opened(row.id, "text", row.text) for row in await connection.execute(statement)]

    async def _why_not(self, connection: AsyncConnection, question_id: str, staff_id: str, text: str) -> Outcome:
        """Tell why an answer was not taken; the very answer that is kept already comes from an update that was delivered again."""
        row = (await connection.execute(select(INBOX.c.answer, INBOX.c.answered_by).where(INBOX.c.id == question_id, _HERE))).one_or_none()
        if row is None:
            return Outcome.GONE
        same = row.answered_by == staff_id and self._opened(question_id, "answer", row.answer) == text
        return Outcome.SAME if same else Outcome.TAKEN

    async def _letter(self, connection: AsyncConnection, question_id: str) -> Letter | None:
        statement = select(INBOX.c.language, INBOX.c.answer, INBOX.c.asked_on, PEOPLE.c.id, PEOPLE.c.chat_id).join(
            PEOPLE, PEOPLE.c.id == INBOX.c.person_id).where(INBOX.c.id == question_id)
        row = (await connection.execute(statement)).one()
        try:
            chat_id = int(self._keys.open(row.chat_id, "people", "chat_id", row.id))
        except (SealBroken, ValueError):
            log.error("chat_seal_broken")
            return None
        text = self._opened(question_id, "answer", row.answer)
        return Letter(chat_id, question_id, row.language, text, row.asked_on + KEPT) if text is not None else None

    def _opened(self, row: str, column: str, sealed: str | None) -> str | None:
        if sealed is None:
            return None
        try:
            return self._keys.open(sealed, "inbox", column, row)
        except SealBroken:
            log.error("question_seal_broken")
            return None
