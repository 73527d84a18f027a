"""P24 for letters that were stopped: outcomes are known by then, so the rest can go out, by two people, to nobody twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.broadcasts.content import State
from bot.broadcasts.ledger import Delivery, DeliveryLedger, Settled
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.queue import Queue
from bot.broadcasts.release import Outcome, Releases
from bot.broadcasts.retention import forget_broadcasts
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import Broadcasts
from bot.courses.letters import Outcome as Told
from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from tests.broadcasts import test_letters
from tests.conftest import Clock
from tests.courses.selecting import CHLOE, DRISS, World
from tests.courses.test_export import staff

EMMA = "staff-emma"


class Stopped:
    """Letters to three people, stopped by Emma after one had theirs."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.broadcasts, self.queue = Broadcasts(world.database, world.clock), Queue(world.database, world.clock)
        self.ledger = DeliveryLedger(world.database, world.keys, world.clock)
        self.releases = Releases(world.database, Segments(world.database), world.audit, world.clock, delay=timedelta(minutes=10), second_person=True)
        self.id = self.hash = self.told = ""

    async def stop(self) -> None:
        """Release, send one, stop."""
        await test_letters.decided(self.world, *[Told.ACCEPTED] * 3)
        await test_letters.releases(self.world).release("demo", DRISS, await test_letters.asked(self.world))
        self.world.clock.forward(minutes=10)
        found = await self.queue.next()
        assert found is not None
        self.id, self.hash = found.id, found.content.hash()
        claim, = await self.ledger.turn(self.id, (), 1)
        self.told = claim.person
        await self.ledger.turn(self.id, [Settled(claim, Delivery.SENT)], 0)
        assert await self.releases.stop(self.id, EMMA) is Outcome.DONE

    async def claimed(self) -> list[str]:
        """Return whom the sender would write to now."""
        found = await self.queue.next()
        return [one.person for one in await self.ledger.turn(found.id, (), 100)] if found else []


@pytest.fixture
async def stopped(database: Database, key_ring: KeyRing, clock: Clock, words: Words) -> Stopped:
    """A course with its letters, stopped."""
    world = World(database, key_ring, clock, words)
    await world.course()
    await world.write_letters()
    for one in (CHLOE, DRISS, EMMA):
        await staff(world, one)
    made = Stopped(world)
    await made.stop()
    return made


async def test_the_rest_goes_out_when_a_second_person_releases_it(stopped: Stopped) -> None:
    """Asked for by one, released by another; who has the letter gets no second one."""
    assert [one.id for one in await stopped.broadcasts.stopped_letters("demo")] == [stopped.id]
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.DONE
    now = await stopped.broadcasts.get(stopped.id)
    assert now is not None
    assert (now.state, now.author, now.asked_count, now.asked_hash, now.released_by) == (State.WAITING, EMMA, 2, stopped.hash, None)
    assert await stopped.claimed() == []
    assert await stopped.releases.release(stopped.id, EMMA, stopped.hash) is Outcome.SAME_PERSON
    assert await stopped.releases.release(stopped.id, DRISS, stopped.hash) is Outcome.DONE
    assert await stopped.claimed() == []
    stopped.world.clock.forward(minutes=10)
    rest = await stopped.claimed()
    assert len(rest) == 2
    assert stopped.told not in rest
    assert await stopped.broadcasts.stopped_letters("demo") == []
    events = [event for _, _, event, what in await stopped.world.audit.recent(4) if what == stopped.id]
    assert events[:3] == ["broadcast-released", "broadcast-waiting", "broadcast-stopped"]


async def test_it_can_be_stopped_and_asked_for_again(stopped: Stopped) -> None:
    """Before and after the second release."""
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.DONE
    assert await stopped.releases.ask_rest(stopped.id, DRISS) is Outcome.GONE
    assert await stopped.releases.stop(stopped.id, EMMA) is Outcome.DONE
    assert await stopped.releases.ask_rest(stopped.id, DRISS) is Outcome.DONE
    assert await stopped.releases.release(stopped.id, EMMA, stopped.hash) is Outcome.DONE
    assert await stopped.releases.stop(stopped.id, CHLOE) is Outcome.DONE
    assert len(await stopped.broadcasts.stopped_letters("demo")) == 1


async def test_nobody_changes_letters_as_an_announcement(stopped: Stopped) -> None:
    """What two people released stays what it is; what was changed in the database is not asked for."""
    await stopped.releases.ask_rest(stopped.id, EMMA)
    assert await stopped.broadcasts.edit(stopped.id, EMMA, lambda content: replace(content, fallback="fr")) is None
    await stopped.releases.stop(stopped.id, EMMA)
    async with stopped.world.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == stopped.id).values(texts='{"en": "Other."}'))
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.CHANGED


async def test_when_nobody_is_left_there_is_nothing_to_ask_for(stopped: Stopped) -> None:
    """Everybody else was erased; and recipients go 30 days after the stop, also when somebody asked and nobody released."""
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.DONE
    stopped.world.clock.forward(days=30)
    await forget_broadcasts(stopped.world.database, stopped.world.clock)
    async with stopped.world.database.transaction() as connection:
        assert (await connection.execute(select(DELIVERIES.c.id))).all() == []
    assert await stopped.releases.release(stopped.id, DRISS, stopped.hash) is Outcome.EMPTY
    await stopped.releases.stop(stopped.id, EMMA)
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.EMPTY


async def test_only_letters_that_were_stopped(stopped: Stopped) -> None:
    """Not an announcement: that is written anew."""
    async with stopped.world.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == stopped.id).values(kind="announcement"))
    assert await stopped.releases.ask_rest(stopped.id, EMMA) is Outcome.GONE
    assert await stopped.releases.ask_rest("none", EMMA) is Outcome.GONE
