"""How much a feature counts: rarity among entries, saturation, unit length."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.postings import Floats, Ints
from bot.knowledge.table import Triples

_SATURATION = 1.2  # BM25's k1: many repeats add little
# BM25's b, of runs and of words: long entries are marked down. Their words differ in number as their subjects do; runs repeat in any text.
_LENGTH = np.array([0.35, 0.8], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Commonness:
    """In how many texts features occur, and how many texts there are: within the language in which each is the commonest.

    Counted over all languages together, "the" would seem as rare as a third of the texts.
    """

    having: Floats
    texts: int

    @classmethod
    def count(cls, features: Ints, language_of_feature: Ints, texts_by_language: Ints, vocabulary: int) -> "Commonness":
        """Count `features` (numbers below `vocabulary`, once for each text that has them) by the language of their text."""
        languages = texts_by_language.size
        having = np.bincount(features * languages + language_of_feature, minlength=vocabulary * languages).reshape(vocabulary, languages)
        texts = int(texts_by_language.max(initial=1))
        return cls((having / np.maximum(texts_by_language, 1)).max(axis=1, initial=0) * texts, texts)

    def entry_frequency(self) -> tuple[Floats, float]:
        """Return the inverse entry frequency of each feature, and that of one that no entry has."""
        return np.log(1 + (self.texts - self.having + 0.5) / (self.having + 0.5)), float(np.log(1 + self.texts))


def unit_length(weights: Floats, rows: Ints, is_word: NDArray[np.bool_]) -> Floats:
    """Return `weights` such that each row's words, and each row's runs, have the length 1."""
    lengths = np.sqrt(by_kind_and_row(weights * weights, rows, is_word)).astype(np.float32)
    return weights / np.where(lengths == 0, 1, lengths)


def by_kind_and_row(values: Floats, rows: Ints, is_word: NDArray[np.bool_]) -> Floats:
    """Return for each line the sum of `values` over the lines of its row and kind (words, or runs)."""
    kinds = rows * 2 + is_word
    return np.asarray(np.bincount(kinds, weights=values)[kinds])


def saturated(table: Triples, is_word: NDArray[np.bool_], entries: int) -> Floats:
    """Return weights that grow less and less with each repetition, and less in long entries; `is_word` is by line of the table.

    Times the inverse entry frequency, divided by the sum of the question's own frequencies, a row's sum is the share of the
    question that the entry covers.
    """
    if entries == 0:
        return np.zeros(0)
    kinds = is_word.astype(np.int8)
    lengths = np.zeros((entries, 2))
    np.add.at(lengths, (table.rows, kinds), table.counts)
    relative = (lengths / np.maximum(lengths.mean(axis=0), 1)).astype(np.float32)[table.rows, kinds]
    share = _LENGTH[kinds]
    weights: Floats = table.counts / (table.counts + _SATURATION * (1 - share + share * relative))
    return weights
