"""Keeping our webhook ours: set at start, looked at every five minutes (safety.md C81, T5)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import TelegramError

from bot.logs import get_logger
from bot.telegram.alerts import TOKEN_REJECTED, WEBHOOK_CHANGED, Alert, log_only, raise_alert
from bot.telegram.errors import TokenRejected
from bot.telegram.polling import ALLOWED_UPDATES

log = get_logger()


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram is to deliver. `connections` is how many updates it may deliver at once (1-100; its default is 40)."""

    url: str
    secret: str = field(repr=False)
    connections: int = 40
    allowed_updates: Sequence[str] = ALLOWED_UPDATES


async def set_webhook(bot: Bot, hook: Hook) -> None:
    """Have Telegram deliver to `hook`. Waiting updates are kept."""
    await bot.set_webhook(hook.url, max_connections=hook.connections, allowed_updates=list(hook.allowed_updates),
                          drop_pending_updates=False, secret_token=hook.secret)


async def watch_webhook(bot: Bot, hook: Hook, stop: asyncio.Event, *, alert: Alert = log_only, every: float = 300.0) -> None:
    """Every `every` seconds until `stop`: if Telegram has another address, raise the alert and set ours again.

    Raises TokenRejected; any other failure waits for the next look.
    """
    while not await _stopped(stop, every):
        try:
            if (await bot.get_webhook_info()).url != hook.url:
                await raise_alert(alert, WEBHOOK_CHANGED)
                await set_webhook(bot, hook)
        except TokenRejected:
            await raise_alert(alert, TOKEN_REJECTED)
            raise
        except TelegramError as error:
            log.warning("webhook_not_checked", error=type(error).__name__)


async def _stopped(stop: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return False
    return True
