"""A million people: how long it takes to count a segment, to note the recipients and to begin sending; and what it leaves in memory."""

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, text

from bot import keys as key_files
from bot.broadcasts.content import By, Content, Kind, Rule, Segment
from bot.broadcasts.ledger import DeliveryLedger, total
from bot.broadcasts.plan import Plan
from bot.broadcasts.release import reached
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import Broadcasts
from bot.courses.catalogue import REGIONS
from bot.courses.catalogue import Kind as CourseKind
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.keys import KeyRing
from tests.benchmarks.people import _know_the_tables, _postgresql

PEOPLE = 1_000_000
COUNTED = 1.0  # seconds for a segment, on PostgreSQL (issue 5)
GROWTH = 50.0  # MiB (issue 5)
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TEXTS = {"en": "A course opens.", "fr": "Un cours ouvre.", "ar": "تُفتح دورة."}
SEGMENTS: Mapping[str, Content] = {
    "everybody": Content(TEXTS),
    "one language": Content(TEXTS, segment=Segment((Rule(By.LANGUAGE, ("ar",)),))),
    "region and kind": Content(TEXTS, segment=Segment((Rule(By.REGION, ("west-africa", "mena")), Rule(By.KIND, ("workshop",))))),
    "region": Content(TEXTS, segment=Segment((Rule(By.REGION, ("west-africa",)),))),
    "interested, not yet accepted": Content(TEXTS, segment=Segment((Rule(By.INTERESTED, ("demo",)),), (Rule(By.ACCEPTED, ("demo",)),))),
    "joined since, without those interested": Content(TEXTS, segment=Segment((Rule(By.JOINED, ("2026-06",)),), (Rule(By.INTERESTED, ("demo",)),))),
    "letters": Content(TEXTS, kind=Kind.LETTERS, segment=Segment((Rule(By.ACCEPTED, ("demo",)),))),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one database, in seconds: to count each segment (and how many it has), to plan, to claim the first four; MiB that planning added."""

    kind: str
    counts: Mapping[str, tuple[float, int]]
    planned: float
    recipients: int
    claimed: float
    growth: float


async def measure(kind: str, url: str, folder: Path, people: int = PEOPLE) -> Figures:
    """Fill a database and measure it."""
    key_files.create(folder / "keys.json")
    keys = key_files.load(folder / "keys.json")
    await migrate(url)
    database = Database(url)
    try:
        await _fill(database, people)
        await _know_the_tables(database)
        segments, counts = Segments(database), {}
        for name, content in SEGMENTS.items():
            begun = time.perf_counter()
            number = reached(await segments.counts(content))
            counts[name] = (time.perf_counter() - begun, number)
        broadcast = await Broadcasts(database, lambda: NOW).begin("author", SEGMENTS["everybody"])
        before, begun = _memory(), time.perf_counter()
        await Plan(database, lambda: NOW).recipients(broadcast)
        planned, growth = time.perf_counter() - begun, _memory() - before
        await _make_reachable(database, keys)
        ledger, begun = DeliveryLedger(database, keys, lambda: NOW), time.perf_counter()
        claims = await ledger.turn(broadcast.id, (), 4)
        claimed = time.perf_counter() - begun
        assert len(claims) == 4
        return Figures(kind, counts, planned, total(await ledger.counts(broadcast.id)), claimed, growth)
    finally:
        await database.close()


async def compare(people: int = PEOPLE) -> list[Figures]:
    """Measure both kinds of database."""
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder) / "one", Path(folder) / "two"
        one.mkdir()
        two.mkdir()
        figures = [await measure("SQLite", f"sqlite:///{one / 'dalil.sqlite3'}", one, people)]
        async with _postgresql() as url:
            figures.append(await measure("PostgreSQL", url, two, people))
    return figures


def written(figures: list[Figures], people: int) -> str:
    """Return the figures as a table."""
    lines = [f"An announcement to {people:,} people"]
    for one in figures:
        bar = f"   (bar: {COUNTED:.0f} s)" if one.kind == "PostgreSQL" else ""
        lines.append(f"  {one.kind}")
        lines += [f"    count {name:40} {1000 * seconds:7.0f} ms, {number:,}{bar}" for name, (seconds, number) in one.counts.items()]
        lines.append(f"    {one.recipients:,} recipients noted in {one.planned:.1f} s, first four claimed {1000 * one.claimed:.0f} ms later, "
                     f"memory {one.growth:+.1f} MiB   (bar: {GROWTH:.0f})")
    return "\n".join(lines)


def table() -> str:
    """Measure, and return the table."""
    return written(asyncio.run(compare()), PEOPLE)


async def _fill(database: Database, people: int) -> None:
    """Make people by the database itself: an eighth asked for nothing, a tenth is gone, one in fifty sent an expression of interest."""
    number = "SELECT value AS n FROM generate_series(1, :people) AS value" if not database.is_sqlite else (
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :people) SELECT n FROM numbers")
    mixed = "md5(CAST(n AS text))" if not database.is_sqlite else "hex(randomblob(16))"
    language, regions, kinds = _pick("n % 3", ("en", "fr", "ar")), _pick("n % 9", REGIONS), _pick("n % 5", tuple(CourseKind))
    statements = (
        f"INSERT INTO people (id, lookup, lookup_key, chat_id, language, consent_version, joined_month, active_month, gone_on) SELECT {mixed}, "
        f"'lookup-' || n, 'k1', 'v1.k1.sealed', {language}, 1, CASE WHEN n % 2 = 0 THEN '2026-03' ELSE '2026-09' END, '2026-11', "
        f"CASE WHEN n % 10 = 0 THEN CAST('2026-11-20' AS date) END FROM ({number}) AS numbered",
        f"INSERT INTO subscriptions (id, person_id, region, kind, language) SELECT 's-' || n, id, {regions}, {kinds}, '' "
        f"FROM ({_NUMBERED}) AS p WHERE n % 8 > 0",
        "INSERT INTO interests (id, person_id, course_id, code, state, language, region, answers, version, sent_on) SELECT 'i-' || n, id, 'demo', 'c-' || n, "
        "CASE WHEN n % 100 = 1 THEN 'accepted' ELSE 'received' END, 'en', 'africa', 'v1.k1.sealed', 1, CAST('2026-11-01' AS date) "
        f"FROM ({_NUMBERED}) AS p WHERE n % 50 = 1",
    )
    if database.is_sqlite:
        statements = tuple(re.sub(r"CAST\(('[0-9-]+') AS date\)", r"\1", one) for one in statements)
    async with database.transaction() as connection:
        await connection.execute(insert(_courses()).values(_COURSE))
        for statement in statements:
            await connection.execute(text(statement), {"people": people} if ":people" in statement else {})


async def _make_reachable(database: Database, keys: KeyRing) -> None:
    """Begin the sending, and give the first recipients chats that can be opened."""
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE broadcasts SET state = 'sending'"))
        for row in (await connection.execute(text("SELECT person_id FROM deliveries ORDER BY id LIMIT 4"))).all():
            await connection.execute(text("UPDATE people SET chat_id = :sealed WHERE id = :person"), {
                "person": row.person_id, "sealed": keys.seal("10001", "people", "chat_id", row.person_id)})


_NUMBERED = "SELECT id, CAST(substr(lookup, 8) AS integer) AS n FROM people"
_COURSE = {"id": "demo", "state": "open", "kind": "workshop", "regions": "mena", "languages": "en", "audiences": "defenders", "city": "", "country": "",
           "zone": "UTC", "partners": "", "share_with": "", "texts": "{}", "changed_at": NOW}


def _courses() -> object:
    from bot.courses.models import COURSES

    return COURSES


def _pick(place: str, values: tuple[str, ...]) -> str:
    cases = " ".join(f"WHEN {number} THEN '{value}'" for number, value in enumerate(values))
    return f"CASE {place} {cases} END"


def _memory() -> float:
    """Return this process's resident memory in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    print(table())
