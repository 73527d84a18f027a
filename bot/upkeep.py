"""What happens by itself every hour: erasing what is past its time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger, where
from bot.people.retention import PurgeSuspicious, Retention
from bot.telegram.alerts import Alert, raise_alert
from bot.telegram.ledger import Ledger

log = get_logger()
UPDATES_KEPT = timedelta(hours=48)  # Telegram delivers an update again for 24 hours at the most (telegram.md 1)
CLOCK_SUSPICIOUS = "clock_suspicious"
_AGAIN = 60.0  # seconds
Forget = Callable[[], Awaitable[int]]  # erases what is past its time, and returns how many rows went


async def keep_up(
    retention: Retention, ledger: Ledger, now: Callable[[], datetime], alert: Alert, *others: Forget, every: float = 3600.0,
) -> None:
    """Erase what is past its time, now and every `every` seconds (sooner after a failure), until cancelled."""
    while True:
        done = await _erase(retention, ledger, now, alert, others)
        await asyncio.sleep(every if done else min(every, _AGAIN))


async def _erase(retention: Retention, ledger: Ledger, now: Callable[[], datetime], alert: Alert, others: tuple[Forget, ...]) -> bool:
    try:
        updates = await ledger.forget(now() - UPDATES_KEPT)
        rows = [await forget() for forget in others]  # before the purge, which empties the write-ahead log of all of it
        purged = await retention.purge()
    except PurgeSuspicious as error:
        log.error("purge_suspicious", due=error.due, total=error.total)
        await raise_alert(alert, CLOCK_SUSPICIOUS)
        return True
    except DatabaseUnavailable:
        log.warning("purge_postponed")
        return False
    except Exception as error:  # noqa: BLE001  # whatever it is, erasing must go on
        log.error("purge_failed", error=where(error))
        return False
    log.info("purged", people=purged.people, dialogs=purged.dialogs, tallies=purged.tallies, updates=updates, rows=sum(rows))
    return True
