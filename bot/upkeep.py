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
from bot.daily import Daily
from bot.db.engine import Database, DatabaseUnavailable
from bot.inbox.retention import forget_questions
from bot.logs import get_logger, where
from bot.people.retention import PurgeSuspicious, Retention
from bot.people.tombstones import JOURNAL
from bot.people.witness import NOBODY, Witness
from bot.rolenews import RoleNews
from bot.staff.asks import Asks
from bot.staff.retention import forget_staff
from bot.telegram.alerts import Alert, raise_alert
from bot.telegram.ledger import Ledger

log = get_logger()
Work = Callable[[], Awaitable[Mapping[str, int]]]  # does what is due of one domain, and returns counts: for a purge how many rows of each kind went
UPDATES_KEPT = timedelta(hours=48)  # Telegram delivers an update again for 24 hours at the most (telegram.md 1)
CLOCK = "clock"  # the look at the clock: while it fails, nothing that comes after it is done
CLOCK_SUSPICIOUS = "clock_suspicious"
_AGAIN = 60.0  # seconds


def purges(
    database: Database, now: Callable[[], datetime], data_dir: Path, witness: Witness = NOBODY, *, confirmed: bool = False,
) -> Mapping[str, Work]:
    """Return every purge by its name; `confirmed`: also when more than a fifth of the people are due. That is looked at first: it tells a wrong clock."""
    async def updates() -> Mapping[str, int]:
        return {"updates": await Ledger(database, now).forget(now() - UPDATES_KEPT)}

    async def interests() -> Mapping[str, int]:
        gone = await InterestRetention(database, now, data_dir / JOURNAL, witness).purge()
        return {"drafts": gone.drafts, "interests": gone.interests, "interest_tallies": gone.tallies}

    async def questions() -> Mapping[str, int]:
        return {"questions": await forget_questions(database, now), "readings": await forget_readings(database, now)}

    async def asks() -> Mapping[str, int]:
        return {"asks": await Asks(database, now).forget()}

    async def broadcasts() -> Mapping[str, int]:
        return asdict(await forget_broadcasts(database, now))

    async def staff() -> Mapping[str, int]:
        return await forget_staff(database, now)

    return {**_people(Retention(database, now, data_dir / JOURNAL, witness), confirmed=confirmed), "updates": updates, "interests": interests,
            "questions": questions, "asks": asks, "broadcasts": broadcasts, "staff": staff}


def _people(retention: Retention, *, confirmed: bool) -> Mapping[str, Work]:
    """Return the look at the clock, and the purge of people, which looks once more in its own transaction."""
    async def clock() -> Mapping[str, int]:
        await retention.look(confirmed=confirmed)
        return {}

    async def people() -> Mapping[str, int]:
        return asdict(await retention.purge(confirmed=confirmed))

    return {CLOCK: clock, "people": people}


def hourly(erasing: Mapping[str, Work], courses: Courses, daily: Daily, role_news: RoleNews) -> Mapping[str, Work]:
    """Return all that is due every hour: what staff are told unasked, the purges, then courses move by their dates.

    People see a course's right state in any case: it is worked out at each reading. Written, it stays even if the clock goes back.
    """
    async def moved() -> Mapping[str, int]:
        return {"courses": len(await courses.move())}

    async def head() -> Mapping[str, int]:
        return {"admins": await daily.head()}

    async def waiting() -> Mapping[str, int]:
        return {"responders": await daily.questions()}

    async def roles() -> Mapping[str, int]:
        return {"told": await role_news.tell()}

    return {"audit-head": head, "waiting": waiting, "roles": roles, **erasing, "courses": moved}


async def keep_up(due: Mapping[str, Work], alert: Alert, every: float = 3600.0) -> None:
    """Do each piece now and every `every` seconds, until cancelled; one that fails holds up no other, and is tried again sooner.

    But when the clock looks wrong, nothing that comes after that look is done until the next round: neither is anything erased, nor do courses close.
    While the look itself fails, nothing after it is done either: an unknown clock is not a right one.
    """
    while True:
        failed, rest = await _do_all(due, alert), every
        while failed and rest > _AGAIN:
            await asyncio.sleep(_AGAIN)
            failed, rest = await _do_all(failed, alert), rest - _AGAIN
        await asyncio.sleep(rest)


async def _do_all(due: Mapping[str, Work], alert: Alert) -> Mapping[str, Work]:
    """Do each piece, and return those that failed; a look at the clock that failed takes along all that come after it, a wrong clock none."""
    failed: dict[str, Work] = {}
    for name, work in due.items():
        try:
            if CLOCK in failed or not await _do(name, work):
                failed[name] = work
        except PurgeSuspicious as error:
            log.error("purge_suspicious", due=error.due, total=error.total)
            await raise_alert(alert, CLOCK_SUSPICIOUS)
            break
    return failed


async def _do(name: str, work: Work) -> bool:
    try:
        done = await work()
    except PurgeSuspicious:
        raise
    except DatabaseUnavailable:
        log.warning("upkeep_postponed", work=name)
        return False
    except Exception as error:  # noqa: BLE001  # whatever it is, the rest must go on
        log.error("upkeep_failed", work=name, error=where(error))
        return False
    log.info("upkeep_done", work=name, **done)
    return True
