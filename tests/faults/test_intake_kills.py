"""kill -9: every message is answered, each has its effect once, and at most one reply of an update is repeated per kill."""

import asyncio
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.db.migrate import migrate
from bot.playground.server import StandIn
from bot.telegram.hooking import Hook, set_webhook
from bot.telegram.request import AiohttpRequest
from tests.faults.intake_bot import SECRET, TOKEN

ROOT = Path(__file__).parents[2]


class Victim:
    """The small bot as a process that is killed and started again."""

    def __init__(self, telegram: StandIn, file: Path, way: str = "poll", chats: int = 32) -> None:
        self.telegram = telegram
        self.file = file
        self._arguments = (telegram.api_url, str(file), way, str(chats))
        self.process: asyncio.subprocess.Process

    async def start(self, rate: float) -> None:
        """Start the process; it sends at most `rate` replies a second."""
        self.process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.faults.intake_bot", *self._arguments, str(rate), cwd=ROOT)

    async def __aenter__(self) -> "Victim":
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.end(signal.SIGKILL)

    async def end(self, how: signal.Signals) -> float:
        """Send a signal and return the seconds until the process was gone."""
        begun = time.monotonic()
        if self.process.returncode is None:
            self.process.send_signal(how)
        await self.process.wait()
        return time.monotonic() - begun

    @property
    def replies(self) -> Counter[str]:
        """How often each text was answered."""
        return Counter(str(call.parameters["text"]) for call in self.telegram.calls("sendMessage") if call.took_effect)

    def effects(self) -> Counter[str]:
        """How often each text was counted."""
        ledger = sqlite3.connect(self.file)
        rows = ledger.execute("SELECT 're ' || topic, count FROM tallies").fetchall()
        ledger.close()
        return Counter(dict(rows))


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A migrated SQLite file."""
    await migrate(f"sqlite:///{tmp_path / 'dalil.sqlite3'}")
    return tmp_path / "dalil.sqlite3"


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """A stand-in that brings webhook updates back soon."""
    async with StandIn(TOKEN, retry_scale=0.05) as standing_in:
        yield standing_in


async def kill_until_answered(victim: Victim, updates: int, kills: int, rate: float) -> list[int]:
    """Kill at random moments, then let the rest be answered; return how many replies each kill repeated."""
    dice = random.Random(7)
    at_kill: list[Counter[str]] = []
    for _ in range(kills):
        known = victim.telegram.state.calls.count("sendMessage")
        await victim.start(rate)
        await victim.telegram.called("sendMessage", known + 1, within=60)
        await asyncio.sleep(dice.uniform(0, 0.35))
        await victim.end(signal.SIGKILL)
        at_kill.append(victim.replies)
    await victim.start(100.0)
    await victim.telegram.acknowledged(within=60)
    assert await victim.end(signal.SIGTERM) < 8
    lives = [now - before for before, now in zip([Counter(), *at_kill], [*at_kill, victim.replies], strict=True)]
    assert all(count == 1 for life in lives for count in life.values())  # within one life nothing is ever repeated
    assert len(victim.replies) == updates
    return [sum(1 for text in life if before[text]) for before, life in zip(at_kill, lives[1:], strict=True)]


async def say(telegram: StandIn, updates: int, chats: int) -> list[str]:
    """Have `chats` people write `updates` messages; return the replies that are due."""
    phones = [telegram.person(f"Demo {number}") for number in range(chats)]
    for number in range(updates):
        await phones[number % chats].says(str(number))
    return [f"re {number}" for number in range(updates)]


@pytest.mark.soak
@pytest.mark.timeout(300)  # 21 starts: half a minute on a machine with nothing else to do
async def test_500_updates_over_20_kills_are_all_answered_with_one_effect(telegram: StandIn, file: Path) -> None:
    """P1, P2, 85: polling, 32 chats at once: 0 lost, effects exactly once, an update's reply repeated at most once a kill."""
    due = await say(telegram, 500, 50)
    async with Victim(telegram, file) as victim:
        repeated = await kill_until_answered(victim, 500, 20, rate=16.0)

    assert sorted(victim.replies) == sorted(due)
    assert victim.effects() == Counter(due)
    print(f"P1, P2: 500 updates, 20 kills, {len(due) - len(set(victim.replies))} lost (bar 0), {sum(repeated)} replies repeated, at most one an update")


async def test_updates_over_a_few_kills_are_all_answered_with_one_effect(telegram: StandIn, file: Path) -> None:
    """P1, P2, 85: the same with 75 updates and 3 kills."""
    due = await say(telegram, 75, 25)
    async with Victim(telegram, file) as victim:
        repeated = await kill_until_answered(victim, 75, 3, rate=16.0)

    assert sorted(victim.replies) == sorted(due)
    assert victim.effects() == Counter(due)
    print(f"repeated replies per kill: {repeated}")


async def test_one_at_a_time_a_kill_repeats_at_most_one_reply(telegram: StandIn, file: Path) -> None:
    """P2: with one chat's messages in order, only the one under way can be repeated."""
    due = await say(telegram, 30, 1)
    async with Victim(telegram, file, chats=1) as victim:
        repeated = await kill_until_answered(victim, 30, 3, rate=6.0)

    assert max(repeated) <= 1
    assert victim.effects() == Counter(due)
    order = [str(call.parameters["text"]) for call in telegram.calls("sendMessage") if call.took_effect]
    assert list(dict.fromkeys(order)) == due


async def test_a_webhook_survives_kills(telegram: StandIn, file: Path, unused_tcp_port: int) -> None:
    """P1, 85: Telegram keeps what was not answered with 200; 90 updates, 2 kills, 0 lost, effects exactly once."""
    async with Bot(TOKEN, f"{telegram.api_url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()) as bot:
        await set_webhook(bot, Hook(f"http://127.0.0.1:{unused_tcp_port}/telegram", SECRET))
    due = await say(telegram, 90, 30)

    async with Victim(telegram, file, str(unused_tcp_port)) as victim:
        await kill_until_answered(victim, 90, 2, rate=20.0)

    assert victim.effects() == Counter(due)


async def test_sigterm_with_a_hundred_waiting_is_quick(telegram: StandIn, file: Path) -> None:
    """87: gone within 8 s, the rest is answered by the next process, nothing twice."""
    due = await say(telegram, 100, 10)
    async with Victim(telegram, file) as victim:
        await victim.start(rate=20.0)
        await telegram.called("sendMessage", 5, within=60)
        assert await victim.end(signal.SIGTERM) < 8
        assert victim.process.returncode == 0
        await victim.start(rate=100.0)
        await telegram.acknowledged(within=60)
        await victim.end(signal.SIGTERM)

    assert victim.replies == Counter(due)
    assert victim.effects() == Counter(due)
