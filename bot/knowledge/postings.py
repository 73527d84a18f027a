"""Posting lists in numpy: for each feature the rows that have it, with their weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]  # 32 bits where there are many: building an index is what takes most memory
Floats = NDArray[np.floating[Any]]
ROWS_AT_MOST = 2**16  # row numbers are kept in 16 bits


class TooManyRows(Exception):
    """More rows than an index can number. `rows` is how many there were."""

    def __init__(self, rows: int) -> None:
        super().__init__(f"an index holds at most {ROWS_AT_MOST} phrases, not {rows}: split the corpus")
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Postings:
    """Lists of rows by feature number, with one weight or more for each: those of feature f lie from starts[f] to starts[f + 1]."""

    starts: NDArray[np.int32]
    rows: NDArray[np.uint16]
    weights: tuple[NDArray[np.float32], ...]
    size: int

    @classmethod
    def build(cls, features: Ints, rows: Ints, weights: Sequence[Floats], vocabulary: int, size: int) -> "Postings":
        """Return the lists of these features and rows (each pair once), each with `weights`. Raises TooManyRows."""
        if size > ROWS_AT_MOST:
            raise TooManyRows(size)
        order = np.argsort(features, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(features, minlength=vocabulary)))).astype(np.int32)
        return cls(starts, rows[order].astype(np.uint16), tuple(one[order].astype(np.float32) for one in weights), size)

    def scores(self, features: Ints, weights: Sequence[Floats]) -> Floats:
        """Return for each row the sum of products with a question's features (numbers that exist, each once) and their weights."""
        starts = self.starts[features]
        lengths = self.starts[features + 1] - starts
        total = int(lengths.sum())
        if total == 0:
            return np.zeros(self.size)
        places = np.arange(total) + np.repeat(starts - np.concatenate(([0], np.cumsum(lengths[:-1]))), lengths)
        products = sum(own[places] * np.repeat(asked, lengths) for own, asked in zip(self.weights, weights, strict=True))
        return np.asarray(np.bincount(self.rows[places], weights=products, minlength=self.size), dtype=np.float64)

    @property
    def bytes(self) -> int:
        """Memory that the lists take."""
        return self.starts.nbytes + self.rows.nbytes + sum(one.nbytes for one in self.weights)
