"""The line between the bot and Telegram, to be cut: connections are refused while it is down."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.process import free_port


class Line:
    """Passes bytes on from a port of its own to a server at `url`. `async with` puts it up and takes it away."""

    def __init__(self, url: str) -> None:
        self._host, self._port = urlsplit(url).hostname, urlsplit(url).port
        self._own = free_port()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._polls: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """Where the bot is to connect."""
        return f"http://127.0.0.1:{self._own}"

    async def up(self) -> None:
        """Accept connections."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self._own)

    async def down(self, *, keep_poll: bool = False) -> None:
        """Refuse new connections and cut the present ones, or all but the one that waits for updates."""
        if self._server is not None:
            self._server.close()
        self._server = None
        cut = self._tasks - self._polls if keep_poll else set(self._tasks)
        for task in cut:
            task.cancel()
        await asyncio.gather(*cut, return_exceptions=True)

    async def __aenter__(self) -> Self:
        await self.up()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.down()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        server, to_server = await asyncio.open_connection(self._host, self._port)
        back = asyncio.create_task(self._pass_on(server, writer))
        try:
            await self._pass_on(reader, to_server, task)
        except asyncio.CancelledError:
            back.cancel()
        finally:
            self._tasks.discard(task)
            self._polls.discard(task)
            writer.close()
            to_server.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: "asyncio.Task[None] | None" = None) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65_536):
                if connection is not None and b"/getUpdates " in data:
                    self._polls.add(connection)
                writer.write(data)
                await writer.drain()
            writer.close()
