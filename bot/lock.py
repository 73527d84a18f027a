"""One process a data folder: on SQLite two would answer everything twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process works on this data folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Another Dalil already runs on {folder}. Stop it first, or give this one another DALIL_DATA_DIR.")


class FolderUnusable(Exception):
    """The data folder cannot be made, or not be written."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(f"The data folder {folder} cannot be written ({error.strerror}). Check DALIL_DATA_DIR, the folder's rights and the disk.")


def make(folder: Path) -> None:
    """Make the data folder where it is missing, readable by its owner only. Raises FolderUnusable."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise FolderUnusable(folder, error) from None


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder's lock inside the block; the system lets go of it when the process ends, however it ends.

    Raises AlreadyRunning and FolderUnusable.
    """
    make(folder)
    try:
        file = os.open(folder / "dalil.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise FolderUnusable(folder, error) from None
    try:
        _take(file, folder)
        yield
    finally:
        os.close(file)


def _take(file: int, folder: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyRunning(folder) from None
