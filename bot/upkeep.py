"""What happens by itself every hour: erasing what is past its time."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger
from bot.people.retention import PurgeSuspicious, Retention
from bot.telegram.alerts import Alert, raise_alert
from bot.telegram.ledger import Ledger

log = get_logger()
UPDATES_KEPT = timedelta(hours=48)  # Telegram delivers an update again for 24 hours at the most (telegram.md 1)
CLOCK_SUSPICIOUS = "clock_suspicious"


async def keep_up(retention: Retention, ledger: Ledger, now: Callable[[], datetime], alert: Alert, every: float = 3600.0) -> None:
    """Erase what is past its time, now and every `every` seconds, until cancelled."""
    while True:
        try:
            purged = await retention.purge()
            updates = await ledger.forget(now() - UPDATES_KEPT)
            log.info("purged", people=purged.people, dialogs=purged.dialogs, tallies=purged.tallies, updates=updates)
        except PurgeSuspicious as error:
            log.error("purge_suspicious", due=error.due, total=error.total)
            await raise_alert(alert, CLOCK_SUSPICIOUS)
        except DatabaseUnavailable:
            log.warning("purge_postponed")
        await asyncio.sleep(every)
