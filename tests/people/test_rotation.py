"""Keys are rotated while people write, and nothing is lost (P19); on both databases."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update

from bot import keyfile, keys
from bot.commands.rotate import rotate
from bot.db.engine import Database
from bot.db.types import METADATA, Encrypted
from bot.db.writes import Write, apply
from bot.keys import KeyRing, KeysInvalid
from bot.people import keycheck
from bot.people.dialog import Dialog
from bot.people.models import DIALOGS, KEY_CANARIES, PEOPLE, TRACES
from bot.people.rekey import Rekey, sealed_columns
from bot.people.service import People
from tests.conftest import Clock
from tests.people import made_up

Rotate = Callable[..., object]


@pytest.fixture
def path(tmp_path: Path, key_ring: KeyRing) -> Path:
    """The key file of `key_ring`."""
    return tmp_path / "keys" / "dalil.json"


@pytest.fixture
def turn(database: Database, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rotate:
    """Run `keys rotate` on the database, without its five seconds."""
    for name, value in (("DATABASE_URL", database.url), ("KEYS_FILE", str(path)), ("DATA_DIR", str(tmp_path / "data"))):
        monkeypatch.setenv(f"DALIL_{name}", value)

    async def run(purposes: Sequence[str] = ("fields", "lookup"), **options: bool) -> str:
        return await rotate(purposes, settle=0.0, **options)

    return run


def old_enough(path: Path, purpose: str) -> None:
    """Make the old keys of a purpose as old as they have to be."""
    document = json.loads(path.read_text())
    long_ago = (datetime.now(UTC) - keyfile.KEPT[purpose] - timedelta(seconds=1)).isoformat()
    document[purpose]["retired"] = dict.fromkeys(document[purpose]["retired"], long_ago)
    path.write_text(json.dumps(document))


async def commit(database: Database, *writes: Write) -> None:
    """Write what a use case returned."""
    async with database.transaction() as connection:
        await apply(connection, [writes])


async def opened(database: Database, ring: KeyRing) -> int:
    """Open every sealed value in the database; return how many there are."""
    count = 0
    async with database.transaction() as connection:
        for key, column in sealed_columns(METADATA):
            for row, sealed in await connection.execute(select(key, column)):
                ring.open(sealed, column.table.name, column.name, str(row))
                count += 1
    return count


def test_every_sealed_column_is_bound_to_its_primary_key() -> None:
    """What re-encryption relies on: a table with sealed columns has one primary key column, and all but the canary's are renewed."""
    sealed = {column for table in METADATA.tables.values() for column in table.columns if isinstance(column.type, Encrypted)}

    assert all(len(column.table.primary_key) == 1 for column in sealed)
    assert {column for _, column in sealed_columns(METADATA)} == {one for one in sealed if one.table.name != "key_canary"}


async def test_the_services_seal_for_the_primary_key(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """What People writes opens under its table's primary key, as re-encryption expects it."""
    people = People(database, key_ring, clock)
    await commit(database, people.choose_language(await people.look_up(5), "ar"))
    await commit(database, people.remember(await people.look_up(5), Dialog(entry="x", answered_at=clock())))

    assert await opened(database, key_ring) == 2


async def test_a_rotation_renews_everything_and_ends(database: Database, key_ring: KeyRing, path: Path, turn: Rotate) -> None:
    """P19: one command; the running ring goes on by itself; at 0 rows, after the days of backups, the old keys go, and their canary with them."""
    await made_up.fill(database, key_ring, 450)
    said = await turn()  # type: ignore[misc]

    assert "Active now: fields k2, lookup k2" in said
    assert f"Renewed: {450 * 8} rows" in said  # seven sealed values a person, and their pseudonym, which renews the eighth, the dialog
    assert "old key k1 of fields stays: until" in said
    key_ring.refresh()
    left = await Rekey(database, key_ring, METADATA).left()
    assert (left.fields, left.lookup) == ({"k1": 0}, {"k1": 0})
    assert await opened(database, key_ring) == 450 * 8
    for purpose in ("fields", "lookup"):
        old_enough(path, purpose)
    said = await turn()  # type: ignore[misc]

    assert "k1 of fields was removed" in said
    assert "k1 of lookup was removed" in said
    assert "no new key was made" in said
    ring = keys.load(path)
    assert (list(ring.fields.keys), list(ring.lookup.keys)) == (["k2"], ["k2"])
    assert path.stat().st_mode & 0o777 == 0o600
    await keycheck.check(database, ring)
    assert await opened(database, ring) == 450 * 8
    async with database.transaction() as connection:
        assert (await connection.execute(select(func.count()).select_from(KEY_CANARIES))).scalar_one() == 1
    print(f"P19: {450 * 6} sealed values and 450 pseudonyms renewed, 0 unreadable, 0 left under the old keys")


async def test_rotated_twice_before_the_first_has_ended(database: Database, key_ring: KeyRing, path: Path, turn: Rotate, clock: Clock) -> None:
    """P19: a second rotation may begin at any time; people are the same people, and all old keys go in the end."""
    people = People(database, key_ring, clock)
    await commit(database, people.choose_language(await people.look_up(5), "fr"))
    before = await people.look_up(5)
    await turn()  # type: ignore[misc]
    said = await turn(again=True)  # type: ignore[misc]

    assert "fields k3" in said
    key_ring.refresh()
    after = await people.look_up(5)
    assert (after.id, after.language, len(after.lookups)) == (before.id, "fr", 3)
    assert "stays" not in await turn(finish=True)  # type: ignore[misc]
    assert list(keys.load(path).fields.keys) == ["k3"]
    assert (await People(database, keys.load(path), clock).look_up(5)).id == before.id


async def test_a_key_that_rows_need_is_not_removed(database: Database, key_ring: KeyRing, path: Path, turn: Rotate) -> None:
    """P19: a person whose number does not open can't be renewed: the look-up key stays, whatever is asked, and it is said."""
    await made_up.fill(database, key_ring)
    async with database.transaction() as connection:
        await connection.execute(update(PEOPLE).where(PEOPLE.c.lookup == key_ring.look_up(made_up.chat(0))).values(
            chat_id=key_ring.seal("1", "people", "chat_id", "another row")))
    await turn()  # type: ignore[misc]
    said = await turn(finish=True)  # type: ignore[misc]

    assert "1 values cannot be opened with any key" in said
    assert "old key k1 of lookup stays: 1 rows still need it" in said
    assert sorted(keys.load(path).lookup.keys) == ["k1", "k2"]


async def test_whoever_writes_is_renewed_on_contact(database: Database, key_ring: KeyRing, path: Path, clock: Clock) -> None:
    """Safety 2.5: a person found under the old key is kept under the new one from then on, with dialog and traces."""
    await made_up.fill(database, key_ring)
    people, old = People(database, key_ring, clock), key_ring.look_up(made_up.chat(1))
    made_up.new_keys(path, clock())
    key_ring.refresh()
    person = await people.look_up(made_up.chat(1))

    assert person.lookup == key_ring.look_up(made_up.chat(1)) != old
    assert person.known
    assert person.dialog.entry == made_up.MARK
    async with database.transaction() as connection:
        for table in (PEOPLE, DIALOGS, TRACES):
            names = set((await connection.execute(select(table.c.lookup))).scalars())
            assert person.lookup in names
            assert old not in names


async def test_writes_that_were_begun_before_the_change_arrive(database: Database, key_ring: KeyRing, path: Path, clock: Clock) -> None:
    """P19: what was to be written about somebody finds them, though their pseudonym was replaced meanwhile."""
    people = People(database, key_ring, clock)
    await commit(database, people.choose_language(await people.look_up(5), "fr"))
    person = await people.look_up(5)
    late = [people.understand(person, 1), people.choose_language(person, "ar"), people.remember(person, Dialog(entry="late", answered_at=clock()))]
    made_up.new_keys(path, clock())
    key_ring.refresh()
    await Rekey(database, key_ring, METADATA).walk()
    await commit(database, *late)

    found = await people.look_up(5)
    assert (found.id, found.understood, found.language, found.dialog.entry) == (person.id, 1, "ar", "late")


async def test_a_change_made_meanwhile_is_not_overwritten(database: Database, key_ring: KeyRing, path: Path, clock: Clock) -> None:
    """P19: between reading and replacing, somebody writes: theirs stays."""
    people = People(database, key_ring, clock)
    await commit(database, people.remember(await people.look_up(5), Dialog(entry="old", answered_at=clock())))
    made_up.new_keys(path, clock(), "fields")
    key_ring.refresh()
    rekey = Rekey(database, key_ring, METADATA)
    async for rows in rekey._stale(DIALOGS.c.lookup, DIALOGS.c.state):
        await commit(database, people.remember(await people.look_up(5), Dialog(entry="new", answered_at=clock())))
        await rekey._swap(DIALOGS.c.lookup, DIALOGS.c.state, [
            {"row": row, "old": sealed, "new": rekey._again(DIALOGS.c.state, row, sealed)} for row, sealed in rows])

    assert (await people.look_up(5)).dialog.entry == "new"


async def test_somebody_who_stands_twice_is_made_one(database: Database, key_ring: KeyRing, path: Path, clock: Clock) -> None:
    """Two replicas met a newcomer as the key changed: the row with their expression of interest stays, under the new key."""
    ids = await made_up.fill(database, key_ring, 1)
    made_up.new_keys(path, clock())
    key_ring.refresh()
    key, lookup = key_ring.pseudonym(made_up.chat(0))
    async with database.transaction() as connection:
        await connection.execute(PEOPLE.insert(), {
            "id": "second", "lookup": lookup, "lookup_key": key, "chat_id": key_ring.seal("1", "people", "chat_id", "second"), "language": "ar",
            "consent_version": 0, "joined_month": "2026-11", "active_month": "2026-11"})
    await Rekey(database, key_ring, METADATA).walk()

    async with database.transaction() as connection:
        assert [(row.id, row.lookup, row.lookup_key) for row in await connection.execute(select(PEOPLE))] == [(ids[0], lookup, key)]


@pytest.mark.parametrize("lost", ["fields", "lookup"])
async def test_a_lost_old_key_stops_the_start(database: Database, key_ring: KeyRing, path: Path, lost: str) -> None:
    """106, P19: a file without a key that the database needs is refused with one clear message."""
    await made_up.fill(database, key_ring)
    made_up.new_keys(path, datetime.now(UTC))
    document = json.loads(path.read_text())
    del document[lost]["keys"]["k1"]
    path.write_text(json.dumps(document))

    with pytest.raises(KeysInvalid, match=f"lacks the key 'k1' of '{lost}'"):
        await keycheck.check(database, keys.load(path))


async def test_the_first_canary_is_number_one(database: Database, key_ring: KeyRing) -> None:
    """The canary of a database made before rotation existed is this one; a second check adds none."""
    await keycheck.check(database, key_ring)
    await keycheck.check(database, key_ring)
    async with database.transaction() as connection:
        assert (await connection.execute(text("SELECT id FROM key_canary"))).scalars().all() == [1]
