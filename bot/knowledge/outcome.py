"""What comes of a message: what to do with it, and the entries that are most like it."""

import math
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.entry import Section

_DANGER = 0.15  # how alike at least: a card for danger that nobody needed costs a tap, one that is missing may cost more
_PLAINLY = 1.1  # so much more alike to what is not covered: a little more may chance


class Band(StrEnum):
    """What to do with a message: the urgent card, one answer, a choice of up to three, plainly nothing, or small talk."""

    URGENT = "urgent"
    ANSWER = "answer"
    CHOOSE = "choose"
    DECLINE = "decline"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome for one message. `language` is that of the answer, `detected` that of the message;
    `entries` are at most three ids, best first, beside the urgent card one at most; `score` (0..1) is that of the first;
    `despair`: who writes may hurt themselves; `cost`: the section was asked for what it says about costs; `sources`: where it comes from was asked;
    `want`: what is asked for after the urgent card (urgent.WANTS); `unspoken`: the message is in a language that the guide does not speak."""

    band: Band
    entries: tuple[str, ...]
    language: str
    detected: str
    urgent: bool = False
    section: Section | None = None
    smalltalk: str | None = None
    score: float = 0.0
    despair: bool = False
    cost: bool = False
    sources: bool = False
    want: str | None = None
    unspoken: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """One entry and how alike it and a question are: about 0..1, made comparable between short and long questions."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The entries most like a text, best first, and how alike it is to what the knowledge base does not cover, and to words of danger.

    `alike` is how alike it is to the entry most like it, whatever else that entry draws (see `hubs`).
    """

    entries: tuple[Ranked, ...] = ()
    outside: float = 0.0
    danger: float = 0.0
    alike: float = 0.0

    @property
    def score(self) -> float:
        """The score of the first entry."""
        return self.entries[0].score if self.entries else 0.0

    @property
    def confidence(self) -> float:
        """How sure the first entry is: its score, more when it leads clearly over the second and over what is not covered; then 0."""
        if self.score <= max(self.outside, 0.0):
            return 0.0
        second = max(self.entries[1].score if len(self.entries) > 1 else 0.0, self.outside)
        return self.score * math.exp((self.score - second) / self.score)

    @property
    def is_danger(self) -> bool:
        """Tell whether the text is most like what frightened people write. On words of other people: 25 points more recall, 2 of 150 wrong."""
        return self.danger >= _DANGER and self.danger > _PLAINLY * max(self.alike, self.outside)

    @property
    def is_outside(self) -> bool:
        """Tell whether the question is plainly about something that is not covered."""
        return self.outside > _PLAINLY * self.alike
