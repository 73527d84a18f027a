"""The entries and the index of one revision, kept in files beside the knowledge base: a start then takes a tenth of the time.

They hold numbers and text, no code, and belong to one revision of the texts and of this code; what is damaged or missing is made anew.
"""

import contextlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
FEW = 3  # sample questions of an entry that languages are learnt from
_TEXTS = "texts"
_SHAPE = TypeAdapter(tuple[dict[str, dict[str, str]], list[Entry], dict[str, Any]])
Arrays = Mapping[str, NDArray[np.generic]]


def read(folder: Path, revision: str) -> Arrays | None:
    """Return the arrays kept for `revision`, or None. They stay in their files: the system holds in memory what is used."""
    place = _place(folder, revision)
    try:
        return {file.stem: np.lib.format.open_memmap(file, mode="r").view(np.ndarray) for file in sorted(place.iterdir())} or None
    except (OSError, ValueError, EOFError):
        return None


def has(folder: Path, revision: str) -> bool:
    """Tell whether something is kept for `revision`."""
    return _place(folder, revision).is_dir()


def write(folder: Path, revision: str, arrays: Arrays) -> None:
    """Keep the arrays for `revision` in the place of older ones; where the folder can't be written, nothing is kept."""
    place = _place(folder, revision)
    part = place.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(OSError):
        part.mkdir(parents=True, exist_ok=True)
        for name, array in arrays.items():
            np.save(part / f"{name}.npy", array, allow_pickle=False)
        shutil.rmtree(place, ignore_errors=True)
        part.replace(place)
        for older in place.parent.iterdir():
            if older != place and not older.name.endswith(".part"):
                shutil.rmtree(older, ignore_errors=True)
    shutil.rmtree(part, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept besides the index: names of countries, entries by id, and the values of the YAML files beside them."""

    names: Names
    entries: Mapping[str, Entry]
    values: Mapping[str, Any]


def pack(kept: Kept) -> dict[str, NDArray[np.uint8]]:
    """Return `kept` as an array, to be written with those of the index. Of the sample questions FEW stay: the index holds them all."""
    names = {code: dict(by_language) for code, by_language in kept.names.items()}
    entries = [replace(one, texts={language: replace(text, questions=text.questions[:FEW], aliases=()) for language, text in one.texts.items()})
               for one in kept.entries.values()]
    return {_TEXTS: np.frombuffer(_SHAPE.dump_json((names, entries, dict(kept.values))), dtype=np.uint8)}


def unpack(arrays: Arrays) -> Kept:
    """Return what `pack` put there."""
    names, entries, values = _SHAPE.validate_json(arrays[_TEXTS].tobytes())
    return Kept(names, {entry.id: entry for entry in entries}, values)


def _place(folder: Path, revision: str) -> Path:
    return folder / FOLDER / f"{revision}-{_code()}"


@lru_cache(maxsize=1)
def _code() -> str:
    """Return a mark of this code: what another version made is not taken."""
    digest = sha256(np.__version__.encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
