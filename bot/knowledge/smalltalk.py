"""Messages that ask nothing: greetings, thanks, who are you, insults. A question after a greeting is a question."""

import re
from collections.abc import Mapping, Sequence

from bot.knowledge.phrases import NOTHING, Phrases, padded
from bot.knowledge.text import words

KINDS = ("help", "who", "no", "thanks", "goodbye", "greeting", "yes")  # the first that occurs is answered
ABUSE, FILLER, MENU, UNCLEAR = "abuse", "filler", "menu", "unclear"
SETS = (*KINDS, ABUSE, FILLER, MENU, UNCLEAR)
_FEW_WORDS = 6
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")


class SmallTalk:
    """The phrases of smalltalk.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        self._kinds = {kind: Phrases(sets.get(kind, ())) for kind in KINDS}
        self._abuse = Phrases(sets.get(ABUSE, ()))
        self._menu, self._unclear = (frozenset(padded(words(phrase)) for phrase in sets.get(name, ())) for name in (MENU, UNCLEAR))
        every = [Phrases(phrases) for name, phrases in sets.items() if name != UNCLEAR]  # "what" begins questions
        patterns = [pattern for phrases in every for pattern in (*phrases.latin, *phrases.arabic)]
        self._only = re.compile(f" (?:(?:{'|'.join(sorted(patterns, key=len, reverse=True))}) )+") if patterns else NOTHING

    def kind(self, found: Sequence[str]) -> str | None:
        """Return which small talk the normalised words `found` are as a whole, or None. Without any word: help."""
        text = padded(found)
        if not found or text in self._unclear:
            return "help"
        if text in self._menu:
            return MENU
        if len(found) > 3 * _FEW_WORDS:
            return None
        folded = _STRETCHED.sub(r"\1", text)
        if not self._only.fullmatch(folded) and not self._only.fullmatch(text):
            return None
        kinds = (kind for kind in KINDS if self._kinds[kind].among(folded) or self._kinds[kind].among(text))
        return next(kinds, "help")

    def is_abuse(self, found: Sequence[str]) -> bool:
        """Tell whether a short message has an insult in it: it gets neutral help unless it also asks something known."""
        return len(found) <= _FEW_WORDS and self._abuse.among(padded(found))
