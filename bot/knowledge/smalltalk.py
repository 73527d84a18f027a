"""Messages that ask nothing: greetings, thanks, who are you, insults. A question after a greeting is a question."""

import re
from collections.abc import Mapping, Sequence

from bot.knowledge.phrases import NothingElse, Phrases, padded, spellings, spelt_out
from bot.knowledge.text import words

ABOUT = ("who", "made", "police", "secret", "kept", "lost", "thanks")  # about the bot, or thanks to it: nobody in danger writes that and no more
KINDS = (*ABOUT[:-1], "human", "help", "no", "thanks", "goodbye", "greeting", "yes")  # the first that occurs is answered
ABUSE, FILLER, MENU, UNCLEAR = "abuse", "filler", "menu", "unclear"
TONGUES = {"in-english": "en", "in-french": "fr", "in-arabic": "ar"}
LANGUAGE, ASKING, REFUSING = "language", "in-language", "not-language"  # any other language, or none named; the words around the name of one
SETS = (*KINDS, ABUSE, FILLER, MENU, UNCLEAR, *TONGUES, LANGUAGE, ASKING, REFUSING)
_FEW_WORDS = 6
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")


class SmallTalk:
    """The phrases of smalltalk.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        made = {name: Phrases(spellings(sets.get(name, ()))) for name in SETS}
        self._kinds, self._abuse = {kind: made[kind] for kind in KINDS}, made[ABUSE]
        self._menu, self._unclear = (frozenset(padded(words(phrase)) for phrase in spellings(sets.get(name, ()))) for name in (MENU, UNCLEAR))
        self._only = NothingElse(made[name] for name in (*KINDS, ABUSE, FILLER, MENU))  # not unclear: "what" begins questions
        self._tongues = {tongue: made[name] for name, tongue in TONGUES.items()}
        self._language, self._refuses = made[LANGUAGE], made[REFUSING]
        self._asks_language = NothingElse(made[name] for name in (*TONGUES, LANGUAGE, ASKING, REFUSING, FILLER, "greeting", "thanks"))

    def kind(self, found: Sequence[str]) -> str | None:
        """Return which small talk the normalised words `found` are as a whole, or None. Without any word: help."""
        text = padded(found)
        if not found or text in self._unclear:
            return "help"
        if text in self._menu:
            return MENU
        if len(found) > 3 * _FEW_WORDS:
            return None
        whole = [one for one in (text, _STRETCHED.sub(r"\1", text), padded(spelt_out(found))) if self._only.is_all(one)]
        if not whole:
            return None
        return next((kind for kind in KINDS if any(self._kinds[kind].among(one) for one in whole)), "help")

    def about(self, found: Sequence[str]) -> str | None:
        """Return which of ABOUT the normalised words are as a whole, without a word for help among them; else None."""
        kind = self.kind(found)
        return kind if kind in ABOUT and not self._kinds["help"].among(padded(found)) else None

    def tongue(self, found: Sequence[str]) -> str | None:
        """Return the language that the normalised words ask answers in, and nothing else; LANGUAGE where it is not plain which; else None."""
        text = padded(spelt_out(found))
        if not found or len(found) > 2 * _FEW_WORDS or not self._asks_language.is_all(text):
            return None
        named = [tongue for tongue, phrases in self._tongues.items() if phrases.among(text)]
        if len(named) == 1 and not self._refuses.among(text):
            return named[0]
        return LANGUAGE if named or self._language.among(text) else None

    def is_abuse(self, found: Sequence[str]) -> bool:
        """Tell whether a short message has an insult in it: it gets neutral help unless it also asks something known."""
        return len(found) <= _FEW_WORDS and self._abuse.among(padded(found))
