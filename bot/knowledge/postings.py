"""Posting lists in numpy: for each feature the rows that have it, with their weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]  # 32 bits where there are many: building an index is what takes most memory
Floats = NDArray[np.floating[Any]]
_FEW = 2**16  # so many row numbers fit into 16 bits: half the memory


@dataclass(frozen=True, slots=True)
class Postings:
    """Lists of rows by feature number, with one weight or more for each: those of feature f lie from starts[f] to starts[f + 1]."""

    starts: NDArray[np.int32]
    rows: NDArray[np.uint16] | NDArray[np.uint32]
    weights: tuple[NDArray[np.float16], ...]  # half the memory; the order of answers is the same
    size: int

    @classmethod
    def build(cls, features: Ints, rows: Ints, weights: Sequence[Floats], vocabulary: int, size: int) -> "Postings":
        """Return the lists of these features and rows (each pair once), each with `weights`."""
        order = np.argsort(features, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(features, minlength=vocabulary)))).astype(np.int32)
        numbers = rows[order].astype(np.uint16) if size <= _FEW else rows[order].astype(np.uint32)
        return cls(starts, numbers, tuple(one[order].astype(np.float16) for one in weights), size)

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
