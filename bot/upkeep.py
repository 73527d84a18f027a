"""What happens by itself every hour: erasing what is past its time, and moving courses on when their date has come."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.courses.service import Courses
from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger, where
from bot.people.retention import PurgeSuspicious, Retention
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


async def keep_courses(courses: Courses, every: float = 3600.0) -> None:
    """Open, close and archive courses by their dates, now and every `every` seconds (sooner after a failure), until cancelled.

    People see the right state in any case: it is worked out at each reading. Written, it stays even if the clock goes back.
    """
    while True:
        done = False
        try:
            moves = await courses.move()
            done = True
        except DatabaseUnavailable:
            log.warning("courses_postponed")
        except Exception as error:  # noqa: BLE001  # whatever it is, the next hour's courses must move
            log.error("courses_failed", error=where(error))
        else:
            log.info("courses_moved", count=len(moves))
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
