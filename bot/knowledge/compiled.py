"""The entries and the index of one revision, kept in a file beside the knowledge base: a start then takes a tenth of the time.

The file holds numbers and text, no code. It belongs to one revision of the texts and of this code; any other, a damaged or a missing one is made anew.
"""

import contextlib
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from bot.knowledge.countries import Names
from bot.knowledge.entry import Entry

FOLDER = ".index"  # hidden: not a part of the knowledge base
_TEXTS = "texts"
_SHAPE = TypeAdapter(tuple[dict[str, dict[str, str]], list[Entry], dict[str, Any]])
Arrays = Mapping[str, NDArray[np.generic]]


def read(folder: Path, revision: str) -> Arrays | None:
    """Return the arrays kept for `revision`, or None."""
    try:
        with _file(folder, revision).open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    except (OSError, ValueError, zipfile.BadZipFile, KeyError, EOFError):
        return None


def has(folder: Path, revision: str) -> bool:
    """Tell whether something is kept for `revision`."""
    return _file(folder, revision).is_file()


def write(folder: Path, revision: str, arrays: Arrays) -> None:
    """Keep the arrays for `revision` in the place of older ones; where the folder can't be written, nothing is kept."""
    file = _file(folder, revision)
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}.part.npz")
        try:
            np.savez(part, allow_pickle=False, **arrays)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        for older in file.parent.glob("*.npz"):
            if older != file and ".part." not in older.name:
                older.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept besides the index: names of countries, entries by id, and the values of the YAML files beside them."""

    names: Names
    entries: Mapping[str, Entry]
    values: Mapping[str, Any]


def pack(kept: Kept) -> dict[str, NDArray[np.uint8]]:
    """Return `kept` as an array, to be written with those of the index."""
    names = {code: dict(by_language) for code, by_language in kept.names.items()}
    return {_TEXTS: np.frombuffer(_SHAPE.dump_json((names, list(kept.entries.values()), dict(kept.values))), dtype=np.uint8)}


def unpack(arrays: Arrays) -> Kept:
    """Return what `pack` put there."""
    names, entries, values = _SHAPE.validate_json(arrays[_TEXTS].tobytes())
    return Kept(names, {entry.id: entry for entry in entries}, values)


def _file(folder: Path, revision: str) -> Path:
    return folder / FOLDER / f"{revision}-{_code()}.npz"


@lru_cache(maxsize=1)
def _code() -> str:
    """Return a mark of this code: what another version made is not taken."""
    digest = sha256(np.__version__.encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
