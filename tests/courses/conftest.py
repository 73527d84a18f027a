"""The selection's world on each kind of database."""

import pytest

from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from tests.conftest import Clock
from tests.courses.selecting import World


@pytest.fixture
async def world(database: Database, key_ring: KeyRing, clock: Clock, words: Words) -> World:
    """A closed demo course, nobody in it yet."""
    made = World(database, key_ring, clock, words)
    await made.course()
    return made
