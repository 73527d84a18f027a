"""P14, T4: who floods the bot hurts nobody else, at the send rate of every day."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.playground import Phone, StandIn
from bot.playground.limits import Limits
from tests.conftest import settle
from tests.process import TOKEN, BotProcess

SECONDS, A_SECOND = 5, 20  # for how long a flooder sends, and how many updates
QUESTION = "What is the Universal Periodic Review?"
SLOW_DOWN = "Too many messages at once"
pytestmark = pytest.mark.alone  # the send rate of every day is the only limit: the machine must keep up with it


async def flood(phone: Phone) -> None:
    """Send 20 updates a second, every fourth of them a press of a button."""
    begun = time.monotonic()
    for sent in range(SECONDS * A_SECOND):
        await asyncio.sleep(max(0.0, begun + sent / A_SECOND - time.monotonic()))
        if sent % 4 == 3:
            await phone.press_raw(phone.messages[0], "x")
        else:
            await phone.says(QUESTION)


async def ask_now_and_then(telegram: StandIn, phone: Phone, start: float, until: float) -> list[tuple[int, float]]:
    """Ask every three seconds; return how many messages went to others before each answer, and how many seconds it took."""
    waits = []
    await asyncio.sleep(start)
    while time.monotonic() < until:
        begun, before = time.monotonic(), len(telegram.calls("sendMessage"))
        answer = await phone.asks(QUESTION, within=60)
        sent_to = [call.parameters["chat_id"] for call in telegram.calls("sendMessage")[before:]]
        waits.append((sent_to.index(phone.id), time.monotonic() - begun))
        assert "Universal Periodic Review" in answer.text
        await asyncio.sleep(max(0.0, begun + 3.0 - time.monotonic()))
    return waits


def told(phone: Phone) -> int:
    """Count the notices that a flooder got."""
    return sum(SLOW_DOWN in message.text for message in phone.all_messages)


@pytest.mark.parametrize(("many", "limits"), [
    pytest.param(8, Limits(), id="eight"), pytest.param(1, Limits(per_chat=1), id="one, at Telegram's own limit for a chat", marks=pytest.mark.soak)])
async def test_flooders_hold_nobody_up(tmp_path: Path, many: int, limits: Limits) -> None:
    """P14: 20 updates a second each: 20 people get their answers before nearly all of theirs, each flooder is told once, the queue drains."""
    async with StandIn(token=TOKEN, limits=limits) as telegram, BotProcess(tmp_path, telegram.api_url, DALIL_SEND_RATE="25", DALIL_CHAT_RATE="30") as bot:
        phones = await asyncio.gather(*(settle(telegram.person("Demo", "en")) for _ in range(20 + many)))
        people, flooders = phones[:20], phones[20:]
        await asyncio.sleep(7)  # their allowance is whole again
        until = time.monotonic() + SECONDS
        work = asyncio.gather(*(flood(phone) for phone in flooders))
        asked = await asyncio.gather(*(ask_now_and_then(telegram, phone, 3.0 * number / len(people), until) for number, phone in enumerate(people)))
        await work
        begun = time.monotonic()
        await telegram.acknowledged(within=90)
        drained = time.monotonic() - begun
        await asyncio.sleep(1.5)
        assert "Traceback" not in bot.log.read_text()
    waits = sorted(seconds for one in asked for _, seconds in one)
    passed = sorted(others for one in asked for others, _ in one)
    p95, most = waits[int(0.95 * len(waits))], passed[int(0.95 * len(passed))]
    print(f"P14: {many * SECONDS * A_SECOND} updates of {many} flooders, {len(waits)} questions of others: p50 {waits[len(waits) // 2]:.2f} s, "
          f"p95 {p95:.2f} s, max {waits[-1]:.2f} s; p95 of what went before an answer {most}; drained in {drained:.1f} s; "
          f"notices {[told(phone) for phone in flooders]}")
    assert most <= 60  # about 20: two of each flooder, and those who ask at the same moment; without an allowance, hundreds
    assert p95 < 10.0  # under one on a quiet machine; with all of theirs before it, twenty
    assert drained < 15.0
    assert [told(phone) for phone in flooders] == [1] * many
