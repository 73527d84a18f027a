"""Limits and faults."""

import asyncio

import aiohttp
import pytest

from bot.playground import Fault, FixedClock, Limits, NotLoopback, Phone, StandIn
from bot.playground.errors import SteeringError, TooManyRequests
from bot.playground.limits import Gate
from tests.playground.conftest import Wire


def test_sliding_window() -> None:
    """Any second lets `per_second` messages through, however they fall; refused ones do not count."""
    clock = FixedClock()
    gate = Gate(Limits(per_second=3), clock)
    for _ in range(3):
        gate.pass_message(1)
        clock.advance(0.3)
    for _ in range(5):
        with pytest.raises(TooManyRequests):
            gate.pass_message(2)
    clock.advance(0.11)
    gate.pass_message(2)
    with pytest.raises(TooManyRequests) as caught:
        gate.pass_message(2)

    assert caught.value.body() == {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}}


def test_limits_per_chat_and_group() -> None:
    """One chat's limit does not touch another's; a group's counts minutes."""
    clock = FixedClock()
    gate = Gate(Limits(per_chat=1, per_group_minute=2), clock)
    gate.pass_message(1)
    gate.pass_message(2)
    with pytest.raises(TooManyRequests):
        gate.pass_message(1)
    for _ in range(2):
        gate.pass_message(-1, is_group=True)
    with pytest.raises(TooManyRequests) as caught:
        gate.pass_message(-1, is_group=True)
    assert caught.value.parameters == {"retry_after": 60}


async def test_limited_stand_in() -> None:
    """Over the wire the limit answers 429 with Retry-After."""
    async with StandIn(limits=Limits(per_second=1)) as telegram, aiohttp.ClientSession() as session:
        wire, phone = Wire(session, telegram), telegram.person()
        await wire.result("sendMessage", chat_id=phone.id, text="a")
        async with session.post(f"{wire.base}/sendMessage", json={"chat_id": phone.id, "text": "b"}) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (429, "1")


@pytest.mark.parametrize(("fault", "status", "start"), [
    (Fault.flood(7), 429, '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}'),
    (Fault.flood(None), 429, '{"ok":false,"error_code":429,"description":"Too Many Requests"}'),
    (Fault.server_error(500), 500, '{"ok":false,"error_code":500,'),
    (Fault.server_error(502, html=True), 502, "<html>"),
    (Fault.not_json(), 200, "<!doctype"),
    (Fault.not_ok(), 200, '{"ok": false'),
    (Fault.refused(401, "Unauthorized"), 401, '{"ok": false, "error_code": 401'),
    (Fault.odd_json('{"ok":true,"result":{"x":[]}}'), 200, '{"ok":true'),
])
async def test_wrong_answers(wire: Wire, telegram: StandIn, phone: Phone, fault: Fault, status: int, start: str) -> None:
    """A laid fault answers so, once, without effect; then all is well."""
    laid = telegram.misbehave("sendMessage", fault, times=1)
    async with wire.session.post(f"{wire.base}/sendMessage", json={"chat_id": phone.id, "text": "a"}) as answer:
        assert (answer.status, (await answer.text()).startswith(start)) == (status, True)

    assert (laid.hits, phone.messages) == (1, [])
    await wire.result("sendMessage", chat_id=phone.id, text="b")


@pytest.mark.parametrize(("fault", "arrives"), [
    (Fault.timeout(), 0), (Fault.timeout(takes_effect=True), 1), (Fault.reset(), 0), (Fault.reset(takes_effect=True), 1),
    (Fault.reset(mid_body=True), 1), (Fault.drip(1.0), 1),
])
async def test_cut_connections(wire: Wire, telegram: StandIn, phone: Phone, fault: Fault, arrives: int) -> None:
    """Timeouts, resets and drips give no answer, before or after the message is sent."""
    telegram.misbehave("sendMessage", fault, times=1)
    with pytest.raises((aiohttp.ClientError, TimeoutError)):
        async with wire.session.post(f"{wire.base}/sendMessage", json={"chat_id": phone.id, "text": "a"},
                                     timeout=aiohttp.ClientTimeout(total=0.3)) as answer:
            await answer.read()

    assert len(phone.messages) == arrives
    assert [call.took_effect for call in telegram.calls("sendMessage")] == [bool(arrives)]


async def test_latency_probability_and_end(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """Latency delays every call truly; a share of calls can fail; `behave` ends it."""
    telegram.misbehave("*", Fault.latency(0.05))
    half = telegram.misbehave("getMe", Fault.server_error(500), probability=0.5)
    begin = asyncio.get_running_loop().time()
    answers = await asyncio.gather(*(wire.call("getMe") for _ in range(60)))
    assert asyncio.get_running_loop().time() - begin >= 0.05
    assert 15 <= sum(not answer["ok"] for answer in answers) == half.hits <= 45
    telegram.behave()
    assert (await wire.call("getMe"))["ok"]


def test_faults_travel_as_json() -> None:
    """A fault is the same after JSON; a wrong one is refused."""
    for fault in (Fault.flood(3), Fault.reset(mid_body=True), Fault.drip()):
        assert Fault.from_json(fault.as_json()) == fault
    for wrong in ({"color": 1}, {"ending": "sad"}):
        with pytest.raises(SteeringError):
            Fault.from_json(wrong)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])
def test_only_loopback(host: str) -> None:
    """The stand-in cannot be opened to the network."""
    with pytest.raises(NotLoopback):
        StandIn(host=host)
