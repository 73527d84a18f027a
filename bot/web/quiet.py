"""An aiohttp server that says little about itself: broken HTTP gets an empty answer without a Server header, and no peer is logged.

aiohttp answers such requests before any middleware, quotes them in the answer, and logs the peer's address.
"""

import asyncio
from typing import Any

from aiohttp import hdrs, web

from bot.logs import get_logger

log = get_logger()


class _Bare(web.Response):
    """An empty answer without a Server header."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.pop(hdrs.SERVER, None)


class _Handler(web.RequestHandler):
    """One connection."""

    __slots__ = ()

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None,
    ) -> web.StreamResponse:
        """Answer broken HTTP, or an error that nothing else caught, with its status alone, and close."""
        log.info("http_refused", status=status, error=type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("An answer was begun already.")
        answer = _Bare(status=status)
        answer.force_close()
        return answer


class _Server(web.Server):
    """Makes a handler for each connection."""

    def __call__(self) -> web.RequestHandler:
        return _Handler(self, loop=self._loop, **self._kwargs)


class QuietRunner(web.AppRunner):
    """An AppRunner whose server is quiet."""

    __slots__ = ()

    async def _make_server(self) -> web.Server:
        loud: Any = await super()._make_server()
        return _Server(loud.request_handler, request_factory=loud.request_factory, loop=asyncio.get_running_loop(), **loud._kwargs)
