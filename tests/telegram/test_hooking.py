"""Our webhook stays ours."""

import asyncio
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.playground.faults import Fault
from bot.playground.server import StandIn
from bot.telegram.hooking import Hook, set_webhook, watch_webhook
from bot.telegram.request import TokenRejected
from tests.telegram.conftest import TOKEN

HOOK = Hook("https://127.0.0.1:8443/telegram", "made-up-secret-of-a-test")


async def test_a_changed_webhook_is_noticed_and_set_again(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """C81: looked at every five minutes (here 20 ms); the alert names the event only."""
    alerts: list[str] = []

    async def alert(event: str) -> None:
        alerts.append(event)

    await set_webhook(bot, HOOK)
    stop = asyncio.Event()
    watching = asyncio.create_task(watch_webhook(bot, HOOK, stop, alert=alert, every=0.02))
    await telegram.called("getWebhookInfo", 2)
    assert alerts == []
    telegram.misbehave("getWebhookInfo", Fault.server_error(500, html=True), times=6)
    await bot.set_webhook("https://127.0.0.1:8443/thief")
    await telegram.called("setWebhook", 3)
    stop.set()
    await watching

    assert alerts == ["telegram_webhook_changed"]
    assert telegram.webhook is not None
    assert telegram.webhook.url == HOOK.url
    assert telegram.calls("setWebhook")[2].parameters["secret_token"] == HOOK.secret


async def test_a_rejected_token_ends_the_watch(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """C68 in webhook mode."""
    telegram.misbehave("getWebhookInfo", Fault.refused(401, "Unauthorized"))

    with pytest.raises(TokenRejected):
        await watch_webhook(bot, HOOK, asyncio.Event(), every=0.01)


def test_a_hooks_secret_does_not_show() -> None:
    """P16: a frozen dataclass prints its fields; not this one."""
    assert HOOK.secret not in repr(HOOK)
    assert TOKEN not in repr(HOOK)
