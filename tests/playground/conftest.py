"""A stand-in, a person, and a bot's side of the wire."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.playground import Phone, ShiftedClock, StandIn

Json = dict[str, Any]


class Wire:
    """Calls methods as a bot does, and keeps Telegram's whole answer."""

    def __init__(self, session: aiohttp.ClientSession, stand_in: StandIn) -> None:
        self.session = session
        self.base = f"{stand_in.api_url}/bot{stand_in.token}"

    async def call(self, method: str, **parameters: Any) -> Json:
        """Call with a JSON body; return the answer, ok or not."""
        async with self.session.post(f"{self.base}/{method}", json=parameters) as answer:
            body: Json = await answer.json()
            assert body["ok"] is (answer.status == 200)
            return body

    async def result(self, method: str, **parameters: Any) -> Any:
        """Call and return the result; the call must succeed."""
        body = await self.call(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> tuple[int, str]:
        """Call and return code and description; the call must fail."""
        body = await self.call(method, **parameters)
        assert not body["ok"], body
        return body["error_code"], body["description"]


@pytest.fixture
def moving_clock() -> ShiftedClock:
    """A clock that can be moved on."""
    return ShiftedClock()


@pytest.fixture
async def telegram(moving_clock: ShiftedClock) -> AsyncIterator[StandIn]:
    """A running stand-in whose waits are a hundredth of Telegram's."""
    async with StandIn(clock=moving_clock, retry_scale=0.01) as stand_in:
        yield stand_in


@pytest.fixture
async def wire(telegram: StandIn) -> AsyncIterator[Wire]:
    """The bot's side."""
    async with aiohttp.ClientSession() as session:
        yield Wire(session, telegram)


@pytest.fixture
def phone(telegram: StandIn) -> Phone:
    """A person who has started the bot."""
    return telegram.person("Demo Amina", "ar")
