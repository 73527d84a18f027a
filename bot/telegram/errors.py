"""What can go wrong on the wire, named by what is known about the call: certainly not sent, certainly refused, or unclear."""

import json
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Conflict, EndPointNotFound, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.logs import redact

RETRY_WITHOUT_PARAMETERS = 30.0  # seconds; safety.md C60: a 429 that does not say for how long


class ConnectFailed(NetworkError):
    """No connection came about: the call was certainly not sent."""


class CertificateRefused(ConnectFailed):
    """The server's TLS certificate is wrong: nothing was sent, and trying again does not help."""


class ServerRefused(NetworkError):
    """Telegram itself answered 5xx with its JSON error: the call certainly had no effect."""


class Unclear(NetworkError):
    """The call may or may not have taken effect: a reset, an unreadable answer, a 5xx from a server in between."""


class Unreadable(Unclear):
    """An answer that is not Telegram's: nearly always a server in between that never passed the call on."""


class AnswerTooLarge(Unclear):
    """The answer was larger than the limit and was not read to its end."""


class TokenRejected(TelegramError):
    """Telegram does not accept the bot's token. The message never holds the token."""

    def __init__(self) -> None:
        super().__init__("Telegram rejected the bot token: it was revoked or is wrong.")

    def __reduce__(self) -> tuple[type, tuple[()]]:  # type: ignore[override]
        return type(self), ()


class Throttled(RetryAfter):
    """A 429. `seconds` is how long Telegram asks us to wait."""

    def __init__(self, seconds: float) -> None:
        # RetryAfter's own constructor warns about a deprecated property of its own; its message is kept.
        TelegramError.__init__(self, f"Flood control exceeded. Retry in {seconds:g} seconds")
        self.seconds = float(seconds)

    @property
    def retry_after(self) -> int:
        """Whole seconds to wait, rounded up."""
        return -int(-self.seconds // 1)

    def __reduce__(self) -> tuple[type, tuple[float]]:  # type: ignore[override]
        return type(self), (self.seconds,)


def error_for(status: int, body: bytes, method: str) -> TelegramError:
    """Return the error that an answer other than success means; nothing of an unreadable body gets into it."""
    answer = _telegram_error(body)
    if status == 401:
        return TokenRejected()
    if status == 429:
        return Throttled(_seconds(answer))
    if answer is None:
        return Unreadable(f"HTTP {status} without Telegram's JSON")
    if status < 300:  # ok:false in a successful answer: the error code says what happened
        status = _code(answer)
        if status in (401, 429):
            return error_for(status, body, method)
    return _described(status, answer, method)


def _described(status: int, answer: dict[str, Any], method: str) -> TelegramError:
    description = answer.get("description")
    text = redact(description) if isinstance(description, str) else f"HTTP {status}"
    parameters = answer.get("parameters")
    moved = parameters.get("migrate_to_chat_id") if isinstance(parameters, dict) else None
    if isinstance(moved, int):
        return ChatMigrated(moved)
    if status == 404:
        # A malformed token and an unknown method look the same; these two methods always exist.
        return TokenRejected() if method in ("getMe", "getUpdates") else EndPointNotFound(text)
    kinds: dict[int, type[TelegramError]] = {400: BadRequest, 403: Forbidden, 409: Conflict}
    if status in kinds:
        return kinds[status](text)
    return ServerRefused(text) if status >= 500 else Unclear(text)


def _telegram_error(body: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) and "ok" in answer else None


def _seconds(answer: dict[str, Any] | None) -> float:
    parameters = (answer or {}).get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if isinstance(seconds, (int, float)) and not isinstance(seconds, bool) and seconds > 0:
        return float(seconds)
    return RETRY_WITHOUT_PARAMETERS


def _code(answer: dict[str, Any]) -> int:
    code = answer.get("error_code")
    return code if isinstance(code, int) and code >= 400 else 0
