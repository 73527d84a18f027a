"""Commands of the operator: keys, schema, erasure."""

from datetime import UTC, datetime, timedelta

from bot import keys as key_files
from bot import logs, settings
from bot.broadcasts.corrections import forget_readings
from bot.db.engine import Database
from bot.db.migrate import SCHEMA, migrate
from bot.inbox.retention import forget_questions
from bot.keys import KeysInvalid
from bot.people.retention import Retention
from bot.people.tallies import Tallies
from bot.telegram.ledger import Ledger
from bot.upkeep import UPDATES_KEPT


async def make_keys() -> str:
    """Make the key ring. Raises KeysInvalid when there is one already."""
    path = settings.load().keys_file
    try:
        key_files.create(path)
    except FileExistsError:
        raise KeysInvalid(f"There is a key file already: {path}. It was left as it is; what is stored can be read only with it.") from None
    return f"Made {path}. Copy it to a safe place that is not the database's: without it, what is stored cannot be read."


async def bring_up_to_date() -> str:
    """Bring the database to this version's schema."""
    now = settings.load()
    logs.configure(now.log_level)
    if not now.database_url:
        now.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    await migrate(now.database)
    return f"The database has schema {SCHEMA}."


async def show_tallies(days: int) -> str:
    """Return the counts of the last `days` as lines: language, outcome, topic, count."""
    now = settings.load()
    logs.configure(now.log_level)
    await migrate(now.database)
    database = Database(now.database)
    try:
        sums = await Tallies(database, _utc_now).sums((_utc_now() - timedelta(days=days - 1)).date())
    finally:
        await database.close()
    lines = [f"{one.language}  {one.outcome:12} {one.topic:44} {'under 5' if one.count is None else one.count}" for one in sums]
    return "\n".join(lines) or "Nothing was counted in these days."


def _utc_now() -> datetime:
    return datetime.now(UTC)


async def erase_old(confirmed: bool) -> str:
    """Erase what is past its time."""
    now = settings.load()
    logs.configure(now.log_level)
    await migrate(now.database)
    database = Database(now.database)
    try:
        others = await forget_questions(database, _utc_now) + await forget_readings(database, _utc_now)
        purged = await Retention(database, _utc_now).purge(confirmed=confirmed)
        updates = await Ledger(database, _utc_now).forget(_utc_now() - UPDATES_KEPT)
    finally:
        await database.close()
    return (f"Erased: {purged.people} people, {purged.dialogs} conversation states, {purged.tallies} counts, {updates} update numbers, "
            f"{others} questions to the team and readings.")
