"""The ledger: an update's effects and its end are one transaction, on SQLite and on PostgreSQL."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import insert, select, text

from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write
from bot.people.models import TALLIES
from bot.telegram.ledger import Ledger
from bot.telegram.models import FINISHED_UPDATES, QUARANTINED_UPDATES
from tests.conftest import Clock

_TALLY = insert(TALLIES)


def tally(topic: str, outcome: str = "answer") -> Write:
    """A write that can be made only once."""
    return Write(_TALLY, {"day": date(2026, 11, 24), "language": "en", "topic": topic, "outcome": outcome, "count": 1})


async def topics(database: Database) -> list[str]:
    """What was written."""
    async with database.transaction() as session:
        return sorted((await session.execute(select(TALLIES.c.topic))).scalars())


async def finished(database: Database) -> list[int]:
    """The ids of the finished updates."""
    async with database.transaction() as session:
        return sorted((await session.execute(select(FINISHED_UPDATES.c.update_id))).scalars())


async def test_an_update_has_its_effects_once(database: Database, clock: Clock) -> None:
    """82, P2: finished again, its writes are dropped, and the caller is told."""
    ledger = Ledger(database, clock)
    assert not await ledger.is_finished(5)

    assert await ledger.finish(5, [tally("a")])
    assert not await ledger.finish(5, [tally("b")])

    assert await ledger.is_finished(5)
    assert await topics(database) == ["a"]


async def test_many_updates_at_once_are_all_committed(database: Database, clock: Clock) -> None:
    """300 at once, some of them twice: each has its effect, each exactly once."""
    ledger = Ledger(database, clock)

    results = await asyncio.gather(*(ledger.finish(number % 250, [tally(str(number % 250))]) for number in range(300)))

    assert sum(results) == 250
    assert len(await topics(database)) == len(await finished(database)) == 250


async def test_two_replicas_give_one_effect(database: Database, clock: Clock) -> None:
    """P2: the same updates, in opposite order, through two ledgers on one database."""
    other_database = Database(database.url)
    await other_database.ping()
    one, other = Ledger(database, clock), Ledger(other_database, clock)

    results = await asyncio.gather(*(one.finish(number, [tally(str(number))]) for number in range(60)),
                                   *(other.finish(number, [tally(str(number))]) for number in reversed(range(60))))

    assert sum(results) == 60
    assert len(await topics(database)) == 60
    await other_database.close()


async def test_one_bad_write_does_not_spoil_the_others(database: Database, clock: Clock) -> None:
    """P3: in one batch, the update whose write breaks a rule fails alone."""
    ledger = Ledger(database, clock)
    await ledger.finish(1, [tally("taken")])

    results = await asyncio.gather(*(ledger.finish(number, [tally("taken" if number == 7 else str(number))]) for number in range(2, 12)),
                                   return_exceptions=True)

    assert [number for number, result in enumerate(results, 2) if isinstance(result, Exception)] == [7]
    assert 7 not in await finished(database)
    assert len(await finished(database)) == 10


async def test_a_write_that_makes_no_sense_is_no_outage(database: Database, clock: Clock) -> None:
    """A table that does not exist is a mistake of ours: it must not be waited for, nor hold the others up."""
    ledger = Ledger(database, clock)
    bad = Write(text("INSERT INTO nowhere VALUES (:a)"), {"a": 1})

    refused, done = await asyncio.gather(ledger.finish(1, [bad]), ledger.finish(2), return_exceptions=True)

    assert isinstance(refused, Exception)
    assert not isinstance(refused, DatabaseUnavailable)
    assert done is True


async def test_ids_may_jump_down_and_be_large(database: Database, clock: Clock) -> None:
    """84: known is what was seen, never what is greater."""
    ledger = Ledger(database, clock)
    await ledger.finish(1_000_000_000_000)

    assert not await ledger.is_finished(3)
    assert await ledger.is_finished(1_000_000_000_000)


async def test_quarantine_keeps_the_class_and_place_only(database: Database, clock: Clock) -> None:
    """P3, P16: what is set aside is finished, and nothing that the error says is stored."""
    ledger = Ledger(database, clock)
    try:
        raise ValueError("Amina wrote something secret")
    except ValueError as error:
        await ledger.quarantine(9, error)

    async with database.transaction() as session:
        row = (await session.execute(select(QUARANTINED_UPDATES))).one()
    assert row.error.startswith("ValueError at test_ledger.py:")
    assert "secret" not in row.error
    assert await ledger.is_finished(9)


async def test_what_is_old_is_forgotten(database: Database, clock: Clock) -> None:
    """Finished and quarantined ids go after 48 hours, not before."""
    ledger = Ledger(database, clock)
    await ledger.finish(1)
    await ledger.quarantine(2, ValueError())
    clock.forward(hours=48)
    await ledger.finish(3)

    assert await ledger.forget(clock() - timedelta(hours=48)) == 0
    clock.forward(seconds=1)
    assert await ledger.forget(clock() - timedelta(hours=48)) == 2
    assert await finished(database) == [3]
