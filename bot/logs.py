"""Logs: event names and counts for operators, never what people wrote or who they are."""

import asyncio
import logging
import re
import sys
import traceback
from typing import Any

_OURS = "dalil"
_TOKEN = re.compile(r"(?<!\d)\d{1,12}:[A-Za-z0-9_-]{8,}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_LONG_NUMBER = re.compile(r"(?<![\w.])[+-]?\d{7,}(?!\w)")


def redact(text: str) -> str:
    """Replace what looks like a token, an e-mail address, a phone number or an account id by a mark."""
    for pattern, mark in ((_TOKEN, "[token]"), (_EMAIL, "[address]"), (_LONG_NUMBER, "[number]")):
        text = pattern.sub(mark, text)
    return text


def where(error: BaseException) -> str:
    """Return an error's class and code location: its message may quote a person or a token, so it is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


class EventLog:
    """Logs events: a name, and values that count or classify. Whatever they hold is redacted before it is written."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def debug(self, event: str, **values: object) -> None:
        """Log what only a developer needs."""
        self._write(logging.DEBUG, event, values)

    def info(self, event: str, **values: object) -> None:
        """Log what happens as it should."""
        self._write(logging.INFO, event, values)

    def warning(self, event: str, **values: object) -> None:
        """Log what an operator may want to look at."""
        self._write(logging.WARNING, event, values)

    def error(self, event: str, **values: object) -> None:
        """Log what an operator must look at."""
        self._write(logging.ERROR, event, values)

    def _write(self, level: int, event: str, values: dict[str, object]) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, " ".join((event, *(f"{name}={value}" for name, value in values.items()))))


def get_logger() -> EventLog:
    """Return the log of our own events. (structlog would load rich with it: 8 MB and 60 ms of each start.)"""
    return EventLog(_OURS)


class RedactingHandler(logging.StreamHandler[Any]):
    """The only handler of the process: what other libraries log passes here, without its message's arguments' secrets."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line: logger, level, redacted message, and for an exception its class and place only."""
        error = record.exc_info[1] if record.exc_info else None
        record.exc_info = record.exc_text = record.stack_info = None
        try:
            message = redact(record.getMessage())
        except (TypeError, ValueError):  # a library's own mistake in a log call must not reach its caller
            message = "a message that cannot be formatted"
        record.msg, record.args = (f"{message} ({where(error)})" if error else message), ()
        super().emit(record)


def log_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what asyncio found unhandled: its own message would quote the exception."""
    error = context.get("exception")
    get_logger().error("unhandled", error=where(error) if isinstance(error, BaseException) else "?")


def configure(level: str = "INFO") -> None:
    """Send our events from `level` on to standard error; of other libraries, who may log requests and texts, warnings only."""
    handler = RedactingHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.getLogger(_OURS).setLevel(level)
