"""A disk of a few megabytes, read-only when wanted, and a program without an administrator's rights: what a test machine seldom has.

The disk lives in a mount namespace of its own, so that no rights are needed and nothing is left behind.
"""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from tests.conftest import ROOT


class SmallDisk:
    """A mounted disk: programs see it at `folder`, tests at `inside`."""

    def __init__(self, holder: int, folder: Path) -> None:
        self.inside = Path(f"/proc/{holder}/root{folder}")
        self.under = ("nsenter", f"--target={holder}", "--user", "--mount", "--preserve-credentials", "sh", "-c", f'cd {ROOT} && exec "$@"', "sh")
        self._folder = folder

    def fill(self) -> None:
        """Leave no byte free."""
        with (self.inside / "filler").open("ab", buffering=0) as file:
            for size in (65_536, 4_096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue

    def fill_with_files(self) -> None:
        """Leave no file free."""
        try:
            for number in range(100_000):
                (self.inside / f"empty-{number}").touch()
        except OSError:
            return

    def free(self) -> None:
        """Take away what `fill` and `fill_with_files` wrote."""
        for file in (self.inside / "filler", *self.inside.glob("empty-*")):
            file.unlink(missing_ok=True)

    def copied(self, folder: Path) -> Path:
        """Copy the database with its log to `folder`; returns the copy. (SQLite would follow `inside` out of the namespace.)"""
        folder.mkdir()
        for file in self.inside.glob("dalil.sqlite3*"):
            shutil.copy(file, folder / file.name)
        return folder / "dalil.sqlite3"

    async def read_only(self, on: bool) -> None:
        """Make the disk read-only, or writable again; nothing may be open on it."""
        change = f"mount -o remount,{'ro' if on else 'rw'} {self._folder}"
        process = await asyncio.create_subprocess_exec(*self.under, "sh", "-c", change)
        assert await process.wait() == 0


@asynccontextmanager
async def small_disk(folder: Path, size: str = "1m", files: int = 1000) -> AsyncIterator[SmallDisk]:
    """Mount a disk of `size` with room for `files` files at `folder` for the block."""
    folder.mkdir(parents=True)
    mount = f"mount -t tmpfs -o size={size},nr_inodes={files} tmpfs {folder} && echo ready && exec sleep 600"
    holder = await asyncio.create_subprocess_exec("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, stdout=asyncio.subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert await holder.stdout.readline() == b"ready\n"
        yield SmallDisk(holder.pid, folder)
    finally:
        holder.kill()
        await holder.wait()


def without_rights() -> tuple[str, ...]:
    """Return what runs a program so that a file's permissions bind it, also where tests run as root."""
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-all") if os.geteuid() == 0 else ()


def possible(*programs: str) -> bool:
    """Tell whether this system has `programs`, and lets an ordinary account mount in a namespace of its own."""
    return all(shutil.which(program) for program in programs) and os.system("unshare --user --map-root-user --mount true 2>/dev/null") == 0  # fixed words


def whole(database: Path) -> bool:
    """Tell whether SQLite finds nothing wrong with the file."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
