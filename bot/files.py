"""Files that are replaced as a whole: whoever reads one finds the old content or the new, never half of it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class FileBusy(Exception):
    """Another command is replacing this file at the moment."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another command is writing {path}. Wait until it has ended, and try again.")


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of `path` when the block ends, readable by its owner only; when the block raises, `path` stays as it is.

    What is written is on the disk before the change of names. Killed meanwhile, a part file stays beside it; the next one takes it over.
    Raises FileBusy, and OSError as the system does.
    """
    part = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+b") as file:
        _take(file.fileno(), part, path)
        try:
            file.truncate(0)
            _same_owner(file.fileno(), path)
            yield file
            file.flush()
            os.fsync(file.fileno())
            os.replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _take(file: int, part: Path, path: Path) -> None:
    """Hold the part file; whoever held it may have renamed it since it was opened, and then it is no part file any more."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        same = os.stat(part).st_ino == os.fstat(file).st_ino
    except (BlockingIOError, FileNotFoundError):
        same = False
    if not same:
        raise FileBusy(path)


def _same_owner(file: int, path: Path) -> None:
    """An operator who is root must not lock the bot's own account out of its file."""
    os.fchmod(file, 0o600)
    with suppress(FileNotFoundError):
        found = path.stat()
        if found.st_uid != os.fstat(file).st_uid:
            os.fchown(file, found.st_uid, found.st_gid)


def _sync_folder(folder: Path) -> None:
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
