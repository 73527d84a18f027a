"""Posting lists in numpy: for each feature the rows that have it, with their weights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]  # 32 bits where there are many: building an index is what takes most memory
Floats = NDArray[np.floating[Any]]
_FEW = 2**16  # so many row numbers fit into 16 bits: half the memory
# Weights are kept as one of 255 steps between these two, each 3.7 % above the one before: a quarter of the memory, the same order of answers.
_LEAST, _MOST = 1e-4, 1.0
_AT_ONCE = 2**13  # postings: what is made of them stays in the processor's cache, and in pieces that the C library keeps
_STEPS = np.concatenate(([0.0], np.geomspace(_LEAST, _MOST, 255))).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Postings:
    """Lists of rows by feature number, with one weight or more for each: those of feature f lie from starts[f] to starts[f + 1]."""

    starts: NDArray[np.int32]
    rows: NDArray[np.uint16] | NDArray[np.uint32]
    weights: tuple[NDArray[np.uint8], ...]
    size: int

    @classmethod
    def build(cls, features: Ints, rows: Ints, weights: Sequence[Floats], vocabulary: int, size: int) -> "Postings":
        """Return the lists of these features and rows (each pair once), each with `weights`."""
        order = np.argsort(features, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(features, minlength=vocabulary)))).astype(np.int32)
        numbers = rows[order].astype(np.uint16) if size <= _FEW else rows[order].astype(np.uint32)
        return cls(starts, numbers, tuple(_steps(one[order]) for one in weights), size)

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """Return the lists as arrays, for keeping; their names begin with `name`."""
        weights = {f"{name}_weights_{place}": one for place, one in enumerate(self.weights)}
        return {f"{name}_starts": self.starts, f"{name}_rows": self.rows, f"{name}_size": np.array(self.size), **weights}

    @classmethod
    def restored(cls, name: str, kept: Mapping[str, NDArray[Any]]) -> "Postings":
        """Return what `arrays` gave."""
        weights = tuple(kept[one] for one in sorted(kept) if one.startswith(f"{name}_weights_"))
        return cls(kept[f"{name}_starts"], kept[f"{name}_rows"], weights, int(kept[f"{name}_size"]))

    def scores(self, features: Ints, weights: Sequence[Floats]) -> Floats:
        """Return for each row the sum of products with a question's features (numbers that exist, each once) and their weights."""
        found = np.zeros(self.size)
        for part in self._parts(features):
            found += self._sums(features[part], [one[part] for one in weights])
        return found

    def _parts(self, features: Ints) -> Iterator[slice]:
        """Yield runs of features that have about _AT_ONCE postings together, or one feature that has more."""
        ends = np.cumsum(self.lengths(features))
        place = done = 0
        while place < features.size:
            after = max(place + 1, int(np.searchsorted(ends, done + _AT_ONCE, side="right")))
            yield slice(place, after)
            place, done = after, int(ends[after - 1])

    def best(self, features: Ints, weights: Floats, groups: Ints, size: int) -> Floats:
        """Return for each of `size` groups the best row's score, as `scores` has it by the first weights. `groups`: of each row, ascending.

        Only the rows that have a feature are added up: an array of all of them, fetched from the system for each question, took longer.
        """
        best = np.zeros(size)
        some = np.flatnonzero(self.lengths(features))
        if some.size:
            rows, products = self._found(features[some], [weights[some]])
            order = np.argsort(rows, kind="stable")
            rows = rows[order]
            begins = _begins(rows)
            which = np.repeat(np.arange(begins.size), np.diff(begins, append=rows.size))
            sums, groups = np.bincount(which, weights=products[order]), groups[rows[begins]]
            begins = _begins(groups)
            best[groups[begins]] = np.maximum.reduceat(sums, begins)
        return best

    def _sums(self, features: Ints, weights: Sequence[Floats]) -> Floats:
        rows, products = self._found(features, weights)
        return np.asarray(np.bincount(rows, weights=products, minlength=self.size), dtype=np.float64)

    def _found(self, features: Ints, weights: Sequence[Floats]) -> tuple[Ints, Floats]:
        """Return the rows that have the features, one after the other, and the products with `weights`."""
        lengths = self.lengths(features)
        lists = list(starmap(slice, zip(self.starts[features].tolist(), self.starts[features + 1].tolist(), strict=True)))
        rows = np.concatenate([self.rows[one] for one in lists])
        products = np.zeros(rows.size, dtype=np.float32)
        for own, asked in zip(self.weights, weights, strict=True):
            products += _STEPS.take(np.concatenate([own[one] for one in lists])) * np.repeat(asked.astype(np.float32), lengths)
        return rows, products

    def products(self, texts: Ints, features: Ints, weights: Sequence[Floats], rows: Ints) -> Floats:
        """Return for each text and each of `rows` what `scores` would give. `texts` is the text of each line, equal ones together."""
        distinct, which = np.unique(features, return_inverse=True)
        lengths = self.lengths(distinct)
        lists = [slice(begin, end) for begin, end in zip(self.starts[distinct].tolist(), self.starts[distinct + 1].tolist(), strict=True)]
        column = np.full(self.size, rows.size)  # of a row that is not asked for: one behind the last
        column[rows] = np.arange(rows.size)
        place = np.repeat(np.arange(distinct.size), lengths), column[np.concatenate([self.rows[one] for one in lists])]
        begins = _begins(texts)
        found = np.zeros((begins.size, rows.size))
        for own, asked in zip(self.weights, weights, strict=True):
            table = np.zeros((distinct.size, rows.size + 1), dtype=np.float32)
            table[place] = _STEPS.take(np.concatenate([own[one] for one in lists]))
            found += np.add.reduceat(table[which, :-1] * asked.astype(np.float32)[:, None], begins, axis=0)
        return found

    def lengths(self, features: Ints) -> Ints:
        """Return how many rows have each feature."""
        return self.starts[features + 1] - self.starts[features]

    @property
    def bytes(self) -> int:
        """Memory that the lists take."""
        return self.starts.nbytes + self.rows.nbytes + sum(one.nbytes for one in self.weights)


def _begins(numbers: Ints) -> Ints:
    """Return where each run of equal numbers begins."""
    return np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1])))


def _steps(weights: Floats) -> NDArray[np.uint8]:
    """Return the number of the step nearest to each weight; 0 stands for 0."""
    step = np.log(_MOST / _LEAST) / 254
    nearest = 1 + np.rint(np.log(np.clip(weights, _LEAST, _MOST) / _LEAST) / step)
    return np.where(weights > 0, nearest, 0).astype(np.uint8)
