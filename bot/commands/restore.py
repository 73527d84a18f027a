"""`restore FILE`: a backup back into the database, in one transaction, without anybody who was erased since."""

import re
from collections.abc import Iterable
from contextlib import aclosing, nullcontext, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import keys as key_files
from bot import lock, logs, settings
from bot.commands import age
from bot.commands.failures import BackupUnreadable, NotEmpty
from bot.db.dump import check_header, is_empty, load
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.migrate import migrate
from bot.keys import KeyRing
from bot.people import keycheck
from bot.settings import Settings

JOURNAL = "erased.txt"  # in DATA_DIR: a line for each erased row, "UUID YYYY-MM-DD"
_ROW = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MANY = 500  # row numbers in one statement


async def restore(file: Path, identity_file: Path, *, replace: bool = False) -> str:
    """Put a backup in the place of an empty database, or with `replace` of any; whoever was erased since stays erased.

    Raises BackupUnreadable, DumpInvalid, NotEmpty, KeysInvalid (the key file can't read the backup), AlreadyRunning, DatabaseUnavailable:
    then the rows that were there are there still.
    """
    from bot.app import TABLES  # imports everything that has tables

    now = settings.load()
    logs.configure(now.log_level)
    key, keys = age.identity(identity_file), key_files.load(now.keys_file)
    with nullcontext() if now.database_url.startswith("postgres") else lock.hold(now.data_dir):
        try:
            with file.open("rb") as source:
                async with aclosing(age.decrypt(source, key)) as lines:
                    await check_header(lines)
                    await migrate(now.database, tables=TABLES)
                    count, gone = await _put(now, keys, lines, TABLES, replace)
        except OSError as error:
            raise BackupUnreadable(f"The backup {file} cannot be read ({error.strerror}).") from None
    return f"Restored {count:,} rows. Erased again: {gone} that were erased after the backup was made. Start the bot, and run: python -m bot doctor"


async def _put(now: Settings, keys: KeyRing, lines: Any, tables: MetaData, replace: bool) -> tuple[int, int]:
    database, tombstones = Database(now.database), tables.tables["tombstones"]
    try:
        async with database.transaction() as connection:
            if not replace and not await is_empty(connection, tables, besides=("key_canary", "tombstones")):
                raise NotEmpty
            kept = [dict(row) for row in (await connection.execute(select(tombstones))).mappings()]
            count = await load(connection, lines, tables)
            if kept:
                await connection.execute(database.insert(tombstones).on_conflict_do_nothing(), kept)
            rows = set((await connection.execute(select(tombstones.c.row))).scalars()) | journal(now.data_dir / JOURNAL)
            gone = await forget(connection, rows, tables)
            await keycheck.verify(connection, keys, strictly=True)
        with suppress(DatabaseUnavailable):  # somebody reads; the upkeep does it within the hour
            await database.checkpoint()
    finally:
        await database.close()
    return count, gone


def journal(file: Path) -> set[str]:
    """Return the numbers of the rows that were erased, as the journal names them; none where there is no journal."""
    if not file.exists():
        return set()
    return {found[0] for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if (found := _ROW.match(line))}


async def forget(connection: AsyncConnection, rows: Iterable[str], tables: MetaData) -> int:
    """Delete the people and interests with these row numbers, and all that hangs on them; return how many there were."""
    people, interests, wanted, gone = tables.tables["people"], tables.tables["interests"], sorted(rows), 0
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        lookups = (await connection.execute(select(people.c.lookup).where(people.c.id.in_(some)))).scalars().all()
        for table in (tables.tables["dialogs"], tables.tables["traces"]):
            await connection.execute(delete(table).where(table.c.lookup.in_(lookups)))
        for table in (interests, people):
            gone += len((await connection.execute(delete(table).where(table.c.id.in_(some)).returning(table.c.id))).all())
    return gone
