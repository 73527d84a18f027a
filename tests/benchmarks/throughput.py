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
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot import keys as key_files
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.writes import apply
from bot.people.service import People
from bot.playground import StandIn
from tests.conftest import ROOT
from tests.process import TOKEN, BotProcess, free_port

UPDATES = 1500
IN_FLIGHT = 40  # Telegram's default max_connections
PEOPLE = 300
ROUNDS = 3
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
            await apply(session, (people.choose_language(person, ("en", "fr", "ar")[number % 3]), people.understand(person, 1)))
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


async def measure() -> tuple[list[Round], list[Round], float]:
    """Return Dalil's rounds, the stock bot's, and Dalil's resident memory in MiB after them."""
    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        await seed(folder)
        async with StandIn(token=TOKEN) as telegram:
            for number in range(PEOPLE):
                telegram.person("Demo", "en", id=FIRST_CHAT + number)
            port, webhook = free_port(), free_port()
            dalil = BotProcess(folder, telegram.api_url, DALIL_SEND_RATE="1000", DALIL_LOG_LEVEL="WARNING", DALIL_WEBHOOK_SECRET=SECRET,
                               DALIL_WEBHOOK_URL=f"http://127.0.0.1:{webhook}")
            await dalil.start()
            os.sched_setaffinity(dalil.pid, {1})
            stock = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.benchmarks.stock_echo", telegram.api_url, TOKEN, str(port), SECRET, cwd=ROOT)
            os.sched_setaffinity(stock.pid, {1})
            await asyncio.sleep(3)
            ours, theirs = await _rounds(dalil, port, telegram)
            memory = dalil.memory()
            await dalil.kill()
            stock.kill()
            await stock.wait()
    return ours, theirs, memory


async def _rounds(dalil: BotProcess, port: int, telegram: StandIn) -> tuple[list[Round], list[Round]]:
    texts = (questions() * 2)[:UPDATES]
    ours, theirs = [], []
    for url, warm in ((f"http://127.0.0.1:{dalil.port}/telegram", 200), (f"http://127.0.0.1:{port}/telegram", 200)):
        await drive(url, telegram, texts[:warm], wait_for_sends=True)
    for _ in range(ROUNDS):
        ours.append(await drive(f"http://127.0.0.1:{dalil.port}/telegram", telegram, texts, wait_for_sends=False))
        theirs.append(await drive(f"http://127.0.0.1:{port}/telegram", telegram, texts, wait_for_sends=True))
    return ours, theirs


def table() -> str:
    """Measure, and return the table of rates, their ratio, latencies and memory."""
    ours, theirs, memory = asyncio.run(measure())
    rate, stock = statistics.median(one.rate for one in ours), statistics.median(one.rate for one in theirs)
    last = ours[-1]
    return "\n".join([
        "Webhook question to answer (Dalil: database, matching, rendering; stock: python-telegram-bot echo, run_webhook)",
        f"  Dalil {rate:7.0f} updates/s ({min(one.rate for one in ours):.0f}-{max(one.rate for one in ours):.0f})",
        f"  stock {stock:7.0f} updates/s ({min(one.rate for one in theirs):.0f}-{max(one.rate for one in theirs):.0f})",
        f"  ratio {rate / stock:7.2f}   (bar: 2.00)",
        f"  Dalil, saturated with {IN_FLIGHT} in flight: p50 {last.percentile(.5):.0f} ms, p99 {last.percentile(.99):.0f} ms",
        f"  Dalil, resident memory after {ROUNDS * UPDATES} answers: {memory:.0f} MiB   (bar: 150)",
    ])


if __name__ == "__main__":
    print(table())
