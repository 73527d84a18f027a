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


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder's lock inside the block; the system lets go of it when the process ends, however it ends. Raises AlreadyRunning."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = os.open(folder / "dalil.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise AlreadyRunning(folder) from None
    finally:
        os.close(file)
