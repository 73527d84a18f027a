"""People to write to, and what sends to them without a network."""

import uuid
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from bot.broadcasts.content import Broadcast, Content
from bot.broadcasts.ledger import DeliveryLedger
from bot.broadcasts.queue import Queue
from bot.broadcasts.release import Releases
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import Broadcasts
from bot.courses.models import SUBSCRIPTIONS
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from bot.staff.audit import Audit
from bot.staff.models import STAFF
from tests.conftest import Clock

TEXTS = {"en": "A course opens.", "fr": "Un cours ouvre.", "ar": "تُفتح دورة."}
AUTHOR, APPROVER = "author", "approver"


class Office:
    """The services of announcements on one database."""

    def __init__(self, database: Database, keys: KeyRing, clock: Clock) -> None:
        self.database = database
        self.keys = keys
        self.clock = clock
        self.broadcasts = Broadcasts(database, clock)
        self.segments = Segments(database)
        self.audit = Audit(database, keys, clock)
        self.releases = Releases(database, self.segments, self.audit, clock, delay=timedelta(minutes=10), second_person=True)
        self.ledger = DeliveryLedger(database, keys, clock)
        self.queue = Queue(database, clock)

    async def people(self, languages: dict[str, int], *, subscribed: bool = True, first: int = 0, **columns: Any) -> list[str]:
        """Make people, so many a language, who asked to hear; return the numbers of their rows."""
        rows, wishes, chat = [], [], 10_000 + first
        for language, number in languages.items():
            for _ in range(number):
                row, chat = str(uuid.uuid4()), chat + 1
                rows.append({"id": row, "lookup": self.keys.look_up(chat), "lookup_key": "k1", "chat_id": self.keys.seal(str(chat), "people", "chat_id", row),
                             "language": language, "consent_version": 1, "joined_month": "2026-10", "active_month": "2026-11", "quiet": False,
                             "corrections": False, **columns})
                wishes.append({"id": str(uuid.uuid4()), "person_id": row, "region": "", "kind": "", "language": ""})
        async with self.database.transaction() as connection:
            await connection.execute(insert(PEOPLE), rows)
            if subscribed:
                await connection.execute(insert(SUBSCRIPTIONS), wishes)
        return [str(row["id"]) for row in rows]

    async def staff(self, staff_id: str, roles: str, first: int) -> None:
        """Make a member of staff."""
        person = (await self.people({"en": 1}, subscribed=False, first=first))[0]
        async with self.database.transaction() as connection:
            await connection.execute(insert(STAFF).values(
                id=staff_id, person_id=person, roles=roles, since=self.clock().date()))

    async def released(self, content: Content | None = None) -> Broadcast:
        """Return an announcement that was asked for, released, and is due."""
        draft = await self.broadcasts.begin(AUTHOR, content or Content(TEXTS))
        assert await self.releases.ask(draft.id, AUTHOR) == "done"
        assert await self.releases.release(draft.id, APPROVER, draft.content.hash()) == "done"
        self.clock.forward(minutes=10)
        found = await self.queue.next()
        assert found is not None
        return found


@pytest.fixture
async def office(database: Database, key_ring: KeyRing, clock: Clock) -> Office:
    """The services, with an author and an approver on staff."""
    made = Office(database, key_ring, clock)
    await made.staff(AUTHOR, "editor", 900_000)
    await made.staff(APPROVER, "approver editor", 900_100)
    return made


MakeOffice = Callable[[], Awaitable[Office]]
