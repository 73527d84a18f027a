"""P20: erased is erased: every row, every byte, and also when a backup is restored."""

import base64
import hashlib
import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db.engine import Database
from bot.db.types import METADATA
from bot.keys import KeyRing
from bot.people.erasure import ROWS, Erased, Erasure
from bot.people.export import about_people
from bot.people.service import People
from bot.people.tombstones import JOURNAL, TOMBSTONE_DAYS, Journal
from tests.conftest import Clock
from tests.people.whole import CANARY, count, make

CHAT = 4_503_599_627_370_495
OTHER = 4_503_599_627_370_101
EVERYTHING = {"people": 1, "dialogs": 1, "traces": 1, "interests": 2, "drafts": 1, "subscriptions": 1, "staff": 1, "news": 1, "deliveries": 1,
              "follows": 1, "inbox": 1}
GOES = {name: rows for name, rows in EVERYTHING.items() if name != "deliveries"}  # these stay, without the person, so that the numbers add up


@pytest.fixture
def erasure(database: Database, clock: Clock, tmp_path: Path) -> Erasure:
    """The erasures of a database."""
    return Erasure(database, clock, tmp_path / JOURNAL)


def hidden(*secrets: str) -> Iterator[bytes]:
    """What to look for: each secret in UTF-8, UTF-16, base64, and its plain hashes."""
    for secret in secrets:
        raw = secret.encode()
        yield from (raw, secret.encode("utf-16-le"), base64.b64encode(raw).rstrip(b"=")[:-1], base64.urlsafe_b64encode(raw).rstrip(b"=")[:-1])
        for digest in (hashlib.sha256(raw), hashlib.sha1(raw), hashlib.md5(raw)):
            yield from (digest.digest(), digest.hexdigest().encode())


def found(folder: Path, wanted: list[bytes]) -> list[str]:
    """Return which of `wanted` stand in which files of a data folder."""
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    return [f"{name}: {one!r}" for name, content in files.items() for one in wanted if one in content]


async def test_all_that_is_about_a_person_goes_and_nothing_else(database: Database, key_ring: KeyRing, clock: Clock, erasure: Erasure) -> None:
    """Every row of every table, by cascade too, on both databases; others keep theirs. A second time there is nothing, and no error."""
    amina = await make(database, key_ring, clock, CHAT)
    await make(database, key_ring, clock, OTHER)
    before = await count(database)

    assert await erasure.erase(amina.person) == Erased(EVERYTHING)

    after = await count(database)
    assert before.pop("deliveries") == after.pop("deliveries") == 2  # what was sent still adds up, without saying to whom
    assert {name: rows for name, rows in before.items() if rows} == {name: 2 * rows for name, rows in after.items() if rows}
    assert set(EVERYTHING) - {"deliveries"} == {name for name, rows in after.items() if rows} - {"reviews", "decisions"}
    assert (await erasure.erase(amina.person)).nothing


def test_every_table_about_people_goes_with_the_person() -> None:
    """A table with person_id or interest_id hangs on its parent by ON DELETE CASCADE; any other has the keyed hash."""
    for table in about_people():
        parents = {key.column.table.name: key.ondelete for column in ("person_id", "interest_id") if column in table.c for key in table.c[column].foreign_keys}
        assert "lookup" in table.c or "CASCADE" in parents.values() or table.name == "deliveries", table.name
    assert set(ROWS) <= set(METADATA.tables)


async def test_no_byte_is_left(database: Database, key_ring: KeyRing, clock: Clock, erasure: Erasure, tmp_path: Path) -> None:
    """P20: among 300 others; done within 5 s; file, log and journal hold neither plain nor sealed nor hashed anything of the person."""
    if not database.is_sqlite:
        pytest.skip("PostgreSQL's files are its own: docs/privacy.md says when their bytes go")
    people = People(database, key_ring, clock)
    for number in range(150):
        await make(database, key_ring, clock, OTHER + number * 7)
    amina = await make(database, key_ring, clock, CHAT)
    for number in range(150):
        await make(database, key_ring, clock, OTHER - 7 - number * 7)
    async with database.transaction() as connection:
        sealed = [str(value) for query in ("SELECT chat_id FROM people WHERE id = :id", "SELECT answers FROM interests WHERE person_id = :id",
                                           "SELECT answers FROM drafts WHERE person_id = :id") for value in
                  (await connection.execute(text(query), {"id": amina.person.id})).scalars()]
        of_hash = ("SELECT state FROM dialogs WHERE lookup = :who", "SELECT messages FROM traces WHERE lookup = :who")
        sealed += [str(value) for query in of_hash for value in (await connection.execute(text(query), {"who": amina.person.lookup})).scalars()]
    assert len(sealed) == 6
    wanted = [*(one.encode() for one in sealed), amina.person.lookup.encode(), *hidden(str(CHAT), f"tg:{CHAT}", CANARY)]
    assert len(found(tmp_path, [one.encode() for one in sealed])) >= 6  # they were there

    begun = time.monotonic()
    assert (await erasure.erase(amina.person)).counts == EVERYTHING
    took = time.monotonic() - begun

    left = found(tmp_path, wanted)
    print(f"P20: erased among 300 people in {1000 * took:.0f} ms (bar 5,000); {len(wanted)} patterns, {len(left)} found (bar 0)")
    assert left == []
    assert took < 5
    assert amina.person.id.encode() in (tmp_path / JOURNAL).read_bytes()
    assert not (await people.look_up(CHAT)).known


async def test_a_restored_backup_brings_nobody_back(database: Database, key_ring: KeyRing, clock: Clock, erasure: Erasure, tmp_path: Path) -> None:
    """107: yesterday's rows are there again, the tombstones are not: the journal erases them; who came back meanwhile is untouched."""
    if not database.is_sqlite:
        pytest.skip("the restore of a file; the rows come back in the next test on both databases")
    amina = await make(database, key_ring, clock, CHAT)
    await make(database, key_ring, clock, OTHER)
    await database.checkpoint()
    shutil.copy(tmp_path / "dalil.sqlite3", tmp_path / "backup")
    await erasure.erase(amina.person)
    await database.close()
    for file in tmp_path.glob("dalil.sqlite3*"):
        file.unlink()
    shutil.copy(tmp_path / "backup", tmp_path / "dalil.sqlite3")
    assert (await People(database, key_ring, clock).look_up(CHAT)).known

    assert await erasure.replay() == 1

    people = People(database, key_ring, clock)
    assert not (await people.look_up(CHAT)).known
    assert (await people.look_up(OTHER)).known
    assert {name: rows for name, rows in (await count(database)).items() if name in GOES} == GOES
    assert await erasure.replay() == 0


@pytest.mark.parametrize("lost", ["journal", "tombstones"])
async def test_either_memory_of_the_erased_is_enough(
    database: Database, key_ring: KeyRing, clock: Clock, erasure: Erasure, tmp_path: Path, lost: str,
) -> None:
    """Journal or tombstones: each brings the other back, and neither touches a person who came back with a new number."""
    amina = await make(database, key_ring, clock, CHAT)
    await erasure.erase(amina.person)
    if lost == "journal":
        (tmp_path / JOURNAL).unlink()
    async with database.transaction() as connection:
        if lost == "tombstones":
            await connection.execute(text("DELETE FROM tombstones"))
    again = await make(database, key_ring, clock, CHAT)
    assert again.person.id != amina.person.id
    await _put_back(database, amina.waiting, again.decided)

    assert await erasure.replay() == 1

    assert {name: rows for name, rows in (await count(database)).items() if name in GOES} == GOES
    noted = Journal(tmp_path / JOURNAL).read()
    async with database.transaction() as connection:
        stones = set((await connection.execute(text('SELECT "row" FROM tombstones'))).scalars())
    assert set(noted) == stones
    assert {amina.person.id, amina.decided, amina.waiting} <= stones


async def test_a_withdrawn_row_goes_alone_and_for_good(database: Database, key_ring: KeyRing, clock: Clock, erasure: Erasure) -> None:
    """An expression of interest is erased with its reviews; what else the person has stays; a table that is not named is refused."""
    amina = await make(database, key_ring, clock, CHAT)

    assert await erasure.erase_row("interests", amina.waiting)
    assert not await erasure.erase_row("interests", amina.waiting)

    after = await count(database)
    assert (after["people"], after["interests"], after["reviews"], after["decisions"]) == (1, 1, 1, 1)
    with pytest.raises(KeyError):
        await erasure.erase_row("dialogs", amina.person.lookup)


async def test_a_torn_line_spoils_no_other(tmp_path: Path, clock: Clock) -> None:
    """A disk that was full half-way through a line; lines that are none; what is older than 30 days goes, a day before it stays."""
    journal = Journal(tmp_path / "new" / JOURNAL)
    numbers = [f"00000000-0000-4000-8000-{number:012d}" for number in range(4)]
    today = clock().date()
    journal.append(numbers[:1], today - timedelta(days=TOMBSTONE_DAYS + 1))
    journal.append(numbers[1:2], today - timedelta(days=TOMBSTONE_DAYS))
    with (tmp_path / "new" / JOURNAL).open("a") as file:
        file.write(f"{numbers[2]} 2026-1")
    journal.append(numbers[3:], today)
    with (tmp_path / "new" / JOURNAL).open("ab") as file:
        file.write(b"\xff\x00 rubbish\n00000000-0000-4000-8000-000000000009 2026-13-77\n")

    journal.tidy(today)

    assert dict(journal.read()) == {numbers[1]: date(2026, 10, 25), numbers[3]: today}


async def _put_back(database: Database, number: str, like: str) -> None:
    """Bring back an erased row, as a partly restored backup would: a copy of another one under the erased number."""
    async with database.transaction() as connection:
        await connection.execute(text("INSERT INTO courses SELECT 'demo-three', state, kind, regions, languages, audiences, starts_on, ends_on, city, country, "
                                      "seats, opens_at, deadline, zone, partners, share_with, texts, changed_at FROM courses WHERE id = 'demo-one'"))
        await connection.execute(text("INSERT INTO interests SELECT :number, person_id, 'demo-three', 'back', state, language, region, answers, version, "
                                      "sent_on, decided_on FROM interests WHERE id = :like"), {"number": number, "like": like})
