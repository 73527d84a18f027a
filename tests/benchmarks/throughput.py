"""Webhook question to answer: updates a second of Dalil, at its real work, against a stock python-telegram-bot echo bot.

Both run as processes of their own on one core, the stand-in for Telegram and the driver on the other; rounds alternate.
"""

import asyncio
import itertools
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot import keys as key_files
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.writes import apply
from bot.people.service import People
from bot.playground import Fault, StandIn
from tests.conftest import ROOT
from tests.process import TOKEN, BotProcess, free_port

UPDATES = 1000
IN_FLIGHT = 40  # Telegram's default max_connections
PEOPLE = 300
ROUNDS = 3
LATENCIES = (0.0, 0.025)  # seconds; a server in Europe is some 25 ms from Telegram's
FIRST_CHAT = 5_000_000
SECRET = "benchmark-benchmark"
_ids = itertools.count(int(time.time()) * 1000)


@dataclass
class Round:
    """One measured round."""

    rate: float
    latencies: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Return a percentile of the latencies in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def questions() -> list[str]:
    """Return the project's evaluation questions: what people ask, in three languages, in and out of scope."""
    texts = [json.loads(line)["text"] for language in ("en", "fr", "ar")
             for line in (ROOT / "knowledge" / "questions" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    return texts[::3] + texts[1::3] + texts[2::3]


def update(text: str) -> dict[str, object]:
    """Return a question from one of the known people."""
    number = next(_ids)
    chat = FIRST_CHAT + number % PEOPLE
    person = {"id": chat, "is_bot": False, "first_name": "Demo", "language_code": "en"}
    return {"update_id": number, "message": {"message_id": number % 10**6 + 1, "date": int(time.time()), "text": text, "from": person,
                                             "chat": {"id": chat, "type": "private", "first_name": "Demo"}}}


async def seed(folder: Path) -> None:
    """Make the people known: language chosen, notice understood."""
    key_files.create(folder / "keys" / "dalil.json")
    (folder / "data").mkdir()
    url = f"sqlite:///{folder / 'data' / 'dalil.sqlite3'}"
    await migrate(url)
    database = Database(url)
    from datetime import UTC, datetime

    people = People(database, key_files.load(folder / "keys" / "dalil.json"), lambda: datetime.now(UTC))
    async with database.transaction() as session:
        for number in range(PEOPLE):
            person = await people.look_up(FIRST_CHAT + number)
            await apply(session, [(people.choose_language(person, ("en", "fr", "ar")[number % 3]), people.understand(person, 1))])
    await database.close()


async def drive(url: str, telegram: StandIn, texts: list[str], *, wait_for_sends: bool) -> Round:
    """Deliver `texts` as Telegram would, 40 at once, and return the rate and the latencies."""
    telegram.forget_calls()
    waiting = iter(texts)
    latencies: list[float] = []
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    begun = time.perf_counter()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=IN_FLIGHT)) as session:
        async def deliver() -> None:
            for text in waiting:
                sent = time.perf_counter()
                async with session.post(url, json=update(text), headers=headers) as answer:
                    assert answer.status == 200, answer.status
                latencies.append(time.perf_counter() - sent)

        await asyncio.gather(*(deliver() for _ in range(IN_FLIGHT)))
        while wait_for_sends and len(telegram.calls("sendMessage")) < len(texts):
            await asyncio.sleep(0.005)
    elapsed = time.perf_counter() - begun
    assert len(telegram.calls("sendMessage")) >= len(texts)
    return Round(len(texts) / elapsed, latencies)


@dataclass
class Rival:
    """A process under measurement: how to reach it, and its rounds, without and with Telegram's latency."""

    name: str
    url: str
    pid: int
    acknowledges_after: bool
    rounds: dict[float, list[Round]] = field(default_factory=lambda: {latency: [] for latency in LATENCIES})

    def rate(self, latency: float) -> float:
        """Return the median rate."""
        return statistics.median(one.rate for one in self.rounds[latency])


async def measure() -> tuple[list[Rival], float]:
    """Return the rivals, Dalil first, and Dalil's resident memory in MiB after all rounds."""
    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        await seed(folder)
        async with StandIn(token=TOKEN) as telegram, AsyncExitStack() as stack:
            for number in range(PEOPLE):
                telegram.person("Demo", "en", id=FIRST_CHAT + number)
            dalil = BotProcess(folder, telegram.api_url, DALIL_SEND_RATE="1000", DALIL_LOG_LEVEL="WARNING", DALIL_WEBHOOK_SECRET=SECRET,
                               DALIL_WEBHOOK_URL=f"http://127.0.0.1:{free_port()}")
            await dalil.start()
            stack.push_async_callback(dalil.kill)
            rivals = [Rival("Dalil", f"http://127.0.0.1:{dalil.port}/telegram", dalil.pid, True)]
            for at_once in (256, 1):
                rivals.append(await _stock(telegram, at_once, stack))
            for rival in rivals:
                os.sched_setaffinity(rival.pid, {1})
            await _rounds(rivals, telegram)
            return rivals, dalil.memory()


async def _stock(telegram: StandIn, at_once: int, stack: AsyncExitStack) -> Rival:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.benchmarks.stock_echo", telegram.api_url, TOKEN, str(port), SECRET, str(at_once), cwd=ROOT)
    stack.push_async_callback(process.wait)
    stack.callback(process.kill)
    await asyncio.sleep(3)
    return Rival(f"stock, {at_once} at once", f"http://127.0.0.1:{port}/telegram", process.pid, False)


async def _rounds(rivals: list[Rival], telegram: StandIn) -> None:
    texts = (questions() * 2)[:UPDATES]
    for rival in rivals:
        await drive(rival.url, telegram, texts[:200], wait_for_sends=True)
    for latency in LATENCIES:
        telegram.behave()
        if latency:
            telegram.misbehave("sendMessage", Fault.latency(latency))
        for _ in range(ROUNDS):
            for rival in rivals:
                few = texts[: UPDATES // 10] if latency and rival.name.endswith(" 1 at once") else texts
                rival.rounds[latency].append(await drive(rival.url, telegram, few, wait_for_sends=not rival.acknowledges_after))


def table() -> str:
    """Measure, and return the table of rates, ratios, latencies and memory."""
    rivals, memory = asyncio.run(measure())
    ours = rivals[0]
    lines = ["Webhook question to answer: Dalil (database, matching, rendering, acknowledged after the commit) and python-telegram-bot's echo bot"]
    for latency in LATENCIES:
        lines.append(f"  Telegram answers after {1000 * latency:.0f} ms:")
        lines += [f"    {rival.name:20} {rival.rate(latency):6.0f} updates/s, Dalil is {ours.rate(latency) / rival.rate(latency):.2f} times as fast"
                  for rival in rivals]
    last = ours.rounds[0.0][-1]
    lines.append(f"  Dalil, saturated with {IN_FLIGHT} in flight: p50 {last.percentile(.5):.0f} ms, p99 {last.percentile(.99):.0f} ms")
    lines.append(f"  Dalil, resident memory after {2 * ROUNDS * UPDATES} answers: {memory:.0f} MiB   (bar: 150)")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
