"""A web server on a free port with a real intake, and a raw connection to it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.writes import Write
from bot.telegram.intake import Intake
from bot.telegram.ledger import Ledger
from bot.web.health import Readiness, database_answers, holds
from bot.web.metrics import Metrics
from bot.web.server import Parts, build, serving
from tests.conftest import Clock

SECRET = "made-up-webhook-secret"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@dataclass
class Site:
    """A running server and what its handler saw."""

    url: str
    port: int
    intake: Intake
    metrics: Metrics
    client: aiohttp.ClientSession
    database: Database
    seen: list[dict[str, Any]] = field(default_factory=list)
    act: Any = None

    async def post(self, path: str = "/telegram", headers: dict[str, str] | None = None, **body: Any) -> tuple[int, bytes, Any]:
        """Post, with the secret unless other headers are given; return status, body and headers."""
        async with self.client.post(self.url + path, headers=HEADERS if headers is None else headers, **body) as answer:
            return answer.status, await answer.read(), answer.headers

    async def get(self, path: str, **headers: str) -> tuple[int, bytes, Any]:
        """Get; return status, body and headers."""
        async with self.client.get(self.url + path, headers=headers) as answer:
            return answer.status, await answer.read(), answer.headers

    async def raw(self, text: bytes, wait: float = 15.0) -> bytes:
        """Send bytes and return what came back when the server closes or `wait` seconds are over."""
        got = b""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(text)
        try:
            async with asyncio.timeout(wait):
                while piece := await reader.read(65_536):
                    got += piece
        except TimeoutError:
            pass
        finally:
            writer.close()
        return got


@pytest.fixture
async def site(tmp_path: Path, clock: Clock) -> AsyncIterator[Site]:
    """A server whose handler notes each update, or does what `act` says."""
    url = f"sqlite:///{tmp_path / 'dalil.sqlite3'}"
    await migrate(url)
    database, metrics = Database(url), Metrics()

    async def handle(raw: dict[str, Any]) -> Sequence[Write]:
        running.seen.append(raw)
        if running.act:
            await running.act(raw)
        return ()

    intake = Intake(Ledger(database, clock), handle, count=metrics.outcome, pause=0.01)
    metrics.watch_depth(lambda: intake.depth)
    readiness = Readiness({"database": database_answers(database), "knowledge": holds(lambda: True), "intake": holds(lambda: intake.running)})
    async with serving(build(Parts(intake, readiness, metrics, SECRET)), "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
        running = Site(f"http://127.0.0.1:{port}", port, intake, metrics, client, database)
        yield running
        await intake.close(0.2)
    await database.close()
