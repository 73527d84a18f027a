"""Short questions about the last answer: "and the deadline?", "et les délais ?", "طيب والمهلة؟"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.entry import Section
from bot.knowledge.phrasebook import Phrasebook, Reading
from bot.knowledge.phrases import spellings, spelt_out

FILLER, COST, SOURCES = "filler", "cost", "sources"
_LONGEST = 10  # words; more make a question of its own
# "How long" is about deadlines, though "how" alone is about the steps: the particular ones come first.
_ORDER = (Section.RISKS, Section.DEADLINES, Section.NEXT, Section.INCLUDE, Section.WHO, Section.HOW, Section.SUMMARY)
_BEFORE_COST = (Section.RISKS, Section.DEADLINES, Section.NEXT)  # "how much time" asks for no price


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked of the last answer, and nothing else: a section (because of what it costs?), or its sources, or nothing."""

    section: Section | None = None
    cost: bool = False
    sources: bool = False


class FollowUps:
    """The phrases of followup.yaml: for each section how it is asked for, and words that may stand around."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._names = tuple(sets)
        self._book = Phrasebook({name: spellings(phrases) for name, phrases in sets.items()})

    def read(self, words: Sequence[str]) -> FollowUp:
        """Return what normalised `words` ask of the last answer where they are made of phrases and nothing else; else nothing."""
        said = self._book.read(spelt_out(words)) if 0 < len(words) <= _LONGEST else None
        if said is None or not said.is_only(self._names):
            return FollowUp()
        return FollowUp(sources=True) if said.has(SOURCES) else _section(said)


def _section(said: Reading) -> FollowUp:
    found = next((section for section in _ORDER if said.has(section.value)), None)
    if found not in _BEFORE_COST and said.has(COST):
        return FollowUp(Section.HOW, cost=True)  # entries say there what they say of costs
    return FollowUp(found)
