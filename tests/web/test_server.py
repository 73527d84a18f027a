"""Health, readiness, metrics, headers."""

from typing import Any

import pytest
from aiohttp import web

from bot.web.health import Readiness, holds
from bot.web.metrics import Metrics
from bot.web.server import Parts, build, serving
from tests.telegram.conftest import text_update
from tests.web.conftest import Site


async def test_health_and_readiness(site: Site) -> None:
    """The loop answers; ready when database, knowledge and intake are."""
    assert (await site.get("/healthz"))[:2] == (200, b"ok\n")
    assert (await site.get("/readyz"))[:2] == (200, b'{"ready": true, "missing": []}')

    await site.intake.close(0.1)
    status, body, _ = await site.get("/readyz")
    assert (status, body) == (503, b'{"ready": false, "missing": ["intake"]}')


async def test_a_check_that_raises_counts_as_missing() -> None:
    """Whatever a check does, /readyz answers."""
    async def broken() -> bool:
        raise OSError

    assert await Readiness({"database": broken, "knowledge": holds(lambda: False), "intake": holds(lambda: True)}).missing() == ["database", "knowledge"]


async def test_metrics_count_without_ids(site: Site) -> None:
    """Outcomes, answers, latency, 429s, depth; labels are ours, never what came in."""
    await site.post(json=text_update(123456789))
    site.metrics.answer("answer", "fr")
    site.metrics.answer("Amina", "xx-long-code")
    site.metrics.sent(0.02)
    site.metrics.throttled("broadcast", 3.0)

    status, body, _ = await site.get("/metrics")
    text = body.decode()
    assert status == 200
    for line in ('dalil_updates_total{outcome="finished"} 1.0', 'dalil_answers_total{band="answer",language="fr"} 1.0', "dalil_queue_depth 0.0",
                 'dalil_answers_total{band="other",language="other"} 1.0', "dalil_send_seconds_count 1.0",
                 'dalil_throttled_total{priority="broadcast"} 1.0', "dalil_quarantined_total 0.0"):
        assert line in text
    assert "123456789" not in text
    assert "Amina" not in text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_metrics_are_for_this_machine_only(site: Site, header: str) -> None:
    """111: what a proxy passes on comes from outside, whatever address it gives."""
    status, body, _ = await site.get("/metrics", **{header: "127.0.0.1"})

    assert (status, body) == (404, b"")


async def test_every_answer_has_security_headers_and_no_server_name(site: Site) -> None:
    """Also errors and refusals."""
    answers = [await site.get(path) for path in ("/healthz", "/readyz", "/metrics", "/nothing")] + [await site.post(headers={}, json={})]

    for _, _, headers in answers:
        assert "Server" not in headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"


async def test_broken_http_gets_an_error_without_our_name(site: Site) -> None:
    """122: a smuggled or broken request is a 400 that names no software."""
    for text in (b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"\x16\x03\x01\r\n\r\n"):
        answer = await site.raw(text)
        assert answer.startswith((b"HTTP/1.0 400 ", b"HTTP/1.1 400 "))
        assert b"aiohttp" not in answer.lower()
        assert answer.endswith(b"\r\n\r\n")


async def test_pages_can_be_added_and_an_error_in_them_is_an_empty_500(site: Site) -> None:
    """The staff console will be such pages; without a secret there is no webhook."""
    async def broken(_request: web.Request) -> web.Response:
        raise ValueError("Amina")

    def pages(app: web.Application) -> None:
        app.router.add_get("/page", broken)

    parts = Parts(site.intake, Readiness({}), Metrics(), pages=(pages,), metrics_for_all=True)
    async with serving(build(parts), "127.0.0.1", 0) as port:
        results: list[Any] = []
        for method, path in (("GET", "/page"), ("POST", "/telegram"), ("GET", "/metrics")):
            async with site.client.request(method, f"http://127.0.0.1:{port}{path}", headers={"X-Forwarded-For": "1.2.3.4"}) as answer:
                results.append((answer.status, len(await answer.read()) > 0))
    assert results == [(500, False), (404, False), (200, True)]


def test_an_empty_secret_is_refused() -> None:
    """It would let everybody in."""
    with pytest.raises(ValueError, match="empty"):
        build(Parts(None, Readiness({}), Metrics(), ""))  # type: ignore[arg-type]
