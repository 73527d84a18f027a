"""Danger now, recognised by phrases before anything is matched: the urgent card must come first.

Two ways: a phrase that always means danger ("they are at my door"), or something done (arrested, taken, tortured) to
someone near (my brother, me). General and hypothetical questions, negations and long past events don't count.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.knowledge.sequences import Sequences, follows

SETS: Final = ("danger", "alone", "done", "near", "past", "hypothetical", "general", "negation", "self")
_APART = 1  # words between a negation and what did not happen


class UrgentPhrases:
    """The phrases of urgent.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        found = {name: Sequences(sets.get(name, ())) for name in SETS}
        self._alone, self._self = found["alone"], found["self"]
        self._danger, self._done, self._near, self._negation = found["danger"], found["done"], found["near"], found["negation"]
        self._past, self._hypothetical, self._general = found["past"], found["hypothetical"], found["general"]

    def calm(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` ask in general, or speak of what might be, is long past or did not happen."""
        undone = follows(self._negation, self._done, words, _APART) or bool(words and any(True for _ in self._negation.ends(words, 0)))
        return undone or self._hypothetical.among(words) or self._general.among(words) or self._past.among(words)

    def despair(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` speak of hurting oneself."""
        return self._self.among(words) and not (self._general.among(words) or self._hypothetical.among(words))

    def found(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` speak of danger now."""
        if words and len(words) in self._alone.ends(words, 0):
            return True
        if self._danger.among(words):
            return not (follows(self._negation, self._danger, words, 0) or self._hypothetical.among(words) or self._general.among(words))
        if not (self._done.among(words) and self._near.among(words)):
            return False
        calm = self._hypothetical.among(words) or self._general.among(words) or self._past.among(words)
        return not (calm or follows(self._negation, self._done, words, _APART))
