"""Which language a message is in: by script; in Latin letters by plain words, and by what the knowledge base's own questions look like."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from bot.knowledge.arabizi import is_arabizi
from bot.knowledge.text import words
from bot.knowledge.tongues import is_word, plainly

_LONGEST = 4
_LOYALTY = 4.0  # log odds for the language that the person chose: two or three plain words in another overcome it
_FEW_WORDS = 4
_ENOUGH_WORDS = 12  # after these the language is plain
_MIXED = 0.3  # a script with this share of the words and two of them at least makes a text mixed
_CLASSES = ("en", "fr", "arabizi")
_PLACES = 2**15  # three times as many as there are runs: those that share one by chance do no harm


@dataclass(frozen=True, slots=True)
class Detected:
    """The language of a text; `latin` is the language of its words in Latin letters (en or fr)."""

    language: str
    latin: str
    arabizi: bool = False


class LanguageDetector:
    """Naive Bayes on runs of 1 to 4 letters, trained on (language, text) pairs of the knowledge base."""

    def __init__(self, samples: Iterable[tuple[str, str]]) -> None:
        counts: Mapping[str, Counter[str]] = {name: Counter() for name in _CLASSES}
        for language, text in samples:
            found = words(text)
            if found and all(word.isascii() for word in found) and (language != "ar" or is_arabizi(found)):
                counts["arabizi" if language == "ar" else "fr" if language == "fr" else "en"].update(_runs(found))
        known = {run for counter in counts.values() for run, count in counter.items()}
        totals = [sum(counter.values()) + len(known) + 1 for counter in counts.values()]
        unseen = math.log(1 / max(totals))  # the same for all: a run that nobody has seen says nothing
        self._odds = np.full((_PLACES, len(_CLASSES)), unseen, dtype=np.float32)
        for run in sorted(known):
            self._odds[_place(run)] = [math.log((counts[name][run] + 1) / total) for name, total in zip(_CLASSES, totals, strict=True)]

    def detect(self, found: Sequence[str], chosen: str) -> Detected:
        """Return the language of the normalised words `found`, for a person whose language is `chosen`."""
        arabic = [word for word in found if not word.isascii()]
        latin = [word for word in found if word.isascii() and not word.isdigit() and is_word(word)]
        by_letters = self._latin(latin, chosen)
        tongue = by_letters if by_letters != "arabizi" else ("fr" if chosen == "fr" else "en")
        if arabic and latin and min(len(arabic), len(latin)) >= max(2, _MIXED * (len(arabic) + len(latin))):
            return Detected(chosen, tongue)
        if len(arabic) >= len(latin):
            return Detected("ar" if arabic else chosen, tongue)
        if by_letters == "arabizi":
            return Detected("ar", tongue, arabizi=True)
        unsure = len(latin) < _FEW_WORDS and plainly(latin) is None
        return Detected(chosen if unsure and (chosen == "ar" or not latin) else tongue, tongue)

    def _latin(self, latin: Sequence[str], chosen: str) -> str:
        """Return en, fr or arabizi for words in Latin letters."""
        if not latin:
            return "fr" if chosen == "fr" else "en"
        if is_arabizi(latin):
            return "arabizi"
        few = len(latin) < _FEW_WORDS
        if few and (plain := plainly(latin)):
            return plain
        places = [_place(run) for run in _runs(latin[:_ENOUGH_WORDS])]
        english, french, arabizi = (float(one) for one in self._odds[places].sum(axis=0))
        scores = {"en": english / _LONGEST, "fr": french / _LONGEST, "arabizi": arabizi / _LONGEST}  # runs overlap: as evidence they count once
        scores["en" if chosen == "en" else "fr" if chosen == "fr" else "arabizi"] += 2 * _LOYALTY if few else _LOYALTY  # an acronym or two say little
        best = max(("en", "fr"), key=lambda name: scores[name])
        return "arabizi" if scores["arabizi"] > scores[best] + _LOYALTY and not few else best


def _place(run: str) -> int:
    return crc32(run.encode()) % _PLACES


def _runs(found: Sequence[str]) -> list[str]:
    padded = f" {' '.join(found)} "
    return [padded[place : place + length] for length in range(1, _LONGEST + 1) for place in range(len(padded) - length + 1)]
