"""Starting while Telegram cannot be reached: wait, and say so, instead of giving up."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.logs import get_logger

log = get_logger()
Result = TypeVar("Result")
_LONGEST = 30.0  # seconds between two tries


async def reached(call: Callable[[], Awaitable[Result]]) -> Result:
    """Return what `call` returns, tried again until Telegram answers. Raises what Telegram itself refuses."""
    wait = 1.0
    while True:
        try:
            return await call()
        except BadRequest:
            raise
        except (NetworkError, RetryAfter) as error:
            log.warning("telegram_not_reached", error=type(error).__name__)
        await asyncio.sleep(wait)
        wait = min(wait * 2, _LONGEST)
