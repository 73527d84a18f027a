"""One stand-in and one running bot for all end-to-end tests; each test has people of its own."""

import itertools
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.playground import Phone, StandIn
from tests.conftest import settle
from tests.process import TOKEN, BotProcess

_ids = itertools.count(700_000_000_000)


@pytest.fixture(scope="session")
async def telegram() -> AsyncIterator[StandIn]:
    """The stand-in for Telegram."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as stand_in:
        yield stand_in


@pytest.fixture(scope="session")
async def bot(telegram: StandIn, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """The running bot."""
    process = BotProcess(Path(tmp_path_factory.mktemp("bot")), telegram.api_url)
    await process.start()
    yield process
    await process.kill()


@pytest.fixture
def newcomer(telegram: StandIn, bot: BotProcess) -> Callable[..., Phone]:
    """Make a person who has never written."""
    def make(language: str | None = "en") -> Phone:
        return telegram.person("Demo Quetzal", language, id=next(_ids))

    return make


@pytest.fixture
def person(newcomer: Callable[..., Phone]) -> Callable[..., object]:
    """Make a person who has chosen a language and read the safety notice."""
    async def make(language: str = "en") -> Phone:
        return await settle(newcomer(language), language)

    return make
