"""What happens by itself every hour: erasing what is past its time, and moving courses on when their date has come."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from bot.broadcasts.corrections import forget_readings
from bot.broadcasts.retention import forget_broadcasts
from bot.courses.retention import InterestRetention
from bot.courses.service import Courses
from bot.db.engine import Database, DatabaseUnavailable
from bot.inbox.retention import forget_questions
from bot.logs import get_logger, where
from bot.people.retention import PurgeSuspicious, Retention
from bot.people.tombstones import JOURNAL
from bot.staff.asks import Asks
from bot.staff.retention import forget_staff
from bot.telegram.alerts import Alert, raise_alert
from bot.telegram.ledger import Ledger

log = get_logger()
Purge = Callable[[], Awaitable[Mapping[str, int]]]  # erases what is due of one domain, and returns how many rows of each kind went
UPDATES_KEPT = timedelta(hours=48)  # Telegram delivers an update again for 24 hours at the most (telegram.md 1)
CLOCK_SUSPICIOUS = "clock_suspicious"
_AGAIN = 60.0  # seconds
Forget = Callable[[], Awaitable[int]]  # erases what is past its time, and returns how many rows went


def purges(database: Database, now: Callable[[], datetime], data_dir: Path, *, confirmed: bool = False) -> Mapping[str, Purge]:
    """Return every purge by its name; `confirmed`: also when more than a fifth of the people are due."""
    async def updates() -> Mapping[str, int]:
        return {"updates": await Ledger(database, now).forget(now() - UPDATES_KEPT)}

    async def people() -> Mapping[str, int]:
        return asdict(await Retention(database, now, data_dir / JOURNAL).purge(confirmed=confirmed))

    async def interests() -> Mapping[str, int]:
        gone = await InterestRetention(database, now, data_dir / JOURNAL).purge()
        return {"drafts": gone.drafts, "interests": gone.interests, "interest_tallies": gone.tallies}

    async def questions() -> Mapping[str, int]:
        return {"questions": await forget_questions(database, now), "readings": await forget_readings(database, now)}

    async def asks() -> Mapping[str, int]:
        return {"asks": await Asks(database, now).forget()}

    async def broadcasts() -> Mapping[str, int]:
        return asdict(await forget_broadcasts(database, now))

    async def staff() -> Mapping[str, int]:
        return await forget_staff(database, now)

    return {"updates": updates, "interests": interests, "questions": questions, "asks": asks, "broadcasts": broadcasts, "staff": staff, "people": people}


async def keep_up(due: Mapping[str, Purge], alert: Alert, every: float = 3600.0) -> None:
    """Run each purge now and every `every` seconds (sooner after a failure), until cancelled; one that fails holds up no other."""
    while True:
        done = [await _erase(name, purge, alert) for name, purge in due.items()]
        await asyncio.sleep(every if all(done) else min(every, _AGAIN))


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


async def _erase(name: str, purge: Purge, alert: Alert) -> bool:
    try:
        gone = await purge()
    except PurgeSuspicious as error:
        log.error("purge_suspicious", due=error.due, total=error.total)
        await raise_alert(alert, CLOCK_SUSPICIOUS)
        return True
    except DatabaseUnavailable:
        log.warning("purge_postponed", purge=name)
        return False
    except Exception as error:  # noqa: BLE001  # whatever it is, erasing must go on
        log.error("purge_failed", purge=name, error=where(error))
        return False
    log.info("purged", purge=name, **gone)
    return True
