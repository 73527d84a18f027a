"""Made-up courses for the tests of the catalogue and of the selection."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.courses.catalogue import Course, CourseText, Kind, State
from bot.courses.importing import Incoming
from bot.courses.publishing import Publishing
from bot.courses.service import Courses
from bot.courses.subscriptions import Subscriptions
from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from tests.conftest import Clock
from tests.courses.selecting import World

TEXT = CourseText("Demo course", "A summary.", "To learn.", "For whom.", "Free.", "By three criteria.")


def a_course(course_id: str = "demo", **fields: Any) -> Course:
    """Return an open course of March 2027 in Dakar with a deadline in January; `fields` are laid over it."""
    values: dict[str, Any] = {
        "id": course_id, "state": State.OPEN, "kind": Kind.WORKSHOP, "regions": ("west-africa",), "languages": ("en", "fr"), "audiences": ("defenders",),
        "starts_on": date(2027, 3, 1), "ends_on": date(2027, 3, 5), "city": "Dakar", "country": "SN", "seats": 20, "opens_at": None,
        "deadline": datetime(2027, 1, 15, 23, 59, 59, tzinfo=UTC), "zone": "Africa/Dakar", "partners": ("Demo Network", "Demo Council"),
        "share_with": "Demo Network", "texts": {"en": TEXT}}
    return Course(**{**values, **fields})


@pytest.fixture
def courses(database: Database, clock: Clock) -> Courses:
    """The catalogue."""
    return Courses(database, clock)


@pytest.fixture
def publishing(database: Database, clock: Clock) -> Publishing:
    """What staff do."""
    return Publishing(database, clock)


@pytest.fixture
def subscriptions(database: Database) -> Subscriptions:
    """Being told."""
    return Subscriptions(database)


@pytest.fixture
def publish(publishing: Publishing) -> Callable[..., Awaitable[None]]:
    """Put courses into the database."""
    async def put(*courses: Course) -> None:
        await publishing.take([Incoming(one, True) for one in courses])

    return put


@pytest.fixture
async def world(database: Database, key_ring: KeyRing, clock: Clock, words: Words) -> World:
    """A closed demo course for the selection, nobody in it yet."""
    made = World(database, key_ring, clock, words)
    await made.course()
    return made
