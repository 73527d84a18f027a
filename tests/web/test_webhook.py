"""The webhook: forged calls do nothing, and 200 is said after the work."""

import asyncio
import gzip
import io
import json
import os
import sqlite3
from typing import Any

import pytest

from bot.web import webhook
from tests.telegram.conftest import text_update
from tests.web.conftest import HEADERS, SECRET, Site

GOOD = json.dumps(text_update(1)).encode()


async def test_an_update_is_answered_after_it_is_committed(site: Site) -> None:
    """P1: an empty 200, when the ledger has it; a redelivery is acknowledged without a second effect."""
    assert (await site.post(json=text_update(1)))[:2] == (200, b"")
    with sqlite3.connect(site.database.url.split("///")[1]) as ledger:
        assert ledger.execute("SELECT update_id FROM finished_updates").fetchall() == [(1,)]
    ledger.close()

    assert (await site.post(json=text_update(1)))[:2] == (200, b"")
    assert len(site.seen) == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "x" * 300, SECRET.upper(), "\xe9"])
async def test_a_wrong_secret_opens_nothing(site: Site, secret: str | None) -> None:
    """P15: missing, wrong, longer, shorter: an empty 401, no handler."""
    headers = {} if secret is None else {webhook.SECRET_HEADER: secret}
    status, body, answered = await site.post(headers=headers, json=text_update(1))

    assert (status, body) == (401, b"")
    assert "Server" not in answered
    assert site.seen == []


async def test_two_secrets_are_no_secret(site: Site) -> None:
    """P15: a header sent twice is not looked through for a match."""
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{webhook.SECRET_HEADER}: wrong\r\n{webhook.SECRET_HEADER}: {SECRET}\r\n"
    answer = await site.raw(head.encode() + b"Content-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(GOOD) + GOOD)

    assert answer.startswith(b"HTTP/1.1 401 ")


async def test_the_body_is_not_read_before_the_secret(site: Site) -> None:
    """P15: a forged call is refused although its body never comes, and is not even asked for it."""
    for expect in (b"", b"Expect: 100-continue\r\n"):
        answer = await site.raw(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                b"Content-Length: 1000000\r\n" + expect + b"\r\n", wait=8.0)
        assert answer.startswith(b"HTTP/1.1 401 ")
        assert b"100 Continue" not in answer


async def test_who_knows_the_secret_is_asked_for_the_body(site: Site) -> None:
    """Expect: 100-continue works for Telegram."""
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{webhook.SECRET_HEADER}: {SECRET}\r\nContent-Type: application/json\r\nConnection: close\r\n"
    answer = await site.raw(head.encode() + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(GOOD) + GOOD)

    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")
    assert len(site.seen) == 1


@pytest.mark.parametrize(("method", "path"), [("GET", "/telegram"), ("PUT", "/telegram"), ("DELETE", "/telegram"), ("POST", "/"), ("POST", "/telegram/"),
                                              ("POST", "/telegram/x"), ("POST", "/healthz"), ("GET", "/bot123")])
async def test_wrong_methods_and_paths_are_an_empty_404(site: Site, method: str, path: str) -> None:
    """P15: nothing tells that something is there."""
    async with site.client.request(method, site.url + path, headers=HEADERS, json=text_update(1)) as answer:
        assert (answer.status, await answer.read()) == (404, b"")
        assert "Allow" not in answer.headers
    assert site.seen == []


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"])
async def test_another_content_type_is_refused(site: Site, kind: str) -> None:
    """P15: wrong type: an empty 404."""
    assert (await site.post(data=GOOD, headers={**HEADERS, "Content-Type": kind}))[:2] == (404, b"")
    assert site.seen == []


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_over_a_megabyte_is_refused(site: Site, chunked: bool) -> None:
    """122: 2 MB, with its length said or not: 413, unread."""
    async def pieces() -> Any:
        for _ in range(32):
            yield b" " * 65_536

    data = pieces() if chunked else io.BytesIO(b" " * 2_097_152)
    try:
        status, body, _ = await site.post(data=data, headers={**HEADERS, "Content-Type": "application/json"})
        assert (status, body) == (413, b"")
    except (ConnectionError, OSError):
        pass  # the connection was closed while we still wrote: refused as well
    assert site.seen == []


async def test_a_packed_body_is_refused_unpacked(site: Site) -> None:
    """122: a gzip bomb of 100 MB in 100 kB stays packed; with the secret it is 415, without it 401."""
    bomb = gzip.compress(b"0" * 100_000_000)
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    before = _memory()

    assert (await site.post(data=bomb, headers={**headers, **HEADERS}))[:2] == (415, b"")
    assert (await site.post(data=bomb, headers=headers))[:2] == (401, b"")
    assert _memory() - before < 20_000_000
    assert site.seen == []


def _memory() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def test_a_slow_body_is_cut_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """122: one byte a second: 408 at 10 s (here 1), and nobody else waits for it."""
    monkeypatch.setattr(webhook, "_BODY_TIME", 1.0)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{webhook.SECRET_HEADER}: {SECRET}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
    slow = asyncio.create_task(site.raw(head.encode() + b"{", wait=15.0))

    assert (await site.post(json=text_update(2)))[0] == 200
    assert not slow.done()
    answer = await slow
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert len(site.seen) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"update_id": "x"}', b'{"update_id": 1e400}'])
async def test_what_is_no_update_is_set_aside(site: Site, body: bytes) -> None:
    """P3: acknowledged, or Telegram would bring it for 24 hours; no handler sees it."""
    assert (await site.post(data=body, headers={**HEADERS, "Content-Type": "application/json"}))[:2] == (200, b"")
    assert site.seen == []
    assert b'dalil_updates_total{outcome="quarantined"} 1.0' in site.metrics.text()


async def test_text_of_a_hundred_thousand_characters_and_lone_surrogates_arrive(site: Site) -> None:
    """4, 7: what JSON allows reaches the handler, which cuts and cleans."""
    for number, text in enumerate(("x" * 100_000, "\ud83d")):
        body = json.dumps(text_update(number, text=text)).encode()
        assert (await site.post(data=body, headers={**HEADERS, "Content-Type": "application/json"}))[0] == 200
    assert [len(raw["message"]["text"]) for raw in site.seen] == [100_000, 1]


async def test_a_stopping_intake_says_later(site: Site) -> None:
    """87: 503 with Retry-After: Telegram brings it to the next process."""
    await site.intake.close(0.1)

    status, body, headers = await site.post(json=text_update(1))
    assert (status, body, headers["Retry-After"]) == (503, b"", "5")


async def test_a_commit_that_cannot_be_made_says_later_and_is_made_later(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """P9: with the database locked the update is not acknowledged; the redelivery finds the work done, the handler ran once."""
    monkeypatch.setattr(webhook, "_WORK_TIME", 0.3)
    lock = sqlite3.connect(site.database.url.split("///")[1], isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")

    assert (await site.post(json=text_update(1)))[0] == 503
    lock.execute("ROLLBACK")
    lock.close()
    for _ in range(20):
        if (await site.post(json=text_update(1)))[0] == 200:
            break
    else:
        pytest.fail("never committed")
    assert len(site.seen) == 1


async def test_a_handler_that_fails_is_acknowledged_after_three_tries(site: Site) -> None:
    """P3: a failing update does not block its chat's queue at Telegram."""
    async def fail(_raw: dict[str, Any]) -> None:
        raise ValueError

    site.act = fail
    assert (await site.post(json=text_update(1)))[:2] == (200, b"")
    assert len(site.seen) == 3
