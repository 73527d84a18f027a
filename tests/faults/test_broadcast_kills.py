"""P4: a broadcast reaches each person at most once and nobody is silently missed, however often the process is killed."""

import asyncio
import random
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import keys as key_files
from bot.broadcasts.content import Content, State
from bot.broadcasts.ledger import Delivery, total
from bot.broadcasts.models import BROADCASTS
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.playground import Fault, StandIn
from tests.broadcasts.conftest import APPROVER, AUTHOR, TEXTS, Office
from tests.conftest import ROOT, Clock
from tests.process import TOKEN

FIRST = 10_001  # the chats that tests/broadcasts/conftest.py makes


async def release(folder: Path, url: str, people: int) -> tuple[Office, str]:
    """Make people and a released announcement that is due."""
    key_files.create(folder / "keys.json")
    await migrate(url)
    clock = Clock()
    clock.time = datetime.now(UTC)
    office = Office(Database(url), key_files.load(folder / "keys.json"), clock)
    await office.staff(AUTHOR, "editor", 900_000)
    await office.staff(APPROVER, "approver", 900_100)
    await office.people({"en": people - people // 3, "ar": people // 3})
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    async with office.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == draft.id).values(starts_at=clock() - timedelta(seconds=1)))
    return office, draft.id


async def deliver(folder: Path, url: str, people: int, kills: int, rate: float, latency: float) -> None:
    """Send to `people` while the process is killed `kills` times at random moments, and count."""
    office, broadcast = await release(folder, url, people)
    async with StandIn(TOKEN) as telegram:
        telegram.misbehave("sendMessage", Fault.latency(latency))
        for number in range(people):
            telegram.person("Demo", "en", id=FIRST + number)
        killed = 0
        begun = time.monotonic()
        span = people / rate / (kills + 1)
        while await office.queue.state(broadcast) is not State.DONE:
            assert time.monotonic() - begun < 200 + 3 * people / rate, "the broadcast did not end"
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.faults.broadcast_bot", telegram.api_url, url, str(folder / "keys.json"), str(rate), cwd=ROOT)
            before = len(telegram.calls("sendMessage"))
            while process.returncode is None and await office.queue.state(broadcast) is not State.DONE:
                await asyncio.sleep(random.uniform(0.2, 1.6) * span)
                if killed < kills and len(telegram.calls("sendMessage")) > before:
                    process.kill()
                    await process.wait()
                    killed += 1
            if process.returncode is None:
                process.terminate()
                await process.wait()
        arrived = Counter(int(call.parameters["chat_id"]) for call in telegram.calls("sendMessage") if call.took_effect)
    counts = await office.ledger.counts(broadcast)
    await office.database.close()
    twice = sum(number > 1 for number in arrived.values())
    print(f"{people} people, {killed} kills: {twice} duplicates, {counts[Delivery.SENT]} sent, {counts[Delivery.UNCERTAIN]} uncertain "
          f"({counts[Delivery.UNCERTAIN] / max(1, killed):.1f} a kill), of which {len(arrived) - counts[Delivery.SENT]} had arrived")
    assert twice == 0
    assert killed == kills
    assert total(counts) == people == counts[Delivery.SENT] + counts[Delivery.UNCERTAIN]
    assert counts[Delivery.UNCERTAIN] <= 4 * kills
    assert counts[Delivery.SENT] <= len(arrived)


@pytest.mark.timeout(300)  # on a busy machine each start takes ten seconds and more
async def test_kills_neither_repeat_nor_skip(tmp_path: Path) -> None:
    """A few kills, on SQLite."""
    await deliver(tmp_path, f"sqlite:///{tmp_path / 'd.sqlite3'}", people=160, kills=2, rate=150, latency=0.02)


@pytest.mark.soak
async def test_kills_neither_repeat_nor_skip_on_postgresql(tmp_path: Path, postgres: str) -> None:
    """The same on PostgreSQL, where the lock ends with the process's connection."""
    await migrate(postgres, "base")
    await deliver(tmp_path, postgres, people=200, kills=3, rate=150, latency=0.02)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_ten_thousand_people_and_twenty_kills(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    """P4 in full."""
    url = f"sqlite:///{tmp_path / 'd.sqlite3'}" if kind == "sqlite" else request.getfixturevalue("postgres")
    if kind == "postgresql":
        await migrate(url, "base")
    await deliver(tmp_path, url, people=10_000, kills=20, rate=300, latency=0.02)
