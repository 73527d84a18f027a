"""The whole program killed, stopped, doubled, misconfigured, and robbed of its database."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Fault, StandIn
from tests.process import TOKEN, BotProcess


@pytest.fixture
async def started() -> AsyncIterator[list[BotProcess]]:
    """The bots of a test; all are killed at its end, whatever happened."""
    bots: list[BotProcess] = []
    yield bots
    for bot in bots:
        await bot.kill()


@pytest.mark.soak
async def test_killed_again_and_again_it_answers_everything(started: list[BotProcess], tmp_path: Path) -> None:
    """P1: kill -9 during a stream of questions: each is answered, at most one reply a kill comes twice."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        phones = [telegram.person("Demo", "en") for _ in range(36)]
        telegram.misbehave("sendMessage", Fault.latency(0.02))
        kills = 3
        for kill in range(kills):
            for phone in phones[kill * 12 : (kill + 1) * 12]:
                await phone.says("/start")
            await asyncio.sleep(0.05 + 0.03 * kill)
            await bot.kill()
            await bot.start()
        await telegram.acknowledged(within=60)
        answers = [sum(message.from_bot for message in phone.messages) for phone in phones]
        await bot.kill()
    print(f"P1: {len(phones)} questions, {kills} kills, {answers.count(0)} lost, {sum(answers) - len(phones)} repeated")
    assert 0 not in answers
    assert max(answers) <= 2


async def test_sigterm_leaves_quickly_and_loses_nothing(started: list[BotProcess], tmp_path: Path) -> None:
    """87: SIGTERM with 100 waiting: out within 8 seconds, exit code 0, the rest is answered by the next process."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        telegram.misbehave("sendMessage", Fault.latency(0.3))
        phones = [telegram.person("Demo", "en") for _ in range(100)]
        for phone in phones:
            await phone.says("/start")
        await asyncio.sleep(0.4)
        begun = asyncio.get_running_loop().time()
        assert await bot.terminate() == 0
        assert asyncio.get_running_loop().time() - begun < 8
        telegram.behave()
        await bot.start()
        await telegram.acknowledged(within=60)
        answers = [sum(message.from_bot for message in phone.messages) for phone in phones]
    assert answers == [1] * 100


async def test_a_second_process_refuses_to_start(started: list[BotProcess], tmp_path: Path) -> None:
    """88: two processes on one data folder would answer twice."""
    async with StandIn(token=TOKEN) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        second = BotProcess(tmp_path, telegram.api_url)
        started.append(second)
        second.log = tmp_path / "second.log"
        await second.start(wait=False)
        assert await second.ended() == 2
        assert "already runs" in second.log.read_text()
        await bot.kill()


async def test_a_rejected_token_ends_with_exit_code_3(started: list[BotProcess], tmp_path: Path) -> None:
    """68: the message says what to do and never holds the token."""
    async with StandIn(token="987654321:" + "B" * 35) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start(wait=False)
        assert await bot.ended() == 3
        assert "does not know this bot token" in bot.log.read_text()
        assert TOKEN.split(":")[1] not in bot.log.read_text()


@pytest.mark.parametrize(("settings", "says"), [
    ({"DALIL_BOT_TOKEN": "nonsense", "DALIL_SEND_RATE": "0", "DALIL_HTTP_PORTT": "1"}, ("DALIL_BOT_TOKEN", "DALIL_SEND_RATE", "DALIL_HTTP_PORTT")),
    ({"DALIL_BOT_TOKEN": ""}, ("DALIL_BOT_TOKEN is missing",)),
    ({"DALIL_DATABASE_URL": "sqlite:////proc/none/at/all.sqlite3"}, ("database cannot be opened",)),
])
async def test_wrong_settings_stop_the_start_with_one_message(
    started: list[BotProcess], tmp_path: Path, settings: dict[str, str], says: tuple[str, ...],
) -> None:
    """All mistakes at once, in words, exit code 2, no traceback."""
    bot = BotProcess(tmp_path, "https://127.0.0.1:9", **settings)
    started.append(bot)
    (tmp_path / "keys").mkdir()
    from bot import keys

    keys.create(tmp_path / "keys" / "dalil.json")
    await bot.start(wait=False)
    assert await bot.ended() == 2
    log = bot.log.read_text()
    assert all(word in log for word in says)
    assert "Traceback" not in log


@pytest.mark.parametrize("seconds", [6, pytest.param(60, marks=pytest.mark.soak)])  # both longer than the busy timeout of 5 s
async def test_a_locked_database_loses_nothing(started: list[BotProcess], tmp_path: Path, seconds: int) -> None:
    """P9: while the database is locked, answers come from memory and "please wait" once; when it is back, all is finished within 10 s."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        phone = telegram.person("Demo", "en")
        await phone.asks("/start")
        await telegram.acknowledged()
        holder = sqlite3.connect(tmp_path / "data" / "dalil.sqlite3", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await phone.says("What is the Universal Periodic Review?")
        _, answer = await phone.replies(2)
        assert answer.labels
        await asyncio.sleep(seconds)  # the commit fails and is tried again
        assert telegram.pending
        holder.execute("ROLLBACK")
        holder.close()
        await telegram.acknowledged(within=10)
        assert len([message for message in phone.messages if message.from_bot and "How" in message.labels]) == 1
        assert len([message for message in phone.messages if "do not need to send it again" in message.text]) == 1
        await bot.kill()


async def test_a_damaged_database_or_key_file_stops_the_start(started: list[BotProcess], tmp_path: Path) -> None:
    """97, 106: the message says which, nothing is written."""
    async with StandIn(token=TOKEN) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        await bot.kill()
        key_file = tmp_path / "keys" / "dalil.json"
        key_file.chmod(0o644)
        await bot.start(wait=False)
        assert await bot.ended() == 2
        assert "chmod 600" in bot.log.read_text()
        key_file.chmod(0o600)
        database = tmp_path / "data" / "dalil.sqlite3"
        for leftover in database.parent.glob("dalil.sqlite3-*"):
            leftover.unlink()
        database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8000)
        await bot.start(wait=False)
        assert await bot.ended() == 2
        assert "database cannot be opened" in bot.log.read_text()


async def test_a_lost_log_of_the_database_is_survived(started: list[BotProcess], tmp_path: Path) -> None:
    """98: the write-ahead log deleted while stopped: it starts, and Telegram delivers what was not acknowledged."""
    async with StandIn(token=TOKEN) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        started.append(bot)
        await bot.start()
        await telegram.person("Demo", "en").asks("/start")
        await bot.kill()
        for leftover in (tmp_path / "data").glob("dalil.sqlite3-*"):
            leftover.unlink()
        await bot.start()
        assert (await telegram.person("Demo", "en").asks("/start")).text
        await bot.kill()
