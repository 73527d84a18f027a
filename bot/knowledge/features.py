"""What texts are compared by: stems and pairs of stems, and runs of 3 to 4 characters within words, all as 64-bit numbers.

Numbers instead of strings keep 200 entries in three languages under 40 MB and let numpy make a question's features at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import Stemmer
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_WORD_BIT = np.uint64(1)
_SPACE = 32
SHORTEST, LONGEST = 3, 4  # 2 to 5 is within a point on every public suite and takes twice the memory and time
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

    def of(self, words: Sequence[str], language: str) -> list[str]:
        """Return the stems of normalised `words`."""
        latin = self._stemmers["fr" if language == "fr" else "en"]
        arabic = self._stemmers["ar"]
        if all(word.isascii() for word in words):
            return list(latin.stemWords(words))
        return [latin.stemWord(word) if word.isascii() else arabic.stemWord(word) for word in words]


class WordNumbers(dict[str, int]):
    """The number of each stem and tag, the same in each process; keeps those made while an index is built, and goes with it."""

    def __missing__(self, word: str) -> int:
        number = self[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") | 1
        return number


def word_features(stems: Sequence[str], tags: Iterable[str], numbers: WordNumbers) -> Features:
    """Return the features of stems and of each two neighbours; each of `tags` counts TAG_WEIGHT times."""
    singles = np.array([numbers[stem] for stem in stems], dtype=np.uint64)
    pairs = (singles[:-1] * _STEP + singles[1:] * _PAIR) | _WORD_BIT
    marks = np.array([numbers[f"\0{tag}"] for tag in tags], dtype=np.uint64)
    hashes = np.concatenate((singles, pairs, marks))
    counts = np.ones(hashes.size, dtype=np.float32)
    counts[hashes.size - marks.size :] = TAG_WEIGHT
    return _distinct(hashes, counts)


def character_features(text: str, shortest: int = SHORTEST, longest: int = LONGEST) -> Features:
    """Return the runs of `shortest` to `longest` characters within the words of normalised `text`, word ends included."""
    hashes, _ = runs(f" {text} ", shortest, longest)
    return _distinct(hashes, np.ones(hashes.size, dtype=np.float32))


def runs(padded: str, shortest: int, longest: int) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the numbers of all runs in `padded` (words between single spaces) and where each begins."""
    codes = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    spaces = np.concatenate(([0], np.cumsum(codes == _SPACE)))
    number, found, places = codes, [], []
    for length in range(2, longest + 1):
        number = number[:-1] * _STEP + codes[length - 1 :]
        if length < shortest:
            continue
        starts = np.arange(number.size)
        inner = spaces[starts + length - 1] - spaces[starts + 1]  # a run may begin or end with a space, never cross one
        whole = np.flatnonzero((inner == 0) & (spaces[starts + length] - spaces[starts] < length))
        found.append((number[whole] * _PAIR + np.uint64(length)) & ~_WORD_BIT)
        places.append(whole)
    if not found:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    return np.concatenate(found), np.concatenate(places)


def _distinct(hashes: Hashes, counts: NDArray[np.float32]) -> Features:
    if hashes.size == 0:
        return Features(hashes, counts)
    distinct, which = np.unique(hashes, return_inverse=True)
    return Features(distinct, np.bincount(which, weights=counts, minlength=distinct.size).astype(np.float32))
