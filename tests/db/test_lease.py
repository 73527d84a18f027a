"""One process at a time."""

import bot.broadcasts.models
from bot.db.engine import Database
from bot.db.lease import Lease
from bot.db.types import METADATA
from tests.conftest import Clock


async def test_one_holds_it_until_it_lets_go(database: Database, clock: Clock) -> None:
    """A second one waits; it gets it when the first released it."""
    assert bot.broadcasts.models
    first, second = (Lease(database, METADATA, "sender", clock) for _ in range(2))

    assert [await first.hold(), await second.hold(), await first.hold()] == [True, False, True]
    await first.release()
    assert [await second.hold(), await first.hold()] == [True, False]
    await second.release()


async def test_on_sqlite_it_runs_out(database: Database, clock: Clock) -> None:
    """A process that died without a word loses it after 15 seconds; at once when it is known to be dead."""
    if not database.is_sqlite:
        return
    first, second = (Lease(database, METADATA, "sender", clock) for _ in range(2))
    assert await first.hold()
    clock.forward(seconds=14)
    assert not await second.hold()
    clock.forward(seconds=1)
    assert await second.hold()
    await first.break_open()
    assert await first.hold()
