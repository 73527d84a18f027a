"""Messages that ask nothing: greetings, thanks, who are you, insults. A question after a greeting is a question."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.knowledge.phrasebook import Phrasebook, Reading
from bot.knowledge.phrases import spellings, spelt_out
from bot.knowledge.text import normalise

ABOUT = ("who", "made", "police", "secret", "kept", "lost", "thanks")  # about the bot, or thanks to it: nobody in danger writes that and no more
KINDS = (*ABOUT[:-1], "human", "help", "no", "thanks", "goodbye", "greeting", "yes")  # the first that occurs is answered
ABUSE, FILLER, MENU, UNCLEAR = "abuse", "filler", "menu", "unclear"
TONGUES = {"in-english": "en", "in-french": "fr", "in-arabic": "ar"}
LANGUAGE, ASKING, REFUSING = "language", "in-language", "not-language"  # any other language, or none named; the words around the name of one
_TALK = (*KINDS, ABUSE, FILLER, MENU)  # not unclear: "what" begins questions
_ABOUT_LANGUAGE = (*TONGUES, LANGUAGE, ASKING, REFUSING, FILLER, "greeting", "thanks")
SETS = (*KINDS, ABUSE, FILLER, MENU, UNCLEAR, *TONGUES, LANGUAGE, ASKING, REFUSING)
_FEW_WORDS = 6
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")


class SmallTalk:
    """The phrases of smalltalk.yaml."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        spelt = {name: spellings(sets.get(name, ())) for name in SETS}
        self._menu, self._unclear = (frozenset(map(normalise, spelt[name])) for name in (MENU, UNCLEAR))
        self._book = Phrasebook({name: phrases for name, phrases in spelt.items() if name != UNCLEAR})

    def read(self, found: Sequence[str]) -> "Talk":
        """Return which small talk the normalised words `found` are."""
        return Talk(found, self._book, self._menu, self._unclear)


class Talk:
    """Which small talk the words of one message are. Each part is found out once, when it is asked for."""

    def __init__(self, found: Sequence[str], book: Phrasebook, menu: frozenset[str], unclear: frozenset[str]) -> None:
        self._words, self._book, self._menu, self._unclear = found, book, menu, unclear

    @cached_property
    def kind(self) -> str | None:
        """Which small talk the words are as a whole, or None. Without any word: help."""
        text = " ".join(self._words)
        if not text or text in self._unclear:
            return "help"
        if text in self._menu:
            return MENU
        if len(self._words) > 3 * _FEW_WORDS:
            return None
        whole = [one for one in (self._said, self._calmly, self._in_full) if one.is_only(_TALK)]
        return next((kind for kind in KINDS if any(one.has(kind) for one in whole)), "help") if whole else None

    @property
    def about(self) -> str | None:
        """Which of ABOUT the words are as a whole, without a word for help among them; else None."""
        return self.kind if self.kind in ABOUT and not self._said.has("help") else None

    @property
    def tongue(self) -> str | None:
        """The language that the words ask answers in, and nothing else; LANGUAGE where it is not plain which; else None."""
        if not 0 < len(self._words) <= 2 * _FEW_WORDS or not self._in_full.is_only(_ABOUT_LANGUAGE):
            return None
        named = [tongue for name, tongue in TONGUES.items() if self._in_full.has(name)]
        if len(named) == 1 and not self._in_full.has(REFUSING):
            return named[0]
        return LANGUAGE if named or self._in_full.has(LANGUAGE) else None

    @property
    def is_abuse(self) -> bool:
        """Whether a short message has an insult in it: it gets neutral help unless it also asks something known."""
        return len(self._words) <= _FEW_WORDS and self._said.has(ABUSE)

    @cached_property
    def _said(self) -> Reading:
        return self._book.read(self._words)

    @cached_property
    def _calmly(self) -> Reading:
        """What is said without stretched letters ("hellooo")."""
        return self._again([_STRETCHED.sub(r"\1", word) for word in self._words])

    @cached_property
    def _in_full(self) -> Reading:
        """What is said in full words ("r u")."""
        return self._again(spelt_out(self._words))

    def _again(self, words: Sequence[str]) -> Reading:
        return self._said if words == self._words else self._book.read(words)
