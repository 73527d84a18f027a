"""HTTP to the Bot API on one aiohttp session: 5 times as many calls as with python-telegram-bot's default (telegram.md B1).

It never logs, and no error text holds a URL: the URL holds the token.
"""

import asyncio
import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.errors import (
    AnswerTooLarge,
    CertificateRefused,
    ConnectFailed,
    ServerRefused,
    Throttled,
    TokenRejected,
    Unclear,
    Unreadable,
    error_for,
)

__all__ = [
    "AiohttpRequest", "AnswerTooLarge", "CertificateRefused", "ConnectFailed", "ServerRefused", "Throttled", "TokenRejected", "Unclear",
]

_LARGEST = 5 * 1024 * 1024  # bytes; 100 updates of 4,096 characters stay far below
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": "dalil"}  # unpacked answers only: a small body stays small
_KEEP_ALIVE = 15.0  # seconds; shorter than any server's, so that a call seldom meets a connection that is being closed


class AiohttpRequest(BaseRequest):
    """The request object of one bot.

    Raises for everything but success: ConnectFailed (certainly not sent), TimedOut and Unclear (may have taken
    effect), Throttled (429), TokenRejected (401), ServerRefused (5xx in Telegram's own words), or PTB's own
    BadRequest, Forbidden, Conflict. Times are in seconds; `total` is the most that a call may last, whatever
    drips in, beyond the time a long poll asks for.
    """

    def __init__(
        self, *, connections: int = 64, connect_timeout: float = 5.0, read_timeout: float = 15.0, total: float = 35.0,
        largest: int = _LARGEST,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._total = total
        self._largest = largest
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte after which a call is given up."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; a second call does nothing."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_KEEP_ALIVE, ttl_dns_cache=60),
                cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, headers=_HEADERS,
            )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE, connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return (status, body) of a success; raises as the class says. Pool and write times follow `total`."""
        read = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        connect = self._connect_timeout if connect_timeout is BaseRequest.DEFAULT_NONE else connect_timeout
        timeout = aiohttp.ClientTimeout(total=None, connect=connect, sock_connect=connect, sock_read=read)
        return await self._exchange(method, url, timeout, self._total, _body(request_data))

    async def long_poll(self, url: str, parameters: dict[str, Any], seconds: float) -> Any:
        """Return the `result` of a call for which the server may first wait `seconds`."""
        timeout = aiohttp.ClientTimeout(total=None, connect=self._connect_timeout, sock_read=seconds + self._read_timeout)
        _, body = await self._exchange("POST", url, timeout, self._total + seconds, {"json": parameters})
        return self.parse_json_payload(body)["result"]

    async def call(self, url: str, parameters: dict[str, Any]) -> Any:
        """Make a call and return its `result`; raises as the class says."""
        timeout = aiohttp.ClientTimeout(total=None, connect=self._connect_timeout, sock_connect=self._connect_timeout, sock_read=self._read_timeout)
        _, body = await self._exchange("POST", url, timeout, self._total, {"json": parameters})
        return self.parse_json_payload(body)["result"]

    async def _exchange(
        self, method: str, url: str, limits: aiohttp.ClientTimeout, total: float, body: dict[str, Any],
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise ConnectFailed("The connection to Telegram is not open.")
        try:
            async with asyncio.timeout(total) as cap:
                async with self._session.request(method, url, timeout=limits, allow_redirects=False, **body) as response:
                    # A long poll's answer, once begun, has no longer than any other.
                    cap.reschedule(min(cap.when() or 0.0, asyncio.get_running_loop().time() + self._total))
                    status, answer = response.status, await self._read(response)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise _wire_error(error) from None  # its text may hold the URL
        if not 200 <= status < 300:
            raise error_for(status, answer, url.rsplit("/", 1)[-1])
        return status, answer

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        if response.content_length is not None and response.content_length <= self._largest:
            return await response.read()
        pieces, size = [], 0
        async for piece in response.content.iter_any():
            size += len(piece)
            if size > self._largest:
                raise AnswerTooLarge("The answer was larger than allowed.")
            pieces.append(piece)
        return b"".join(pieces)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return a successful answer's object. Raises Unclear for anything that is not one, without its content."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise Unreadable("The answer was not JSON.") from None
        if isinstance(answer, dict) and answer.get("ok") is True and "result" in answer:
            return answer
        raise error_for(200, payload, "")


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"json": data.parameters}
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mimetype) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mimetype)
    return {"data": form}


def _wire_error(error: BaseException) -> TelegramError:
    """Name a failure by what it says about the call, most certain first."""
    name = type(error).__name__
    if isinstance(error, (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError, aiohttp.ServerFingerprintMismatch)):
        return CertificateRefused(name)
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)):
        return ConnectFailed(name)
    if isinstance(error, TimeoutError):
        return TimedOut()
    return Unclear(name) if isinstance(error, (aiohttp.ClientError, OSError)) else NetworkError(name)
