"""The stand-in itself: starts and stops the server, and is steered from the same process."""

import asyncio
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.logs import get_logger
from bot.playground.api import Api
from bot.playground.calls import Call
from bot.playground.chats import Kind
from bot.playground.clock import Clock, SystemClock
from bot.playground.control import Control
from bot.playground.errors import NothingCame, NotLoopback
from bot.playground.faults import Fault, Misbehaviour
from bot.playground.guard import careful_headers, is_loopback, loopback_only
from bot.playground.limits import Limits
from bot.playground.methods.receiving import stop_webhook
from bot.playground.page import Page
from bot.playground.parameters import MAX_BODY
from bot.playground.phone import PATIENCE, Phone
from bot.playground.state import State
from bot.playground.webhook import WebhookSettings

log = get_logger()


class StandIn:
    """A stand-in for Telegram's Bot API on this computer, with a chat page; `async with` starts and stops it.

    `token` is the bot's; `port` 0 takes a free one; `limits` are none unless given; `clock` tells the time of messages and
    of the 48-hour rule; `retry_scale` shortens the waits of webhook retries and conflicts (0.01: a second is 10 ms);
    `callback_seconds` is how long a pressed button can be answered.
    Raises NotLoopback for a `host` that is not this computer's.
    """

    def __init__(self, token: str = "1:playground", port: int = 0, limits: Limits | None = None, *,  # noqa: S107  no secret
                 clock: Clock | None = None, retry_scale: float = 1.0, callback_seconds: float = 15.0,
                 host: str = "127.0.0.1") -> None:
        if not is_loopback(host):
            raise NotLoopback(f"the stand-in listens only on this computer, not on {host}")
        self.token = token
        self.state = State(token, clock or SystemClock(), limits or Limits(), retry_scale, callback_seconds)
        self._host, self._port = host, port
        self._phones: dict[int, Phone] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen. Raises OSError when the port is taken."""
        api = Api(self.state)
        app = web.Application(middlewares=[loopback_only], client_max_size=MAX_BODY)
        app.on_response_prepare.append(careful_headers)
        app.add_routes([*api.routes(), *Control(self.state).routes(), *Page(self.state).routes()])
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = int(self._runner.addresses[0][1])
        log.info("playground.started", port=self._port)

    async def stop(self) -> None:
        """Stop listening and forget everything."""
        self.state.stopping.set()
        await stop_webhook(self.state)
        self.state.updates.end_poll()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """Return the address of the chat page."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    @property
    def api_url(self) -> str:
        """Return the address of the Bot API, without /bot<token>. For python-telegram-bot: base_url = api_url + "/bot"."""
        return self.url

    def person(self, first_name: str = "Demo", language_code: str | None = "en", *, id: int | None = None,
               started: bool = True) -> Phone:
        """Return the phone of a new person; `started=False`: one the bot may not write to before they write to it."""
        return self._open(first_name, language_code, id, "private", started)

    def group(self, title: str = "Demo group", language_code: str | None = "en", *, id: int | None = None) -> Phone:
        """Return the phone of the one speaking member of a new group."""
        return self._open(title, language_code, id, "group", True)

    def phone(self, chat_id: int) -> Phone:
        """Return the phone of a chat that exists. Raises KeyError."""
        if chat_id not in self._phones and (chat := self.state.chats.get(chat_id)) is not None:
            self._phones[chat_id] = Phone(self.state, chat)
        return self._phones[chat_id]

    def calls(self, method: str | None = None) -> list[Call]:
        """Return the calls the bot made, oldest first: all, or those of one method."""
        return self.state.calls.seen(method)

    async def called(self, method: str, count: int = 1, within: float = PATIENCE) -> list[Call]:
        """Wait until `method` was called `count` times in all and return these calls. Raises NothingCame."""
        deadline = asyncio.get_running_loop().time() + within
        while (seen := self.state.calls.count(method)) < count:
            if asyncio.get_running_loop().time() > deadline:
                raise NothingCame(f"{method} was called {seen} times, not {count}, within {within} s")
            await asyncio.sleep(0.005)
        return self.calls(method)

    def forget_calls(self) -> None:
        """Forget the calls seen so far."""
        self.state.calls.clear()

    def misbehave(self, method: str, fault: Fault, *, times: int | None = None, probability: float = 1.0) -> Misbehaviour:
        """Spoil calls of `method` ("*": all): the next `times` (None: from now on), or each with `probability`."""
        return self.state.misbehaviours.lay(method, fault, times, probability)

    def behave(self) -> None:
        """End all misbehaviour."""
        self.state.misbehaviours.clear()

    def inject(self, update: dict[str, Any], update_id: int | None = None) -> int:
        """Queue any update, whatever the bot asked for, and return its id. An `update_id` inside `update` counts too."""
        content = {key: value for key, value in update.items() if key != "update_id"}
        return self.state.updates.add(content, update_id if update_id is not None else update.get("update_id"), always=True)

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more. Raises KeyError for an unknown id."""
        self.state.updates.redeliver(update_id)

    def next_update_id(self, update_id: int) -> None:
        """Let the next update have this id; later ones count on from it."""
        self.state.updates.start_at(update_id)

    @property
    def update_ids(self) -> list[int]:
        """Return the ids of all updates there were, oldest first."""
        return list(self.state.updates.history)

    @property
    def pending(self) -> list[int]:
        """Return the ids of the updates the bot has not acknowledged."""
        return [item.update_id for item in self.state.updates.pending.values()]

    async def acknowledged(self, within: float = PATIENCE) -> None:
        """Wait until the bot has acknowledged every update. Raises NothingCame."""
        deadline = asyncio.get_running_loop().time() + within
        while self.state.updates.pending:
            if asyncio.get_running_loop().time() > deadline:
                raise NothingCame(f"{len(self.pending)} updates wait after {within} s")
            await asyncio.sleep(0.005)

    @property
    def webhook(self) -> WebhookSettings | None:
        """Return where updates are delivered, or None."""
        return None if self.state.webhook is None else self.state.webhook.settings

    def _open(self, name: str, language_code: str | None, chat_id: int | None, kind: Kind, started: bool) -> Phone:
        chat = self.state.chats.open(name, language_code, chat_id, kind, started)
        self.state.tell("chat", chat, False, None)
        return self.phone(chat.chat_id)
