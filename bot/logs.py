"""Logs: event names and counts for operators, never what people wrote or who they are."""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

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


def _redact_event(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    error = event.pop("exc_info", None)
    if error is not None:
        live = error if isinstance(error, BaseException) else sys.exc_info()[1]
        event["error"] = where(live) if live else "?"
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


class RedactingHandler(logging.StreamHandler[Any]):
    """The only handler of the process: what other libraries log passes here, without its message's arguments' secrets."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line: logger, level, redacted message, and for an exception its class and place only."""
        error = record.exc_info[1] if record.exc_info else None
        record.exc_info = record.exc_text = record.stack_info = None
        message = redact(record.getMessage())
        record.msg, record.args = (f"{message} ({where(error)})" if error else message), ()
        super().emit(record)


def configure(level: str = "INFO") -> None:
    """Send our events from `level` on to standard error; of other libraries, who may log requests and texts, warnings only."""
    handler = RedactingHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelName(level)))
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper("iso"), _redact_event,
                    structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"])],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
