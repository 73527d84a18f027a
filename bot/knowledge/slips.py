"""Slips of the finger: all words that are one slip away from a mistyped one, as numbers, without a list of words.

A stem's number has its letters as digits, so that leaving out, adding or changing one is arithmetic on all places and letters at once:
about 500 neighbours in 50 microseconds.
"""

from collections.abc import Iterable

import numpy as np

from bot.knowledge.features import STEP, Hashes, digits, numbers_of_stems, stem_number

_SHORTEST, _LONGEST = 4, 24  # letters: shorter ones have too many neighbours, longer ones are no words
_LETTERS = {
    True: np.frombuffer("abcdefghijklmnopqrstuvwxyz".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64),
    False: np.frombuffer("ابتثجحخدذرزسشصضطظعغفقكلمنهوي".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64),
}
_POWERS = np.cumprod(np.concatenate(([np.uint64(1)], np.full(_LONGEST + 1, STEP, dtype=np.uint64))), dtype=np.uint64)


class Repair:
    """Words that mistyped ones are put right to."""

    def __init__(self, known: Iterable[str], shortest: int) -> None:
        self._words = sorted((word for word in known if len(word) >= shortest and may_be_a_slip(word)), key=stem_number)
        self._numbers = np.array([stem_number(word) for word in self._words], dtype=np.uint64)

    def of(self, word: str) -> str:
        """Return the word that is one slip away from `word`, or `word` itself when there is none, or it is one of them."""
        if not self._words or not may_be_a_slip(word):
            return word
        near = np.concatenate((np.array([stem_number(word)], dtype=np.uint64), one_slip_away(word)))
        place = np.minimum(np.searchsorted(self._numbers, near), self._numbers.size - 1)
        there = np.flatnonzero(self._numbers[place] == near)
        return self._words[int(place[there[0]])] if there.size else word


def may_be_a_slip(stem: str) -> bool:
    """Tell whether an unknown `stem` may be a mistyped word: numbers and codes are none."""
    return _SHORTEST <= len(stem) <= _LONGEST and stem.isalpha()


def one_slip_away(stem: str) -> Hashes:
    """Return the numbers of all stems that become `stem` by one letter too many, too few or wrong, or by two letters swapped."""
    size = len(stem)
    codes = np.frombuffer(stem.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    before = np.array([digits(stem[:place]) for place in range(size + 1)], dtype=np.uint64)  # of the letters up to each place
    left = _POWERS[size::-1]  # what a number of those letters is worth, with all letters behind it; 1 at the end
    after = before[-1] - before * left  # of the letters from each place on
    letters = _LETTERS[stem.isascii()]
    fewer = before[:-1] * left[1:] + after[1:]
    other = (before[:-1] * left[:-1] + after[1:])[:, None] + letters * left[1:, None]
    more = (before * left * STEP + after)[:, None] + letters * left[:, None]
    swapped = before[:-2] * left[:-2] + codes[1:] * left[1:-1] + codes[:-1] * left[2:] + after[2:]
    return numbers_of_stems(np.concatenate((fewer, other.ravel(), more.ravel(), swapped)))
