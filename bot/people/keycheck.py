"""Does this key ring belong to this database? Asked once at start, so that nothing is ever written with a wrong key."""

from sqlalchemy import insert, select

from bot.db.engine import Database
from bot.keys import KeyRing, KeysInvalid, SealBroken
from bot.people.models import KeyCanaryRow

_CONSTANT = "dalil"


async def check(database: Database, keys: KeyRing) -> None:
    """Open the sealed constant, or write it into a new database. Raises KeysInvalid when it does not open."""
    table = KeyCanaryRow.__table__  # type: ignore[attr-defined]
    async with database.transaction() as connection:
        sealed = (await connection.execute(select(table.c.sealed).where(table.c.id == 1))).scalar_one_or_none()
        if sealed is None:
            await connection.execute(insert(table).values(id=1, sealed=keys.seal(_CONSTANT, "key_canary", "sealed", "1")))
            return
    try:
        keys.open(sealed, "key_canary", "sealed", "1")
    except SealBroken:
        raise KeysInvalid("This key file does not belong to this database: what it holds cannot be read. Restore the right key file.") from None
