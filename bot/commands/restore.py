"""`restore FILE`: a backup back into the database, in one transaction, without anybody who was erased since."""

from contextlib import aclosing, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, select

from bot import keys as key_files
from bot import lock, logs, settings
from bot.broadcasts.leaving import leaving_of
from bot.commands import age
from bot.commands.failures import BackupUnreadable, NotEmpty
from bot.db.dump import check_header, is_empty, load
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.migrate import migrate
from bot.keys import KeyRing
from bot.people import keycheck
from bot.people.erasure import erase_buried
from bot.people.tombstones import JOURNAL, Journal, bury
from bot.settings import Settings


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
            await bury(database, connection, Journal(now.data_dir / JOURNAL).read())
            gone = await erase_buried(connection, leaving_of(database, keys, lambda: datetime.now(UTC)))
            await keycheck.verify(connection, keys, strictly=True)
        with suppress(DatabaseUnavailable):  # somebody reads; the upkeep does it within the hour
            await database.checkpoint()
    finally:
        await database.close()
    return count, gone
