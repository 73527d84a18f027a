"""The hourly erasing: every purge runs, whatever became of the others."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot import upkeep
from bot.db.engine import Database, DatabaseUnavailable
from bot.keys import KeyRing
from bot.people.models import PEOPLE
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


@pytest.mark.parametrize("error", [DatabaseUnavailable(), ZeroDivisionError()])
async def test_an_unknown_clock_is_not_a_right_one(error: Exception) -> None:
    """103: when the look at the clock itself fails, nothing after it is done; all of it is tried again sooner, the look first."""
    ran, alerts = await rounds(KeyError(), error, names=("before", upkeep.CLOCK))

    assert ran[:4] == ["KeyError", type(error).__name__] * 2
    assert "last" not in ran
    assert not alerts


async def test_what_waited_for_the_clock_is_done_as_soon_as_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not an hour later: the look and what comes after it are tried again, what comes before it is not."""
    monkeypatch.setattr(upkeep, "_AGAIN", 0.01)
    ran: list[str] = []

    def work(name: str) -> upkeep.Work:
        async def do() -> Mapping[str, int]:
            ran.append(name)
            if name == upkeep.CLOCK and ran.count(name) == 1:
                raise DatabaseUnavailable
            return {}

        return do

    async def alert(_event: str) -> None: ...

    task = asyncio.create_task(upkeep.keep_up({name: work(name) for name in ("before", upkeep.CLOCK, "after")}, alert))
    await asyncio.sleep(0.2)
    task.cancel()
    assert ran == ["before", upkeep.CLOCK, upkeep.CLOCK, "after"]


async def test_the_clock_is_looked_at_before_anything_is_erased(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """By the command, too: the first of the purges looks, and refuses a clock that would take more than a fifth of the people."""
    async with database.transaction() as connection:
        await connection.execute(insert(PEOPLE), [
            {"id": str(number), "lookup": str(number), "lookup_key": "k1", "chat_id": key_ring.seal("1", "people", "chat_id", str(number)),
             "language": "en", "joined_month": "2024-01", "active_month": "2024-01"} for number in range(20)])
    name, look = next(iter(upkeep.purges(database, clock, tmp_path).items()))
    assert name == upkeep.CLOCK
    with pytest.raises(PurgeSuspicious):
        await look()
    assert await upkeep.purges(database, clock, tmp_path, confirmed=True)[upkeep.CLOCK]() == {}


async def rounds(*errors: Exception, names: tuple[str, ...] = ("0", "1")) -> tuple[list[str], list[str]]:
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

    due = {**{name: failing(error) for name, error in zip(names, errors, strict=True)}, "last": last}
    task = asyncio.create_task(upkeep.keep_up(due, alert, every=0.01))
    await asyncio.sleep(0.2)
    task.cancel()
    return ran, alerts


async def test_every_purge_says_what_went(database: Database, clock: Clock, tmp_path: Path) -> None:
    """The counts that the command and the log show, by kind."""
    gone = [await purge() for purge in upkeep.purges(database, clock, tmp_path).values()]

    assert {kind: count for counts in gone for kind, count in counts.items()} == {
        "deliveries": 0, "broadcasts": 0, "invitations": 0, "audit": 0, "news": 0,
        "updates": 0, "questions": 0, "readings": 0, "asks": 0, "drafts": 0, "interests": 0, "interest_tallies": 0,
        "people": 0, "dialogs": 0, "tallies": 0, "traces": 0}
