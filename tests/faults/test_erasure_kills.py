"""kill -9 at each step of an erasure: after the next start the person is gone, nobody else is, and no byte is left."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.keys import KeyRing
from bot.people.erasure import Erasure
from bot.people.service import People
from bot.people.tombstones import JOURNAL
from tests.conftest import ROOT, Clock
from tests.people.test_erasure import CHAT, GOES, OTHER, found
from tests.people.whole import count, make


async def erase_and_be_killed(step: str, url: str, folder: Path, clock: Clock) -> None:
    """Run the erasure in a process that is killed at `step`."""
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.erasing", step, url, str(folder / JOURNAL), clock().isoformat(), str(CHAT), str(folder / "keys" / "dalil.json"),
        cwd=ROOT)
    async with asyncio.timeout(60):
        assert await victim.wait() == -9


@pytest.mark.parametrize(("step", "rows_after_the_kill"), [("journal", 2), ("commit", 2), ("checkpoint", 1), ("receipt", 1)])
async def test_a_killed_erasure_is_completed_at_the_next_start(
    database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path, step: str, rows_after_the_kill: int,
) -> None:
    """P20: killed after the journal, before the commit, before the checkpoint, before the receipt; on both databases."""
    amina = await make(database, key_ring, clock, CHAT)
    await make(database, key_ring, clock, OTHER)
    await database.close()
    await erase_and_be_killed(step, database.url, tmp_path, clock)
    assert (await count(database))["people"] == rows_after_the_kill

    erasure = Erasure(database, clock, tmp_path / JOURNAL)
    await erasure.replay()

    left = found(tmp_path, [amina.person.lookup.encode()]) if database.is_sqlite else []
    after = await count(database)
    assert {name: after[name] for name in GOES} == GOES
    assert not (await People(database, key_ring, clock).look_up(CHAT)).known
    assert (await erasure.erase(amina.person)).nothing  # the update comes again
    print(f"P20: killed at {step}: {1 if after['people'] == 1 else 0} of 1 erased after the next start, {len(left)} bytes' places left (bar 0)")
    assert left == []


async def test_without_the_journal_the_test_would_fail(key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """The kill before the commit really leaves the person there: only the journal knows that they wanted to go."""
    url = f"sqlite:///{tmp_path / 'dalil.sqlite3'}"
    await migrate(url)
    database = Database(url)
    await make(database, key_ring, clock, CHAT)
    await database.close()
    await erase_and_be_killed("commit", url, tmp_path, clock)
    (tmp_path / JOURNAL).unlink()

    assert await Erasure(database, clock, tmp_path / JOURNAL).replay() == 0
    assert (await People(database, key_ring, clock).look_up(CHAT)).known
    await database.close()
