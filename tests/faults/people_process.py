"""A replica in small: reads and writes people without a pause until its standard input closes, then prints what it saw.

python -m tests.faults.people_process DATABASE_URL KEY_FILE FIRST HOW_MANY
"""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot import keys as key_files
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write, apply
from bot.people.dialog import Dialog
from bot.people.service import People


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


async def commit(database: Database, write: Write) -> int:
    """Commit as the ledger does: again until the database takes it; return how often it had to be tried again."""
    for tries in range(100):
        try:
            async with database.transaction() as connection:
                await apply(connection, [[write]])
        except DatabaseUnavailable:
            await asyncio.sleep(0.02)
        else:
            return tries
    raise AssertionError("the database never took it")


async def run(url: str, key_file: str, first: int, many: int) -> dict[str, int]:
    """Register people, then look each up and change their dialog in turn; count what was not found as it was left."""
    database = Database(url)
    people = People(database, key_files.load(Path(key_file)), now)
    chats, left = range(first, first + many), dict.fromkeys(range(first, first + many), "")
    for chat in chats:
        await commit(database, people.choose_language(await people.look_up(chat), "fr"))
    print("ready", flush=True)
    closed = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    reads = failed = again = 0
    while not closed.done():
        for chat in chats:
            person = await people.look_up(chat)
            reads += 1
            failed += not person.known or (person.dialog.entry or "") != left[chat]
            left[chat] = f"entry-{reads}"
            again += await commit(database, people.remember(person, Dialog(entry=left[chat], answered_at=now())))
            await asyncio.sleep(0.002)
    await database.close()
    return {"reads": reads, "failed": failed, "again": again}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
