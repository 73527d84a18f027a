"""Sets of phrases, looked up in normalised words. `*` stands for up to three words, `~` at the end of a word for any ending."""

import re
from collections.abc import Iterable, Sequence
from sys import intern

from bot.knowledge.text import words

_GAP = r"(?:\S+ ){0,3}"
_ENDING = r"\S*"
_JOINED = "(?:و|ف)?"  # "and" is written as a part of the next Arabic word
_FRENCH_ELISION = re.compile(r"(?<=\b[cdjlmnst]) (?=[aehiouyàâéèêôœ])|(?<=qu) (?=\w)")
_ENGLISH_ELISION = re.compile(r"(?<=\w) (?=(?:t|s|m|re|ve|ll)\b)")
_SHORT = {"u": "you", "r": "are", "ur": "your", "pls": "please", "plz": "please", "adress": "address"}
NOTHING = re.compile(r"(?!)")


def padded(found: Sequence[str]) -> str:
    """Return normalised words with a space before and after each: what phrases are looked up in."""
    return f" {' '.join(found)} "


def spellings(phrases: Iterable[str]) -> list[str]:
    """Return phrases, and how they are written without their apostrophes: "l adresse" as "ladresse", "don t" as "dont"; each once."""
    return list(dict.fromkeys(one for phrase in phrases for one in (phrase, _FRENCH_ELISION.sub("", phrase), _ENGLISH_ELISION.sub("", phrase))))


def spelt_out(found: Sequence[str]) -> list[str]:
    """Return normalised words, those of short messages in full: "r u" as "are you"."""
    return [_SHORT.get(word, word) for word in found]


class Phrases:
    """An immutable set of phrases. Arabic ones are tried on texts with Arabic letters only, the others on the rest."""

    def __init__(self, phrases: Iterable[str]) -> None:
        patterns = sorted({pattern for phrase in phrases if (pattern := _pattern(phrase))}, key=len, reverse=True)
        self.arabic = [pattern for pattern in patterns if not pattern.isascii()]
        self.latin = [pattern for pattern in patterns if pattern.isascii()]
        self._arabic, self._latin = compiled(self.arabic), compiled(self.latin)

    def among(self, text: str) -> bool:
        """Tell whether a phrase occurs in the padded `text`."""
        return bool(self._latin.search(text) or (not text.isascii() and self._arabic.search(text)))


def compiled(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern for all of `patterns`, each of which begins after a space and ends before one."""
    return re.compile(f" (?:{'|'.join(patterns)})(?= )") if patterns else NOTHING


class NothingElse:
    """Tells texts that are made of phrases of some sets and nothing else. A word that no phrase has says no before any pattern is tried."""

    def __init__(self, sets: Iterable[Phrases]) -> None:
        patterns = sorted({pattern for phrases in sets for pattern in (*phrases.latin, *phrases.arabic)}, key=lambda one: (-len(one), one))
        self._pattern = re.compile(f" (?:(?:{'|'.join(patterns)}) )+") if patterns else NOTHING
        self._gaps = any(_GAP in pattern for pattern in patterns)
        pieces = {piece for pattern in patterns for piece in pattern.removeprefix(_JOINED).split(" ")}
        self._begins = tuple(sorted(piece.removesuffix(_ENDING) for piece in pieces if piece.endswith(_ENDING)))
        self._words = frozenset(intern(piece) for piece in pieces)

    def is_all(self, text: str) -> bool:
        """Tell whether the padded `text` is made of phrases and nothing else."""
        return (self._gaps or all(map(self._knows, text.split()))) and bool(self._pattern.fullmatch(text))

    def _knows(self, word: str) -> bool:
        return word in self._words or word[1:] in self._words or (bool(self._begins) and word.startswith(self._begins))


def _pattern(phrase: str) -> str:
    """Return the pattern of one phrase; empty when it has no words."""
    pieces: list[str] = []
    for part in phrase.split():
        if part == "*":
            pieces.append("*")
            continue
        found = words(part.removesuffix("~"))
        pieces.extend(re.escape(word) for word in found)
        if part.endswith("~") and found:
            pieces[-1] += _ENDING
    pattern = ""
    for piece in pieces:
        pattern += _GAP if piece == "*" else f"{piece} "
    return (_JOINED if pattern and not pattern.isascii() else "") + pattern.removesuffix(" ") if pattern else ""
