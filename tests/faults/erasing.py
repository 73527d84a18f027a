"""A small process that erases and is killed in the middle: `python -m tests.faults.erasing STEP URL JOURNAL NOW [CHAT KEYS]`.

Steps: "journal" (its lines are written, nothing is deleted), "commit" (deleted, not committed), "checkpoint" (committed, the log not
emptied), "receipt" (all done, nobody told), "purge-commit" (a purge, deleted, not committed).
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import keys as key_files
from bot.db.engine import Database
from bot.people.erasure import Erasure
from bot.people.retention import Retention
from bot.people.service import People
from bot.people.tombstones import Journal


def die() -> None:
    """Be killed as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


class Mortal(Database):
    """A database that is killed before the commit of a transaction that deleted a person, or before the checkpoint."""

    step = ""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """As the real one; the step "commit" ends here."""
        async with super().transaction() as connection:
            before = (await connection.execute(text("SELECT count(*) FROM people"))).scalar_one()
            yield connection
            if self.step.endswith("commit") and (await connection.execute(text("SELECT count(*) FROM people"))).scalar_one() < before:
                die()

    async def checkpoint(self) -> None:
        """As the real one; the step "checkpoint" ends here."""
        if self.step == "checkpoint":
            die()
        await super().checkpoint()


class MortalJournal(Journal):
    """A journal after whose lines the process is killed."""

    def append(self, numbers: Iterable[str], day: date) -> None:
        """As the real one, and the end."""
        super().append(numbers, day)
        die()


class MortalErasure(Erasure):
    """An erasure that is killed at `step`."""

    def __init__(self, database: Mortal, now: datetime, journal: Path, step: str) -> None:
        super().__init__(database, lambda: now, journal)
        database.step = step
        if step == "journal":
            self._journal = MortalJournal(journal)


async def run(step: str, url: str, journal: Path, now: datetime, chat_id: str = "", keys: str = "") -> None:
    """Erase, or purge, until killed."""
    database = Mortal(url)
    if step.startswith("purge"):
        database.step = step
        await Retention(database, lambda: now, journal).purge()
        return
    person = await People(database, key_files.load(Path(keys)), lambda: now).look_up(int(chat_id))
    await MortalErasure(database, now, journal, step).erase(person)
    die()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], Path(sys.argv[3]), datetime.fromisoformat(sys.argv[4]), *sys.argv[5:]))
