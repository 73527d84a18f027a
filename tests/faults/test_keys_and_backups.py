"""Keys rotated under load and killed in the middle (P19); backups killed, and made on a full disk (99, P10)."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from bot import keys as key_files
from bot.commands.backup import make_identity
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from tests.conftest import ROOT
from tests.faults.small_disk import possible, small_disk
from tests.people import made_up
from tests.people.test_rotation import opened

needs_a_disk = pytest.mark.skipif(not possible("unshare", "nsenter"), reason="this system lets nobody mount a disk of their own")
SEALED = 8  # values a made-up person has


@pytest.fixture
def environment(database: Database, key_ring: KeyRing, tmp_path: Path) -> dict[str, str]:
    """The environment of an installation on `database` with the keys of `key_ring`."""
    ours = {"DATABASE_URL": database.url, "KEYS_FILE": str(tmp_path / "keys" / "dalil.json"), "DATA_DIR": str(tmp_path / "data")}
    return {**os.environ, **{f"DALIL_{name}": value for name, value in ours.items()}}


async def started(environment: dict[str, str], *command: str, under: tuple[str, ...] = ()) -> Process:
    """Start `python -m ...`."""
    return await asyncio.create_subprocess_exec(*under, sys.executable, "-m", *command, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, stderr=STDOUT)


async def said(environment: dict[str, str], *command: str, under: tuple[str, ...] = (), code: int = 0) -> str:
    """Run `python -m bot ...` to its end; return what it said."""
    process = await started(environment, "bot", *command, under=under)
    output = (await process.communicate())[0].decode()
    assert process.returncode == code, output
    return output


@pytest.mark.soak  # half a minute: both processes look at the key file in their own time
@pytest.mark.timeout(180)
async def test_keys_rotate_under_load(database: Database, environment: dict[str, str], key_ring: KeyRing) -> None:
    """P19: two processes read and write people without a pause while keys are rotated twice and the old ones removed: 0 failed reads, nobody twice."""
    many = 25
    replicas = [await started(environment, "tests.faults.people_process", database.url, environment["DALIL_KEYS_FILE"], str(10**12 + 10**6 * one), str(many))
                for one in range(2)]
    for one in replicas:
        assert one.stdout is not None
        while (line := await one.stdout.readline()) != b"ready\n":
            assert line, "the process ended"
    assert "Active now: fields k2, lookup k2" in await said(environment, "keys", "rotate")
    assert "Active now: fields k3, lookup k3" in await said(environment, "keys", "rotate", "--again")
    finished = await said(environment, "keys", "rotate", "--finish")
    seen = [json.loads((await one.communicate(b""))[0].splitlines()[-1]) for one in replicas]
    ring = key_files.load(Path(environment["DALIL_KEYS_FILE"]))
    async with database.transaction() as connection:
        people = (await connection.execute(select(func.count()).select_from(PEOPLE))).scalar_one()

    print(f"P19: {sum(one['reads'] for one in seen)} reads and writes during 2 rotations, {sum(one['failed'] for one in seen)} failed, "
          f"{sum(one['again'] for one in seen)} writes tried again")
    assert "stays" not in finished
    assert [one["failed"] for one in seen] == [0, 0]
    assert min(one["reads"] for one in seen) > 100
    assert people == 2 * many
    assert (list(ring.fields.keys), list(ring.lookup.keys)) == (["k3"], ["k3"])
    await opened(database, ring)


@pytest.mark.slow_on_postgresql
@pytest.mark.timeout(180)
@pytest.mark.soak
async def test_a_rotation_that_was_killed_goes_on(database: Database, environment: dict[str, str], key_ring: KeyRing) -> None:
    """P19: kill -9 in the middle of the renewal: everything is readable, the next run renews the rest."""
    many = 2500
    await made_up.fill(database, key_ring, many)
    process = await started(environment, "bot", "keys", "rotate")
    renewed = 0
    while not renewed:
        assert process.returncode is None
        await asyncio.sleep(0.005)
        async with database.transaction() as connection:
            renewed = (await connection.execute(text("SELECT count(*) FROM people WHERE lookup_key = 'k2'"))).scalar_one()
    process.kill()
    await process.communicate()
    async with database.transaction() as connection:
        renewed = (await connection.execute(text("SELECT count(*) FROM people WHERE lookup_key = 'k2'"))).scalar_one()
    assert 0 < renewed < many
    assert await opened(database, key_files.load(Path(environment["DALIL_KEYS_FILE"]))) == many * SEALED
    output = await said(environment, "keys", "rotate", "--finish")
    print(f"P19: killed after {renewed} of {many} people, then: {output.splitlines()[0]}")

    assert "The old key k1 of lookup was removed" in output
    ring = key_files.load(Path(environment["DALIL_KEYS_FILE"]))
    assert list(ring.fields.keys) == ["k2"]
    assert await opened(database, ring) == many * SEALED


async def test_a_lost_key_is_said_at_the_start(database: Database, environment: dict[str, str], key_ring: KeyRing) -> None:
    """106: the bot whose key file lost a key ends with one message, no traceback, and exit code 2."""
    await made_up.fill(database, key_ring)
    made_up.new_keys(Path(environment["DALIL_KEYS_FILE"]), made_up.NOW)
    document = json.loads(Path(environment["DALIL_KEYS_FILE"]).read_text())
    del document["fields"]["keys"]["k1"]
    Path(environment["DALIL_KEYS_FILE"]).write_text(json.dumps(document))
    output = await said({**environment, "DALIL_BOT_TOKEN": "123456789:" + "A" * 35, "DALIL_TELEGRAM_API_URL": "http://127.0.0.1:9"}, "run", code=2)

    assert "lacks the key 'k1' of 'fields'" in output
    assert "Traceback" not in output


@pytest.mark.slow_on_postgresql
@pytest.mark.soak
async def test_a_backup_that_was_killed_leaves_the_old_one(database: Database, environment: dict[str, str], key_ring: KeyRing, tmp_path: Path) -> None:
    """99: kill -9 while it is written: the old file is whole, and the next run makes a new one."""
    environment["DALIL_BACKUP_RECIPIENT"] = (await make_identity(tmp_path / "identity.txt")).split("=")[1]
    await made_up.fill(database, key_ring, 2500)
    file, part = tmp_path / "b.age", tmp_path / ".b.age.part"
    await said(environment, "backup", str(file))
    before = file.read_bytes()
    process = await started(environment, "bot", "backup", str(file))
    while not (part.exists() and part.stat().st_size):
        assert process.returncode is None
        await asyncio.sleep(0.002)
    process.kill()
    await process.communicate()
    written = part.stat().st_size

    assert file.read_bytes() == before
    assert 0 < written < len(before)
    assert "Wrote" in await said(environment, "backup", str(file))
    assert not part.exists()
    assert "Restored" in await said(environment, "restore", str(file), "--identity", str(tmp_path / "identity.txt"), "--replace")
    print(f"99: killed after {written} of {len(before)} bytes, the old backup is whole")


@needs_a_disk
async def test_a_backup_on_a_full_disk_says_so(database: Database, environment: dict[str, str], key_ring: KeyRing, tmp_path: Path) -> None:
    """99, P10: no room for the new backup: one message, the old one stays, no half file."""
    if not database.is_sqlite:
        pytest.skip("PostgreSQL lets nobody in from the namespace of the small disk; the file is written in the same way")
    environment["DALIL_BACKUP_RECIPIENT"] = (await make_identity(tmp_path / "identity.txt")).split("=")[1]
    await made_up.fill(database, key_ring, 300)
    async with small_disk(tmp_path / "disk") as disk:
        file = tmp_path / "disk" / "b.age"
        await said(environment, "backup", str(file), under=disk.under)
        before = (disk.inside / "b.age").read_bytes()
        disk.fill()
        output = await said(environment, "backup", str(file), under=disk.under, code=2)
        assert (disk.inside / "b.age").read_bytes() == before
        assert not (disk.inside / ".b.age.part").exists()

    assert "The file was not written (No space left on device)" in output
    assert "Traceback" not in output
