"""Messages that ask nothing: greetings, thanks, who are you, insults. A question after a greeting is a question."""

import re
from collections.abc import Mapping, Sequence

from bot.knowledge.phrases import NOTHING, Phrases, padded

KINDS = ("help", "who", "no", "thanks", "goodbye", "greeting", "yes")  # the first that occurs is answered
ABUSE, FILLER = "abuse", "filler"
_FEW_WORDS = 6
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")


class SmallTalk:
    """The phrases of smalltalk.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._kinds = {kind: Phrases(sets.get(kind, ())) for kind in KINDS}
        self._abuse = Phrases(sets.get(ABUSE, ()))
        every = [Phrases(phrases) for phrases in sets.values()]
        patterns = [pattern for phrases in every for pattern in (*phrases.latin, *phrases.arabic)]
        self._only = re.compile(f" (?:(?:{'|'.join(sorted(patterns, key=len, reverse=True))}) )+") if patterns else NOTHING

    def kind(self, words: Sequence[str]) -> str | None:
        """Return which small talk normalised `words` are as a whole, or None. Without any word: help."""
        if not words:
            return "help"
        if len(words) > 3 * _FEW_WORDS:
            return None
        text = _STRETCHED.sub(r"\1", padded(words))
        if not self._only.fullmatch(text) and not self._only.fullmatch(padded(words)):
            return None
        found = (kind for kind in KINDS if self._kinds[kind].among(text) or self._kinds[kind].among(padded(words)))
        return next(found, "help")

    def is_abuse(self, words: Sequence[str]) -> bool:
        """Tell whether a short message has an insult in it: it gets neutral help unless it also asks something known."""
        return len(words) <= _FEW_WORDS and self._abuse.among(padded(words))
