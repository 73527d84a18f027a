"""What the date does to a course: forward only, to the second, with zones and changing clocks; and how long is left."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.courses import dates
from bot.courses.catalogue import State
from bot.courses.dates import Dates, Left
from tests.courses.conftest import a_course

DEADLINE = datetime(2027, 1, 15, 22, 59, 59, tzinfo=UTC)
OPENS = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
WHEN = Dates(State.DRAFT, date(2027, 3, 1), date(2027, 3, 5), OPENS, DEADLINE, "Europe/Zurich")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(("state", "now", "after"), [
    (State.DRAFT, OPENS - SECOND, State.DRAFT), (State.DRAFT, OPENS, State.OPEN), (State.DRAFT, DEADLINE + SECOND, State.CLOSED),
    (State.OPEN, DEADLINE, State.OPEN), (State.OPEN, DEADLINE + SECOND, State.CLOSED),
    (State.OPEN, OPENS - timedelta(days=900), State.OPEN), (State.CLOSED, OPENS, State.CLOSED), (State.DECIDED, OPENS, State.DECIDED),
    (State.ARCHIVED, OPENS, State.ARCHIVED),
    # 30 days after 5 March is 4 April; in Geneva it ends at 22:00 UTC (summer time).
    (State.CLOSED, datetime(2027, 4, 4, 21, 59, 59, tzinfo=UTC), State.CLOSED), (State.CLOSED, datetime(2027, 4, 4, 22, 0, tzinfo=UTC), State.ARCHIVED),
    (State.DECIDED, datetime(2027, 4, 4, 22, 0, tzinfo=UTC), State.ARCHIVED), (State.OPEN, datetime(2030, 1, 1, tzinfo=UTC), State.ARCHIVED)])
def test_the_state_follows_the_dates(state: State, now: datetime, after: State) -> None:
    """A second before, and at the instant itself."""
    assert dates.state_at(replace(WHEN, state=state), now) is after


def test_without_dates_only_staff_moves_a_course() -> None:
    """A draft stays one without opens_at; an open one without deadline closes after its last day; one without any date stays."""
    later = datetime(2040, 1, 1, tzinfo=UTC)
    bare = Dates(State.OPEN, None, None, None, None, "UTC")
    assert dates.state_at(replace(bare, state=State.DRAFT), later) is State.DRAFT
    assert dates.state_at(bare, later) is State.OPEN
    assert dates.state_at(replace(bare, state=State.DECIDED), later) is State.DECIDED
    rolling = replace(bare, starts_on=date(2027, 3, 1))
    assert dates.state_at(rolling, datetime(2027, 3, 1, 23, tzinfo=UTC)) is State.OPEN
    assert dates.state_at(rolling, datetime(2027, 3, 2, tzinfo=UTC)) is State.CLOSED


INSTANTS = st.integers(0, 1500).map(lambda days: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=days))
ORDER = list(State)


@given(state=st.sampled_from(ORDER), instants=st.lists(INSTANTS, min_size=1, max_size=8))
def test_a_clock_that_goes_back_moves_nothing(state: State, instants: list[datetime]) -> None:
    """104: whatever the clock says one hour after the other, a stored state is never followed by an earlier one."""
    stored = [state]
    for now in instants:
        stored.append(dates.state_at(replace(WHEN, state=stored[-1]), now))
    assert all(ORDER.index(before) <= ORDER.index(after) for before, after in pairwise(stored))


@pytest.mark.parametrize(("span", "left"), [
    (timedelta(days=52), Left("weeks", 7)), (timedelta(days=21), Left("weeks", 3)), (timedelta(days=14), Left("weeks", 2)),
    (timedelta(days=13, hours=23), Left("days", 13)), (timedelta(days=2), Left("days", 2)), (timedelta(hours=47, minutes=59), Left("hours", 47)),
    (timedelta(hours=2), Left("hours", 2)), (timedelta(minutes=119), Left("minutes", 119)), (timedelta(seconds=59), Left("minutes", 0)),
    (-SECOND, Left("minutes", 0))])
def test_how_long_is_left_is_rounded_down(span: timedelta, left: Left) -> None:
    """Nobody is told that there is more time than there is."""
    assert dates.left(DEADLINE, DEADLINE - span) == left


def test_a_change_of_clocks_moves_no_deadline() -> None:
    """105: 23:59 in Geneva is 22:59 UTC in winter and 21:59 in summer; a day with 23 hours has 23 hours left."""
    zone = ZoneInfo("Europe/Zurich")
    winter, summer = datetime(2027, 3, 27, 23, 59, tzinfo=zone), datetime(2027, 3, 28, 23, 59, tzinfo=zone)
    assert (winter.astimezone(UTC).hour, summer.astimezone(UTC).hour) == (22, 21)
    assert [dates.local(one.astimezone(UTC), "Europe/Zurich").strftime("%d %H:%M") for one in (winter, summer)] == ["27 23:59", "28 23:59"]
    assert dates.left(summer.astimezone(UTC), winter.astimezone(UTC)) == Left("hours", 23)
    course = a_course(deadline=summer.astimezone(UTC), zone="Europe/Zurich", starts_on=date(2027, 5, 1), ends_on=None)
    assert dates.at(course, summer.astimezone(UTC)).state is State.OPEN
    assert dates.at(course, summer.astimezone(UTC) + SECOND).state is State.CLOSED


def test_a_leap_second_and_an_unknown_zone_break_nothing() -> None:
    """105: clocks here have no second 60; a zone that this computer does not know is UTC."""
    assert dates.local(DEADLINE, "Nowhere/Atall").hour == 22
    assert dates.local(DEADLINE, "../../etc/passwd").hour == 22
    assert dates.today("Pacific/Fiji", datetime(2027, 1, 1, 13, tzinfo=UTC)) == date(2027, 1, 2)
