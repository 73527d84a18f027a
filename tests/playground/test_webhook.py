"""Delivery of updates by webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.playground import Phone, ShiftedClock, StandIn
from tests.playground.conftest import Wire


class Hook:
    """The bot's web server; `answers` are given in turn, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.times: list[float] = []
        self.answers: list[Callable[[], web.Response]] = []
        self.delay = 0.0
        self.most_at_once = 0
        self._now = 0

    @property
    def texts(self) -> list[str]:
        """Return the texts of what arrived, repeats too."""
        return [update["message"]["text"] for update in self.seen]

    async def receive(self, request: web.Request) -> web.Response:
        """Take one delivery."""
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        self.seen.append(await request.json())
        self.times.append(asyncio.get_running_loop().time())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await asyncio.sleep(self.delay)
        self._now -= 1
        return self.answers.pop(0)() if self.answers else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """A running web server of a bot."""
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_delivery(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook) -> None:
    """Updates, waiting and new, are posted with the secret; getUpdates is refused meanwhile."""
    await phone.says("waiting")
    assert await wire.result("setWebhook", url=hook.url, secret_token="s-1_A", max_connections=3) is True
    await phone.says("new")
    await telegram.acknowledged()

    assert (hook.texts, set(hook.secrets)) == (["waiting", "new"], {"s-1_A"})
    code, reason = await wire.refusal("getUpdates")
    assert (code, reason) == (409, "Conflict: can't use getUpdates method while webhook is active; "
                                   "use deleteWebhook to delete the webhook first")
    info = await wire.result("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["pending_update_count"]) == (hook.url, 3, 0)
    await wire.result("deleteWebhook")
    assert (await wire.result("getWebhookInfo"))["url"] == ""
    assert await wire.result("getUpdates") == []


async def test_one_chat_waits_for_its_failing_update(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook) -> None:
    """A refused update is tried again and holds up its chat, not the others."""
    other = telegram.person("Demo Blaise", "fr")
    hook.answers = [lambda: web.Response(status=500)] * 3
    await wire.result("setWebhook", url=hook.url)
    await phone.says("a")
    await phone.says("b")
    await asyncio.sleep(0.05)
    await other.says("c")
    await telegram.acknowledged()

    assert hook.texts.count("a") >= 3
    assert hook.texts.index("b") > max(place for place, text in enumerate(hook.texts) if text == "a")
    assert (await wire.result("getWebhookInfo"))["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_retries(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook) -> None:
    """After the second try the next come after 2, 4, 8 s (here hundredths); Retry-After is honoured."""
    hook.answers = [lambda: web.Response(status=503)] * 3 + [lambda: web.Response(status=429, headers={"Retry-After": "20"})]
    await wire.result("setWebhook", url=hook.url)
    await phone.says("a")
    await telegram.acknowledged()

    gaps = [later - earlier for earlier, later in pairwise(hook.times)]
    assert [gap >= least for gap, least in zip(gaps, (0, 0.02, 0.04, 0.2), strict=True)] == [True] * 4


async def test_the_second_try_comes_at_once(hook: Hook) -> None:
    """And not after the two seconds of the third; here they are eight."""
    hook.answers = [lambda: web.Response(status=503)]
    async with aiohttp.ClientSession() as session, StandIn(retry_scale=4.0) as telegram:
        await Wire(session, telegram).result("setWebhook", url=hook.url)
        await telegram.person().says("a")
        await telegram.acknowledged()

    first, second = hook.times
    assert second - first < 4


async def test_connections_are_limited(wire: Wire, telegram: StandIn, hook: Hook) -> None:
    """No more than max_connections deliveries are under way; one chat has one."""
    hook.delay = 0.2
    await wire.result("setWebhook", url=hook.url, max_connections=4)
    for _ in range(12):
        await telegram.person().says("x")
    await telegram.acknowledged()

    assert (hook.most_at_once, len(hook.seen)) == (4, 12)


async def test_reply_in_the_answer(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook) -> None:
    """A method in the body of a 200 is carried out; methods that read or unset are not."""
    hook.answers = [lambda: web.json_response({"method": "sendMessage", "chat_id": phone.id, "text": "from the body"}),
                    lambda: web.json_response({"method": "deleteWebhook"})]
    await wire.result("setWebhook", url=hook.url)
    await phone.says("a")
    await phone.says("b")
    await telegram.acknowledged()

    assert (await phone.reply()).text == "from the body"
    assert telegram.webhook is not None


async def test_gone_for_a_day(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook, moving_clock: ShiftedClock) -> None:
    """A webhook that answers 410 for 23 hours is removed."""
    hook.answers = [lambda: web.Response(status=410)] * 50
    await wire.result("setWebhook", url=hook.url)
    await phone.says("a")
    for _ in range(1000):
        if len(hook.answers) < 50:
            break
        await asyncio.sleep(0.01)
    assert telegram.webhook is not None
    moving_clock.advance(23 * 3600 + 1)
    for _ in range(1000):
        if telegram.webhook is None:
            break
        await asyncio.sleep(0.01)

    assert telegram.webhook is None


async def test_a_bot_that_is_down(wire: Wire, telegram: StandIn, phone: Phone, hook: Hook) -> None:
    """Updates wait while nobody listens, and can be dropped."""
    await wire.result("setWebhook", url="http://127.0.0.1:9/hook")
    await phone.says("a")
    await asyncio.sleep(0.1)
    assert (await wire.result("getWebhookInfo"))["pending_update_count"] == 1
    await wire.result("setWebhook", url=hook.url)
    await telegram.acknowledged()
    assert hook.texts == ["a"]
    await wire.result("setWebhook", url="http://127.0.0.1:9/hook")
    await phone.says("b")
    await wire.result("deleteWebhook", drop_pending_updates=True)
    assert telegram.pending == []


@pytest.mark.parametrize(("parameters", "reason"), [
    ({"url": "ftp://127.0.0.1/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ({"url": "https://example.org/"}, "bad webhook: this stand-in delivers only to this computer"),
    ({"url": "http://127.0.0.1/", "secret_token": "é"}, "secret token contains unallowed characters"),
    ({"url": "http://127.0.0.1/", "secret_token": "a" * 257}, "secret token is too long"),
])
async def test_refused_webhooks(wire: Wire, parameters: dict[str, str], reason: str) -> None:
    """A wrong address or secret is refused."""
    assert await wire.refusal("setWebhook", **parameters) == (400, f"Bad Request: {reason}")


async def test_a_poll_ends_when_a_webhook_is_set(wire: Wire, telegram: StandIn, hook: Hook) -> None:
    """A waiting poll is told that a webhook was set."""
    poll = asyncio.create_task(wire.refusal("getUpdates", timeout=20))
    await telegram.called("getUpdates")
    await wire.result("setWebhook", url=hook.url)

    assert await asyncio.wait_for(poll, 15) == (409, "Conflict: terminated by setWebhook request")
