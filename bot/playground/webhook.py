"""Delivery of updates by HTTP POST: one chat in order, tried again until it is accepted (source: WebhookActor.cpp)."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.logs import get_logger
from bot.playground.parameters import Parameters
from bot.playground.updates import Pending, UpdateQueue

log = get_logger()

# WebhookActor.cpp: the second try comes at once, then the delay doubles up to WEBHOOK_MAX_RESEND_TIMEOUT.
MAX_RETRY_SECONDS = 60.0
MAX_RETRY_AFTER = 3600
# WebhookActor.h WEBHOOK_DROP_TIMEOUT: so long a webhook may answer 410 before it is removed.
GONE_SECONDS = 23 * 3600
# How long one delivery may take; Telegram's own limit is not published.
DELIVERY_SECONDS = 60.0
_NEVER_IN_REPLY = ("deletewebhook", "setwebhook", "close", "logout")

Execute = Callable[[str, Parameters], Awaitable[None]]


@dataclass(frozen=True)
class WebhookSettings:
    """Where and how updates are delivered."""

    url: str
    secret_token: str = field(default="", repr=False)
    max_connections: int = 40


@dataclass
class DeliveryErrors:
    """What getWebhookInfo tells about the last failure; `gone_since` is the first 410 in a row."""

    date: int = 0
    message: str = ""
    gone_since: float | None = None


class WebhookSender:
    """Delivers the queue to one address until it is stopped."""

    def __init__(self, settings: WebhookSettings, queue: UpdateQueue, execute: Execute, on_gone: Callable[[], None],
                 retry_scale: float) -> None:
        self.settings = settings
        self.errors = DeliveryErrors()
        self._queue = queue
        self._execute = execute
        self._on_gone = on_gone
        self._retry_scale = retry_scale
        self._lanes: dict[object, deque[Pending]] = {}
        self._workers: dict[object, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(settings.max_connections)
        self._main: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._main = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop delivering; what was not accepted stays in the queue."""
        tasks = [task for task in (self._main, *self._workers.values()) if task is not None and task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        timeout, sequence = aiohttp.ClientTimeout(total=DELIVERY_SECONDS), 0
        async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0)) as session:
            try:
                while True:
                    for item in self._queue.since(sequence):
                        self._line_up(session, item)
                        sequence = item.sequence
                    await self._queue.arrival()
            finally:
                workers = list(self._workers.values())
                for worker in workers:
                    worker.cancel()
                await asyncio.gather(*workers, return_exceptions=True)

    def _line_up(self, session: aiohttp.ClientSession, item: Pending) -> None:
        self._lanes.setdefault(item.lane, deque()).append(item)
        if item.lane not in self._workers:
            self._workers[item.lane] = asyncio.create_task(self._deliver_lane(session, item.lane))

    async def _deliver_lane(self, session: aiohttp.ClientSession, lane: object) -> None:
        try:
            while waiting := self._lanes[lane]:
                await self._deliver(session, waiting[0])
                self._queue.drop(waiting.popleft())
        finally:
            self._workers.pop(lane, None)
            self._lanes.pop(lane, None)

    async def _deliver(self, session: aiohttp.ClientSession, item: Pending) -> None:
        """Try until the bot accepts the update or its day is over."""
        delay, failures = 1.0, 0
        while self._queue.clock.now() < item.expires_at:
            async with self._places:
                accepted, retry_after = await self._attempt(session, item)
            if accepted:
                return
            wait = float(retry_after)
            if retry_after == 0 and failures > 0:
                delay = min(MAX_RETRY_SECONDS, delay * 2)
                wait = delay
            failures += 1
            await asyncio.sleep(wait * self._retry_scale)

    async def _attempt(self, session: aiohttp.ClientSession, item: Pending) -> tuple[bool, int]:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate"}
        if self.settings.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret_token
        body = json.dumps(item.as_json())
        try:
            async with session.post(self.settings.url, data=body, headers=headers, allow_redirects=False) as answer:
                if 200 <= answer.status <= 299:
                    self.errors.gone_since = None
                    await self._execute_reply(await answer.read())
                    return True, 0
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}", answer.status)
                return False, _retry_after(answer.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            refused = isinstance(error, aiohttp.ClientConnectorError)
            self._failed("Connection refused" if refused else "Webhook connection closed", 0)
            return False, 0

    def _failed(self, message: str, status: int) -> None:
        now = self._queue.clock.now()
        self.errors.date, self.errors.message = int(now), message
        log.info("playground.webhook_refused", status=status)
        if status != 410:
            self.errors.gone_since = None
        elif self.errors.gone_since is None:
            self.errors.gone_since = now
        elif now > self.errors.gone_since + GONE_SECONDS:
            self._on_gone()

    async def _execute_reply(self, body: bytes) -> None:
        """Carry out a method in the body of an accepted delivery, as Telegram does."""
        if not body.strip().startswith(b"{"):
            return
        try:
            values: Any = json.loads(body)
        except ValueError:
            return
        method = str(values.pop("method", ""))
        if method and method.lower() not in _NEVER_IN_REPLY and not method.lower().startswith("get"):
            await self._execute(method, Parameters(values))


def _retry_after(header: str) -> int:
    return min(int(header), MAX_RETRY_AFTER) if header.isdecimal() else 0
