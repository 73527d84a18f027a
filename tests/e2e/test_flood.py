"""P14, T4: who floods the bot hurts nobody else, at the send rate of every day."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.playground import Phone, StandIn
from bot.playground.limits import Limits
from tests.conftest import settle
from tests.process import TOKEN, BotProcess

SECONDS = 5.0
QUESTION = "What is the Universal Periodic Review?"
SLOW_DOWN = "Too many messages at once"
pytestmark = pytest.mark.alone


async def flood(phone: Phone, until: float) -> int:
    """Send 20 updates a second, every fourth of them a press of a button; return how many."""
    sent, begun = 0, time.monotonic()
    while time.monotonic() < until:
        if sent % 4 == 3:
            await phone.press_raw(phone.messages[0], "x")
        else:
            await phone.says(QUESTION)
        sent += 1
        await asyncio.sleep(max(0.0, begun + sent / 20 - time.monotonic()))
    return sent


async def ask_now_and_then(phone: Phone, start: float, until: float) -> list[float]:
    """Ask every three seconds, and return how long each answer took."""
    waits = []
    await asyncio.sleep(start)
    while time.monotonic() < until:
        begun = time.monotonic()
        answer = await phone.asks(QUESTION, within=60)
        waits.append(time.monotonic() - begun)
        assert "Universal Periodic Review" in answer.text
        await asyncio.sleep(max(0.0, begun + 3.0 - time.monotonic()))
    return waits


def told(phone: Phone) -> int:
    """Count the notices that a flooder got."""
    return sum(SLOW_DOWN in message.text for message in phone.all_messages)


@pytest.mark.parametrize(("many", "limits"), [
    pytest.param(8, Limits(), id="eight"), pytest.param(1, Limits(per_chat=1), id="one, at Telegram's own limit for a chat", marks=pytest.mark.soak)])
async def test_flooders_hold_nobody_up(tmp_path: Path, many: int, limits: Limits) -> None:
    """P14: 20 updates a second each: 20 people get their answers within a second, each flooder is told once, the queue drains."""
    async with StandIn(token=TOKEN, limits=limits) as telegram, BotProcess(tmp_path, telegram.api_url, DALIL_SEND_RATE="25", DALIL_CHAT_RATE="30") as bot:
        phones = await asyncio.gather(*(settle(telegram.person("Demo", "en")) for _ in range(20 + many)))
        people, flooders = phones[:20], phones[20:]
        await asyncio.sleep(7)  # their allowance is whole again
        until = time.monotonic() + SECONDS
        work = asyncio.gather(*(flood(phone, until) for phone in flooders))
        asked = await asyncio.gather(*(ask_now_and_then(phone, 3.0 * number / len(people), until) for number, phone in enumerate(people)))
        sent, begun = sum(await work), time.monotonic()
        await telegram.acknowledged(within=90)
        drained = time.monotonic() - begun
        await asyncio.sleep(1.5)
        assert "Traceback" not in bot.log.read_text()
    waits = sorted(wait for one in asked for wait in one)
    p95 = waits[int(0.95 * len(waits))]
    print(f"P14: {sent} updates of {many} flooders, {len(waits)} questions of others: p50 {waits[len(waits) // 2]:.2f} s, p95 {p95:.2f} s, "
          f"max {waits[-1]:.2f} s; drained in {drained:.1f} s; notices {[told(phone) for phone in flooders]}")
    assert sent > many * 20 * SECONDS * 0.8
    assert p95 < 1.0
    assert drained < 3.0
    assert [told(phone) for phone in flooders] == [1] * many
