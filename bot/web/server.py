"""The web application put together from given parts, and its socket."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from bot.logs import get_logger, where
from bot.telegram.intake import Intake
from bot.web import webhook
from bot.web.health import Readiness
from bot.web.keys import INTAKE, METRICS, METRICS_FOR_ALL, READINESS, WEBHOOK_SECRET
from bot.web.metrics import CONTENT_TYPE, Metrics
from bot.web.quiet import QuietRunner

log = get_logger()
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """What the server is made of. Without a webhook secret there is no /telegram; `pages` add routes of their own."""

    intake: Intake
    readiness: Readiness
    metrics: Metrics
    webhook_secret: str | None = field(default=None, repr=False)
    metrics_for_all: bool = False
    pages: Sequence[Callable[[web.Application], None]] = ()


def build(parts: Parts) -> web.Application:
    """Return the application; nothing listens yet."""
    app = web.Application(middlewares=[empty_errors])
    app[INTAKE] = parts.intake
    app[READINESS] = parts.readiness
    app[METRICS] = parts.metrics
    app[METRICS_FOR_ALL] = parts.metrics_for_all
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    if parts.webhook_secret is not None:
        if not parts.webhook_secret:
            raise ValueError("An empty webhook secret would let everybody in.")
        app[WEBHOOK_SECRET] = parts.webhook_secret
        app.router.add_post(webhook.PATH, webhook.receive, expect_handler=webhook.expect)
    for add_pages in parts.pages:
        add_pages(app)
    app.on_response_prepare.append(_set_headers)
    return app


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int, *, grace: float = 1.0) -> AsyncIterator[int]:
    """Listen on `host`:`port` (0 picks a free one) inside the block; yields the port. Requests get `grace` seconds to end."""
    # A body stays packed: unpacking is where a small request becomes a large one.
    runner = QuietRunner(app, access_log=None, auto_decompress=False, shutdown_timeout=grace, keepalive_timeout=75.0, lingering_time=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def healthz(_request: web.Request) -> web.Response:
    """Say that the loop answers."""
    return web.Response(text="ok\n")


async def readyz(request: web.Request) -> web.Response:
    """Say whether people can be answered; 503 with the names of what is missing."""
    missing = await request.app[READINESS].missing()
    return web.json_response({"ready": not missing, "missing": missing}, status=503 if missing else 200)


async def metrics(request: web.Request) -> web.Response:
    """Show the figures to this machine only, unless told otherwise; what a proxy passes on does not come from here."""
    if not request.app[METRICS_FOR_ALL] and not _is_local(request):
        raise web.HTTPNotFound
    return web.Response(body=request.app[METRICS].text(), headers={hdrs.CONTENT_TYPE: CONTENT_TYPE})


@web.middleware
async def empty_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every refusal into an empty answer, a wrong method into 404, an error into an empty 500."""
    try:
        return await handler(request)
    except web.HTTPException as answer:
        if answer.status < 400:
            raise
        return web.Response(status=404 if answer.status == 405 else answer.status)
    except Exception as error:  # noqa: BLE001  # the last line of defence
        log.error("request_failed", error=where(error))
        return web.Response(status=500)


async def _set_headers(_request: web.BaseRequest, response: web.StreamResponse) -> None:
    response.headers.pop(hdrs.SERVER, None)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _is_local(request: web.Request) -> bool:
    if any(name in request.headers for name in _FORWARDED):
        return False
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return peer is not None and ip_address(peer[0]).is_loopback
