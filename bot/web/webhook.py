"""POST /telegram: the secret is checked before anything is read, and 200 is said after the work is committed.

Every answer has an empty body: Telegram executes a body that holds a `method` as an API call.
"""

import asyncio
import hashlib
import hmac
import json

from aiohttp import web

from bot.logs import get_logger, where
from bot.web.keys import INTAKE, WEBHOOK_SECRET

log = get_logger()
PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
_LARGEST = 1024 * 1024  # bytes; an update is a few kilobytes
_BODY_TIME = 10.0  # seconds for the whole body
_WORK_TIME = 50.0  # seconds before we say "later": the work goes on, and the next delivery of the update finds it
_RETRY_AFTER = {"Retry-After": "5"}


async def receive(request: web.Request) -> web.Response:
    """Take one update."""
    if not _is_telegram(request):
        return _closing(401)
    if request.content_type != "application/json":
        return _closing(404)
    if "Content-Encoding" in request.headers:
        return _closing(415)
    try:
        async with asyncio.timeout(_BODY_TIME):
            body = await _body(request)
    except TimeoutError:
        return _closing(408)
    if body is None:
        return _closing(413)
    return await _submit(request, _parsed(body))


async def expect(request: web.Request) -> web.Response | None:
    """Answer `Expect: 100-continue`: only who knows the secret is asked for a body."""
    if not _is_telegram(request):
        return _closing(401)
    if request.transport is not None:
        request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    return None


def _is_telegram(request: web.Request) -> bool:
    """Compare the secret in constant time, whatever the length of what was sent."""
    given = request.headers.getall(SECRET_HEADER, [])
    return hmac.compare_digest(_digest(given[0] if len(given) == 1 else ""), _digest(request.app[WEBHOOK_SECRET]))


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


async def _body(request: web.Request) -> bytes | None:
    """Read the body, or return None as soon as it is known to be too large."""
    if (request.content_length or 0) > _LARGEST:
        return None
    pieces, size = [], 0
    async for piece in request.content.iter_any():
        size += len(piece)
        if size > _LARGEST:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def _parsed(body: bytes) -> object:
    """Return the update, or None for what is no JSON: intake sets it aside, or Telegram would bring it back for 24 hours."""
    try:
        parsed: object = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return parsed


async def _submit(request: web.Request, raw: object) -> web.Response:
    try:
        async with asyncio.timeout(_WORK_TIME):
            await request.app[INTAKE].submit(raw)
    except Exception as error:  # noqa: BLE001  # closing, the token rejected, too slow: Telegram is to come back
        log.warning("webhook_later", error=where(error))
        return web.Response(status=503, headers=_RETRY_AFTER)
    return web.Response()


def _closing(status: int) -> web.Response:
    """Return an empty refusal after which the connection, whose body was not read, is closed."""
    response = web.Response(status=status)
    response.force_close()
    return response
