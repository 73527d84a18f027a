"""Danger now, recognised by phrases before anything is matched: the urgent card must come first.

Two ways: a phrase that always means danger ("they are at my door"), or something done (arrested, taken, tortured) to
someone near (my brother, me). General and hypothetical questions, negations and long past events don't count.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.knowledge.phrases import Phrases, before, padded

SETS: Final = ("danger", "done", "near", "past", "hypothetical", "general", "negation")
_APART = 1  # words between a negation and what did not happen


class UrgentPhrases:
    """The phrases of urgent.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        found = {name: Phrases(sets.get(name, ())) for name in SETS}
        self._danger, self._done, self._near = found["danger"], found["done"], found["near"]
        self._past, self._hypothetical, self._general = found["past"], found["hypothetical"], found["general"]
        self._undone = before(found["negation"], self._done, _APART)
        self._safe = before(found["negation"], self._danger, 0)

    def found(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` speak of danger now."""
        text = padded(words)
        if self._danger.among(text):
            return not (self._safe.search(text) or self._hypothetical.among(text) or self._general.among(text))
        if not (self._done.among(text) and self._near.among(text)):
            return False
        calm = self._past.among(text) or self._hypothetical.among(text) or self._general.among(text)
        return not (calm or self._undone.search(text))
