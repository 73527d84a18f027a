"""Announcements: how much of the configured rate is used against a strict stand-in, and how quick replies stay meanwhile."""

import asyncio
import bisect
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bot import keys as key_files
from bot.broadcasts.content import Content, State
from bot.broadcasts.models import BROADCASTS
from bot.broadcasts.sender import in_flight
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.playground import Fault, Phone, StandIn
from bot.playground.limits import Limits
from tests.broadcasts.conftest import APPROVER, AUTHOR, TEXTS, Office
from tests.conftest import ROOT, Clock
from tests.process import TOKEN, BotProcess

RUNS = ((1_000, 25), (10_000, 300))  # recipients and messages a second
LATENCY = 0.02  # seconds to Telegram
SHARE = 0.98  # of the configured rate, at least (issue 5)
QUICK = 1.0  # seconds, p95 of replies during a broadcast (P7)
QUESTIONS = 5  # a second
_FIRST = 10_001  # the chats that tests/broadcasts/conftest.py makes
_ASKING = 800_000  # those who ask meanwhile


@dataclass(frozen=True, slots=True)
class Rate:
    """What the server saw: messages a second from the first to the last, how many 429, the most in any second; seconds until the first message."""

    people: int
    rate: float
    seen: float
    refused: int
    most: int
    first: float

    @property
    def share(self) -> float:
        """Of the configured rate."""
        return self.seen / self.rate


async def released(url: str, keys_file: Path, people: int, asking: int = 0) -> tuple[Office, str]:
    """Make staff, people who asked to hear, `asking` others, and an announcement that is released and due."""
    key_files.create(keys_file)
    await migrate(url)
    clock = Clock()
    clock.time = datetime.now(UTC)
    office = Office(Database(url), key_files.load(keys_file), clock)
    await office.staff(AUTHOR, "editor", 900_000)
    await office.staff(APPROVER, "approver", 900_100)
    await office.people({"en": people - people // 3, "ar": people // 3})
    if asking:
        await office.people({"en": asking}, subscribed=False, first=_ASKING)
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    async with office.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == draft.id).values(starts_at=clock() - timedelta(seconds=1)))
    return office, draft.id


async def rate(folder: Path, people: int, per_second: int, latency: float = LATENCY) -> Rate:
    """Send to `people` from a process of its own, at the rate that the stand-in allows and not one more."""
    url = f"sqlite:///{folder / 'd.sqlite3'}"
    office, broadcast = await released(url, folder / "keys.json", people)
    async with StandIn(TOKEN, limits=Limits(per_second=per_second, per_chat=1)) as telegram:
        telegram.misbehave("sendMessage", Fault.latency(latency))
        for number in range(people):
            telegram.person("Demo", "en", id=_FIRST + number)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.faults.broadcast_bot", telegram.api_url, url, str(folder / "keys.json"), str(per_second),
            str(in_flight(per_second)), cwd=ROOT)
        begun = time.time()
        try:
            while await office.queue.state(broadcast) is not State.DONE:
                await asyncio.sleep(0.5)
        finally:
            process.kill()
            await process.wait()
            await office.database.close()
        calls = telegram.calls("sendMessage")
        times = sorted(call.at for call in calls)
        refused = sum(call.status == 429 for call in calls)
    return Rate(people, per_second, (len(times) - 1) / (times[-1] - times[0]), refused, _most(times), times[0] - begun)


async def replies(folder: Path, people: int, seconds: float, per_second: int = 25) -> tuple[list[float], int]:
    """Ask the real bot questions while it sends an announcement; return how long each answer took (seconds), and how many had been sent by then."""
    (folder / "data").mkdir()
    asking = 20
    office, _ = await released(f"sqlite:///{folder / 'data' / 'dalil.sqlite3'}", folder / "keys" / "dalil.json", people, asking)
    await office.database.close()
    async with StandIn(TOKEN) as telegram:
        telegram.misbehave("sendMessage", Fault.latency(LATENCY))
        for number in range(people):
            telegram.person("Demo", "en", id=_FIRST + number)
        phones = [telegram.person("Demo", "en", id=_FIRST + _ASKING + number) for number in range(asking)]
        bot = BotProcess(folder, telegram.api_url, DALIL_SEND_RATE=str(per_second), DALIL_LOG_LEVEL="WARNING")
        async with bot:
            await telegram.called("sendMessage", 5, within=30)
            questions = []
            for number in range(int(seconds * QUESTIONS)):
                questions.append(asyncio.create_task(_ask(phones[number % asking])))
                await asyncio.sleep(1 / QUESTIONS)
            waits = await asyncio.gather(*questions)
        sent = sum(int(call.parameters["chat_id"]) < _FIRST + people for call in telegram.calls("sendMessage"))
    return sorted(waits), sent


async def _ask(phone: Phone) -> float:
    begun = time.perf_counter()
    await phone.asks("How do we send a report to the UPR?", within=20)
    return time.perf_counter() - begun


def _most(times: list[float]) -> int:
    """Return the largest number of calls within any second."""
    return max(bisect.bisect_left(times, at + 1.0) - place for place, at in enumerate(times))


def table() -> str:
    """Measure, and return the table."""
    lines = [f"Announcements, Telegram answers after {1000 * LATENCY:.0f} ms and refuses whatever is above the rate"]
    for people, per_second in RUNS:
        with tempfile.TemporaryDirectory() as folder:
            lines.append(written(asyncio.run(rate(Path(folder), people, per_second))))
    with tempfile.TemporaryDirectory() as folder:
        waits, sent = asyncio.run(replies(Path(folder), 2_000, 30))
    lines.append(f"  {QUESTIONS} questions a second meanwhile: p50 {1000 * waits[len(waits) // 2]:.0f} ms, p95 {1000 * _p95(waits):.0f} ms   "
                 f"(bar: {1000 * QUICK:.0f}), while {sent} messages of the announcement went out")
    return "\n".join(lines)


def written(one: Rate) -> str:
    """Return one run as a line of the table."""
    return (f"  {one.people:,} people at {one.rate:.0f}/s: {one.seen:.1f}/s, {one.share:.3f} of the rate (bar: {SHARE}), {one.refused} times 429 (bar: 0), "
            f"most in a second {one.most} (bar: {one.rate:.0f})")


def _p95(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


if __name__ == "__main__":
    print(table())
