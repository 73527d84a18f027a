"""Reading files without trusting them: no links, no large files, only UTF-8; and a stamp that shows whether any has changed."""

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from bot.knowledge.problems import FileRefused, Problem

LARGEST = 256 * 1024  # bytes; the longest entry has about 10,000
_HIDDEN = "."
Stamp = tuple[tuple[str, int, int], ...]


def read(folder: Path, name: str) -> str:
    """Return the text of `folder/name`. Raises FileRefused."""
    return decode(name, read_bytes(folder, name))


def read_bytes(folder: Path, name: str) -> bytes:
    """Return the bytes of `folder/name`. Raises FileRefused for a link, a special or a large file, or one that can't be read."""
    path = folder / name
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            raise FileRefused(Problem(name, 1, "is a symbolic link", "Put the file itself here"))
        if not stat.S_ISREG(about.st_mode):
            raise FileRefused(Problem(name, 1, "is not an ordinary file", "Remove it"))
        if about.st_size > LARGEST:
            raise FileRefused(Problem(name, 1, f"has {about.st_size:,} bytes", f"A file may have at most {LARGEST:,}"))
        with path.open("rb") as file:
            return file.read(LARGEST + 1)[:LARGEST]
    except OSError as error:
        raise FileRefused(Problem(name, 1, f"cannot be read ({error.strerror})", "Check that it exists and its permissions")) from error


def decode(name: str, data: bytes) -> str:
    """Return `data` as text. Raises FileRefused with the line of the first byte that isn't UTF-8."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefused(Problem(name, line, "is not UTF-8", "Save the file as UTF-8")) from error


def names(folder: Path) -> tuple[list[str], list[Problem]]:
    """Return the names of all files below `folder`, relative and sorted, and a problem for each linked folder. Hidden files are left out."""
    found: list[str] = []
    problems: list[Problem] = []
    for place, folders, files in os.walk(folder, followlinks=False):
        here = Path(place)
        for name in [one for one in folders if (here / one).is_symlink()]:
            problems.append(Problem(str((here / name).relative_to(folder)), 1, "is a symbolic link", "Put the folder itself here"))
        folders[:] = sorted(one for one in folders if not one.startswith(_HIDDEN) and not (here / one).is_symlink())
        found.extend(str((here / one).relative_to(folder)) for one in files if not _is_left_out(one))
    return sorted(found), problems


def stamp(folder: Path) -> Stamp:
    """Return name, time of change and size of each file: equal stamps mean that nothing has changed. A thousand files take 6 ms."""
    return tuple(sorted(_marks(str(folder))))


def _is_left_out(name: str) -> bool:
    """Tell whether a file is hidden, or what an editor keeps beside the file."""
    return name.startswith(_HIDDEN) or name.endswith("~")


def _marks(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as found:
            for one in found:
                if one.is_dir(follow_symlinks=False):
                    yield from () if one.name.startswith(_HIDDEN) else _marks(one.path)
                elif not _is_left_out(one.name):
                    about = one.stat(follow_symlinks=False)
                    yield one.path, about.st_mtime_ns, about.st_size
    except OSError:  # gone between listing and looking: the next look sees it
        return


def revision(folder: Path, found: Iterable[str]) -> str:
    """Return the first 12 hex digits of a hash over the names and bytes of the files `found`; "" when one can't be read."""
    digest = sha256()
    try:
        for name in sorted(found):
            content = read_bytes(folder, name)
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
            digest.update(content)
    except FileRefused:
        return ""
    return digest.hexdigest()[:12]
