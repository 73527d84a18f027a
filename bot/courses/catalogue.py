"""What a course is: frozen data, and the rules about its dates. No database here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """draft → open → closed → decided → archived: moved by date or by staff, never back by date."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"
    ARCHIVED = "archived"


class Kind(StrEnum):
    """What kind of course it is."""

    WORKSHOP = "workshop"
    TRAINERS = "trainers"
    CONSULTATION = "consultation"
    ONLINE = "online"
    GENEVA = "geneva"


REGIONS = ("west-africa", "east-africa", "central-africa", "north-africa", "south-africa", "mena", "asia-pacific", "geneva", "online")
AUDIENCES = ("defenders", "nhri", "trainers")
# Languages that a course can be held in: those of the UN and of the African Union. The order stands in buttons: add at the end.
COURSE_LANGUAGES = ("en", "fr", "ar", "es", "pt", "ru", "sw", "zh")
PUBLIC = (State.OPEN, State.CLOSED, State.DECIDED)  # people never see a draft, nor what is in the archive


@dataclass(frozen=True, slots=True)
class CourseText:
    """What is said about a course in one language."""

    title: str
    summary: str
    learn: str
    who: str
    costs: str
    selection: str


@dataclass(frozen=True, slots=True)
class Course:
    """One course. `city` is to be shown only while the course is open; `deadline` is said in `zone`."""

    id: str
    state: State
    kind: Kind
    regions: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    starts_on: date | None
    ends_on: date | None
    city: str
    country: str
    seats: int | None
    opens_at: datetime | None
    deadline: datetime | None
    zone: str
    partners: tuple[str, ...]
    share_with: str
    texts: Mapping[str, CourseText]

    def text(self, language: str) -> CourseText:
        """Return what is said in `language`, in English where the course has no such text."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))

    def takes_interests(self, now: datetime) -> bool:
        """Tell whether an expression of interest can be sent now."""
        return self.state is State.OPEN and (self.deadline is None or now <= self.deadline)

    @property
    def public(self) -> bool:
        """Whether people may see it at all."""
        return self.state in PUBLIC


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for; "" means any. Written into buttons as four characters, one for each."""

    region: str = ""
    kind: str = ""
    language: str = ""
    audience: str = ""

    @property
    def code(self) -> str:
        """Four characters for a button: the place of each value in its list, from 1; "0" for any."""
        return "".join(str(values.index(chosen) + 1 if chosen else 0) for values, chosen in zip(CHOICES.values(), self.values, strict=True))

    @property
    def values(self) -> tuple[str, str, str, str]:
        """Region, kind, language, audience."""
        return self.region, self.kind, self.language, self.audience

    def fits(self, regions: Collection[str], kind: str, languages: Collection[str], audiences: Collection[str]) -> bool:
        """Tell whether a course with these values is looked for."""
        return (self.region in ("", *regions) and self.kind in ("", kind) and self.language in ("", *languages)
                and self.audience in ("", *audiences))


ANY = Wanted()
CHOICES: Mapping[str, tuple[str, ...]] = {
    "region": REGIONS, "kind": tuple(kind.value for kind in Kind), "language": COURSE_LANGUAGES, "audience": AUDIENCES}


def wanted(code: str) -> Wanted:
    """Return what `Wanted.code` wrote; any, where a button of another release says something else."""
    found = [values[int(place) - 1] if place.isdecimal() and place.isascii() and 0 < int(place) <= len(values) else ""
             for values, place in zip(CHOICES.values(), code.ljust(len(CHOICES)), strict=False)]
    return Wanted(*found)
