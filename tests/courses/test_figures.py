"""Counts for staff: nothing under 5."""

from datetime import timedelta

from sqlalchemy import insert

from bot.courses.figures import Figures, Listed, OfCourse
from bot.courses.models import INTEREST_TALLIES
from bot.db.engine import Database
from bot.people.models import TALLIES
from bot.people.tallies import Tallies
from tests.conftest import Clock
from tests.courses.selecting import World


async def test_interests_by_course_count_what_is_there_and_what_was(world: World) -> None:
    """Those that were erased are counted for a year; under 5 is hidden."""
    await world.course("small")
    for course, many in (("demo", 4), ("small", 4)):
        for _ in range(many):
            await world.interest(course)
    today = world.clock().date()
    async with world.database.transaction() as connection:
        await connection.execute(insert(INTEREST_TALLIES), [
            {"course_id": "demo", "outcome": "accepted", "language": "en", "region": "", "count": 2, "changed_on": today - timedelta(days=364)},
            {"course_id": "small", "outcome": "accepted", "language": "en", "region": "", "count": 9, "changed_on": today - timedelta(days=366)}])

    assert await Figures(world.database, world.clock).interests() == [OfCourse("demo", 6), OfCourse("small", None)]


async def test_the_list_has_no_drafts_and_no_archive(world: World) -> None:
    """Open, closed, decided; the title in the reader's language."""
    for state in ("draft", "archived", "open"):
        await world.course(state, state)

    found = await Figures(world.database, world.clock).courses("ar")
    assert sorted(found, key=lambda one: one.id) == [Listed("demo", "Demo course (made up)"), Listed("open", "Demo course (made up)")]


async def test_bands_leave_small_talk_out_and_hide_what_is_small(database: Database, clock: Clock) -> None:
    """Per language and outcome, over the days asked for."""
    today = clock().date()
    rows = [("en", "answer", 4, 0), ("en", "answer", 3, 1), ("en", "decline", 4, 0), ("fr", "decline", 5, 0), ("fr", "smalltalk", 50, 0),
            ("ar", "answer", 50, 31)]
    async with database.transaction() as connection:
        await connection.execute(insert(TALLIES), [
            {"day": today - timedelta(days=ago), "language": language, "topic": f"t{place}", "outcome": outcome, "count": count}
            for place, (language, outcome, count, ago) in enumerate(rows)])

    assert await Tallies(database, clock).bands(today - timedelta(days=30)) == {"en": {"answer": 7, "decline": None}, "fr": {"decline": 5}}
