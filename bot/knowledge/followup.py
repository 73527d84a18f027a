"""Short questions about the last answer: "and the deadline?", "et les délais ?", "طيب والمهلة؟"."""

from collections.abc import Mapping, Sequence

from bot.knowledge.entry import Section
from bot.knowledge.phrases import NothingElse, Phrases, padded, spellings, spelt_out

FILLER, COST, SOURCES = "filler", "cost", "sources"
_LONGEST = 10  # words; more make a question of its own
# "How long" is about deadlines, though "how" alone is about the steps: the particular ones come first.
_ORDER = (Section.RISKS, Section.DEADLINES, Section.NEXT, Section.INCLUDE, Section.WHO, Section.HOW, Section.SUMMARY)

_BEFORE_COST = (Section.RISKS, Section.DEADLINES, Section.NEXT)  # "how much time" asks for no price


class FollowUps:
    """The phrases of followup.yaml: for each section how it is asked for, and words that may stand around."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        made = {name: Phrases(spellings(phrases)) for name, phrases in sets.items()}
        self._sections = {section: made.get(section.value) or Phrases(()) for section in _ORDER}
        self._cost, self._sources = made.get(COST) or Phrases(()), made.get(SOURCES) or Phrases(())
        self._only = NothingElse(made.values())

    def section(self, words: Sequence[str]) -> Section | None:
        """Return the section that normalised `words` ask for and nothing else, or None."""
        text = self._whole(words)
        if not text or self._sources.among(text):
            return None
        found = next((section for section, phrases in self._sections.items() if phrases.among(text)), None)
        return Section.HOW if found not in _BEFORE_COST and self._cost.among(text) else found  # entries say there what they say of costs

    def sources(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` ask where an answer comes from, and nothing else."""
        return self._sources.among(self._whole(words))

    def is_cost(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words`, which ask for a section, ask what it costs."""
        return self.section(words) is Section.HOW and self._cost.among(self._whole(words))

    def _whole(self, words: Sequence[str]) -> str:
        """Return `words` padded where they are made of phrases and nothing else; empty for all other texts."""
        text = padded(spelt_out(words))
        return text if words and len(words) <= _LONGEST and self._only.is_all(text) else ""
