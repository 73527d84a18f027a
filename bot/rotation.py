"""What happens by itself with keys: a changed key file is read again, and what old keys made is renewed in the background."""

import asyncio
import time

from bot.db.engine import DatabaseUnavailable
from bot.keys import KeyRing, KeysInvalid
from bot.logs import get_logger, where
from bot.people.rekey import Rekey
from bot.telegram.alerts import Alert, raise_alert

log = get_logger()
KEYS_UNREADABLE = "keys_unreadable"
_PAUSE = 0.05  # seconds of rest after each batch: people's writes go between
_AGAIN = 600.0  # seconds until the next look for rows that were written late with an old key


async def keep_keys(keys: KeyRing, rekey: Rekey, alert: Alert, every: float = 10.0) -> None:
    """Look every `every` seconds after the key file, and renew what is left under old keys, until cancelled.

    A file that can't be used changes nothing: the keys in memory stay, and staff are told once.
    """
    told, walked, due = False, ("", ""), 0.0
    while True:
        told = await _look(keys, alert, told)
        active = keys.fields.active, keys.lookup.active
        if (keys.fields.old or keys.lookup.old) and (active != walked or time.monotonic() >= due) and await _renew(rekey):
            walked, due = active, time.monotonic() + _AGAIN
        await asyncio.sleep(every)


async def _look(keys: KeyRing, alert: Alert, told: bool) -> bool:
    try:
        keys.refresh()
    except KeysInvalid:
        if not told:
            await raise_alert(alert, KEYS_UNREADABLE)
        return True
    return False


async def _renew(rekey: Rekey) -> bool:
    """Walk once through all rows; False when that has to be tried again soon."""
    try:
        found = await rekey.walk(_PAUSE)
    except DatabaseUnavailable:
        log.warning("rekey_postponed")
        return False
    except Exception as error:  # noqa: BLE001  # whatever it is, the bot goes on, and so does this
        log.error("rekey_failed", error=where(error))
        return False
    log.info("rekeyed", changed=found.changed, broken=sum(found.broken.values()))
    return True
