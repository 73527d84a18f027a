"""What texts are compared by: stems and pairs of stems, and runs of 3 to 4 characters within words, all as 32-bit numbers.

Numbers instead of strings keep 200 entries in three languages under 20 MB and let numpy make a question's features at once. Of
300,000 features about ten share a number by chance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import Stemmer
from numpy.typing import NDArray

from bot.knowledge.glossary import Glossary

Hashes = NDArray[np.uint64]  # while features are made
Numbers = NDArray[np.uint32]  # as they are kept and compared
_STEP, _BETWEEN = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F  # odd, so that multiplying by them loses nothing
STEP, _PAIR = np.uint64(_STEP), np.uint64(_BETWEEN)
_WORD_BIT = np.uint64(1)
_LOW = 2**64 - 1
_SPACE = 32
SHORTEST, LONGEST = 3, 4  # 2 to 5 is within two points on each public suite (up on some, down on others) and took about twice the memory
TAG_WEIGHT = 2.0
Mend = Callable[[Sequence[str], Hashes], Hashes]  # puts other words in the place of mistyped ones: stems, and their numbers
_STEMMED = {"en": "english", "fr": "french", "ar": "arabic"}


@dataclass(frozen=True, slots=True)
class Features:
    """The features of one text: distinct numbers and how often each occurs (float32); word features are odd, character runs even."""

    hashes: Numbers
    counts: NDArray[np.float32]


class Stems:
    """Stems by language; Arabic words are stemmed as Arabic in every language. Not to be shared between threads."""

    def __init__(self) -> None:
        self._stemmers = {language: Stemmer.Stemmer(name, 0) for language, name in _STEMMED.items()}  # 0: it remembers no word

    def of(self, word: str, language: str) -> str:
        """Return the stem of a normalised `word` in a text in `language`."""
        tongue = ("fr" if language == "fr" else "en") if word.isascii() else "ar"
        return str(self._stemmers[tongue].stemWord(word))


def features(words: Sequence[str], language: str, stems: Stems, glossary: Glossary, mend: Mend | None = None) -> Features:
    """Return a text's features: stems, each two neighbours, marks (which count TAG_WEIGHT times) and runs of characters."""
    found = [stems.of(word, language) for word in words]
    single = np.array([stem_number(stem) for stem in found], dtype=np.uint64)
    if mend is not None:
        single = mend(found, single)
    pairs = pair_numbers(single[:-1], single[1:])
    marks = np.array([mark_number(tag) for tag in glossary.tags(words)], dtype=np.uint64)
    hashes = np.concatenate((single, pairs, marks, runs(f" {' '.join(words)} ")))
    counts = np.ones(hashes.size, dtype=np.float32)
    counts[single.size + pairs.size : single.size + pairs.size + marks.size] = TAG_WEIGHT
    return _distinct(short(hashes), counts)


def short(hashes: Hashes) -> Numbers:
    """Return 32 bits of each number, the last one among them: it tells words from runs."""
    return ((hashes >> np.uint64(32)).astype(np.uint32) & ~np.uint32(1)) | (hashes & _WORD_BIT).astype(np.uint32)


def digits(stem: str) -> int:
    """Return a number that has the letters of `stem` as its digits, below 2**64."""
    number = 1
    for letter in stem:
        number = (number * _STEP + ord(letter)) & _LOW
    return number


def stem_number(stem: str) -> int:
    """Return the number of a stem, the same in each process; that of a stem with one letter changed is easily found (see `slips`)."""
    return digits(stem) * _BETWEEN & _LOW | 1


def numbers_of_stems(found: Hashes) -> Hashes:
    """Return what `stem_number` makes of what `digits` returned."""
    return found * _PAIR | _WORD_BIT


def mark_number(tag: str) -> int:
    """Return the number of a mark of the glossary; no word has it."""
    return stem_number(f"\0{tag}")


def pair_numbers(first: Hashes, second: Hashes) -> Hashes:
    """Return the numbers of neighbours."""
    return (first * STEP + second * _PAIR) | _WORD_BIT


def runs(padded: str) -> Hashes:
    """Return the numbers of all runs of SHORTEST to LONGEST characters within the words of `padded` (single spaces around each)."""
    number = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    codes, found = number, []
    spaces = np.concatenate(([0], np.cumsum(codes == _SPACE)))
    for length in range(2, LONGEST + 1):
        number = number[:-1] * STEP + codes[length - 1 :]
        if length >= SHORTEST:
            inner = spaces[length - 1 : -1] - spaces[1 : 1 + number.size]  # a run may begin or end with a space, never cross one
            found.append((number[inner == 0] * _PAIR + np.uint64(length)) & ~_WORD_BIT)
    return np.concatenate(found)


def _distinct(hashes: Numbers, counts: NDArray[np.float32]) -> Features:
    if hashes.size == 0:
        return Features(hashes, counts)
    distinct, which = np.unique(hashes, return_inverse=True)
    return Features(distinct, np.bincount(which, weights=counts, minlength=distinct.size).astype(np.float32))
