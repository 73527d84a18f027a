"""A stand-in for Telegram, and a bot that talks to it through our own request and limiter."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.playground.server import StandIn
from bot.telegram.allowance import Allowance
from bot.telegram.pacing import PacedLimiter
from bot.telegram.request import AiohttpRequest

TOKEN = "123456789:AAE-made-up-token-of-thirty-five-chars"


def text_update(update_id: int, chat_id: int = 7, text: str = "hello") -> dict[str, Any]:
    """A private text message as Telegram delivers it."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Demo Amina"}
    return {"update_id": update_id, "message": {
        "message_id": update_id, "date": 1_790_000_000, "chat": {"id": chat_id, "type": "private"}, "from": person, "text": text}}


def boundless() -> Allowance:
    """The allowance of tests whose few chats write more than people can."""
    return Allowance(1e9, burst=10_000, crowd=1e9)


def make_bot(telegram: StandIn, read_timeout: float = 5.0, **limiter: Any) -> ExtBot[Any]:
    """A bot, not yet initialised, that talks to `telegram` and gives up after `read_timeout` seconds of silence."""
    given = {"pause": 0.01, "jitter": lambda: 0.01, **limiter}
    return ExtBot(TOKEN, f"{telegram.api_url}/bot", f"{telegram.api_url}/file/bot", request=AiohttpRequest(read_timeout=read_timeout),
                  get_updates_request=AiohttpRequest(connections=1), rate_limiter=PacedLimiter(**given))


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """The stand-in, whose retries and conflicts take a hundredth of their time."""
    async with StandIn(TOKEN, retry_scale=0.01) as standing_in:
        yield standing_in


@pytest.fixture
async def bot(telegram: StandIn) -> AsyncIterator[ExtBot[Any]]:
    """A bot at the rate of 1,000 a second."""
    async with make_bot(telegram, rate=1000.0) as running:
        yield running


@pytest.fixture
async def impatient(telegram: StandIn) -> AsyncIterator[ExtBot[Any]]:
    """The same bot, for tests in which the answer does not come."""
    async with make_bot(telegram, read_timeout=0.5, rate=1000.0) as running:
        yield running


@pytest.fixture
async def request_object() -> AsyncIterator[AiohttpRequest]:
    """A request object with short times."""
    request = AiohttpRequest(connect_timeout=0.5, read_timeout=0.5, total=1.0, largest=50_000)
    await request.initialize()
    yield request
    await request.shutdown()
