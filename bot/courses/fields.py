"""The fields of a course in a file: each is read, or refused with what is wrong and what to do."""

import difflib
import re
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.courses.records import Record
from bot.knowledge.problems import Problem, Severity

# safety.md, 119: what a spreadsheet would take for a formula. A dash before a blank begins a list, which is no formula.
_FORMULA = re.compile(r"\s*(?:[=+@＝＋－＠]|-(?!\s))")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?")
_LINK = re.compile(r"\]\(\s*(?!https://)")
_YEARS = range(2020, 2100)  # another year is a slip of the pen
_LISTED = 12  # values that a hint lists
_QUOTED = 30  # characters of a wrong value that are shown


class Fields:
    """The fields of one record. What is wrong goes to `problems`; a wrong field reads as if it were empty."""

    def __init__(self, file: str, record: Record, problems: list[Problem]) -> None:
        self._file = file
        self._record = record
        self._problems = problems

    def has(self, name: str) -> bool:
        """Tell whether the file says anything about `name`."""
        return bool(self._record.values.get(name))

    def wrong(self, name: str, what: str, hint: str) -> None:
        """Note a mistake."""
        self._problems.append(self._problem(name, what, hint, Severity.ERROR))

    def note(self, name: str, what: str, hint: str) -> None:
        """Note what is allowed, but should be known."""
        self._problems.append(self._problem(name, what, hint, Severity.WARNING))

    def line(self, name: str, most: int) -> str:
        """Return a text of one line with at most `most` characters."""
        value = self.text(name, most)
        if "\n" in value:
            self.wrong(name, "has more than one line", "Write it in one line")
        return value

    def text(self, name: str, most: int) -> str:
        """Return a text with at most `most` characters: no formula, no link but https."""
        value = self._record.values.get(name, "")
        if _FORMULA.match(value):
            self.wrong(name, "begins like a formula of a spreadsheet", "Begin with a letter or a number")
        if len(value) > most:
            self.wrong(name, f"has {len(value):,} characters, {most:,} are allowed", "Make it shorter: people read it on a phone")
        if _LINK.search(value):
            self.wrong(name, "has a link that does not begin with https://", "Write [words](https://...)")
        return value

    def pattern(self, name: str, pattern: re.Pattern[str], meant: str) -> str:
        """Return a value that must be there and match `pattern`; `meant` says in words what it looks like."""
        value = self._record.values.get(name, "")
        if not pattern.fullmatch(value):
            self.wrong(name, f"{_quoted(value)} {'is missing' if not value else 'is not allowed'}", meant)
            return ""
        return value

    def choice(self, name: str, allowed: Collection[str], default: str = "") -> str:
        """Return one of `allowed`; where there is nothing, `default`, or a mistake when that is empty too."""
        value = self._record.values.get(name, "") or default
        if value not in allowed:
            self.wrong(name, f"{_quoted(value)} is not known" if value else "is missing", _hint(value, allowed))
        return value

    def choices(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return one or more of `allowed`, separated by blanks, commas or semicolons, in the order of `allowed`."""
        values = set(filter(None, re.split(r"[\s,;]+", self._record.values.get(name, ""))))
        if not values:
            self.wrong(name, "is missing", _hint("", allowed))
        for value in sorted(values.difference(allowed)):
            self.wrong(name, f"{_quoted(value)} is not known", _hint(value, allowed))
        return tuple(one for one in allowed if one in values)

    def parts(self, name: str, most: int) -> tuple[str, ...]:
        """Return the names in a line that are separated by semicolons; at most `most` characters in all."""
        return tuple(filter(None, (part.strip() for part in self.line(name, most).split(";"))))

    def number(self, name: str, most: int) -> int | None:
        """Return a whole number from 1 to `most`, or None."""
        value = self._record.values.get(name, "")
        if value and not (value.isascii() and value.isdecimal() and 1 <= int(value[:9]) <= most):
            self.wrong(name, f"{_quoted(value)} is not a number from 1 to {most:,}", "Write digits only, or leave it out")
            return None
        return int(value) if value else None

    def day(self, name: str) -> date | None:
        """Return a day, or None."""
        value = self._record.values.get(name, "")
        if not value:
            return None
        found = _day(value) if _DAY.fullmatch(value) else None
        if found is None:
            self.wrong(name, f"{_quoted(value)} is not a day", "Write year, month and day: 2027-01-31")
        return found

    def instant(self, name: str, zone: ZoneInfo | None, *, ends: bool = False) -> datetime | None:
        """Return the instant of a local time in `zone`, in UTC, or None. A day alone is its beginning; with `ends` its last minute.

        With `ends` the whole minute belongs to it: "until 23:59" is not over at 23:59:01.
        """
        value = self._record.values.get(name, "")
        if not value or zone is None:
            return None
        found = _INSTANT.fullmatch(value)
        day, clock = (_day(found[1]), _clock(found[2] or ("23:59" if ends else "00:00"))) if found else (None, None)
        if day is None or clock is None:
            self.wrong(name, f"{_quoted(value)} is not a day with a time", "Write year, month, day, hour and minute: 2027-01-31 23:59")
            return None
        return self._in_utc(name, datetime.combine(day, clock).replace(second=59 if ends else 0), zone)

    def _problem(self, name: str, what: str, hint: str, severity: Severity) -> Problem:
        course = self._record.values.get("id", "")[:24] or "a course without an id"
        return Problem(self._file, self._record.line_of(name), f"{course}, {name}: {what}", hint, severity)

    def _in_utc(self, name: str, clock: datetime, zone: ZoneInfo) -> datetime | None:
        """safety.md, 105: where the clocks change, an hour is missing or comes twice; neither says when a deadline is."""
        here = clock.replace(tzinfo=zone)
        back = here.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
        if back != clock or here.utcoffset() != here.replace(fold=1).utcoffset():
            there = "does not exist" if back != clock else "comes twice"
            self.wrong(name, f"{clock:%Y-%m-%d %H:%M} {there} in {zone.key}: the clocks change then", "Choose a time some hours away")
            return None
        return here.astimezone(UTC)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _clock(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def _quoted(value: str) -> str:
    return f'"{value[:_QUOTED]}{"…" if len(value) > _QUOTED else ""}"' if value else "it"


def _hint(value: str, allowed: Iterable[str]) -> str:
    every = tuple(allowed)
    near = difflib.get_close_matches(value, every, 3, 0.5)
    if not near and len(every) > _LISTED:
        return f"Use one such as {every[1]} or {every[-1]}; docs/staff.md lists all"
    return f"Use one of: {', '.join(near or every)}"
