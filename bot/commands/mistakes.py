"""Expected mistakes of the command line: what each says, and its exit code."""

from bot.commands.failures import BackupNotWritten, BackupUnreadable, NotEmpty
from bot.commands.staff import StaffMistake
from bot.db.dump import DumpInvalid
from bot.db.engine import DatabaseDamaged, DatabaseUnavailable
from bot.db.migrate import SchemaTooNew
from bot.files import FileBusy
from bot.keys import KeysInvalid
from bot.lock import AlreadyRunning, FolderUnusable
from bot.people.retention import PurgeSuspicious
from bot.serving import PortTaken
from bot.settings import SettingsInvalid
from bot.telegram.errors import TokenRejected

EXPECTED = (SettingsInvalid, KeysInvalid, SchemaTooNew, DatabaseUnavailable, AlreadyRunning, FolderUnusable, PortTaken, PurgeSuspicious,
            TokenRejected, BackupNotWritten, BackupUnreadable, DumpInvalid, FileBusy, NotEmpty, StaffMistake)


def message(error: BaseException) -> str:
    """Return what a person is told: what is wrong, and what to do."""
    match error:
        case SettingsInvalid():
            return "The settings have mistakes:\n" + "\n".join(f"  - {mistake}" for mistake in error.mistakes)
        case DatabaseDamaged():
            return "The database file is damaged; nothing was written to it. Keep a copy of it, and restore the newest backup."
        case DatabaseUnavailable():
            return "The database cannot be opened or written. Check DALIL_DATABASE_URL and DALIL_DATA_DIR, the disk's room and the folder's rights."
        case PurgeSuspicious():
            return (f"{error}. That looks like a wrong clock, so nothing was erased. Check the date of this computer; "
                    "if it is right, run: python -m bot purge --confirm")
        case TokenRejected():
            return ("Telegram does not know this bot token. Ask BotFather for the current one and set DALIL_BOT_TOKEN. "
                    "If you did not revoke it, somebody else may have.")
        case _:
            return str(error)


def exit_code(error: BaseException) -> int:
    """Return 3 for a rejected token (safety.md, 68), 2 for every other mistake."""
    return 3 if isinstance(error, TokenRejected) else 2
