"""P21: forms go 7 days after the last answer, expressions of interest 90 days after the decision, and only counts stay."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.courses.models import COURSES, DRAFTS, INTEREST_TALLIES, INTERESTS
from bot.courses.retention import Gone, InterestRetention
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.people.models import TOMBSTONES
from bot.people.tombstones import JOURNAL
from tests.conftest import Clock
from tests.courses.sample import offer, somebody
from tests.courses.test_interests import Desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> Desk:
    """One replica."""
    return Desk(database, key_ring, clock, tmp_path)


@pytest.fixture
def retention(database: Database, clock: Clock, tmp_path: Path) -> InterestRetention:
    """What runs every hour."""
    return InterestRetention(database, clock, tmp_path / JOURNAL)


async def decided(desk: Desk, keys: KeyRing, clock: Clock, count: int, outcome: str = "accepted") -> None:
    """Have `count` people's expressions of interest decided now."""
    course = await offer(desk.database, f"demo-{outcome}", clock())
    for _ in range(count):
        person = await somebody(desk.database, keys)
        await desk.fill(person, course)
        await desk.interests.send(person, course.id, "fr", desk.next())
    async with desk.database.transaction() as connection:
        await connection.execute(update(INTERESTS).where(INTERESTS.c.course_id == course.id).values(state=outcome, decided_on=clock().date()))


async def counts(database: Database) -> list[Any]:
    """Return the tallies."""
    async with database.transaction() as connection:
        columns = INTEREST_TALLIES.c
        rows = await connection.execute(select(columns.course_id, columns.outcome, columns.language, columns.region, columns.count))
        return [tuple(row) for row in rows]


async def test_a_form_goes_7_days_after_the_last_answer(desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock) -> None:
    """A second before it stays, at the second it goes."""
    await desk.fill(await somebody(desk.database, key_ring), await offer(desk.database, "demo", clock()), "work")
    clock.forward(days=7, seconds=-1)
    assert await retention.purge() == Gone(0, 0, 0)
    clock.forward(seconds=1)
    gone = await retention.purge()
    print(f"P21: a form, a second after its 7 days: {gone.drafts} of 1 gone; a second before: 0")
    assert gone == Gone(1, 0, 0)
    assert await desk.count(DRAFTS) == 0


async def test_what_was_decided_goes_after_90_days_and_is_counted(
    desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock,
) -> None:
    """One transaction: gone, counted without anybody, a tombstone each; what is not decided stays."""
    await decided(desk, key_ring, clock, 3)
    open_still = await somebody(desk.database, key_ring)
    await desk.fill(open_still, await offer(desk.database, "demo-open", clock()))
    await desk.interests.send(open_still, "demo-open", "en", desk.next())
    clock.forward(days=89)
    assert (await retention.purge()).interests == 0
    clock.forward(days=1)
    assert (await retention.purge()).interests == 3
    assert await counts(desk.database) == [("demo-accepted", "accepted", "fr", "africa", 3)]
    assert (await desk.count(INTERESTS), await desk.count(TOMBSTONES)) == (1, 3)
    print("P21: decided, 89 days later: 0 of 3 gone; 90 days: 3 of 3, counted without anybody")
    assert (await retention.purge()).interests == 0
    assert await counts(desk.database) == [("demo-accepted", "accepted", "fr", "africa", 3)]


async def test_what_nobody_decided_goes_90_days_after_the_course(desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock) -> None:
    """Staff forget, or release without everybody: nothing stays for ever. Before the last day, and while the course has none, it stays."""
    last = clock().date() + 60 * DAY
    for number, dates in {"demo-past": {"starts_on": last - DAY, "ends_on": last}, "demo-one-day": {"starts_on": last}, "demo-undated": {}}.items():
        person = await somebody(desk.database, key_ring)
        await desk.fill(person, await offer(desk.database, number, clock(), **dates))
        await desk.interests.send(person, number, "en", desk.next())
    clock.forward(days=149)
    assert (await retention.purge()).interests == 0
    clock.forward(days=1)
    assert (await retention.purge()).interests == 2
    assert (await desk.count(INTERESTS), await desk.count(TOMBSTONES)) == (1, 2)
    assert await counts(desk.database) == []
    async with desk.database.transaction() as connection:
        await connection.execute(update(COURSES).where(COURSES.c.id == "demo-undated").values(state="archived", changed_at=clock()))
    clock.forward(days=90, seconds=-1)
    assert (await retention.purge()).interests == 0
    clock.forward(seconds=1)
    assert (await retention.purge()).interests == 1


async def test_two_replicas_at_once_count_once(desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """What each deleted it counts; nothing is counted twice."""
    await decided(desk, key_ring, clock, 4)
    clock.forward(days=90)
    gone = [one for one in await asyncio.gather(retention.purge(), InterestRetention(desk.database, clock, tmp_path / JOURNAL).purge(), return_exceptions=True)
            if isinstance(one, Gone)]
    assert sum(one.interests for one in gone) == 4
    assert [row[-1] for row in await counts(desk.database)] == [4]


async def test_a_clock_that_goes_back_erases_nothing_early(desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock) -> None:
    """104: two days back, nothing goes."""
    await decided(desk, key_ring, clock, 1)
    clock.forward(days=89)
    clock.forward(days=-2)
    assert await retention.purge() == Gone(0, 0, 0)


async def test_counts_go_a_year_after_their_last_change(desk: Desk, retention: InterestRetention, key_ring: KeyRing, clock: Clock) -> None:
    """And not a day before."""
    await decided(desk, key_ring, clock, 1)
    clock.forward(days=90)
    await retention.purge()
    clock.forward(days=365)
    assert (await retention.purge()).tallies == 0
    clock.forward(days=1)
    assert (await retention.purge()).tallies == 1
