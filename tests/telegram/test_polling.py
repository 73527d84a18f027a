"""Long polling against the stand-in: acknowledge after processing, keep taking, back off, leave in time."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.db.engine import Database
from bot.db.writes import Write
from bot.playground.faults import Fault
from bot.playground.server import StandIn
from bot.telegram.intake import Intake
from bot.telegram.ledger import Ledger
from bot.telegram.polling import ALLOWED_UPDATES, Poller
from bot.telegram.request import AiohttpRequest, TokenRejected
from tests.conftest import Clock
from tests.telegram.conftest import TOKEN, boundless
from tests.telegram.test_intake import file

__all__ = ["file"]
Handle = Callable[[dict[str, Any]], Awaitable[Sequence[Write]]]


class Running:
    """A poller under way, what its handler saw, and the alerts it raised."""

    def __init__(self) -> None:
        self.stop = asyncio.Event()
        self.seen: list[int] = []
        self.alerts: list[str] = []
        self.task: asyncio.Task[None]

    async def alert(self, event: str) -> None:
        """Note an alert."""
        self.alerts.append(event)

    async def saw(self, count: int, within: float = 20.0) -> None:
        """Wait until the handler saw `count` updates."""
        async with asyncio.timeout(within):
            while len(self.seen) < count:
                await asyncio.sleep(0.005)


@asynccontextmanager
async def polling(telegram: StandIn, database: Database, clock: Clock, act: Handle | None = None, **options: Any) -> AsyncIterator[Running]:
    """Poll inside the block."""
    running = Running()

    async def handle(raw: dict[str, Any]) -> Sequence[Write]:
        running.seen.append(raw["update_id"])
        return await act(raw) if act else ()

    bot = ExtBot(TOKEN, f"{telegram.api_url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    request = AiohttpRequest(connections=2, read_timeout=1.0, connect_timeout=0.5)
    await request.initialize()
    given = {"conflict_pause": 0.1, "pauses": (0.05, 0.2), **options}
    intake = Intake(Ledger(database, clock), handle, per_chat=1000, allowance=boundless(), timeout=5.0)
    poller = Poller(bot, intake, request, alert=running.alert, **given)
    running.task = asyncio.create_task(poller.run(running.stop))
    try:
        yield running
    finally:
        running.stop.set()
        await asyncio.wait({running.task})
        await request.shutdown()


async def test_updates_are_acknowledged_after_their_work(telegram: StandIn, file: Database, clock: Clock) -> None:
    """P1: while the handler works, Telegram still has the update."""
    gate = asyncio.Event()

    async def wait(_raw: dict[str, Any]) -> Sequence[Write]:
        await gate.wait()
        return ()

    phone = telegram.person("Demo Amina")
    async with polling(telegram, file, clock, wait) as running:
        await phone.says("hello")
        await running.saw(1)
        await asyncio.sleep(0.3)
        assert len(telegram.pending) == 1
        gate.set()
        await telegram.acknowledged()


async def test_a_slow_update_holds_up_nobody_and_nothing_spins(telegram: StandIn, file: Database, clock: Clock) -> None:
    """New updates are taken while a slow one keeps the offset back; about one call a second."""
    gate = asyncio.Event()

    async def slow_first(raw: dict[str, Any]) -> Sequence[Write]:
        if raw["message"]["text"] == "slow":
            await gate.wait()
        return ()

    slow, quick = telegram.person("Demo Amina"), telegram.person("Demo Bilal")
    async with polling(telegram, file, clock, slow_first) as running:
        await slow.says("slow")
        await running.saw(1)
        for number in range(5):
            await quick.says(str(number))
            await running.saw(2 + number, within=4)  # the slow one would be given up after five seconds
        await asyncio.sleep(1)
        assert len(telegram.calls("getUpdates")) < 20
        assert len(telegram.pending) == 6
        gate.set()
        await telegram.acknowledged()
        telegram.forget_calls()
        await asyncio.sleep(0.5)
        assert len(telegram.calls("getUpdates")) <= 1

    assert len(running.seen) == len(set(running.seen)) == 6


async def test_ten_thousand_waiting_updates_are_drained_in_order(telegram: StandIn, file: Database, clock: Clock) -> None:
    """93: after an outage (here 2,000 updates of 40 chats) each chat's come in order, each once."""
    phones = [telegram.person(f"Demo {number}") for number in range(40)]
    by_chat: dict[int, list[int]] = {}

    async def note(raw: dict[str, Any]) -> Sequence[Write]:
        by_chat.setdefault(raw["message"]["chat"]["id"], []).append(raw["update_id"])
        return ()

    for number in range(2000):
        await phones[number % 40].says("x")
    async with polling(telegram, file, clock, note) as running:
        await telegram.acknowledged(within=30)

    assert len(running.seen) == len(set(running.seen)) == 2000
    assert all(ids == sorted(ids) for ids in by_chat.values())


async def test_ids_that_jump_down_are_taken(telegram: StandIn, file: Database, clock: Clock) -> None:
    """84: after a quiet week they start anywhere."""
    phone = telegram.person("Demo Amina")
    async with polling(telegram, file, clock) as running:
        for start in (5_000_000, 7, 3_000_000):
            telegram.next_update_id(start)
            await phone.says("hello")
            await phone.says("again")
            await telegram.acknowledged()

    assert running.seen == [5_000_000, 5_000_001, 7, 8, 3_000_000, 3_000_001]


async def test_only_what_dalil_answers_is_asked_for(telegram: StandIn, file: Database, clock: Clock) -> None:
    """No channel posts, no inline queries: they never leave Telegram."""
    async with polling(telegram, file, clock):
        call = (await telegram.called("getUpdates"))[0]

    assert tuple(call.parameters["allowed_updates"]) == ALLOWED_UPDATES
    assert call.parameters["limit"] == 100


async def test_a_second_poller_raises_one_alert_and_no_fight(telegram: StandIn, file: Database, clock: Clock) -> None:
    """C69: 409, perhaps a thief: alert once, back off (30 s; here 0.1), go on when it is over."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("getUpdates", Fault.refused(409, "Conflict: terminated by other getUpdates request"), times=4)
    begun = time.monotonic()
    async with polling(telegram, file, clock) as running:
        await phone.says("hello")
        await running.saw(1)

    assert time.monotonic() - begun >= 0.4
    assert running.alerts == ["telegram_conflict"]


async def test_a_rejected_token_ends_the_bot(telegram: StandIn, file: Database, clock: Clock) -> None:
    """C68: one alert, and an error without the token."""
    async with polling(telegram, file, clock) as running:
        await telegram.called("getUpdates")
        telegram.misbehave("getUpdates", Fault.refused(401, "Unauthorized"))
        await telegram.person("Demo Amina").says("x")
        await asyncio.wait({running.task}, timeout=5)

    with pytest.raises(TokenRejected) as caught:
        running.task.result()
    assert TOKEN not in str(caught.value)
    assert running.alerts == ["telegram_token_rejected"]


@pytest.mark.parametrize("fault", [Fault.flood(1), Fault.server_error(502, html=True), Fault.server_error(500), Fault.not_json(), Fault.reset(),
                                   Fault.reset(mid_body=True), Fault.odd_json('{"ok":true,"result":{}}'), Fault.not_ok(500, "x"), Fault.timeout(seconds=1)])
async def test_polling_survives_what_telegram_answers(telegram: StandIn, file: Database, clock: Clock, fault: Fault) -> None:
    """C58, C61-C63, C66, C67 on getUpdates: it backs off, comes back alone, and loses nothing."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("getUpdates", fault, times=2)
    async with polling(telegram, file, clock, timeout=1) as running:
        await phone.says("hello")
        await running.saw(1, within=10)
        await telegram.acknowledged()

    assert len(running.seen) == 1


async def test_polling_waits_for_a_server_that_is_away(unused_tcp_port: int, file: Database, clock: Clock) -> None:
    """C77, C80: it recovers alone."""
    telegram = StandIn(TOKEN, unused_tcp_port)
    phone = telegram.person("Demo Amina")
    await phone.says("hello")
    async with polling(telegram, file, clock) as running:
        await asyncio.sleep(0.3)
        async with telegram:
            await running.saw(1)


async def test_a_stop_with_a_hundred_waiting_is_quick_and_loses_nothing(telegram: StandIn, file: Database, clock: Clock) -> None:
    """87: what runs is finished, the rest is delivered to the next process, nothing twice."""
    async def work(_raw: dict[str, Any]) -> Sequence[Write]:
        await asyncio.sleep(0.5)
        return ()

    phones = [telegram.person(f"Demo {number}") for number in range(10)]
    for number in range(100):
        await phones[number % 10].says("x")
    async with polling(telegram, file, clock, work) as first:
        await first.saw(15)
        begun = time.monotonic()
        first.stop.set()
        await asyncio.wait({first.task})
        assert time.monotonic() - begun < 3  # all hundred would take five
    async with polling(telegram, file, clock) as second:
        await telegram.acknowledged()

    assert len(first.seen) < 100
    assert sorted(first.seen + second.seen) == telegram.update_ids


async def test_an_update_that_could_not_be_taken_is_not_acknowledged(telegram: StandIn, file: Database, clock: Clock) -> None:
    """A later update that is finished must not carry it away."""
    phones = [telegram.person("Demo Amina"), telegram.person("Demo Bilal")]
    async with polling(telegram, file, clock) as running:
        poller_intake = Intake.submit
        failed: list[object] = []

        async def submit(self: Intake, raw: object) -> Any:
            if not failed:
                failed.append(raw)
                raise RuntimeError
            return await poller_intake(self, raw)

        Intake.submit = submit  # type: ignore[method-assign]
        try:
            for phone in phones:
                await phone.says("x")
            await running.saw(2)
            await telegram.acknowledged()
        finally:
            Intake.submit = poller_intake  # type: ignore[method-assign]
    assert sorted(running.seen) == telegram.update_ids
