"""Logs: event names and counts; never a token, an id, an address or a text."""

import io
import logging
import sys

import pytest

from bot import logs

TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz012345678"


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Where the process's logs go."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    logs.configure("DEBUG")
    yield stream
    logging.getLogger().handlers.clear()


def test_library_logs_are_redacted(stream: io.StringIO) -> None:
    """P16: a library that logs a URL with the token, an address or an id shows marks."""
    logging.getLogger("some.library").error("POST https://api/bot%s/send to %s for %s", TOKEN, "demo@example.org", 4503599627370495)

    assert "[token]" in stream.getvalue()
    for secret in (TOKEN, "demo@example.org", "4503599627370495"):
        assert secret not in stream.getvalue()


def test_exceptions_are_class_and_place(stream: io.StringIO) -> None:
    """P16: what an exception says may quote a person, so only its class and place are logged."""
    try:
        raise ValueError("my brother was arrested")
    except ValueError:
        logging.getLogger("some.library").exception("failed")

    assert "ValueError at test_logs.py:" in stream.getvalue()
    assert "brother" not in stream.getvalue()


def test_request_loggers_stay_quiet(stream: io.StringIO) -> None:
    """P16: at DEBUG too, libraries that log requests and texts say nothing."""
    for name in ("httpx", "telegram.Bot", "telegram.ext.Application", "aiohttp.access", "sqlalchemy.engine"):
        logging.getLogger(name).info("a text")

    assert stream.getvalue() == ""


def test_our_events_show_names_and_counts_from_the_level_on(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event is a name and its values, redacted like everything else."""
    monkeypatch.setattr(sys, "stderr", stream)
    logs.configure("INFO")
    log = logs.get_logger()
    log.debug("quiet")
    log.info("purged", people=3, odd="%s " + TOKEN)

    assert "purged people=3 odd=%s [token]" in stream.getvalue()
    assert "quiet" not in stream.getvalue()
