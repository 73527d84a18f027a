"""What the database keeps up by itself: whether somebody asked to hear of courses, by whichever way that came or went."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text

from bot.courses.models import COURSES, SUBSCRIPTIONS
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.types import METADATA
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from tests.conftest import Clock
from tests.people.whole import make


async def asked(database: Database) -> bool:
    """Return what the one person's row says."""
    async with database.transaction() as connection:
        return bool((await connection.execute(select(PEOPLE.c.asked_to_hear))).scalar_one())


async def run(database: Database, *statements: Any) -> None:
    """Execute in one transaction."""
    async with database.transaction() as connection:
        for statement in statements:
            await connection.execute(statement)


def wish(person: str, number: int) -> Any:
    """Return the insertion of a subscription."""
    return insert(SUBSCRIPTIONS).values(id=f"s-{number}", person_id=person, region="", kind="", language="")


async def follows_what_stands(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Subscriptions and expressions of interest come and go, the latter with their course."""
    person = (await make(database, key_ring, clock, 1)).person.id
    assert await asked(database)
    await run(database, delete(SUBSCRIPTIONS))
    assert await asked(database)  # expressions of interest still stand
    await run(database, delete(COURSES))
    assert not await asked(database)
    await run(database, wish(person, 1), wish(person, 2))
    assert await asked(database)
    await run(database, delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.id == "s-1"))
    assert await asked(database)
    await run(database, delete(SUBSCRIPTIONS))
    assert not await asked(database)
    await run(database, wish(person, 3), delete(PEOPLE))  # with the person goes everything


async def test_it_follows_what_stands(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """In a database that was brought up step by step."""
    await follows_what_stands(database, key_ring, clock)


async def test_also_in_a_database_made_at_once(tmp_path: Path, key_ring: KeyRing, clock: Clock) -> None:
    """As the bot makes it at its first start."""
    url = f"sqlite:///{tmp_path / 'd.sqlite3'}"
    await migrate(url, tables=METADATA)
    database = Database(url)
    await follows_what_stands(database, key_ring, clock)
    await database.close()


async def test_the_step_says_it_of_everybody_who_is_there(database: Database) -> None:
    """An older database: the column is filled from what stands in it."""
    await migrate(database.url, "base")
    await migrate(database.url, "0003")
    columns = "(id, lookup, lookup_key, chat_id, language, consent_version, joined_month, active_month)"
    await run(database, *(text(f"INSERT INTO people {columns} VALUES ('{name}', '{name}', 'k1', 'sealed', 'en', 1, '2026-10', '2026-11')")
                          for name in ("amina", "bilal")),
              text("INSERT INTO subscriptions (id, person_id, region, kind, language) VALUES ('s', 'amina', '', '', '')"))
    await migrate(database.url)

    async with database.transaction() as connection:
        assert set((await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.asked_to_hear))).scalars()) == {"amina"}


@pytest.mark.parametrize("_number", range(5))
async def test_two_devices_at_once(database: Database, key_ring: KeyRing, clock: Clock, _number: int) -> None:
    """One stops its subscription while the other subscribes: whoever is last, the row tells what stands."""
    person = (await make(database, key_ring, clock, 1)).person.id
    await run(database, delete(COURSES), delete(SUBSCRIPTIONS), wish(person, 0))
    await asyncio.gather(run(database, wish(person, 1)), run(database, delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.id == "s-0")))

    assert await asked(database)
