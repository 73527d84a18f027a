"""What happens by itself every hour: erasing what is past its time."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger, where
from bot.people.retention import PurgeSuspicious, Retention
from bot.staff.asks import Asks
from bot.telegram.alerts import Alert, raise_alert
from bot.telegram.ledger import Ledger

log = get_logger()
UPDATES_KEPT = timedelta(hours=48)  # Telegram delivers an update again for 24 hours at the most (telegram.md 1)
CLOCK_SUSPICIOUS = "clock_suspicious"
_AGAIN = 60.0  # seconds


async def keep_up(retention: Retention, ledger: Ledger, now: Callable[[], datetime], alert: Alert, every: float = 3600.0) -> None:
    """Erase what is past its time, now and every `every` seconds (sooner after a failure), until cancelled."""
    while True:
        done = await _erase(retention, ledger, now, alert)
        await asyncio.sleep(every if done else min(every, _AGAIN))


async def keep_asks(asks: Asks, every: float = 3600.0) -> None:
    """Erase what staff asked for and nobody confirmed within 24 hours, now and every `every` seconds (sooner after a failure), until cancelled."""
    while True:
        try:
            await asks.forget()
            done = True
        except DatabaseUnavailable:
            log.warning("asks_postponed")
            done = False
        await asyncio.sleep(every if done else min(every, _AGAIN))


async def _erase(retention: Retention, ledger: Ledger, now: Callable[[], datetime], alert: Alert) -> bool:
    try:
        updates = await ledger.forget(now() - UPDATES_KEPT)
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
    log.info("purged", people=purged.people, dialogs=purged.dialogs, tallies=purged.tallies, updates=updates)
    return True
