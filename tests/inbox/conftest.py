"""People who ask the team, and the service that keeps their questions."""

from collections.abc import Awaitable, Callable

import pytest

from bot.db.engine import Database
from bot.db.writes import apply
from bot.inbox.service import Inbox
from bot.keys import KeyRing
from bot.people.service import People, Person
from bot.staff.audit import Audit
from tests.conftest import Clock

MakePerson = Callable[[int], Awaitable[Person]]


@pytest.fixture
def inbox(database: Database, key_ring: KeyRing, clock: Clock) -> Inbox:
    """The service."""
    return Inbox(database, key_ring, Audit(database, key_ring, clock), clock)


@pytest.fixture
def asker(database: Database, key_ring: KeyRing, clock: Clock) -> MakePerson:
    """Make a person who chose French."""
    async def make(chat_id: int) -> Person:
        people = People(database, key_ring, clock)
        async with database.transaction() as connection:
            await apply(connection, [(people.choose_language(await people.look_up(chat_id), "fr"),)])
        return await people.look_up(chat_id)

    return make
