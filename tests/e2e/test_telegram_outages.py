"""safety.md 4 C: the line is down, the token is stolen or revoked, a whole day passes: bots of their own, for these are hard on a bot."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.playground import Fault, NothingCame, Phone, ShiftedClock, StandIn
from tests.e2e.line import Line
from tests.process import TOKEN, BotProcess

CHOICE = "Which language"


def answers(phone: Phone) -> int:
    """Count the replies to /start."""
    return sum(message.from_bot and CHOICE in message.text for message in phone.all_messages)


async def test_a_line_that_breaks_costs_nothing(tmp_path: Path) -> None:
    """65, 77, 60: connections refused, for replies alone and for everything: all is answered, once; a 429 of one chat holds nobody up."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, Line(telegram.api_url) as line:
        bot = BotProcess(tmp_path, line.url)
        await bot.start()
        first, second, slow = (telegram.person("Demo", "en") for _ in range(3))
        await line.down(keep_poll=True)
        await first.says("/start")
        await first.stays_silent(1.0)
        await line.up()
        assert CHOICE in (await first.reply()).text
        await line.down()
        await second.says("/start")
        await second.stays_silent(1.0)
        await line.up()
        assert CHOICE in (await second.reply(within=30)).text
        await telegram.acknowledged()
        telegram.misbehave("sendMessage", Fault.flood(None), times=1)
        await slow.says("/start")
        await slow.stays_silent(0.5)
        crowd = [telegram.person("Demo", "en") for _ in range(50)]
        for phone in crowd:
            await phone.says("/start")
        await asyncio.gather(*(phone.reply() for phone in crowd))
        assert [answers(phone) for phone in (first, second, slow)] == [1, 1, 0]
        assert "Traceback" not in bot.log.read_text()
        await bot.kill()


async def test_a_day_away_a_thief_and_a_revoked_token(tmp_path: Path) -> None:
    """80, 69, 68: nothing is said of what expired; one alert and no fight over a conflict; exit code 3, and never the token."""
    clock = ShiftedClock()
    async with StandIn(token=TOKEN, retry_scale=0.01, clock=clock) as telegram:
        admin, phone = telegram.person("Demo Staff", "en"), telegram.person("Demo", "en")
        bot = BotProcess(tmp_path, telegram.api_url, DALIL_ADMIN_TELEGRAM_IDS=str(admin.id))
        await phone.says("/start")
        clock.advance(25 * 3600)
        await bot.start()
        await phone.stays_silent(0.5)
        assert CHOICE in (await phone.asks("/start")).text

        conflict = telegram.misbehave("getUpdates", Fault.refused(409, "Conflict: terminated by other getUpdates request"))
        await phone.says("/start")
        alert = await admin.reply()
        assert "stolen the token" in alert.text
        await admin.stays_silent(1.0)
        assert conflict.hits == 1
        assert await bot.terminate(within=8) == 0
        telegram.behave()

        await bot.start()
        telegram.misbehave("*", Fault.refused(401, "Unauthorized"))
        await phone.says("/start")
        assert await bot.ended(within=8) == 3
        log = bot.log.read_text()
    assert log.count("about=telegram_token_rejected") == 1
    assert "does not know this bot token" in log
    assert TOKEN.split(":")[1] not in log
    assert "Traceback" not in log
    assert telegram.pending  # not finished: it is there for the next token


async def test_a_webhook_receives_and_survives_a_kill(tmp_path: Path) -> None:
    """85, P1, 82: the program behind a webhook: killed with messages under way, each is answered; a repeated delivery is not."""
    async with StandIn(token=TOKEN, retry_scale=0.05) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        bot.environment["DALIL_WEBHOOK_URL"] = f"http://127.0.0.1:{bot.port}"
        await bot.start()
        telegram.misbehave("sendMessage", Fault.latency(0.1))
        phones = [telegram.person("Demo", "en") for _ in range(20)]
        for phone in phones:
            await phone.says("/start")
        await asyncio.sleep(0.15)
        await bot.kill()
        await bot.start()
        await telegram.acknowledged(within=60)
        counts = [answers(phone) for phone in phones]
        for update in telegram.update_ids[-5:]:
            telegram.redeliver(update)
        await telegram.acknowledged(within=60)
        assert [answers(phone) for phone in phones] == counts
        assert await bot.terminate() == 0
    print(f"webhook, one kill: {counts.count(0)} of {len(counts)} lost, {sum(counts) - len(counts)} repeated")
    assert set(counts) <= {1, 2}
    assert telegram.calls("getUpdates") == []


@pytest.mark.soak
@pytest.mark.timeout(420)
async def test_a_webhook_that_somebody_changed_is_noticed_in_five_minutes(tmp_path: Path) -> None:
    """81: the admin is told, and the address is ours again."""
    async with StandIn(token=TOKEN) as telegram:
        admin = telegram.person("Demo Staff", "en")
        bot = BotProcess(tmp_path, telegram.api_url, DALIL_ADMIN_TELEGRAM_IDS=str(admin.id))
        bot.environment["DALIL_WEBHOOK_URL"] = f"http://127.0.0.1:{bot.port}"
        await bot.start()
        assert telegram.state.webhook is not None
        ours = telegram.state.webhook.settings.url
        begun = time.monotonic()
        await steal(telegram)
        assert "another webhook address" in (await admin.reply(within=320)).text
        assert time.monotonic() - begun <= 310
        await telegram.called("setWebhook", 3)
        await asyncio.sleep(0.2)
        assert telegram.webhook is not None
        assert telegram.webhook.url == ours
        await bot.kill()


async def steal(telegram: StandIn) -> None:
    """Set another webhook with the stolen token."""
    import aiohttp

    async with aiohttp.ClientSession() as thief:
        await thief.post(f"{telegram.api_url}/bot{TOKEN}/setWebhook", json={"url": "http://127.0.0.1:9/thief"})


@pytest.mark.soak
@pytest.mark.timeout(120)
async def test_after_a_conflict_it_receives_again(tmp_path: Path) -> None:
    """69: it backs off for 30 s, and then goes on by itself."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url)
        await bot.start()
        telegram.misbehave("getUpdates", Fault.refused(409, "Conflict: terminated by other getUpdates request"), times=1)
        first, second = telegram.person("Demo", "en"), telegram.person("Demo", "en")
        await first.asks("/start")
        begun = time.monotonic()
        await second.says("/start")
        with pytest.raises(NothingCame):
            await second.reply(within=20)
        await second.reply(within=20)
        assert 25 < time.monotonic() - begun < 40
        await bot.kill()
