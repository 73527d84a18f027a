"""`keys rotate`: new keys, while the bot runs. Run again it goes on, shows what is left, and ends the rotation.

The order makes it safe with several processes that share the file: a new key is first known to all, and only then used by any.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot import keyfile, logs, settings
from bot import keys as key_files
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.keyfile import KEPT, Ring, Rings
from bot.keys import LOOK_EVERY, KeyRing
from bot.people import keycheck
from bot.people.rekey import Left, Rekey

SETTLE = 5 * LOOK_EVERY  # seconds: every process looks at the file once a second of use, so by then all know the new keys


async def rotate(purposes: Sequence[str], *, again: bool = False, finish: bool = False, settle: float = SETTLE) -> str:
    """Begin, go on with or end the rotation of `purposes`; return what was done and what is left, in sentences.

    `again` makes new keys though a rotation is under way; `finish` removes old keys before their time, if no row needs them.
    Raises KeysInvalid and DatabaseUnavailable; it can be run again after either.
    """
    from bot.app import TABLES  # imports everything that has tables

    now = settings.load()
    logs.configure(now.log_level)
    await migrate(now.database, tables=TABLES)
    keys, database = key_files.load(now.keys_file), Database(now.database)
    try:
        await keycheck.check(database, keys)
        said = [] if finish else await _renew_keys(now.keys_file, keys, database, purposes, again, settle)
        said += await _remove(now.keys_file, keys, database, Rekey(database, keys, TABLES), purposes, finish, min(settle, 2 * LOOK_EVERY))
    finally:
        await database.close()
    return "\n".join(said)


async def _renew_keys(path: Path, keys: KeyRing, database: Database, purposes: Sequence[str], again: bool, settle: float) -> list[str]:
    def begun(ring: Ring) -> Ring:
        return ring.with_new() if ring.coming is None and (again or not ring.old) else ring

    rings = keyfile.change(path, _each(purposes, begun))
    coming = [f"{purpose} {rings[purpose].coming}" for purpose in purposes if rings[purpose].coming]
    if not coming:
        return ["A rotation is under way; no new key was made (--again would make one all the same)."]
    keys.refresh()
    if "fields" in purposes and keys.fields.coming:
        await keycheck.announce(database, keys, keys.fields.coming)
    print(f"The new keys stand in the file and become active in {settle:.0f} seconds.", flush=True)
    await asyncio.sleep(settle)
    keyfile.change(path, _each(purposes, lambda ring: ring.activated(datetime.now(UTC))))
    keys.refresh()
    said = [f"Active now: {', '.join(coming)}. Copy the key file to its safe place."]
    return said + (["The webhook's new secret counts when the bot is started again: restart every replica."] if "webhook" in purposes else [])


async def _remove(path: Path, keys: KeyRing, database: Database, rekey: Rekey, purposes: Sequence[str], finish: bool, rest: float) -> list[str]:
    """Renew what is left, then take away each old key that nothing needs."""
    changed = (await rekey.walk()).changed
    await asyncio.sleep(rest)  # what a process was about to write with the old key
    last = await rekey.walk()
    left, rings = await rekey.left(), keyfile.read(path)
    needed = Left({name: count - last.broken.get(name, 0) for name, count in left.fields.items()}, left.lookup)
    said = [f"Renewed: {changed + last.changed} rows."] if changed + last.changed else []
    if last.broken:
        said.append(f"{sum(last.broken.values())} values cannot be opened with any key: they were altered or damaged, and no key brings them back.")
    gone: dict[str, tuple[str, ...]] = {}
    for purpose in purposes:
        for name in rings[purpose].old:
            reason = _reason(purpose, name, rings[purpose], needed, finish)
            gone[purpose] = gone.get(purpose, ()) if reason else (*gone.get(purpose, ()), name)
            said.append(f"The old key {name} of {purpose} stays: {reason}." if reason else f"The old key {name} of {purpose} was removed: nothing needs it.")
    if any(gone.values()):
        await keycheck.forget(database, gone.get("fields", ()))  # first the canary: a canary without its key would stop the next start
        keyfile.change(path, lambda rings: replace(rings, **{purpose: rings[purpose].without(names) for purpose, names in gone.items()}))
        said.append("Copy the key file to its safe place again.")
    return said or ["No rotation is under way: each purpose has one key."]


def _reason(purpose: str, name: str, ring: Ring, needed: Left, finish: bool) -> str:
    """Return why an old key can't go yet, "" when it can."""
    rows = {"fields": needed.fields, "lookup": needed.lookup}.get(purpose, {}).get(name, 0)
    if rows:
        return f"{rows} rows still need it; the running bot renews them, or run this again"
    until = ring.retired[name] + KEPT[purpose]
    if datetime.now(UTC) >= until or (finish and purpose != "audit"):
        return ""
    why = {"fields": "backups of the last days need it", "lookup": "backups of the last days need it", "session": "buttons in chats need it",
           "audit": "the audit trail is read with it", "webhook": "replicas that were not restarted need it"}[purpose]
    return f"until {until:%d %B %Y %H:%M} UTC, because {why}; run this again then"


def _each(purposes: Sequence[str], edit: Callable[[Ring], Ring]) -> Callable[[Rings], Rings]:
    return lambda rings: replace(rings, **{purpose: edit(rings[purpose]) for purpose in purposes})
