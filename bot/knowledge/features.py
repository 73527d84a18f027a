"""What texts are compared by: stems and pairs of stems, and runs of 3 to 4 characters within words, all as 64-bit numbers.

Numbers instead of strings keep 200 entries in three languages under 40 MB and let numpy make a question's features at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import Stemmer
from numpy.typing import NDArray

from bot.knowledge.glossary import Glossary

Hashes = NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_WORD_BIT = np.uint64(1)
_SPACE = 32
SHORTEST, LONGEST = 3, 4  # 2 to 5 is within two points on each public suite (up on some, down on others) and took about twice the memory
TAG_WEIGHT = 2.0
_STEMMED = {"en": "english", "fr": "french", "ar": "arabic"}


@dataclass(frozen=True, slots=True)
class Features:
    """The features of one text: distinct numbers and how often each occurs (float32); word features are odd, character runs even."""

    hashes: Hashes
    counts: NDArray[np.float32]


class Stems:
    """Stems by language; Arabic words are stemmed as Arabic in every language. Not to be shared between threads."""

    def __init__(self) -> None:
        self._stemmers = {language: Stemmer.Stemmer(name) for language, name in _STEMMED.items()}

    def of(self, word: str, language: str) -> str:
        """Return the stem of a normalised `word` in a text in `language`."""
        tongue = ("fr" if language == "fr" else "en") if word.isascii() else "ar"
        return str(self._stemmers[tongue].stemWord(word))


class WordFeatures:
    """The features of texts, made of those of their words. `keep` remembers words: while an index is built, never for questions."""

    def __init__(self, stems: Stems, glossary: Glossary, *, keep: bool) -> None:
        self._stems = stems
        self._glossary = glossary
        self._bare: dict[str, str] = {}
        self._keep = keep
        self._numbers: dict[tuple[str, str], int] = {}
        self._runs: dict[str, Hashes] = {}

    def of(self, words: Sequence[str], language: str) -> Features:
        """Return the features of a text's normalised words: stems, each two neighbours, marks (which count TAG_WEIGHT times) and runs of characters."""
        stems = np.array([self._number(word, language) for word in words], dtype=np.uint64)
        pairs = (stems[:-1] * _STEP + stems[1:] * _PAIR) | _WORD_BIT
        marks = np.array([_numbered(f"\0{tag}") for tag in self._glossary.tags(words, self._bare)], dtype=np.uint64)
        within = [self._runs_of(word) for word in words] if self._keep else [runs(f" {' '.join(words)} ")]
        hashes = np.concatenate((stems, pairs, marks, *within))
        counts = np.ones(hashes.size, dtype=np.float32)
        counts[stems.size + pairs.size : stems.size + pairs.size + marks.size] = TAG_WEIGHT
        return _distinct(hashes, counts)

    def _number(self, word: str, language: str) -> int:
        number = self._numbers.get((word, language))
        if number is None:
            number = self._numbers[word, language] = _numbered(self._stems.of(word, language))
        return number

    def _runs_of(self, word: str) -> Hashes:
        found = self._runs.get(word)
        if found is None:
            found = self._runs[word] = runs(f" {word} ")
        return found


def runs(padded: str) -> Hashes:
    """Return the numbers of all runs of SHORTEST to LONGEST characters within the words of `padded` (single spaces around each)."""
    number = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    codes, found = number, []
    spaces = np.concatenate(([0], np.cumsum(codes == _SPACE)))
    for length in range(2, LONGEST + 1):
        number = number[:-1] * _STEP + codes[length - 1 :]
        if length >= SHORTEST:
            inner = spaces[length - 1 : -1] - spaces[1 : 1 + number.size]  # a run may begin or end with a space, never cross one
            found.append((number[inner == 0] * _PAIR + np.uint64(length)) & ~_WORD_BIT)
    return np.concatenate(found)


def _numbered(word: str) -> int:
    """Return the number of a stem or mark, the same in each process."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") | 1


def _distinct(hashes: Hashes, counts: NDArray[np.float32]) -> Features:
    if hashes.size == 0:
        return Features(hashes, counts)
    distinct, which = np.unique(hashes, return_inverse=True)
    return Features(distinct, np.bincount(which, weights=counts, minlength=distinct.size).astype(np.float32))
