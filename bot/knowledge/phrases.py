"""How phrases are written, and read into pieces.

`*` stands for up to three words, `~` at the end of a word for any ending, `a|b` for one word or the other. Anything may stand before and
behind a phrase as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from bot.knowledge.text import words

ANY, OPEN, OR = "*", "~", "|"
_FRENCH_ELISION = re.compile(r"(?<=\b[cdjlmnst]) (?=[aehiouyàâéèêôœ])|(?<=qu) (?=\w)")
_ENGLISH_ELISION = re.compile(r"(?<=\w) (?=(?:t|s|m|re|ve|ll)\b)")
_SHORT = {"u": "you", "r": "are", "ur": "your", "pls": "please", "plz": "please", "adress": "address"}


@dataclass(frozen=True, slots=True, eq=False)  # each choice is made once: it equals itself only
class OneOf:
    """One word or another: whole ones, and beginnings."""

    whole: frozenset[str]
    begins: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Tell whether `word` is one of them."""
        return word in self.whole or word.startswith(self.begins)


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """Up to `longest` words of any kind."""

    longest: int


Piece = str | OneOf | Gap
GAP = Gap(3)


def spellings(phrases: Iterable[str]) -> list[str]:
    """Return phrases, and how they are written without their apostrophes: "l adresse" as "ladresse", "don t" as "dont"; each once."""
    return list(dict.fromkeys(one for phrase in phrases for one in (phrase, _FRENCH_ELISION.sub("", phrase), _ENGLISH_ELISION.sub("", phrase))))


def spelt_out(found: Iterable[str]) -> list[str]:
    """Return normalised words, those of short messages in full: "r u" as "are you"."""
    return [_SHORT.get(word, word) for word in found]


def by_first_word(phrase: str) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield each first word of `phrase`, normalised, with `~` where it is open, and the pieces behind it. Nothing when it has no words."""
    first, _, rest = phrase.lstrip(f"{ANY} ").partition(" ")
    behind = _pieces(rest)
    for one in first.split(OR):
        found = _words(one)
        if found:
            yield found[0], (*map(_piece, found[1:]), *behind)
        elif behind:
            yield from by_first_word(rest)


@lru_cache(maxsize=64)  # hundreds of phrases that differ in their first word stand together
def _pieces(phrase: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in phrase.split():
        if part == ANY:
            pieces.append(GAP)
        elif OR in part:
            pieces.append(_one_of(part))
        else:
            pieces.extend(map(_piece, _words(part)))
    return tuple(pieces)


@lru_cache(maxsize=4096)  # the same choice stands in hundreds of phrases, and is held once
def _one_of(part: str) -> OneOf:
    found = [word for one in part.split(OR) for word in _words(one)]
    return OneOf(frozenset(one for one in found if not one.endswith(OPEN)), tuple(one[:-1] for one in found if one.endswith(OPEN)))


def _piece(word: str) -> Piece:
    return _one_of(word) if word.endswith(OPEN) else word


def _words(part: str) -> list[str]:
    """Return the normalised words of a part of a phrase, the last one open when the part is."""
    found = words(part.removesuffix(OPEN))
    if part.endswith(OPEN) and found:
        found[-1] += OPEN
    return list(map(intern, found))  # a word that stands in a hundred phrases is held once
