"""What an entry is: texts in three languages, each with a title, ways of asking and sections; sources; the date of the last check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

LANGUAGES = ("en", "fr", "ar")


class Section(StrEnum):
    """A part of an entry's text, in the order in which readers see them."""

    SUMMARY = "summary"
    WHO = "who"
    HOW = "how"
    INCLUDE = "include"
    DEADLINES = "deadlines"
    NEXT = "next"
    RISKS = "risks"

    @property
    def heading(self) -> str:
        """The heading in the files, in English in all languages: it is a key."""
        return _HEADINGS[self]


_HEADINGS = {
    Section.SUMMARY: "Summary",
    Section.WHO: "Who can use it",
    Section.HOW: "How",
    Section.INCLUDE: "What to include",
    Section.DEADLINES: "Deadlines",
    Section.NEXT: "What happens next",
    Section.RISKS: "Risks and consent",
}


class Freshness(StrEnum):
    """How far an entry's last check lies back: within its time, past it, past twice its time."""

    FRESH = "fresh"
    OVERDUE = "overdue"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry's facts come from. No `url`: it was read on a site to which nobody should be sent."""

    title: str
    url: str | None
    publisher: str
    language: str


@dataclass(frozen=True, slots=True)
class Text:
    """An entry in one language. `ways` is how many ways of asking there are: they feed the index
    and are never shown; `questions` are some of them."""

    title: str
    questions: tuple[str, ...]
    aliases: tuple[str, ...]
    ways: int
    sections: Mapping[Section, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One topic of the knowledge base. `texts` has all of LANGUAGES as keys; `urgent_first`: they send who is in danger to urgent help first."""

    id: str
    category: str
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    checked_on: date
    review_every_days: int
    owner: str
    volatile: tuple[str, ...]
    mechanisms: tuple[str, ...]
    urgent: bool
    texts: Mapping[str, Text]
    urgent_first: bool = False

    def freshness(self, today: date) -> Freshness:
        """Return how far the last check lies back on `today`; the last day of the time still counts as fresh."""
        age = today - self.checked_on
        if age > timedelta(days=2 * self.review_every_days):
            return Freshness.STALE
        return Freshness.OVERDUE if age > timedelta(days=self.review_every_days) else Freshness.FRESH

    @property
    def version(self) -> str:
        """A mark of what readers see, 16 hexadecimal digits: another one after any change of a title or text."""
        digest = sha256()
        for language in LANGUAGES:
            text = self.texts[language]
            digest.update("\0".join((language, text.title, *(f"{section.value}\0{said}" for section, said in sorted(text.sections.items())))).encode())
        return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of `entry` that matters to whoever read it before; `notes` say in each language what was wrong and what is right."""

    entry: str
    on: date
    notes: Mapping[str, str]
