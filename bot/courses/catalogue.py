"""What a course is: frozen data, and the rules about its dates. No database here."""

from collections.abc import Mapping
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
