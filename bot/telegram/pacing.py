"""The send rate, and which calls may be made again. Telegram has no idempotency key: a call that may have arrived is never repeated."""

import asyncio
import secrets
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import BaseRateLimiter

from bot.logs import get_logger
from bot.telegram import attempt
from bot.telegram.errors import CertificateRefused, ConnectFailed, ServerRefused, Throttled
from bot.telegram.turns import Chat, Turns

log = get_logger()
_SENDING = ("send", "edit", "copy", "forward")
_REPEATABLE = (  # a second time changes nothing more
    "get", "edit", "set", "deleteWebhook", "deleteMyCommands", "deleteMessages", "sendChatAction",
)
_CERTAINLY_FAILED = (ConnectFailed, ServerRefused)
# Answers that mean the wish is already fulfilled, or nobody waits for it any more (safety.md C74, B52).
_NOT_AN_ERROR = {"edit": ("message is not modified",), "answerCallbackQuery": ("query is too old", "query id is invalid")}


_LONGEST_CHAT_STOP = 60.0  # seconds that a reply waits for one chat's limit; beyond it the update is set aside
_CHATS_STOPPED_ALONE = 3  # with more chats stopped at once, the limit that was met is the bot's own


class Priority(StrEnum):
    """What a call is part of; replies need no mark."""

    REPLY = "reply"
    BROADCAST = "broadcast"


class SendMeter(Protocol):
    """What watches the calls; `bot.web.metrics.Metrics` is one."""

    def sent(self, seconds: float) -> None:
        """A call succeeded after `seconds`, its own time only."""

    def throttled(self, priority: str, seconds: float) -> None:
        """A 429 asked to wait `seconds`."""


class NoMeter:
    """The meter of a limiter that nobody watches."""

    def sent(self, seconds: float) -> None:
        """Do nothing."""

    def throttled(self, priority: str, seconds: float) -> None:
        """Do nothing."""


@dataclass(slots=True)
class Call:
    """One call to the Bot API and its tries."""

    endpoint: str
    chat: Chat
    broadcast: bool
    sending: bool
    tries: int = 0
    since: float = 0.0


class PacedLimiter(BaseRateLimiter[Priority]):
    """Keeps calls that send under `rate` a second; pass `rate_limit_args=Priority.BROADCAST` for broadcasts.

    Certain failures are tried again up to `tries` times within `patience` seconds, waiting `pause`, twice that, ...
    """

    def __init__(
        self, rate: float = 25.0, *, meter: SendMeter | None = None, tries: int = 6, patience: float = 10.0, pause: float = 0.25,
        jitter: Callable[[], float] | None = None,
    ) -> None:
        self._turns = Turns(rate)
        self._meter = meter or NoMeter()
        self._tries = tries
        self._patience = patience
        self._pause = pause
        self._jitter = jitter or _jitter
        self._stopped_chats: dict[Chat, float] = {}

    @property
    def broadcast_stop(self) -> float:
        """Seconds that Telegram's 429 still holds broadcasts back; 0 when it does not."""
        return self._turns.broadcast_stop

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self, callback: Callable[..., Coroutine[Any, Any, Any]], args: Any, kwargs: dict[str, Any], endpoint: str, data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> Any:
        """Make the call when it is its turn; raises what is left after the tries, or at once what may have arrived."""
        call = Call(endpoint, data.get("chat_id"), rate_limit_args == Priority.BROADCAST, endpoint.startswith(_SENDING))
        while True:
            ticket = await self._turn(call) if call.sending else 0
            begun = time.monotonic()
            try:
                result = await callback(*args, **kwargs)
            except TelegramError as error:
                if _is_fulfilled(error, endpoint):
                    return True
                self._turns.ended(ticket)
                await self._after(error, call)
                continue
            finally:
                self._turns.ended(ticket)
            self._meter.sent(time.monotonic() - begun)
            _note_sent(call)
            return result

    async def _turn(self, call: Call) -> int:
        if call.broadcast:
            return await self._turns.broadcast(call.chat)
        if self._stopped_chats:
            await self._wait_for_chat(call.chat)
        ticket = self._turns.try_reply()
        if not ticket:
            _extend(self._turns.reply_stop)
            ticket = await self._turns.reply(call.chat)
        return ticket

    async def _wait_for_chat(self, chat: Chat) -> None:
        now = time.monotonic()
        self._stopped_chats = {stopped: until for stopped, until in self._stopped_chats.items() if until > now}
        wait = self._stopped_chats.get(chat, now) - now
        if wait > _LONGEST_CHAT_STOP and self._turns.reply_stop <= 0:
            raise Throttled(wait)
        if wait > 0:
            _extend(wait)
            await asyncio.sleep(wait)

    async def _after(self, error: TelegramError, call: Call) -> None:
        """Wait as the failure asks for, or raise it."""
        if isinstance(error, Throttled):
            await self._throttled(error, call)
            return
        now = time.monotonic()
        call.since = call.since or now
        call.tries += 1
        if not _may_repeat(error, call.endpoint) or call.tries >= self._tries or now - call.since > self._patience:
            _note_unclear(error, call)
            raise error
        log.info("call_repeated", error=type(error).__name__, attempt=call.tries)
        await asyncio.sleep(self._pause * 2 ** (call.tries - 1) + self._jitter() * self._pause)

    async def _throttled(self, error: Throttled, call: Call) -> None:
        """Stop what the 429 was for. One chat's replies alone at first: a person who taps fast must not hold up everybody."""
        seconds = error.seconds + self._jitter()
        self._meter.throttled(Priority.BROADCAST if call.broadcast else Priority.REPLY, error.seconds)
        log.warning("throttled", seconds=error.seconds, broadcast=call.broadcast)
        if not call.sending:
            _extend(seconds)
            await asyncio.sleep(seconds)
        elif call.broadcast:
            self._turns.stop_broadcasts(seconds)
        else:
            everybody = self._stop_chat(call.chat, seconds)
            if not everybody and seconds > _LONGEST_CHAT_STOP:
                raise error  # an update that waits for an hour would hold back the acknowledgement of all that come after it

    def _stop_chat(self, chat: Chat, seconds: float) -> bool:
        """Stop one chat's replies, or everybody's when so many chats are stopped that the limit must be the bot's; tell which."""
        now = time.monotonic()
        others = sum(until > now and stopped != chat for stopped, until in self._stopped_chats.items())
        self._stopped_chats[chat] = max(self._stopped_chats.get(chat, 0.0), now + seconds)
        everybody = chat is None or others >= _CHATS_STOPPED_ALONE
        if everybody:
            self._turns.stop_replies(seconds)
        return everybody


def _jitter() -> float:
    """Return 0.05 to 0.5 seconds."""
    return 0.05 + secrets.randbelow(450) / 1000


def _is_fulfilled(error: TelegramError, endpoint: str) -> bool:
    text = error.message.lower()
    return isinstance(error, BadRequest) and any(
        endpoint.startswith(prefix) and phrase in text for prefix, phrases in _NOT_AN_ERROR.items() for phrase in phrases)


def _may_repeat(error: TelegramError, endpoint: str) -> bool:
    if isinstance(error, (BadRequest, CertificateRefused)) or not isinstance(error, NetworkError):
        return False
    return isinstance(error, _CERTAINLY_FAILED) or endpoint.startswith(_REPEATABLE)


def _extend(seconds: float) -> None:
    now = attempt.current()
    if now is not None and seconds > 0:
        now.extend(seconds)


def _note_sent(call: Call) -> None:
    now = attempt.current()
    if now is not None and call.sending and not call.endpoint.startswith(_REPEATABLE):
        now.sent += 1


def _note_unclear(error: TelegramError, call: Call) -> None:
    now = attempt.current()
    certain = isinstance(error, (BadRequest, *_CERTAINLY_FAILED)) or not isinstance(error, NetworkError)
    if now is not None and not certain and call.sending and not call.endpoint.startswith(_REPEATABLE):
        now.unclear = True
