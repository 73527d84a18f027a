"""Does this key ring belong to this database? Asked at start, so that nothing is ever written with a wrong key, and nothing overlooked for want of one.

The database holds a sealed constant, a canary, for each key that seals.
"""

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, KeysInvalid, SealBroken, key_of
from bot.people.models import KEY_CANARIES, PEOPLE

_CONSTANT = "dalil"
_LOOKUP_KEY = PEOPLE.c.lookup_key
_LACKS = ("The key file lacks {which}, with which something in this database was made: it could not be read or found. "
          "Restore the newest copy of the key file (or, for a restored backup, the copy of its day).")


async def check(database: Database, keys: KeyRing) -> None:
    """Open every canary, and write one for the active key where it has none. Raises KeysInvalid when a key is wrong or missing."""
    async with database.transaction() as connection:
        await verify(connection, keys)
        await _add(database, connection, keys, keys.fields.active)


async def verify(connection: AsyncConnection, keys: KeyRing, *, strictly: bool = False) -> None:
    """Open every canary, and look whether the key of every pseudonym is there; `strictly`, there must be a canary. Raises KeysInvalid."""
    canaries = (await connection.execute(select(KEY_CANARIES.c.id, KEY_CANARIES.c.sealed))).all()
    if strictly and not canaries:
        raise KeysInvalid("Nothing shows that this was made with the keys in this key file, so it was not taken. Take another backup.")
    for row in canaries:
        try:
            keys.open(row.sealed, "key_canary", "sealed", str(row.id))
        except SealBroken:
            name = key_of(row.sealed)
            if name in keys.fields.keys:
                raise KeysInvalid("This key file does not belong to this database: what it holds cannot be read. Restore the right key file.") from None
            raise KeysInvalid(_LACKS.format(which=f"the key '{name}' of 'fields'")) from None
    for name in (await connection.execute(select(_LOOKUP_KEY).distinct())).scalars():
        if name not in keys.lookup.keys:
            raise KeysInvalid(_LACKS.format(which=f"the key '{name}' of 'lookup'"))


async def announce(database: Database, keys: KeyRing, name: str) -> None:
    """Write the canary of a key before anything is sealed with it. Raises DatabaseUnavailable."""
    async with database.transaction() as connection:
        await _add(database, connection, keys, name)


async def forget(database: Database, names: tuple[str, ...]) -> None:
    """Remove the canaries of keys that are about to leave the key file. Raises DatabaseUnavailable."""
    async with database.transaction() as connection:
        rows = (await connection.execute(select(KEY_CANARIES.c.id, KEY_CANARIES.c.sealed))).all()
        await connection.execute(delete(KEY_CANARIES).where(KEY_CANARIES.c.id.in_([row.id for row in rows if key_of(row.sealed) in names])))


async def _add(database: Database, connection: AsyncConnection, keys: KeyRing, name: str) -> None:
    if name in {key_of(sealed) for sealed in (await connection.execute(select(KEY_CANARIES.c.sealed))).scalars()}:
        return
    number = 1 + ((await connection.execute(select(func.max(KEY_CANARIES.c.id)))).scalar() or 0)
    sealed = keys.seal(_CONSTANT, "key_canary", "sealed", str(number), key=name)
    await connection.execute(database.insert(KEY_CANARIES).on_conflict_do_nothing(), {"id": number, "sealed": sealed})  # another replica may be first
