"""Receiving: long polling, or a webhook when an address is set; health and metrics beside it."""

import asyncio
import errno
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.app import Bot
from bot.logs import get_logger
from bot.telegram.hooking import Hook, set_webhook, watch_webhook
from bot.telegram.patience import reached
from bot.telegram.polling import ALLOWED_UPDATES, INLINE, Poller
from bot.web.health import Readiness, database_answers, holds
from bot.web.server import Parts, build, serving
from bot.web.webhook import PATH

log = get_logger()
GRACE = 7.0  # seconds for what is under way at SIGTERM; containers kill after 10


class PortTaken(Exception):
    """Another program listens on the port."""

    def __init__(self, port: int, setting: str) -> None:
        super().__init__(f"Port {port} is taken by another program. Stop it, or choose another port with {setting}.")


async def receive(bot: Bot, stop: asyncio.Event) -> None:
    """Take updates until `stop`, then leave within 8 seconds with nothing lost. Raises TokenRejected and PortTaken."""
    async with _web(bot):
        if bot.settings.webhook_url:
            await _by_webhook(bot, stop)
        else:
            await _by_polling(bot, stop)


async def _by_polling(bot: Bot, stop: asyncio.Event) -> None:
    await reached(lambda: bot.application.bot.delete_webhook(drop_pending_updates=False))  # while one is set, getUpdates answers 409
    log.info("receiving", by="polling")
    await Poller(bot.application.bot, bot.intake, bot.polling, alert=bot.speaker.alert, grace=GRACE, allowed_updates=_wanted(bot)).run(stop)


async def _by_webhook(bot: Bot, stop: asyncio.Event) -> None:
    hook = Hook(bot.settings.webhook_url + PATH, _secret(bot), allowed_updates=_wanted(bot))
    await reached(lambda: set_webhook(bot.application.bot, hook))
    log.info("receiving", by="webhook")
    watch = asyncio.create_task(watch_webhook(bot.application.bot, hook, stop, alert=bot.speaker.alert))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({watch, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    await bot.intake.close(GRACE)
    if watch.done():
        watch.result()  # the token was rejected
    watch.cancel()


def _wanted(bot: Bot) -> tuple[str, ...]:
    return (*ALLOWED_UPDATES, INLINE) if bot.settings.inline_mode else ALLOWED_UPDATES


def _secret(bot: Bot) -> str:
    given = bot.settings.webhook_secret
    return given.get_secret_value() if given else bot.keys.webhook_secret()


@asynccontextmanager
async def _web(bot: Bot) -> AsyncIterator[None]:
    checks = {"database": database_answers(bot.database), "knowledge": holds(lambda: bot.shelf.library is not None),
              "intake": holds(lambda: bot.intake.running)}
    secret = _secret(bot) if bot.settings.webhook_url else None
    app = build(Parts(bot.intake, Readiness(checks), bot.metrics, webhook_secret=secret))
    bot.metrics.watch_depth(lambda: bot.intake.depth)
    async with AsyncExitStack() as stack:
        try:
            port = await stack.enter_async_context(serving(app, bot.settings.http_host, bot.settings.http_port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTaken(bot.settings.http_port, "DALIL_HTTP_PORT") from None
        log.info("listening", port=port)
        yield
