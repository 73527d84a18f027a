"""An answer spoiled on purpose: replaced, kept back, cut off or dripped."""

import asyncio
import contextlib
import socket
import struct

from aiohttp import web

from bot.playground.calls import Call
from bot.playground.faults import Ending, Fault


async def spoil(request: web.Request, call: Call, fault: Fault, status: int, body: str, stopping: asyncio.Event) -> web.StreamResponse:
    """Answer `request` as `fault` says. `status` and `body` are the true answer."""
    if fault.status is not None:
        status, body = fault.status, fault.body or ""
    content_type = fault.content_type if fault.status is not None else "application/json"
    content = body.encode()
    if fault.ending is Ending.WHOLE:
        call.status = status
        return web.Response(status=status, body=content, content_type=content_type)
    if fault.ending is Ending.SILENT:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), fault.seconds)
        return _cut(request)
    if fault.ending is Ending.RESET:
        return _cut(request)
    return await _partial(request, fault, status, content, stopping)


async def _partial(request: web.Request, fault: Fault, status: int, content: bytes, stopping: asyncio.Event) -> web.StreamResponse:
    response = web.StreamResponse(status=status)
    response.content_type = "application/json"
    response.content_length = len(content)
    await response.prepare(request)
    if fault.ending is Ending.RESET_MID_BODY:
        await response.write(content[:len(content) // 2])
        # Let the half arrive before the connection goes.
        await asyncio.sleep(0.02)
        return _cut(request)
    with contextlib.suppress(ConnectionError):
        for position in range(len(content)):
            if stopping.is_set():
                break
            await response.write(content[position:position + 1])
            await asyncio.sleep(fault.seconds)
    return response


def _cut(request: web.Request) -> web.StreamResponse:
    """Reset the connection (RST, not a polite end)."""
    transport = request.transport
    if transport is not None:
        raw: socket.socket | None = transport.get_extra_info("socket")
        if raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response(status=500)
