"""The catalogue on both databases: what people see, in which order, never stale; what the hour writes; how quick it is."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import insert, select

from bot.courses.catalogue import AUDIENCES, CHOICES, COURSE_LANGUAGES, REGIONS, Kind, State, Wanted, wanted
from bot.courses.models import COURSES
from bot.courses.publishing import DeadlinePast, NoSuchCourse, Publishing
from bot.courses.service import PAGE, Courses
from bot.db.engine import Database
from bot.people.models import PEOPLE
from tests.conftest import Clock
from tests.courses.conftest import TEXT, a_course

Publish = Callable[..., Awaitable[None]]


def ids(page: object) -> list[str]:
    """Return the ids on a page."""
    return [one.id for one in page.courses]  # type: ignore[attr-defined]


async def stored(database: Database, course_id: str) -> str:
    """Return the state in the table."""
    async with database.transaction() as connection:
        return str((await connection.execute(select(COURSES.c.state).where(COURSES.c.id == course_id))).scalar_one())


async def test_open_courses_come_first_by_deadline_and_drafts_never(courses: Courses, publish: Publish, clock: Clock) -> None:
    """Then closed ones that have not ended; nothing from the archive, and nothing that has ended."""
    soon, late = clock() + timedelta(days=1), clock() + timedelta(days=9)
    await publish(
        a_course("late", deadline=late), a_course("soon", deadline=soon), a_course("open-end", deadline=None),
        a_course("closed", state=State.CLOSED), a_course("decided", state=State.DECIDED, starts_on=date(2026, 12, 1)),
        a_course("running", state=State.CLOSED, starts_on=date(2026, 11, 20), ends_on=date(2026, 11, 24)),
        a_course("ended", state=State.DECIDED, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 23)),
        a_course("draft", state=State.DRAFT), a_course("archived", state=State.ARCHIVED))

    await publish(a_course("undated", state=State.CLOSED, starts_on=None, ends_on=None))
    assert ids(await courses.page()) == ["soon", "late", "open-end", "running", "decided", "closed"]
    assert ids(await courses.page(number=1)) == ["undated"]
    assert await courses.public("draft") is None
    assert await courses.public("archived") is None
    assert await courses.public("no-such") is None
    assert (await courses.public("ended")) is not None


async def test_a_course_closes_at_its_second_without_anybody_writing_it(courses: Courses, publish: Publish, clock: Clock, database: Database) -> None:
    """Applied on reading: the list, the card and the form's look-up agree, while the table still says open."""
    await publish(a_course(deadline=clock() + timedelta(hours=1)), a_course("coming", state=State.DRAFT, opens_at=clock() + timedelta(hours=2)))
    clock.forward(hours=1)
    assert (await courses.page()).courses[0].takes_interests(clock())
    clock.forward(seconds=1)

    found = [await courses.get("demo"), await courses.public("demo"), (await courses.page()).courses[0]]
    assert [one.state for one in found if one] == [State.CLOSED] * 3
    assert await stored(database, "demo") == "open"
    clock.forward(hours=1)
    assert ids(await courses.page()) == ["coming", "demo"]


async def test_a_city_is_shown_only_while_the_course_is_open(courses: Courses, publish: Publish, clock: Clock) -> None:
    """T4: who follows a link to a closed course does not learn where people meet."""
    await publish(a_course(), a_course("closed", state=State.CLOSED))
    assert [(one.id, one.city) for one in (await courses.page()).courses] == [("demo", "Dakar"), ("closed", "")]
    clock.forward(days=90)
    gone = await courses.public("demo")
    assert gone is not None
    assert (gone.state, gone.city, gone.country) == (State.CLOSED, "", "SN")


async def test_filters_by_region_kind_language_and_audience(courses: Courses, publish: Publish) -> None:
    """Each alone and all together; pages behind the last are the last."""
    await publish(a_course("a"), a_course("b", regions=("mena", "online"), kind=Kind.ONLINE, languages=("ar",), audiences=("nhri", "trainers")))
    for chosen, found in [
            (Wanted(), ["a", "b"]), (Wanted("online"), ["b"]), (Wanted("west-africa"), ["a"]), (Wanted("geneva"), []), (Wanted(kind="online"), ["b"]),
            (Wanted(language="fr"), ["a"]), (Wanted(audience="trainers"), ["b"]), (Wanted("mena", "online", "ar", "nhri"), ["b"]),
            (Wanted("mena", "online", "ar", "defenders"), [])]:
        assert ids(await courses.page(chosen)) == found, chosen
    await publish(*(a_course(f"c-{number}") for number in range(2 * PAGE)))
    page = await courses.page(number=999)
    assert (page.number, len(page.courses), page.total, page.has_more) == (2, 2, 14, False)
    assert ids(await courses.page(number=0)) + ids(await courses.page(number=1)) + ids(page) == ["a", "b", *sorted(f"c-{one}" for one in range(2 * PAGE))]


def test_a_button_carries_what_is_looked_for() -> None:
    """Every combination there and back; nonsense of another release means any."""
    for values in product(*(("", *every) for every in CHOICES.values())):
        assert wanted(Wanted(*values).code) == Wanted(*values)
    for nonsense in ("", "9", "zzzz", "99999", "0٣00", "----", "1" * 50):
        assert all(value in ("", *every) for value, every in zip(wanted(nonsense).values, CHOICES.values(), strict=True))


async def test_the_hour_writes_states_once_and_never_back(courses: Courses, publish: Publish, clock: Clock, database: Database) -> None:
    """Two replicas at once have one effect; a clock set back two days moves nothing."""
    await publish(a_course(deadline=clock() + timedelta(hours=1)), a_course("kept", state=State.DRAFT))
    assert await courses.move() == ()
    clock.forward(hours=2)
    both = await asyncio.gather(courses.move(), courses.move())
    assert sorted((move.course_id, move.before, move.after) for moves in both for move in moves) == [("demo", State.OPEN, State.CLOSED)]

    clock.forward(days=-2)
    assert await courses.move() == ()
    assert await stored(database, "demo") == "closed"
    assert (await courses.page()).courses[0].state is State.CLOSED
    clock.forward(days=400)
    await courses.move()
    assert (await stored(database, "demo"), await stored(database, "kept")) == ("archived", "draft")


async def test_staff_moves_a_course_in_any_direction(publishing: Publishing, publish: Publish, courses: Courses, clock: Clock) -> None:
    """Closed by hand it stays closed; a draft made of an opened one does not open again at once; what is past is not opened."""
    await publish(a_course(opens_at=clock() - timedelta(days=1)))
    await publishing.set_state("demo", State.CLOSED)
    assert (await courses.page()).courses[0].state is State.CLOSED
    await publishing.set_state("demo", State.DRAFT)
    assert (await courses.page()).total == 0
    assert (await publishing.set_state("demo", State.OPEN)).state is State.OPEN
    clock.forward(days=60)
    with pytest.raises(DeadlinePast):
        await publishing.set_state("demo", State.OPEN)
    with pytest.raises(NoSuchCourse):
        await publishing.set_state("no-such", State.OPEN)
    assert [one.state for one in await publishing.every()] == [State.CLOSED]


def test_a_text_in_another_language_stands_in() -> None:
    """English first, then whatever there is."""
    assert a_course(texts={"fr": TEXT}).text("ar") is TEXT


async def filled(database: Database, publish: Publish, people: int) -> None:
    """Fill a database with 300 courses with full texts, and `people` people."""
    long = {one: type(TEXT)("Demo " + "t" * 80, "s" * 600, "l" * 1200, "w" * 1200, "c" * 1200, "x" * 1200) for one in ("en", "fr", "ar")}
    states = (State.OPEN, State.OPEN, State.CLOSED, State.DECIDED, State.DRAFT, State.ARCHIVED)
    await publish(*(a_course(f"c-{number}", state=states[number % 6], regions=(REGIONS[number % 9],), languages=(COURSE_LANGUAGES[number % 8],),
                             audiences=(AUDIENCES[number % 3],), texts=long, deadline=datetime(2027, 1, 1, tzinfo=UTC) + timedelta(hours=number))
                    for number in range(300)))
    rows = [{"id": f"p{number}", "lookup": f"l{number}", "lookup_key": "k1", "chat_id": _sealed(), "language": "en", "consent_version": 1,
             "joined_month": "2026-11", "active_month": "2026-11"} for number in range(people)]
    async with database.transaction() as connection:
        for first in range(0, people, 5_000):
            await connection.execute(insert(PEOPLE), rows[first : first + 5_000])


def _sealed() -> object:
    from bot.db.types import Sealed

    return Sealed("v1.k1.x.x")


async def slowest(step: Callable[[], Awaitable[object]], times: int = 200) -> float:
    """Return the 99th percentile of a step's seconds."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        await step()
        spent.append(time.perf_counter() - begun)
    return sorted(spent)[int(times * 0.99) - 1]


@pytest.mark.soak
async def test_a_step_takes_less_than_30_milliseconds_with_100000_people(database: Database, courses: Courses, publish: Publish) -> None:
    """The bar of the issue, p99, on both databases: the list, a narrowed one, a card."""
    await filled(database, publish, 100_000)
    steps = {"list": lambda: courses.page(number=3), "narrowed": lambda: courses.page(Wanted("geneva")), "card": lambda: courses.public("c-0")}
    figures = {name: min([await slowest(step) for _ in range(5)]) for name, step in steps.items()}
    print({name: f"{seconds * 1000:.1f} ms" for name, seconds in figures.items()}, "SQLite" if database.is_sqlite else "PostgreSQL")
    assert max(figures.values()) < 0.03
