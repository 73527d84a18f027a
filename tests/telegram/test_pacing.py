"""The send rate and the rules of repeating, against a stand-in that measures from outside."""

import asyncio
from typing import Any

import pytest
from telegram.error import BadRequest, TimedOut
from telegram.ext import ExtBot

from bot.playground.calls import Call
from bot.playground.faults import Fault
from bot.playground.server import StandIn
from bot.telegram.errors import Throttled
from bot.telegram.pacing import PacedLimiter, Priority
from bot.telegram.request import ConnectFailed, ServerRefused
from tests.telegram.conftest import TOKEN, make_bot
from tests.timing import processor_seconds

pytestmark = pytest.mark.alone  # a second of the bot's and a second of the server's are compared


def most_in_a_second(calls: list[Call], second: float = 1.0) -> int:
    """The largest number of calls that arrived within any second."""
    times = sorted(call.at for call in calls)
    return max(sum(1 for at in times if begin <= at < begin + second) for begin in times)


async def parked(bot: ExtBot[Any]) -> None:
    """Wait until a 429 holds broadcasts back."""
    limiter = bot.rate_limiter
    assert isinstance(limiter, PacedLimiter)
    while not limiter.broadcast_stop:
        await asyncio.sleep(0.005)


async def test_never_more_than_the_rate_in_any_second(telegram: StandIn) -> None:
    """P5: 60 replies to 60 chats at once go at no more than 25 in any second, as seen by the server."""
    phones = [telegram.person(f"Demo {number}") for number in range(60)]
    async with make_bot(telegram, rate=25.0) as bot:
        for phone in phones[:12]:  # so that it knows how quick a call is: among sixty at once on a busy machine, none is
            await bot.send_message(phone.id, "x")
        await asyncio.sleep(1.1)
        telegram.forget_calls()
        await asyncio.gather(*(bot.send_message(phone.id, "x") for phone in phones))

    calls = telegram.calls("sendMessage")
    assert most_in_a_second(calls) <= 25
    assert max(call.at for call in calls) - min(call.at for call in calls) < 4.5  # two seconds; one by one, or at half the rate, it would take more


async def test_a_broadcast_uses_the_rate_evenly(telegram: StandIn) -> None:
    """P5: the rate is used (99 % on a quiet machine: 10,000 messages at 25/s take under 7.5 minutes), and there is no burst."""
    phones = [telegram.person(f"Demo {number}") for number in range(100)]
    async with make_bot(telegram, rate=50.0) as bot:
        await asyncio.gather(*(bot.send_message(phone.id, "x", rate_limit_args=Priority.BROADCAST) for phone in phones))

    times = [call.at for call in telegram.calls("sendMessage")]
    rate = (len(times) - 1) / (times[-1] - times[0])
    assert rate > 30
    assert most_in_a_second(telegram.calls("sendMessage")) <= 50
    assert most_in_a_second(telegram.calls("sendMessage"), 0.1) <= 18  # 5, those that a busy machine held up, and a few on their way: no 50


async def test_two_broadcast_messages_to_one_chat_are_a_second_apart(telegram: StandIn) -> None:
    """P5: at least 1.0 s between two to one chat, and the others do not wait for it."""
    one, other = telegram.person("Demo Amina"), telegram.person("Demo Bilal")
    async with make_bot(telegram, rate=100.0) as bot:
        await asyncio.gather(*(bot.send_message(phone.id, "x", rate_limit_args=Priority.BROADCAST) for phone in (one, one, other)))

    times = {phone.id: [call.at for call in telegram.calls("sendMessage") if call.parameters["chat_id"] == phone.id] for phone in (one, other)}
    assert times[one.id][1] - times[one.id][0] >= 1.0
    assert times[other.id][0] < times[one.id][1]


async def test_replies_stay_quick_during_a_broadcast(telegram: StandIn) -> None:
    """P7: with 500 messages waiting, a reply still goes before nearly all of them: those of a quarter of a second are the most it waits for."""
    phones = [telegram.person(f"Demo {number}") for number in range(500)]
    passed = []
    async with make_bot(telegram, rate=50.0) as bot:
        broadcast = asyncio.gather(*(bot.send_message(phone.id, "x", rate_limit_args=Priority.BROADCAST) for phone in phones), return_exceptions=True)
        await telegram.called("sendMessage", 25)
        for number in range(10):
            before = len(telegram.calls("sendMessage"))
            await bot.send_message(phones[0].id, f"answer {number}")
            texts = [call.parameters["text"] for call in telegram.calls("sendMessage")]
            passed.append(texts.index(f"answer {number}") - before)
            await asyncio.sleep(0.1)
        assert len(telegram.calls("sendMessage")) < 300  # the broadcast was still under way
        broadcast.cancel()
        with pytest.raises(asyncio.CancelledError):
            await broadcast
    assert max(passed) <= 12


async def test_a_429_is_waited_for_and_nothing_is_lost(telegram: StandIn) -> None:
    """C58, P6: once it is known, the next send comes after retry_after, and all arrive."""
    phones = [telegram.person(f"Demo {number}") for number in range(4)]
    fault = telegram.misbehave("sendMessage", Fault.flood(1), times=1)
    async with make_bot(telegram, rate=100.0) as bot:
        refused = asyncio.create_task(bot.send_message(phones[0].id, "x", rate_limit_args=Priority.BROADCAST))
        await parked(bot)
        await asyncio.gather(refused, *(bot.send_message(phone.id, "x", rate_limit_args=Priority.BROADCAST) for phone in phones[1:]))

    times = [call.at for call in telegram.calls("sendMessage")]
    assert fault.hits == 1
    assert all(len(phone.messages) == 1 for phone in phones)
    assert times[1] - times[0] >= 1.0


async def test_a_long_429_of_a_broadcast_does_not_stop_replies(telegram: StandIn) -> None:
    """C59: the broadcast is parked, replies go on."""
    phone, other = telegram.person("Demo Amina"), telegram.person("Demo Bilal")
    telegram.misbehave("sendMessage", Fault.flood(3600), times=1)
    async with make_bot(telegram, rate=100.0) as bot:
        news = asyncio.create_task(bot.send_message(phone.id, "news", rate_limit_args=Priority.BROADCAST))
        await parked(bot)
        async with asyncio.timeout(20):
            await bot.send_message(other.id, "answer")
        news.cancel()
        with pytest.raises(asyncio.CancelledError):
            await news

    assert [message.text for message in other.messages] == ["answer"]


async def test_one_chats_429_does_not_hold_up_other_chats(telegram: StandIn) -> None:
    """P14: who taps too fast waits alone."""
    fast, other = telegram.person("Demo 1"), telegram.person("Demo 2")
    telegram.misbehave("sendMessage", Fault.flood(3), times=1)
    async with make_bot(telegram, rate=100.0) as bot:
        waiting = asyncio.create_task(bot.send_message(fast.id, "x"))
        await telegram.called("sendMessage")
        await asyncio.sleep(0.05)
        await bot.send_message(other.id, "x")
        await waiting

    refused, others, again = telegram.calls("sendMessage")
    assert others.parameters["chat_id"] == other.id
    assert others.at - refused.at < 2  # at once; whoever waits with the other one waits three seconds
    assert again.at - refused.at >= 3


async def test_a_429_in_four_chats_at_once_stops_everybody(telegram: StandIn) -> None:
    """P6: so many at once show that the limit is the bot's own; nothing is lost."""
    phones = [telegram.person(f"Demo {number}") for number in range(5)]
    telegram.misbehave("sendMessage", Fault.flood(1), times=4)
    async with make_bot(telegram, rate=100.0) as bot:
        await asyncio.gather(*(bot.send_message(phone.id, "x") for phone in phones[:4]), _later(bot, phones[4].id))

    assert [len(phone.messages) for phone in phones] == [1] * 5
    calls = telegram.calls("sendMessage")
    assert next(call.at for call in calls if call.parameters["chat_id"] == phones[4].id) - calls[0].at >= 1.0


async def test_a_chat_stopped_for_an_hour_is_given_up(telegram: StandIn) -> None:
    """59: an update that waited an hour for one chat would keep all later ones unacknowledged."""
    phone, other = telegram.person("Demo 1"), telegram.person("Demo 2")
    telegram.misbehave("sendMessage", Fault.flood(3600), times=1)
    async with make_bot(telegram, rate=100.0) as bot:
        for _ in range(2):
            with pytest.raises(Throttled):
                await bot.send_message(phone.id, "x")
        await bot.send_message(other.id, "x")

    assert len(telegram.calls("sendMessage")) == 2


async def _later(bot: ExtBot[Any], chat_id: int) -> None:
    await parked(bot)  # the limit is known to be the bot's own
    await bot.send_message(chat_id, "z")


async def test_a_server_that_comes_back_gets_the_message_once(unused_tcp_port: int) -> None:
    """C65, C77: a failed connection is tried again, and then nothing is lost or doubled."""
    telegram = StandIn(TOKEN, unused_tcp_port)
    phone = telegram.person("Demo Amina")
    bot = make_bot(telegram, rate=100.0, pause=0.05, tries=8)  # seven seconds of trying
    await bot.request.initialize()
    sending = asyncio.create_task(bot.send_message(phone.id, "x"))
    await asyncio.sleep(0.2)
    async with telegram:
        await sending
    await bot.request.shutdown()

    assert [message.text for message in phone.messages] == ["x"]


async def test_a_server_that_stays_away_ends_in_connect_failed(unused_tcp_port: int) -> None:
    """C65: the tries have an end, and it says that nothing was sent."""
    bot = make_bot(StandIn(TOKEN, unused_tcp_port), tries=3)
    await bot.request.initialize()
    with pytest.raises(ConnectFailed):
        await bot.send_message(1, "x")
    await bot.request.shutdown()


@pytest.mark.parametrize("effect", [False, True])
async def test_a_timed_out_message_is_never_sent_again(telegram: StandIn, impatient: ExtBot[Any], effect: bool) -> None:
    """P6, C66: no automatic copy, whatever happened to the first."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", Fault.timeout(takes_effect=effect), times=1)

    with pytest.raises(TimedOut):
        await impatient.send_message(phone.id, "once")
    await asyncio.sleep(0.1)

    assert len(phone.messages) == int(effect)
    assert len(telegram.calls("sendMessage")) == 1


async def test_a_5xx_of_telegrams_own_is_tried_again(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """P6: it certainly had no effect; after the last try the error is raised."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", Fault.server_error(500), times=2)
    await bot.send_message(phone.id, "x")
    telegram.misbehave("sendMessage", Fault.server_error(500))
    with pytest.raises(ServerRefused):
        await bot.send_message(phone.id, "y")

    assert [message.text for message in phone.messages] == ["x"]


async def test_calls_that_change_nothing_twice_are_tried_again(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """An edit whose answer was lost is repeated, and "not modified" then means that it had arrived (C74)."""
    phone = telegram.person("Demo Amina")
    message = await bot.send_message(phone.id, "before")
    telegram.misbehave("editMessageText", Fault.reset(takes_effect=True), times=1)

    await bot.edit_message_text("after", phone.id, message.message_id)

    assert phone.messages[0].text == "after"
    assert len(telegram.calls("editMessageText")) == 2


async def test_a_press_too_old_to_be_answered_is_no_error(bot: ExtBot[Any]) -> None:
    """B52: nobody waits for that answer any more."""
    assert await bot.answer_callback_query("1") is True


async def test_a_refusal_is_raised_at_once(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """C71: a 400 will be a 400 again."""
    with pytest.raises(BadRequest):
        await bot.send_message(999, "x")

    assert len(telegram.calls("sendMessage")) == 1


def test_pacing_costs_next_to_nothing() -> None:
    """The hot path, free turns, takes under 30 us of the processor a call (measured: about 4)."""
    async def call() -> bool:
        return True

    async def five_thousand() -> None:
        limiter = PacedLimiter(rate=10_000_000.0)
        for number in range(5000):
            await limiter.process_request(call, (), {}, "sendMessage", {"chat_id": number}, None)

    assert processor_seconds(lambda: asyncio.run(five_thousand())) / 5000 < 30e-6
