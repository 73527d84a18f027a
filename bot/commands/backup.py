"""`backup FILE` and `keys identity FILE`: copies that only somebody with the offline identity can open."""

import os
from contextlib import aclosing
from pathlib import Path

from bot import logs, settings
from bot.commands import age
from bot.commands.failures import BackupNotWritten
from bot.db.dump import dump
from bot.db.engine import Database
from bot.files import replaced
from bot.settings import SettingsInvalid

_NO_RECIPIENT = ("DALIL_BACKUP_RECIPIENT is missing: on another computer run `python -m bot keys identity FILE`, "
                 "keep that file there, and set the public key that it prints.")


async def backup(file: Path) -> str:
    """Write a compressed, encrypted copy of the whole database, as it is at this moment, in the place of `file`; the bot may run.

    Raises SettingsInvalid without a recipient, DatabaseUnavailable, DumpInvalid, BackupNotWritten, FileBusy: then `file` is as it was.
    """
    now = settings.load()
    logs.configure(now.log_level)
    if not now.backup_recipient:
        raise SettingsInvalid((_NO_RECIPIENT,))
    from bot.app import TABLES  # imports everything that has tables

    to, database = age.recipient(now.backup_recipient), Database(now.database)
    try:
        await database.examine()  # the copy of a damaged database must not take the place of a good one
        with replaced(file) as out:
            async with database.snapshot() as connection, aclosing(dump(connection, TABLES)) as lines:
                await age.encrypt(lines, to, out)
            size = out.tell()
    except OSError as error:
        raise BackupNotWritten(error) from None
    finally:
        await database.close()
    return f"Wrote {file}: {size:,} bytes, encrypted. Take it to another machine, and delete it after 7 days."


async def make_identity(file: Path) -> str:
    """Make what opens backups, on the computer that keeps it; return the public key for the bot's machine. Raises BackupNotWritten."""
    identity, public = age.new_identity()
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(f"# opens the backups of Dalil; public key: {public}\n{identity}\n")
    except OSError as error:
        raise BackupNotWritten(error) from None
    return (f"Made {file}. Keep it offline, with another person than the one who keeps the key file: both together read everything.\n"
            f"On the bot's machine set DALIL_BACKUP_RECIPIENT={public}")
