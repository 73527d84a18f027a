"""What the tests of the selection share: a course, made-up applicants, members of staff, reviews."""

import itertools
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from bot.courses.accepted import Accepted
from bot.courses.decisions import Decisions
from bot.courses.letters import Letters, Outcome
from bot.courses.models import COURSES, INTERESTS
from bot.courses.scores import Review, Score
from bot.courses.selection import Selection
from bot.db.engine import Database
from bot.i18n import LANGUAGES, Words
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from bot.staff.audit import Audit
from tests.conftest import Clock

ANNA, BILAL, CHLOE, DRISS = (f"staff-{name}" for name in ("anna", "bilal", "chloe", "driss"))
TEXT = {"title": "Demo course (made up)", "summary": "s", "learn": "l", "who": "w", "costs": "c", "selection": "s"}
ANSWERS: Mapping[str, Any] = {
    "name": "Demo Amina", "reach": "signal", "contact_detail": "demo.amina@example.org", "country": "BI", "region": "east-africa", "organisation": "ngo",
    "work": "I am Amina, I document attacks on defenders.", "plans": "To brief the Commission.", "use": "Shadow reports.", "experience": "some",
    "languages": ["fr", "en"], "access": "none", "share": True, "mark": "partner-x"}
_numbers = itertools.count(1)


def review(points: int = 3, *, version: int = 1, reason: str = "because", work: int | None = None) -> Review:
    """Return a review with the same points everywhere, or others for the work."""
    return Review(version, Score(work or points, f"{reason} work"), Score(points, f"{reason} plans"), Score(points, f"{reason} use"))


def erasure(interest: str) -> Any:
    """Return the statement that erases the person of an expression of interest, and with them all that is theirs."""
    return delete(PEOPLE).where(PEOPLE.c.id == select(INTERESTS.c.person_id).where(INTERESTS.c.id == interest).scalar_subquery())


@dataclass
class World:
    """One database with the services of the selection."""

    database: Database
    keys: KeyRing
    clock: Clock
    words: Words

    def __post_init__(self) -> None:
        self.audit = Audit(self.database, self.keys, self.clock)
        self.selection = Selection(self.database, self.keys, self.audit, self.clock)
        self.decisions = Decisions(self.database, self.keys, self.audit, self.clock)
        self.accepted = Accepted(self.database, self.keys, self.audit)
        self.letters = Letters(self.database, self.words)

    async def course(self, name: str = "demo", state: str = "closed", seats: int | None = 2, deadline: datetime | None = None) -> str:
        """Make a course whose deadline is past."""
        row = {"id": name, "state": state, "kind": "workshop", "regions": "east-africa", "languages": "en fr", "audiences": "defenders", "seats": seats,
               "city": "", "country": "", "starts_on": None, "ends_on": None, "opens_at": None, "zone": "Africa/Nairobi", "partners": "", "share_with": "",
               "deadline": deadline or self.clock() - timedelta(days=1), "changed_at": self.clock(),
               "texts": json.dumps(dict.fromkeys(LANGUAGES, TEXT))}
        async with self.database.transaction() as connection:
            await connection.execute(insert(COURSES), row)
        return name

    async def interest(self, course: str = "demo", *, id: str = "", language: str = "en", region: str = "east-africa", **answers: object) -> str:
        """Make a person who sent an expression of interest, and return its id."""
        row, number = id or str(uuid.uuid4()), next(_numbers)
        person = str(uuid.uuid5(uuid.NAMESPACE_OID, row))
        sealed = self.keys.seal(json.dumps({**ANSWERS, **answers}), "interests", "answers", row)
        async with self.database.transaction() as connection:
            await connection.execute(insert(PEOPLE), {
                "id": person, "lookup": f"lookup-{row}", "lookup_key": "k1", "chat_id": self.keys.seal(str(number), "people", "chat_id", person),
                "language": language, "consent_version": 1, "joined_month": "2026-11", "active_month": "2026-11", "gone_on": None})
            await connection.execute(insert(INTERESTS), {
                "id": row, "person_id": person, "course_id": course, "code": f"C-{number}", "state": "received", "language": language, "region": region,
                "answers": sealed, "version": 1, "sent_on": self.clock().date(), "decided_on": None})
        return row

    async def change(self, interest: str, **answers: object) -> None:
        """Have the person change what they sent."""
        sealed = self.keys.seal(json.dumps({**ANSWERS, **answers}), "interests", "answers", interest)
        async with self.database.transaction() as connection:
            await connection.execute(update(INTERESTS).where(INTERESTS.c.id == interest).values(answers=sealed, version=INTERESTS.c.version + 1))

    async def erase(self, interest: str) -> None:
        """Erase the person of an expression of interest, and with them all that is theirs."""
        async with self.database.transaction() as connection:
            await connection.execute(erasure(interest))

    async def row(self, interest: str) -> Any:
        """Return the row of an expression of interest."""
        async with self.database.transaction() as connection:
            return (await connection.execute(select(INTERESTS).where(INTERESTS.c.id == interest))).one_or_none()

    async def person(self, interest: str) -> str:
        """Return whose it is."""
        return str((await self.row(interest)).person_id)

    async def write_letters(self, course: str = "demo") -> None:
        """Save every letter's default."""
        for outcome in Outcome:
            for language in LANGUAGES:
                await self.letters.write(course, outcome, language, self.letters.default(outcome, language))

    async def reviewed(self, *interests: str, points: int = 3) -> None:
        """Have two reviewers agree on each."""
        for interest in interests:
            for reviewer in (ANNA, BILAL):
                await self.selection.file(interest, reviewer, review(points, version=(await self.row(interest)).version))
