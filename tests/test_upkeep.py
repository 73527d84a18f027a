"""The hourly erasing: every purge runs, whatever became of the others."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from bot import upkeep
from bot.db.engine import Database, DatabaseUnavailable
from bot.people.retention import PurgeSuspicious
from tests.conftest import Clock


async def test_a_purge_that_fails_holds_up_no_other() -> None:
    """A database that is away, a mistake: the last purge runs each time."""
    ran, alerts = await rounds(DatabaseUnavailable(), ZeroDivisionError())

    assert ran[:6] == ["DatabaseUnavailable", "ZeroDivisionError", "last"] * 2
    assert not alerts


async def test_a_clock_that_looks_wrong_stops_the_round() -> None:
    """103: what comes before the look at the clock is done, nothing after it; the admins hear of it."""
    ran, alerts = await rounds(ZeroDivisionError(), PurgeSuspicious(9, 20))

    assert ran[:4] == ["ZeroDivisionError", "PurgeSuspicious"] * 2
    assert "last" not in ran
    assert alerts[0] == upkeep.CLOCK_SUSPICIOUS


async def rounds(*errors: Exception) -> tuple[list[str], list[str]]:
    """Do some rounds of works that fail and of one that does not; return what ran, and the alerts."""
    ran: list[str] = []
    alerts: list[str] = []

    def failing(error: Exception) -> upkeep.Work:
        async def purge() -> Mapping[str, int]:
            ran.append(type(error).__name__)
            raise error

        return purge

    async def last() -> Mapping[str, int]:
        ran.append("last")
        return {"rows": 1}

    async def alert(event: str) -> None:
        alerts.append(event)

    due = {**{str(place): failing(error) for place, error in enumerate(errors)}, "last": last}
    task = asyncio.create_task(upkeep.keep_up(due, alert, every=0.01))
    await asyncio.sleep(0.2)
    task.cancel()
    return ran, alerts


async def test_every_purge_says_what_went(database: Database, clock: Clock, tmp_path: Path) -> None:
    """The counts that the command and the log show, by kind."""
    gone = [await purge() for purge in upkeep.purges(database, clock, tmp_path).values()]

    assert {kind: count for counts in gone for kind, count in counts.items()} == {
        "deliveries": 0, "broadcasts": 0, "invitations": 0, "audit": 0,
        "updates": 0, "questions": 0, "readings": 0, "asks": 0, "drafts": 0, "interests": 0, "interest_tallies": 0,
        "people": 0, "dialogs": 0, "tallies": 0, "traces": 0}
