"""/mydata: whatever is stored about people is shown to them, and only to them."""

import json

from sqlalchemy import text, update

from bot.courses.models import INTERESTS
from bot.db.budget import BUDGET, Kind, Life
from bot.db.engine import Database
from bot.db.types import METADATA
from bot.keys import KeyRing, Sealed
from bot.people.export import ABOUT_STAFF, UNREADABLE, Export, about_people
from bot.people.retention import GONE_DAYS, IDLE_MONTHS
from bot.people.service import Person
from bot.people.terms import terms
from bot.people.traces import TRACED
from handlers import privacy
from tests.conftest import Clock
from tests.people.whole import CANARY, make

CHAT, OTHER = 700_001, 700_002
# Tables of the budget that are not about anybody: a new one must be put here on purpose, or be exported.
NOBODYS = {"tombstones", "tallies", "finished_updates", "quarantined_updates", "key_canary", "courses", "letters", "interest_tallies",
           "broadcasts", "leases"}
STAFFS = {"audit", "invitations", "asks"}  # about staff, by numbers: kept apart, and for a year at most


def test_no_table_about_people_is_missing() -> None:
    """The budget, walked: each table is exported, or stands above as nobody's; none of these has a pseudonym or a sealed text of a person's."""
    exported = {table.name for table in about_people()}

    assert exported | NOBODYS | STAFFS == set(BUDGET)
    assert exported & NOBODYS == set()
    assert not any(kept.kind is Kind.PSEUDONYM for name in NOBODYS - {"broadcasts"} for kept in BUDGET[name].values())


def test_every_kind_has_its_name_in_receipts() -> None:
    """Each table that an erasure counts is named in the receipt."""
    assert set(privacy.KINDS) == {table.name for table in METADATA.sorted_tables if {"lookup", "person_id"} & set(table.c.keys())}


async def test_everything_is_shown_opened(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Every column of every table, sealed ones in clear; of reviews and decisions those that were released; nothing of anybody else."""
    amina = await make(database, key_ring, clock, CHAT)
    await make(database, key_ring, clock, OTHER)

    held = await Export(database, key_ring, clock).of(amina.person)

    assert {name: len(rows) for name, rows in held.tables.items()} == {
        "people": 1, "dialogs": 1, "traces": 1, "subscriptions": 1, "drafts": 1, "interests": 2, "reviews": 1, "decisions": 1,
        "staff": 1, "news": 1, "deliveries": 1, "follows": 1, "inbox": 1}
    for name, rows in held.tables.items():
        assert {(name, column) for row in rows for column in row} == {(name, column) for column in BUDGET[name]} - ABOUT_STAFF
    assert held.tables["people"][0]["chat_id"] == CHAT
    assert held.tables["drafts"][0]["answers"] == {"work": CANARY}
    assert [row["answers"] for row in held.tables["interests"]] == [{"name": CANARY}] * 2
    assert held.tables["traces"][0]["messages"] == [11, 12]
    assert [row["interest_id"] for row in held.tables["reviews"] + held.tables["decisions"]] == [amina.decided] * 2  # type: ignore[operator]
    assert amina.waiting not in json.dumps(held.tables["reviews"])


async def test_the_file_is_json_that_can_be_read_again(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """All tables in one object, dates as text, nothing escaped that people write in their own script."""
    amina = await make(database, key_ring, clock, CHAT)

    text_ = (await Export(database, key_ring, clock).of(amina.person)).as_json(clock())

    read = json.loads(text_)
    assert read["made_at"] == "2026-11-24T12:00+00:00"
    assert (read["people"][0]["joined_month"], read["interests"][0]["sent_on"]) == ("2026-11", "2026-11-02")
    assert read["people"][0]["lookup"] == amina.person.lookup


async def test_what_does_not_open_is_told_and_breaks_nothing(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P18: altered and moved ciphertext is 'cannot be read'; everything else is there."""
    amina = await make(database, key_ring, clock, CHAT)
    async with database.transaction() as connection:
        await connection.execute(update(INTERESTS).where(INTERESTS.c.id == amina.decided).values(answers=Sealed("v1.k1.AAAA.BBBB")))
        await connection.execute(text("UPDATE drafts SET answers = (SELECT chat_id FROM people WHERE id = person_id)"))

    held = await Export(database, key_ring, clock).of(amina.person)

    assert {row["id"]: row["answers"] for row in held.tables["interests"]} == {amina.decided: UNREADABLE, amina.waiting: {"name": CANARY}}
    assert held.tables["drafts"][0]["answers"] == UNREADABLE
    assert held.tables["people"][0]["chat_id"] == CHAT


async def test_a_newcomer_has_nothing(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Without a row and before anything was said."""
    await make(database, key_ring, clock, OTHER)

    assert (await Export(database, key_ring, clock).of(Person(key_ring.look_up(CHAT), CHAT))).nothing


def test_the_terms_are_those_in_force() -> None:
    """What /privacy says is what the code does, and the budget the same."""
    assert Life.GONE.number == GONE_DAYS
    assert Life.YEAR.number == IDLE_MONTHS
    assert Life.TWO_DAYS.number * 3600 == TRACED.total_seconds()
    assert terms() == {"state": "24", "numbers": "48", "draft": "7", "interest": "90", "gone": "30", "idle": "12", "backup": "7", "follow": "60"}
