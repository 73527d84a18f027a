"""The real program in a process of its own, for end-to-end tests, fault tests and benchmarks."""

import asyncio
import os
import signal
import socket
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from tests.conftest import ROOT

TOKEN = "123456789:" + "TestTokenTestTokenTestTokenTestToken"


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class BotProcess:
    """`python -m bot run` against a stand-in; its data, keys and log live in `folder`."""

    def __init__(self, folder: Path, api_url: str, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.log = folder / "bot.log"
        self.under: tuple[str, ...] = ()  # a command that runs the program: on a small disk, without an administrator's rights
        self._process: asyncio.subprocess.Process | None = None
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DALIL_")},
            "DALIL_BOT_TOKEN": TOKEN, "DALIL_TELEGRAM_API_URL": api_url, "DALIL_DATA_DIR": str(folder / "data"),
            "DALIL_KEYS_FILE": str(folder / "keys" / "dalil.json"), "DALIL_HTTP_PORT": str(self.port), "DALIL_LOG_LEVEL": "DEBUG",
            "DALIL_SEND_RATE": "1000", "DALIL_CHAT_RATE": "60000", "PYTHONWARNINGS": "error::RuntimeWarning", **settings,
        }

    async def __aenter__(self) -> "BotProcess":
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.kill()

    async def start(self, *, wait: bool = True) -> None:
        """Start the process, and wait until it is ready."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.under, sys.executable, "-OO", "-m", "bot", "run", cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        if wait:
            await self.ready()

    async def ready(self, within: float = 60.0) -> None:
        """Wait for /readyz. Raises AssertionError with the log's end when the process ends or stays silent."""
        limit = time.monotonic() + within
        while time.monotonic() < limit:
            if self._process is None or self._process.returncode is not None:
                break
            if await asyncio.to_thread(self._answers):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"the bot is not ready:\n{self.log.read_text()[-3000:]}")

    async def kill(self) -> None:
        """kill -9."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def terminate(self, within: float = 10.0) -> int:
        """SIGTERM; return the exit code. Raises TimeoutError."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(within):
            return await self._process.wait()

    async def ended(self, within: float = 60.0) -> int:
        """Return the exit code of a process that ends by itself."""
        assert self._process is not None
        async with asyncio.timeout(within):
            return await self._process.wait()

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process is not None
        return self._process.pid

    def memory(self) -> float:
        """Resident memory in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False
