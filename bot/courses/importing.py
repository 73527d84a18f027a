"""A file of courses, read and checked as a whole: every mistake at once, or the courses. Pure: nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.courses import dates
from bot.courses.catalogue import AUDIENCES, COURSE_LANGUAGES, REGIONS, Course, CourseText, Kind, State
from bot.courses.fields import Fields
from bot.courses.links import COURSE_ID
from bot.courses.records import MOST, PARTS, Record, from_csv, from_yaml
from bot.courses.zones import ZONES
from bot.i18n import LANGUAGES, territory
from bot.knowledge.characters import hidden, is_arabic
from bot.knowledge.problems import FileRefused, Problem, Severity

LARGEST = 2 * 1024 * 1024  # bytes
# Characters. A title must fit a line of a list, a summary and the dates a phone's screen, a section one message.
LIMITS = {"title": 90, "summary": 600, "learn": 1200, "who": 1200, "costs": 1200, "selection": 1200}
_SEATS, _CITY, _PARTNERS, _PARTNER = 10_000, 80, 400, 120  # the last three as in the table
_READERS = {".yaml": from_yaml, ".yml": from_yaml, ".csv": from_csv}
_ID = "Use 2 to 24 of a-z, 0-9 and -: it stands in links"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A course as a file has it. Without `state_given` an existing course keeps its state, and a new one is a draft."""

    course: Course
    state_given: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: courses, and notices that refuse nothing."""

    courses: tuple[Incoming, ...]
    notices: tuple[Problem, ...]


class ImportRefused(Exception):
    """A file with mistakes: nothing of it is taken. `problems` has each one, with its line and what to do."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def load(path: Path) -> Reading:
    """Read the file at `path`. Raises ImportRefused."""
    try:
        if not path.is_file():
            raise ImportRefused([Problem(path.name, 1, "is not there, or no file", "Check the path")])
        with path.open("rb") as file:
            return read(path.name, file.read(LARGEST + 1))
    except OSError as error:
        raise ImportRefused([Problem(path.name, 1, f"cannot be read ({error.strerror})", "Check its permissions")]) from None


def read(name: str, data: bytes) -> Reading:
    """Return what a file with this name and content holds. Raises ImportRefused with every mistake."""
    problems: list[Problem] = []
    try:
        records = _records(name, data, problems)
    except FileRefused as error:
        raise ImportRefused([*problems, error.problem]) from None
    found = [_course(Fields(name, record, problems)) for record in records]
    _check_ids(name, records, problems)
    mistakes = [one for one in problems if one.severity is Severity.ERROR]
    if mistakes:
        raise ImportRefused(sorted(set(mistakes)))
    return Reading(tuple(one for one in found if one), tuple(sorted(one for one in problems if one.severity is Severity.WARNING)))


def _records(name: str, data: bytes, problems: list[Problem]) -> list[Record]:
    reader = _READERS.get(Path(name).suffix.lower())
    if reader is None:
        raise FileRefused(Problem(name, 1, "is neither .yaml nor .csv", "Save it as one of these; a spreadsheet: Save as, CSV UTF-8"))
    if len(data) > LARGEST:
        raise FileRefused(Problem(name, 1, "is larger than 2 MB", "Split it, or check that it is the right file"))
    text = _decoded(name, data)
    problems.extend(hidden(name, text))
    if problems:  # what can't be seen would make every later message hard to understand
        raise FileRefused(problems.pop())
    records = reader(name, text, problems)
    if len(records) > MOST:
        raise FileRefused(Problem(name, 1, f"has {len(records)} courses", f"A file may have at most {MOST}: split it"))
    if not records and not problems:
        raise FileRefused(Problem(name, 1, "has no course in it", "python -m bot courses example shows what to write"))
    return records


def _decoded(name: str, data: bytes) -> str:
    """Return the text of UTF-8, with or without Excel's mark at its beginning."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefused(Problem(name, line, "is not UTF-8, so accents and Arabic would be wrong", "In Excel: Save as, CSV UTF-8")) from error


def _check_ids(name: str, records: Sequence[Record], problems: list[Problem]) -> None:
    first: dict[str, int] = {}
    for record in records:
        course_id = record.values.get("id", "")
        if course_id and course_id in first:
            what = f"{course_id[:24]}, id: stands in line {first[course_id]} already"
            problems.append(Problem(name, record.line_of("id"), what, "Give each course its own id"))
        first.setdefault(course_id, record.line_of("id"))


def _course(fields: Fields) -> Incoming | None:
    """Return the course of one record; None, or one that nobody will see, when something is wrong with it."""
    zone = fields.choice("zone", ZONES)
    clock = ZoneInfo(zone) if zone in ZONES else None
    texts = _texts(fields)
    kind, state = fields.choice("kind", [one.value for one in Kind]), fields.choice("state", [one.value for one in State], State.DRAFT.value)
    course_id = fields.pattern("id", COURSE_ID, _ID)
    regions, languages, audiences = fields.choices("regions", REGIONS), fields.choices("languages", COURSE_LANGUAGES), fields.choices("audiences", AUDIENCES)
    starts_on, ends_on = fields.day("starts_on"), fields.day("ends_on")
    opens_at, deadline = fields.instant("opens_at", clock), fields.instant("deadline", clock, ends=True)
    city, country, seats = fields.line("city", _CITY), _country(fields), fields.number("seats", _SEATS)
    partners, share_with = fields.parts("partners", _PARTNERS), fields.line("share_with", _PARTNER)
    _check_languages(fields, languages)
    _check_dates(fields, (starts_on, ends_on), opens_at, deadline, zone)
    _check_words(fields, city, country, partners, share_with, texts)
    if not texts or kind not in list(Kind) or state not in list(State):
        return None
    course = Course(course_id, State(state), Kind(kind), regions, languages, audiences, starts_on, ends_on, city, country, seats,
                    opens_at, deadline, zone, partners, share_with, texts)
    return Incoming(course, fields.has("state"))


def _texts(fields: Fields) -> dict[str, CourseText]:
    """Return the texts of each language that the file has; a language is there with all its parts or not at all."""
    texts = {}
    for language in LANGUAGES:
        if not any(fields.has(f"{part}_{language}") for part in PARTS):
            continue
        parts = {part: (fields.line if part == "title" else fields.text)(f"{part}_{language}", LIMITS[part]) for part in PARTS}
        for part in PARTS:
            if not parts[part]:
                fields.wrong(f"{part}_{language}", "is missing, while other texts of this language are there", "Write it, if only that it is not decided yet")
        if language == "ar" and parts["summary"] and not is_arabic(parts["summary"]):
            fields.wrong("summary_ar", "is not in Arabic", "Check that the languages are not mixed up")
        texts[language] = CourseText(**parts)
    if not texts:
        fields.wrong("title_en", "there is no text in any language", "Write at least title, summary, learn, who, costs and selection in English")
    elif len(texts) < len(LANGUAGES):
        missing = ", ".join(language for language in LANGUAGES if language not in texts)
        fields.note(f"title_{missing[:2]}", f"has no texts in: {missing}", "People with that language will read another one, with a note")
    return texts


def _country(fields: Fields) -> str:
    code = fields.line("country", 2).upper()
    if code and not territory(code, "en"):
        fields.wrong("country", f'"{code}" is no country code', "Use two letters (ISO 3166), such as SN or CH")
    return code


def _check_languages(fields: Fields, languages: Sequence[str]) -> None:
    if len(languages) > 5:  # what the table's column holds
        fields.wrong("languages", f"has {len(languages)} languages", "Name at most five")


def _check_dates(fields: Fields, days: tuple[date | None, date | None], opens_at: datetime | None, deadline: datetime | None, zone: str) -> None:
    starts_on, ends_on = days
    if starts_on and ends_on and ends_on < starts_on:
        fields.wrong("ends_on", f"{ends_on} is before the first day, {starts_on}", "Check both dates")
    if ends_on and not starts_on and not fields.has("starts_on"):
        fields.wrong("starts_on", "is missing, while the last day is there", "Write the first day")
    if starts_on and deadline and dates.local(deadline, zone).date() > starts_on:
        fields.wrong("deadline", f"is after the first day, {starts_on}", "Check both dates")
    if opens_at and deadline and deadline <= opens_at:
        fields.wrong("deadline", "is before opens_at: the course would close before it opens", "Check both dates")
    if not fields.has("deadline"):
        fields.note("deadline", "there is none", "Once open, the course takes people until its last day")


def _check_words(fields: Fields, city: str, country: str, partners: Sequence[str], share_with: str, texts: dict[str, CourseText]) -> None:
    if city and not country:
        fields.wrong("country", "is missing, while the city is there", "Use two letters (ISO 3166), such as SN or CH")
    if share_with and share_with not in partners:
        fields.wrong("share_with", "is none of the partners", "Write it exactly as in partners: people are asked whether that partner may see their answers")
    for language, text in texts.items():
        named = [part for part in PARTS if city and city.lower() in getattr(text, part).lower()]
        if named:
            fields.note(f"{named[0]}_{language}", "names the city", "The city is hidden when the course is not open, but not inside texts")
