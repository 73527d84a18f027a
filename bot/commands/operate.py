"""Commands of the operator: keys, schema, erasure."""

from datetime import UTC, datetime, timedelta

from bot import keys as key_files
from bot import lock, logs, settings
from bot.broadcasts.leaving import leaving_of
from bot.db.engine import Database
from bot.db.migrate import SCHEMA, migrate
from bot.keys import KeysInvalid
from bot.people.tallies import Tallies
from bot.upkeep import purges


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
        lock.make(now.data_dir)
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
    leaving = leaving_of(database, key_files.load(now.keys_file), _utc_now)
    try:
        purging = purges(database, _utc_now, now.data_dir, leaving, confirmed=confirmed)
        gone = {kind: count for purge in purging.values() for kind, count in (await purge()).items()}
    finally:
        await database.close()
    return "Erased: " + ", ".join(f"{count} {kind}" for kind, count in gone.items()) + "."
