"""What the date does to a course: when it opens, closes and goes to the archive; and how long is left. Pure functions.

Instants are compared in UTC; a zone only says how a deadline is put into words, and which day it is where the course is held.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.courses.catalogue import Course, State

ARCHIVED_AFTER = timedelta(days=30)  # after the last day: until then people look up what they took part in
_WEEKS_FROM = timedelta(days=14)
_DAYS_FROM = timedelta(days=2)
_HOURS_FROM = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a course that move its state."""

    state: State
    starts_on: date | None
    ends_on: date | None
    opens_at: datetime | None
    deadline: datetime | None
    zone: str


@dataclass(frozen=True, slots=True)
class Left:
    """How long is left, in the one unit that helps: weeks, days, hours or minutes, rounded down so that nobody comes late."""

    unit: str
    number: int


def state_at(dates: Dates, now: datetime) -> State:
    """Return the state at `now`: the one that is stored, or a later one. A clock that goes back brings no earlier one than is stored."""
    state = dates.state
    if state is State.DRAFT and dates.opens_at is not None and dates.opens_at <= now:
        state = State.OPEN
    if state is State.OPEN and _is_over(dates, now):
        state = State.CLOSED
    last = last_day(dates)
    if state in (State.CLOSED, State.DECIDED) and last is not None and today(dates.zone, now) > last + ARCHIVED_AFTER:
        state = State.ARCHIVED
    return state


def at(course: Course, now: datetime) -> Course:
    """Return `course` as it is at `now`."""
    return replace(course, state=state_at(of(course), now))


def of(course: Course) -> Dates:
    """Return the dates of a course."""
    return Dates(course.state, course.starts_on, course.ends_on, course.opens_at, course.deadline, course.zone)


def last_day(dates: Dates) -> date | None:
    """Return the last day of a course; the first one where only that is known."""
    return dates.ends_on or dates.starts_on


def has_ended(dates: Dates, now: datetime) -> bool:
    """Tell whether the last day is past, where the course is held."""
    last = last_day(dates)
    return last is not None and today(dates.zone, now) > last


def today(zone: str, now: datetime) -> date:
    """Return the day of `now` in `zone`."""
    return local(now, zone).date()


def local(instant: datetime, zone: str) -> datetime:
    """Return `instant` as clocks show it in `zone`; in UTC where this computer does not know the zone."""
    try:
        return instant.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return instant.astimezone(UTC)


def left(deadline: datetime, now: datetime) -> Left:
    """Return how long is left until `deadline`; 0 minutes when it is past."""
    span = max(deadline - now, timedelta())
    if span >= _WEEKS_FROM:
        return Left("weeks", span.days // 7)
    if span >= _DAYS_FROM:
        return Left("days", span.days)
    if span >= _HOURS_FROM:
        return Left("hours", span // timedelta(hours=1))
    return Left("minutes", span // timedelta(minutes=1))


def _is_over(dates: Dates, now: datetime) -> bool:
    """Tell whether an open course takes nobody any more: its deadline is past, or, without one, its last day."""
    return now > dates.deadline if dates.deadline is not None else has_ended(dates, now)
