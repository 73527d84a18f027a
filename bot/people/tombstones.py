"""The numbers of erased rows, in the database and in a file beside it: whoever was erased stays so when a backup is restored.

They are random numbers that stood in the erased rows and nowhere else: they say nothing about who.
"""

import fcntl
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database, DatabaseUnavailable
from bot.people.models import TOMBSTONES

TOMBSTONE_DAYS = 30  # backups are kept 7 days (docs/operations.md); the rest is for an operator who kept one too long
JOURNAL = "erased.txt"  # in the data folder
_LINE = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{4}-\d\d-\d\d)")


class Journal:
    """The file: a line `UUID YYYY-MM-DD` for each erased row. Raises DatabaseUnavailable when it can't be read or written."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def append(self, numbers: Iterable[str], day: date) -> None:
        """Add lines; when this returns, they survive a power cut."""
        lines = "".join(f"{number} {day}\n" for number in numbers)
        if not lines:
            return
        with self._held():
            # A line that a full disk or a kill left half-written must not spoil the first of these.
            begin = "\n" if self._file.exists() and not self._file.read_bytes().endswith(b"\n") else ""
            with os.fdopen(os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
                file.write(begin + lines)
                file.flush()
                os.fsync(file.fileno())
            self._sync_folder()

    def read(self) -> Mapping[str, date]:
        """Return the numbers and the days; lines that are none are passed over."""
        with self._held():
            return self._lines()

    def tidy(self, today: date) -> None:
        """Drop the lines that are older than 30 days, all or nothing."""
        with self._held():
            lines = self._lines()
            kept = {number: day for number, day in lines.items() if day >= today - timedelta(days=TOMBSTONE_DAYS)}
            if len(kept) == len(lines):
                return
            fresh = self._file.with_suffix(".new")
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                file.write("".join(f"{number} {day}\n" for number, day in kept.items()))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._file)
            self._sync_folder()

    def _lines(self) -> dict[str, date]:
        text = self._file.read_text(encoding="ascii", errors="replace") if self._file.exists() else ""
        found = filter(None, map(_LINE.fullmatch, text.splitlines()))
        return {match[1]: day for match in found if (day := _day(match[2])) is not None}

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Keep other processes of this data folder from the file (on PostgreSQL there may be some)."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self._file.with_suffix(".lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
            finally:
                os.close(lock)
        except OSError as error:
            raise DatabaseUnavailable from error

    def _sync_folder(self) -> None:
        folder = os.open(self._file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


async def bury(database: Database, connection: AsyncConnection, numbers: Mapping[str, date]) -> None:
    """Write a tombstone for each row number, in the transaction of `connection`; one that is there already stays as it is."""
    rows = [{"row": number, "erased_on": day} for number, day in sorted(numbers.items())]  # in one order everywhere: two at once would deadlock
    if rows:
        await connection.execute(database.insert(TOMBSTONES).on_conflict_do_nothing(), rows)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
