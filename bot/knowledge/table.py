"""The features of many texts at once, for building an index: the same numbers as for one question, ten times as fast.

Each distinct word is looked at once; a text is a list of word numbers, and numpy puts its features together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.features import TAG_WEIGHT, Hashes, Numbers, Stems, mark_number, pair_numbers, runs, short, stem_number
from bot.knowledge.glossary import Glossary
from bot.knowledge.postings import Floats, Ints

_TOKENS_AT_ONCE = 50_000  # words: keeps the moment's memory at a few ten megabytes
Text = tuple[Sequence[str], str]  # normalised words, language


@dataclass(frozen=True, slots=True)
class Triples:
    """Features of several texts in one table: which text, which feature, how often."""

    rows: Ints
    hashes: Numbers
    counts: Floats


class Tabulator:
    """Makes tables; keeps what it has learnt of words from one table to the next."""

    def __init__(self, stems: Stems, glossary: Glossary) -> None:
        self._stems = stems
        self._glossary = glossary
        self._stem_numbers: dict[tuple[str, str], int] = {}
        self._word_numbers: dict[str, int] = {}
        self._runs: list[Hashes] = []
        self._bare: dict[str, str] = {}

    def table(self, texts: Sequence[Text]) -> Triples:
        """Return the features of `texts`, text by text, each feature of a text once."""
        parts = [self._part(texts, begin, end) for begin, end in _portions(texts)]
        if not parts:
            return Triples(np.empty(0, np.int32), np.empty(0, np.uint32), np.empty(0, np.float32))
        return Triples(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _part(self, texts: Sequence[Text], begin: int, end: int) -> tuple[NDArray[np.int32], Numbers, NDArray[np.float32]]:
        part = texts[begin:end]
        rows = np.repeat(np.arange(begin, end, dtype=np.int32), [len(found) for found, _ in part])
        stems = np.array([self._stem(word, language) for found, language in part for word in found], dtype=np.uint64)
        inside = rows[:-1] == rows[1:]
        pairs = pair_numbers(stems[:-1], stems[1:])[inside]
        tags = [(row, mark_number(tag)) for row, (found, _) in enumerate(part, begin) for tag in self._glossary.tags(found, self._bare)]
        marks = np.array([number for _, number in tags], dtype=np.uint64)
        run_rows, run_numbers, run_counts = self._runs_of(rows, part)
        hashes = np.concatenate((stems, pairs, marks, run_numbers))
        counts = np.concatenate((np.ones(stems.size + pairs.size, np.float32), np.full(marks.size, TAG_WEIGHT, np.float32), run_counts))
        every_row = np.concatenate((rows, rows[:-1][inside], np.array([row for row, _ in tags], dtype=np.int32), run_rows))
        return _distinct(every_row, short(hashes), counts)

    def _runs_of(self, rows: NDArray[np.int32], part: Sequence[Text]) -> tuple[NDArray[np.int32], Hashes, NDArray[np.float32]]:
        """Return the runs of all words: a word that a text repeats is taken once, and counted."""
        tokens = np.array([self._word(word) for found, _ in part for word in found], dtype=np.int64)
        known = len(self._runs)
        distinct, often = np.unique(rows.astype(np.int64) * known + tokens, return_counts=True)
        of_words = [self._runs[number] for number in (distinct % max(known, 1)).tolist()]
        lengths = np.array([one.size for one in of_words], dtype=np.int64)
        numbers = np.concatenate(of_words) if of_words else np.empty(0, np.uint64)
        return np.repeat((distinct // max(known, 1)).astype(np.int32), lengths), numbers, np.repeat(often.astype(np.float32), lengths)

    def _stem(self, word: str, language: str) -> int:
        number = self._stem_numbers.get((word, language))
        if number is None:
            number = self._stem_numbers[word, language] = stem_number(self._stems.of(word, language))
        return number

    def _word(self, word: str) -> int:
        number = self._word_numbers.get(word)
        if number is None:
            number = self._word_numbers[word] = len(self._runs)
            self._runs.append(runs(f" {word} "))
        return number


def _portions(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Yield runs of texts with about _TOKENS_AT_ONCE words together."""
    begin = tokens = 0
    for place, (found, _) in enumerate(texts):
        tokens += len(found)
        if tokens >= _TOKENS_AT_ONCE:
            yield begin, place + 1
            begin, tokens = place + 1, 0
    if begin < len(texts):
        yield begin, len(texts)


def _distinct(rows: NDArray[np.int32], hashes: Numbers, counts: NDArray[np.float32]) -> tuple[NDArray[np.int32], Numbers, NDArray[np.float32]]:
    """Add up equal features of one text."""
    if hashes.size == 0:
        return rows, hashes, counts
    order = np.lexsort((hashes, rows))
    rows, hashes, counts = rows[order], hashes[order], counts[order]
    first = np.concatenate(([True], (rows[1:] != rows[:-1]) | (hashes[1:] != hashes[:-1])))
    sums = np.add.reduceat(counts, np.flatnonzero(first))
    return rows[first], hashes[first], sums.astype(np.float32)
