"""Numbers of messages, for /wipe: sealed, both sides, 48 hours and not a second less; and what else goes by itself."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db.engine import Database
from bot.db.writes import Write, apply
from bot.keys import KeyRing
from bot.people.dialog import Dialog
from bot.people.retention import GONE_DAYS, Retention
from bot.people.service import People
from bot.people.tombstones import JOURNAL, Journal
from bot.people.traces import Traces
from tests.conftest import ROOT, Clock
from tests.people.whole import count, make

CHAT, OTHER = 1, 2


async def commit(database: Database, *writes: Write) -> None:
    """Commit writes as intake does."""
    async with database.transaction() as connection:
        await apply(connection, [writes])


async def test_one_row_an_exchange_read_newest_first(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """What is added after the write was noted is in it; notices outside of an update too; nothing of other chats; sealed."""
    traces = Traces(database, key_ring, clock)
    one, other = traces.begin(key_ring.look_up(CHAT), 5), traces.begin(key_ring.look_up(OTHER), 99)
    one.add(6)
    await commit(database, one.write, other.write)
    one.add(7)  # too late, and no harm
    await traces.record(CHAT, 9)

    assert await traces.numbers(key_ring.look_up(CHAT)) == [9, 6, 5]
    async with database.transaction() as connection:
        rows = [str(row) for row in await connection.execute(text("SELECT messages FROM traces"))]
    assert len(rows) == 3
    assert not any("[5" in row for row in rows)


async def test_after_the_wipe_only_the_update_under_way_is_left(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Traces go with the update that cleared the chat; its own answer can be cleared by the next one."""
    traces = Traces(database, key_ring, clock)
    await traces.record(CHAT, 1)
    await traces.record(OTHER, 2)
    own = traces.begin(key_ring.look_up(CHAT), 3)
    await commit(database, own.write, traces.forget(key_ring.look_up(CHAT), but=own))

    assert await traces.numbers(key_ring.look_up(CHAT)) == [3]
    assert await traces.numbers(key_ring.look_up(OTHER)) == [2]
    await commit(database, traces.forget(key_ring.look_up(CHAT)))
    assert await traces.numbers(key_ring.look_up(CHAT)) == []


async def test_a_broken_row_costs_no_other(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P18: a trace that was altered is passed over."""
    traces = Traces(database, key_ring, clock)
    await traces.record(CHAT, 1)
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE traces SET messages = 'v1.k1.AAAA.BBBB'"))
    await traces.record(CHAT, 2)

    assert await traces.numbers(key_ring.look_up(CHAT)) == [2]


@pytest.mark.parametrize(("span", "left"), [(timedelta(hours=48, seconds=-1), 1), (timedelta(hours=48, seconds=1), 0), (timedelta(days=-2), 1)])
async def test_traces_live_for_48_hours(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path, span: timedelta, left: int) -> None:
    """P21: a second before the limit they are there, a second after it they are not; a clock set back two days deletes nothing."""
    traces = Traces(database, key_ring, clock)
    await traces.record(CHAT, 1)
    clock.time += span

    assert (await Retention(database, clock, tmp_path / JOURNAL).purge()).traces == 1 - left
    assert len(await traces.numbers(key_ring.look_up(CHAT))) == left
    assert (await count(database))["traces"] == left
    print(f"P21: a trace of 48 h, looked at after {span}: {left} left")


@pytest.mark.parametrize(("span", "left"), [(timedelta(hours=24, seconds=-1), 1), (timedelta(hours=24, seconds=1), 0), (timedelta(days=-2), 1)])
async def test_dialogs_live_for_24_hours(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path, span: timedelta, left: int) -> None:
    """P21: the same for the state of a conversation."""
    people = People(database, key_ring, clock)
    await commit(database, people.remember(await people.look_up(1), Dialog(entry="x", answered_at=clock())))
    clock.time += span

    assert (await Retention(database, clock, tmp_path / JOURNAL).purge()).dialogs == 1 - left
    assert (await count(database))["dialogs"] == left


@pytest.mark.parametrize(("seconds", "left"), [(-1, 1), (1, 0)])
async def test_who_blocked_us_goes_with_all_that_is_theirs(
    database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path, seconds: int, left: int,
) -> None:
    """P8, P21: the day before the 30th they are there, on it they are gone, with a tombstone and a line in the journal; set back, nothing goes."""
    amina = await make(database, key_ring, clock, 1)
    await commit(database, *People(database, key_ring, clock).leave(amina.person))
    retention = Retention(database, clock, tmp_path / JOURNAL)
    clock.time = clock.time.replace(hour=0) + timedelta(days=GONE_DAYS, seconds=seconds)
    clock.forward(days=-2)
    assert (await retention.purge()).people == 0
    clock.forward(days=2)

    assert (await retention.purge()).people == 1 - left

    after = await count(database)
    assert (after["people"], after["interests"], after["drafts"], after["reviews"]) == (left, 2 * left, left, 2 * left)
    assert (amina.person.id in Journal(tmp_path / JOURNAL).read()) == (not left)
    assert await _stones(database) == (set() if left else {amina.person.id})


async def test_tombstones_go_after_30_days(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """Table and journal forget at the same time, and not before: a backup lives 7 days."""
    amina = await make(database, key_ring, clock, 1)
    await commit(database, *People(database, key_ring, clock).leave(amina.person))
    retention = Retention(database, clock, tmp_path / JOURNAL)
    clock.forward(days=30)
    await retention.purge()
    for days, left in ((30, 1), (1, 0)):
        clock.forward(days=days)
        await retention.purge()
        assert (len(await _stones(database)), len(Journal(tmp_path / JOURNAL).read())) == (left, left)


async def test_a_purge_that_was_killed_completes_later(key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """P21: kill -9 between the deletes and the commit: all is as it was; the next purge ends it."""
    from bot.db.migrate import migrate

    url = f"sqlite:///{tmp_path / 'dalil.sqlite3'}"
    await migrate(url)
    database = Database(url)
    amina = await make(database, key_ring, clock, 1)
    await commit(database, *People(database, key_ring, clock).leave(amina.person))
    clock.forward(days=31)
    before = await count(database)
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.erasing", "purge-commit", url, str(tmp_path / JOURNAL), clock().isoformat(), cwd=ROOT)
    assert await victim.wait() == -9
    assert await count(database) == before

    assert (await Retention(database, clock, tmp_path / JOURNAL).purge()).people == 1
    assert {name: rows for name, rows in (await count(database)).items() if rows} == {"deliveries": 1}
    print("P21: a purge killed before its commit: 0 rows lost, 0 left after the next one")
    await database.close()


async def _stones(database: Database) -> set[str]:
    async with database.transaction() as connection:
        return set((await connection.execute(text('SELECT "row" FROM tombstones'))).scalars())
