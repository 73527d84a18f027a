"""The restore drill, with made-up people, on both databases: everything comes back, nobody who was erased does, and a wrong file changes nothing."""

import asyncio
import gzip
import io
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pyrage
import pytest
from sqlalchemy import delete, insert, select, update

from bot import keys as key_files
from bot.commands import age
from bot.commands.backup import backup, make_identity
from bot.commands.failures import BackupNotWritten, BackupUnreadable, NotEmpty
from bot.commands.restore import JOURNAL, restore
from bot.db.dump import DumpInvalid, dump
from bot.db.engine import Database
from bot.db.migrate import SCHEMA, migrate
from bot.db.types import METADATA
from bot.keys import KeyRing, KeysInvalid
from bot.lock import AlreadyRunning, hold
from bot.settings import SettingsInvalid
from tests.people import made_up

PEOPLE, INTERESTS, TOMBSTONES = (METADATA.tables[name] for name in ("people", "interests", "tombstones"))


@pytest.fixture
async def identity(database: Database, key_ring: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An identity file, and the settings of an installation that backs up for it."""
    said = await make_identity(tmp_path / "identity.txt")
    values = {"DATABASE_URL": database.url, "KEYS_FILE": str(tmp_path / "keys" / "dalil.json"), "DATA_DIR": str(tmp_path / "data"),
              "BACKUP_RECIPIENT": said.split("DALIL_BACKUP_RECIPIENT=")[1], "LOG_LEVEL": "ERROR"}
    for name, value in values.items():
        monkeypatch.setenv(f"DALIL_{name}", value)
    return tmp_path / "identity.txt"


async def emptied(database: Database) -> None:
    """Delete every row."""
    async with database.transaction() as connection:
        for table in reversed(METADATA.sorted_tables):
            await connection.execute(delete(table))


async def write(lines: list[bytes], recipient: str, file: Path) -> None:
    """Write a backup with these lines."""
    async def each() -> AsyncIterator[bytes]:
        for line in lines:
            yield line + b"\n"

    with file.open("wb") as out:
        await age.encrypt(each(), age.recipient(recipient), out)


def public(identity: Path) -> str:
    """Return the public key that stands in an identity file."""
    return identity.read_text().split("public key: ")[1].split()[0]


def decrypted(file: Path, identity: Path) -> bytes:
    """Open a backup by the library's other way, as the tool `age` would."""
    return bytes(pyrage.decrypt(file.read_bytes(), [age.identity(identity)]))


async def test_everything_comes_back_as_it_was(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """The drill: fill, back up, lose all, restore: every row of every table is the same; only the key file reads what is sealed."""
    await made_up.fill(database, key_ring, 1200)
    before = await made_up.contents(database)
    await backup(tmp_path / "b.age")
    await emptied(database)
    said = await restore(tmp_path / "b.age", identity)

    assert await made_up.contents(database) == before
    assert f"Restored {sum(map(len, before.values())):,} rows" in said
    assert (tmp_path / "b.age").stat().st_mode & 0o777 == 0o600
    opened = gzip.decompress(decrypted(tmp_path / "b.age", identity))
    assert made_up.MARK.encode() not in opened
    assert str(made_up.chat(1)).encode() not in opened
    print(f"drill: {sum(map(len, before.values()))} rows of {len(before)} tables restored, 0 differ")


async def test_it_is_one_moment_while_people_write(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """Rows of all tables are of one moment: what is written while the backup is read is not in it, not even in part."""
    ids = await made_up.fill(database, key_ring, 3)
    before = await made_up.contents(database)
    lines = []
    async with database.snapshot() as connection:
        async for line in dump(connection, METADATA):
            if not lines:  # the moment is that of the first statement
                async with database.transaction() as other:
                    await other.execute(delete(PEOPLE).where(PEOPLE.c.id == ids[0]))
            lines.append(line)
    await emptied(database)
    await write(b"".join(lines).splitlines(), public(identity), tmp_path / "b.age")
    await restore(tmp_path / "b.age", identity)

    assert await made_up.contents(database) == before


async def test_who_was_erased_stays_erased(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """107, P20: erased after the backup, by tombstone, by journal, or one interest only: none of it comes back, and the tombstones stay."""
    ids = await made_up.fill(database, key_ring, 5)
    await backup(tmp_path / "b.age")
    async with database.transaction() as connection:
        interest = (await connection.execute(select(INTERESTS.c.id).where(INTERESTS.c.person_id == ids[2]))).scalar_one()
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(ids[:2])))
        await connection.execute(delete(INTERESTS).where(INTERESTS.c.id == interest))
        await connection.execute(insert(TOMBSTONES), [{"row": row, "erased_on": made_up.NOW.date()} for row in (ids[0], interest)])
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / JOURNAL).write_text(f"{ids[1]} 2026-11-24\nhalf a line")
    said = await restore(tmp_path / "b.age", identity, replace=True)

    after = await made_up.contents(database)
    assert "Erased again: 3" in said
    assert {row[0] for row in after["people"]} == set(ids[2:])
    assert {row[1] for row in after["interests"]} == set(ids[3:])
    assert len(after["dialogs"]) == len(after["traces"]) == len(after["drafts"]) == len(after["subscriptions"]) == 3
    assert len(after["reviews"]) == len(after["decisions"]) == 2
    assert {ids[0], interest} <= {row[0] for row in after["tombstones"]}
    await emptied(database)
    await restore(tmp_path / "b.age", identity)
    assert ids[1] not in {row[0] for row in (await made_up.contents(database))["people"]}
    print("107: 2 people and 1 interest erased after the backup, 0 came back")


async def test_a_full_database_is_not_overwritten_by_mistake(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """Without --replace a database with people in it stays as it is; neither is one whose bot runs touched."""
    await made_up.fill(database, key_ring)
    await backup(tmp_path / "b.age")
    before = await made_up.contents(database)
    with pytest.raises(NotEmpty, match="--replace"):
        await restore(tmp_path / "b.age", identity)
    if database.is_sqlite:
        with hold(tmp_path / "data"), pytest.raises(AlreadyRunning):
            await restore(tmp_path / "b.age", identity, replace=True)

    assert await made_up.contents(database) == before


async def test_a_wrong_file_changes_nothing(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """Another identity, cut off, altered, another schema, no backup at all: refused clearly, and what was there is there."""
    await made_up.fill(database, key_ring, 300)
    await backup(tmp_path / "b.age")
    async with database.transaction() as connection:
        await connection.execute(update(PEOPLE).values(language="ar"))
    before, good = await made_up.contents(database), (tmp_path / "b.age").read_bytes()

    async def refused(content: bytes, error: type[Exception], says: str, key: Path = identity) -> None:
        (tmp_path / "bad.age").write_bytes(content)
        with pytest.raises(error, match=says):
            await restore(tmp_path / "bad.age", key, replace=True)
        assert await made_up.contents(database) == before

    await make_identity(tmp_path / "other.txt")
    await refused(good, BackupUnreadable, "made for another one", tmp_path / "other.txt")
    await refused(good, BackupUnreadable, "AGE-SECRET-KEY", tmp_path / "keys" / "dalil.json")
    await refused(good, BackupUnreadable, "cannot be read", tmp_path / "nowhere.txt")
    for length in (0, 10, 150, 300, len(good) // 2, len(good) - 20, len(good) - 1):
        await refused(good[:length], BackupUnreadable, "damaged")
    for place in (0, 40, 190, 400, len(good) // 2, len(good) - 3):
        await refused(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :], BackupUnreadable, "damaged|another one")
    await refused(good + b"x", BackupUnreadable, "damaged")
    with pytest.raises(BackupUnreadable, match="cannot be read"):
        await restore(tmp_path / "nowhere.age", identity, replace=True)


@pytest.mark.parametrize(("change", "error", "says"), [
    (lambda lines: [lines[0].replace(SCHEMA.encode(), b"9999"), *lines[1:]], DumpInvalid, "has schema 9999, this version knows up to"),
    (lambda lines: [lines[0].replace(SCHEMA.encode(), b"0001"), *lines[1:]], DumpInvalid, "Restore it with the version that made it; then start"),
    (lambda lines: [b'{"dalil":2,"schema":"9"}', *lines[1:]], DumpInvalid, "one of a newer version"),
    (lambda lines: [b"PRAGMA x;"], DumpInvalid, "not a backup of Dalil"),
    (lambda lines: [], DumpInvalid, "not a backup of Dalil"),
    (lambda lines: lines[:-1], DumpInvalid, "rows are missing"),
    (lambda lines: lines[:1], DumpInvalid, "rows are missing"),
    (lambda lines: [*lines, b"[]"], DumpInvalid, "rows are missing or too many"),
    (lambda lines: [line for line in lines if b'"demo"' not in line], DumpInvalid, "rows are missing"),
    (lambda lines: [lines[0], b'{"table":"strangers","columns":["a"]}', lines[-1]], DumpInvalid, "other tables"),
    (lambda lines: [lines[0], lines[1], b'["too short"]', lines[-1]], DumpInvalid, "too short"),
    (lambda lines: [lines[0], b'{"rows":0}'], KeysInvalid, "Nothing shows that this was made with the keys"),
])
async def test_a_strange_content_changes_nothing(
    database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path, change: Callable[[list[bytes]], list[bytes]], error: type[Exception], says: str,
) -> None:
    """Well encrypted, but not what this version wrote: refused clearly, and what was there is there."""
    await made_up.fill(database, key_ring)
    before = await made_up.contents(database)
    async with database.snapshot() as connection:
        lines = b"".join([line async for line in dump(connection, METADATA)]).splitlines()
    await write(change(lines), public(identity), tmp_path / "b.age")

    with pytest.raises(error, match=says):
        await restore(tmp_path / "b.age", identity, replace=True)
    assert await made_up.contents(database) == before


async def test_the_keys_of_its_day_are_needed(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """T6: a backup without its key file is refused before anything changes: nobody could be read or found."""
    await made_up.fill(database, key_ring)
    await backup(tmp_path / "b.age")
    before = await made_up.contents(database)
    (tmp_path / "keys" / "dalil.json").unlink()
    key_files.create(tmp_path / "keys" / "dalil.json")

    with pytest.raises(KeysInvalid, match="does not belong"):
        await restore(tmp_path / "b.age", identity, replace=True)
    assert await made_up.contents(database) == before


async def test_what_a_backup_needs_is_said(database: Database, identity: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No recipient, a mistyped one, no folder, an identity that exists: one message each, and no file."""
    with pytest.raises(BackupNotWritten, match="No such file"):
        await backup(tmp_path / "nowhere" / "b.age")
    with pytest.raises(BackupNotWritten, match="exists"):
        await make_identity(identity)
    good = public(identity)
    for value, says in (("", "DALIL_BACKUP_RECIPIENT is missing"), (good[:-1] + ("q" if good[-1] != "q" else "p"), "wrong character"),
                        (good[:-1], "age1 and 58 more"), ("AGE-SECRET-KEY-1XYZ", "must not be on this machine")):
        monkeypatch.setenv("DALIL_BACKUP_RECIPIENT", value)
        with pytest.raises(SettingsInvalid, match=says):
            await backup(tmp_path / "b.age")
    monkeypatch.setenv("DALIL_BACKUP_RECIPIENT", good)
    await migrate(database.url, "base")
    assert not (tmp_path / "b.age").exists()


async def test_a_backup_holds_up_nobody(database: Database, key_ring: KeyRing, identity: Path, tmp_path: Path) -> None:
    """The bot goes on writing while a backup is made, and two backups to one file do not mix."""
    await made_up.fill(database, key_ring, 1500)
    writes, going = 0, True

    async def people_write() -> None:
        nonlocal writes
        while going:
            async with database.transaction() as connection:
                await connection.execute(update(PEOPLE).values(active_month="2026-12"))
            writes += 1

    task = asyncio.create_task(people_write())
    first = await asyncio.gather(backup(tmp_path / "b.age"), backup(tmp_path / "b.age"), return_exceptions=True)
    going = False
    await task
    await emptied(database)
    await restore(tmp_path / "b.age", identity)

    assert writes > 0
    assert sum(isinstance(one, str) for one in first) >= 1
    assert len({row[7] for row in (await made_up.contents(database))["people"]}) == 1  # one moment: all of one month


def test_an_identity_may_have_comments(tmp_path: Path) -> None:
    """The file of the tool `age-keygen` is read too; a line more is not."""
    with closing(io.StringIO()) as text:
        text.write(f"# created: 2026\n# public key: x\n\n{age.new_identity()[0]}\n")
        (tmp_path / "i.txt").write_text(text.getvalue())
    age.identity(tmp_path / "i.txt")
    (tmp_path / "i.txt").write_text("one\ntwo\n")
    with pytest.raises(BackupUnreadable):
        age.identity(tmp_path / "i.txt")
