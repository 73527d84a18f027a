"""The tables of received updates: numbers, times and error classes, never content."""

from sqlalchemy import BigInteger, Column, String, Table

from bot.db.types import METADATA, UtcDateTime

# An update whose effects are committed: if Telegram delivers it again, it is known. Kept 48 hours.
FINISHED_UPDATES = Table(
    "finished_updates", METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("finished_at", UtcDateTime, nullable=False, index=True),
)

# An update that could not be processed, set aside so that it does not block others. Kept 48 hours.
QUARANTINED_UPDATES = Table(
    "quarantined_updates", METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("error", String(120), nullable=False, doc="the error's class and code location, never its message"),
    Column("at", UtcDateTime, nullable=False),
)
