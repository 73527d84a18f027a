"""The whole bot in this very process, with a clock that a test moves: what happens ten minutes or two days later."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot import keys as key_files
from bot.app import Bot, assembled
from bot.knowledge.build import load_apart
from bot.knowledge.loader import Loaded
from bot.playground import StandIn
from bot.serving import receive
from bot.settings import Settings
from tests.process import TOKEN


class Later:
    """The present instant, moved on by `forward`."""

    def __init__(self) -> None:
        self._shift = timedelta()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC) + self._shift

    def forward(self, **span: float) -> None:
        """Move on by a timedelta given in its keywords."""
        self._shift += timedelta(**span)


@lru_cache(maxsize=2)
def read_once(folder: Path) -> Loaded:
    """Return the knowledge base, read once for all bots of this process: it is immutable, and reading it is tested elsewhere."""
    return load_apart(folder)


@asynccontextmanager
async def inside(folder: Path, telegram: StandIn, now: Later, **more: Any) -> AsyncIterator[Bot]:
    """Run the bot for the block, with `more` settings."""
    given = {"data_dir": folder / "data", "keys_file": folder / "keys" / "dalil.json", "http_port": 0, "telegram_api_url": telegram.api_url, "send_rate": 1000}
    settings = Settings(**{**given, **more})
    if not settings.keys_file.exists():  # the same bot may be started again
        key_files.create(settings.keys_file)
    stop = asyncio.Event()
    async with assembled(settings, TOKEN, now, read_once) as bot:
        receiving = asyncio.create_task(receive(bot, stop))
        try:
            yield bot
        finally:
            stop.set()
            await receiving
