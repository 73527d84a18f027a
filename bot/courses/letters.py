"""What applicants are told: a letter for each course, outcome and language, editable until somebody has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.catalogue import Course
from bot.courses.models import COURSES, INTERESTS, LETTERS
from bot.courses.service import course as to_course
from bot.courses.turns import held_course, turn
from bot.courses.wording import tidy, units
from bot.db.engine import Database
from bot.i18n import LANGUAGES, Words, day

LONGEST = 3000  # UTF-16 units: with the values of its variables still one message of Telegram (4,096)
VARIABLES = ("course", "dates", "deadline")  # not the city: the venue of a closed course stands nowhere in the bot
_VARIABLE = re.compile(r"\{\s{0,3}(\w{0,40})\s{0,3}\}")


class Outcome(StrEnum):
    """What is decided: "declined" is told as "not this time"."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    DECLINED = "declined"


_DEFAULTS = {Outcome.ACCEPTED: "letter-accepted", Outcome.WAITING: "letter-waiting", Outcome.DECLINED: "letter-declined"}


class Verdict(StrEnum):
    """What became of a letter. Only SAVED changed something."""

    SAVED = "saved"
    GONE = "gone"  # there is no such course
    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNKNOWN_VARIABLE = "unknown-variable"  # or a brace that stands alone
    LANGUAGE = "language"  # none of the three
    SENT = "sent"  # somebody has it


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a letter; `variable` is the one that is not known."""

    verdict: Verdict
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as the person reads it: as it was typed, two stars make bold (`Typed` of replies)."""

    outcome: Outcome
    language: str
    text: str


class Letters:
    """The use cases of letters."""

    def __init__(self, database: Database, words: Words) -> None:
        self._database = database
        self._words = words
        written = database.insert(LETTERS)
        self._write = written.on_conflict_do_update(index_elements=["course_id", "outcome", "language"], set_={"text": written.excluded.text})

    def default(self, outcome: Outcome, language: str) -> str:
        """Return the text to begin with. It reaches nobody before staff have saved it."""
        return self._words.text(language, _DEFAULTS[outcome], {name: f"{{{name}}}" for name in VARIABLES})

    async def write(self, course_id: str, outcome: Outcome, language: str, text: str) -> Written:
        """Keep a letter. Raises DatabaseUnavailable."""
        text = tidy(text) if len(text) <= 2 * LONGEST else text  # a huge one is refused before anything is done with it
        wrong = _wrong(language, text)
        if wrong:
            return wrong
        async with turn(self._database) as connection:
            if await held_course(connection, course_id) is None:
                return Written(Verdict.GONE)
            if await _somebody_has_it(connection, course_id, outcome, language):
                return Written(Verdict.SENT)
            await connection.execute(self._write, {"course_id": course_id, "outcome": outcome.value, "language": language, "text": text})
        return Written(Verdict.SAVED)

    async def of(self, course_id: str) -> Mapping[tuple[Outcome, str], str]:
        """Return the saved letters of a course: (outcome, language) → text. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            rows = (await connection.execute(select(LETTERS).where(LETTERS.c.course_id == course_id))).all()
        return {(Outcome(row.outcome), row.language): row.text for row in rows}

    async def preview(self, course_id: str, outcome: Outcome, language: str, text: str | None = None) -> Letter | None:
        """Return `text`, or the saved letter, as a person will read it; None when there is neither, or no such course. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(COURSES).where(COURSES.c.id == course_id))).one_or_none()
            if text is None:
                text = await _saved(connection, course_id, outcome.value, language)
        return self._filled(to_course(row), outcome, language, text) if row and text else None

    async def letter_for(self, person_id: str, course_id: str) -> Letter | None:
        """Return a person's own letter, None before its release. Raises DatabaseUnavailable."""
        columns = INTERESTS.c
        mine = select(columns.state, columns.language).where(
            columns.person_id == person_id, columns.course_id == course_id, columns.decided_on.is_not(None))
        async with self._database.transaction() as connection:
            own = (await connection.execute(mine)).one_or_none()
            if own is None:
                return None
            row = (await connection.execute(select(COURSES).where(COURSES.c.id == course_id))).one_or_none()
            text = await _saved(connection, course_id, own.state, own.language)
        return self._filled(to_course(row), Outcome(own.state), own.language, text) if row and text else None

    async def filled(self, connection: AsyncConnection, course_id: str) -> Mapping[tuple[Outcome, str], str]:
        """Return the saved letters of a course as people will read them, inside a transaction."""
        course = (await connection.execute(select(COURSES).where(COURSES.c.id == course_id))).one_or_none()
        if course is None:
            return {}
        rows = (await connection.execute(select(LETTERS).where(LETTERS.c.course_id == course_id))).all()
        of = to_course(course)
        return {(Outcome(row.outcome), row.language): self._filled(of, Outcome(row.outcome), row.language, row.text).text for row in rows}

    def _filled(self, course: Course, outcome: Outcome, language: str, text: str) -> Letter:
        values = {"course": course.text(language).title, "dates": self._dates(course, language), "deadline": _deadline(course, language)}
        return Letter(outcome, language, _VARIABLE.sub(lambda found: values[found.group(1)].replace("*", r"\*"), text))  # a star in a title is a star

    def _dates(self, course: Course, language: str) -> str:
        if course.starts_on is None:
            return self._words.text(language, "letter-no-dates")
        first, last = day(course.starts_on, language), day(course.ends_on or course.starts_on, language)
        return first if first == last else self._words.text(language, "letter-dates", {"first": first, "last": last})


async def missing(connection: AsyncConnection, course_id: str, needed: set[tuple[str, str]]) -> tuple[tuple[Outcome, str], ...]:
    """Return which of `needed` (outcome, language) have no saved letter."""
    rows = await connection.execute(select(LETTERS.c.outcome, LETTERS.c.language).where(LETTERS.c.course_id == course_id))
    return tuple((Outcome(outcome), language) for outcome, language in sorted(needed - {(row.outcome, row.language) for row in rows}))


def _wrong(language: str, text: str) -> Written | None:
    if language not in LANGUAGES:
        return Written(Verdict.LANGUAGE)
    if not text:
        return Written(Verdict.EMPTY)
    if units(text) > LONGEST:
        return Written(Verdict.TOO_LONG)
    for name in _VARIABLE.findall(text):
        if name not in VARIABLES:
            return Written(Verdict.UNKNOWN_VARIABLE, name)
    alone = re.search(r"[{}]", _VARIABLE.sub("", text))
    return Written(Verdict.UNKNOWN_VARIABLE, alone.group()) if alone else None


def _deadline(course: Course, language: str) -> str:
    return day(course.deadline.astimezone(ZoneInfo(course.zone)).date(), language) if course.deadline else "–"


async def _saved(connection: AsyncConnection, course_id: str, outcome: str, language: str) -> str | None:
    found = await connection.execute(select(LETTERS.c.text).where(
        LETTERS.c.course_id == course_id, LETTERS.c.outcome == outcome, LETTERS.c.language == language))
    return found.scalar_one_or_none()


async def _somebody_has_it(connection: AsyncConnection, course_id: str, outcome: Outcome, language: str) -> bool:
    columns = INTERESTS.c
    found = await connection.execute(select(columns.id).where(
        columns.course_id == course_id, columns.state == outcome.value, columns.language == language, columns.decided_on.is_not(None)).limit(1))
    return found.first() is not None
