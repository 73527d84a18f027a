"""P24 for decisions: nobody alone tells applicants an outcome; letters go exactly to those who are told, once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.broadcasts.content import Kind, State
from bot.broadcasts.ledger import DeliveryLedger
from bot.broadcasts.letters import LetterReleases, Step
from bot.broadcasts.models import DELIVERIES
from bot.broadcasts.queue import Queue
from bot.broadcasts.service import Broadcasts
from bot.courses.decisions import Move
from bot.courses.letters import Outcome
from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from bot.staff.asks import Asks
from bot.staff.models import STAFF
from tests.conftest import Clock
from tests.courses.selecting import ANNA, BILAL, CHLOE, DRISS, World
from tests.courses.test_export import staff


@pytest.fixture
async def world(database: Database, key_ring: KeyRing, clock: Clock, words: Words) -> World:
    """A closed demo course with its letters; Chloe decides, Driss and Emma are approvers too."""
    made = World(database, key_ring, clock, words)
    await made.course()
    await made.write_letters()
    for one in (CHLOE, DRISS, "staff-emma"):
        await staff(made, one)
    return made


def releases(world: World, *, second_person: bool = True) -> LetterReleases:
    """Return the use cases, with ten minutes' delay."""
    return LetterReleases(world.database, world.decisions, world.letters, Asks(world.database, world.clock), world.audit, world.clock,
                          delay=timedelta(minutes=10), second_person=second_person)


async def decided(world: World, *outcomes: Outcome, by: str = CHLOE) -> list[str]:
    """Make expressions of interest with these decisions."""
    made = [await world.interest() for _ in outcomes]
    await world.reviewed(*made)
    for one, outcome in zip(made, outcomes, strict=True):
        await world.decisions.decide(one, outcome, by)
    return made


async def asked(world: World, by: str = CHLOE) -> str:
    """Ask for the release, and return the hash that was shown."""
    found, _ = await releases(world).look("demo")
    assert (await releases(world).ask("demo", by, found.hash[:16], leave_undecided=True)).step is Step.DONE
    return found.hash[:16]


async def sent_to(world: World) -> dict[str, list[str]]:
    """Run the sender's claims, and return outcome → people, in the order of the rows."""
    queue, ledger = Queue(world.database, world.clock), DeliveryLedger(world.database, world.keys, world.clock)
    found: dict[str, list[str]] = {}
    while (broadcast := await queue.next()) is not None:
        assert broadcast.planned
        assert broadcast.content.hash() == broadcast.asked_hash
        rule = broadcast.content.segment.include[0]
        claims = await ledger.turn(broadcast.id, [], 100)
        async with world.database.transaction() as connection:
            rows = await connection.execute(select(DELIVERIES.c.person_id).where(DELIVERIES.c.id.in_([one.id for one in claims])))
            found.setdefault(str(rule.by), []).extend(sorted(rows.scalars()))
        await queue.void(broadcast.id)
    return found


async def test_a_second_person_releases_states_and_letters_together(world: World) -> None:
    """Nothing before; then all states at once, and after the delay each letter to whom it concerns."""
    rows = await decided(world, Outcome.ACCEPTED, Outcome.WAITING, Outcome.DECLINED, Outcome.DECLINED)
    shown = await asked(world)
    assert {(await world.row(row)).state for row in rows} == {"received"}
    assert await Broadcasts(world.database, world.clock).under_way() == []

    answer = await releases(world).release("demo", DRISS, shown)
    assert (answer.step, answer.round.state.told) == (Step.DONE, 4)
    assert [(await world.row(row)).state for row in rows] == ["accepted", "waiting", "declined", "declined"]
    made = await Broadcasts(world.database, world.clock).under_way()
    assert {(one.content.kind, one.state, one.author, one.released_by, one.alone) for one in made} == {
        (Kind.LETTERS, State.RELEASED, CHLOE, DRISS, False)}
    assert sorted(one.asked_count for one in made) == [1, 1, 2]
    assert await sent_to(world) == {}
    world.clock.forward(minutes=10)
    people = [await world.person(row) for row in rows]
    assert await sent_to(world) == {"accepted": [people[0]], "waiting": [people[1]], "declined": sorted(people[2:])}


async def test_each_step_stands_in_the_audit_trail(world: World) -> None:
    """Decided, asked, released, and the announcements that it made; the chain fits."""
    row, = await decided(world, Outcome.ACCEPTED)
    await releases(world).release("demo", DRISS, await asked(world))

    events = [(actor, event, what) for _, actor, event, what in reversed(await world.audit.recent(100))]
    made = (await Broadcasts(world.database, world.clock).under_way())[0]
    assert events == [(ANNA, "reviewed", row), (BILAL, "reviewed", row), (CHLOE, "decided", row), (CHLOE, "letters-asked", "demo"),
                      (DRISS, "broadcast-released", made.id), (DRISS, "letters-released", "demo")]
    assert (await world.audit.verify()).broken is None


async def test_who_asked_and_who_decided_do_not_release(world: World) -> None:
    """Not the one who asked, not one who decided on a single one of them."""
    await decided(world, Outcome.ACCEPTED)
    await decided(world, Outcome.DECLINED, by=DRISS)
    shown = await asked(world)

    assert (await releases(world).release("demo", CHLOE, shown)).step is Step.SAME_PERSON
    assert (await releases(world).release("demo", DRISS, shown)).step is Step.SAME_PERSON
    assert (await releases(world).release("demo", "staff-emma", shown)).step is Step.DONE


async def test_a_single_member_of_staff_may_when_the_operator_allows_it(world: World) -> None:
    """It is noted, so that each report can say so."""
    await decided(world, Outcome.ACCEPTED)
    shown = await asked(world)

    assert (await releases(world, second_person=False).release("demo", CHLOE, shown)).step is Step.DONE
    assert [one.alone for one in await Broadcasts(world.database, world.clock).under_way()] == [True]


@pytest.mark.parametrize("change", ["decision", "letter", "one more", "erased"])
async def test_any_change_after_asking_makes_it_void(world: World, change: str) -> None:
    """Another decision, another letter, one decision more, one person less: it must be asked again."""
    rows = await decided(world, Outcome.ACCEPTED, Outcome.DECLINED)
    shown = await asked(world)
    if change == "decision":
        await world.decisions.decide(rows[0], Outcome.WAITING, CHLOE)
    elif change == "letter":
        await world.letters.write("demo", Outcome.DECLINED, "en", "Another text.")
    elif change == "one more":
        await decided(world, Outcome.DECLINED)
    else:
        await world.erase(rows[1])
    now, _ = await releases(world).look("demo")

    assert (await releases(world).release("demo", DRISS, shown)).step is Step.CHANGED
    assert (await releases(world).release("demo", DRISS, now.hash[:16])).step is Step.CHANGED
    assert (await world.row(rows[0])).state == "received"
    assert await Broadcasts(world.database, world.clock).under_way() == []


async def test_who_asks_must_have_seen_what_they_ask_for(world: World) -> None:
    """A decision that changed between looking and asking, and a hash that is none."""
    rows = await decided(world, Outcome.ACCEPTED)
    before, _ = await releases(world).look("demo")
    await world.decisions.decide(rows[0], Outcome.DECLINED, CHLOE)

    for shown in (before.hash[:16], "", "0"):
        assert (await releases(world).ask("demo", CHLOE, shown)).step is Step.CHANGED


async def test_only_with_the_role_and_within_24_hours(world: World) -> None:
    """Who was demoted meanwhile does not release; after a day nobody does."""
    await decided(world, Outcome.ACCEPTED)
    shown = await asked(world)
    async with world.database.transaction() as connection:
        await connection.execute(update(STAFF).where(STAFF.c.id == DRISS).values(roles="editor"))
    assert (await releases(world).release("demo", DRISS, shown)).step is Step.NOT_ALLOWED
    assert (await releases(world).release("demo", "nobody", shown)).step is Step.NOT_ALLOWED
    world.clock.forward(hours=24)
    assert (await releases(world).release("demo", "staff-emma", shown)).step is Step.NOBODY_ASKED


async def test_what_is_not_ready_is_neither_asked_for_nor_released(world: World) -> None:
    """No decision; missing letters; before the deadline."""
    one = await world.interest(language="fr")
    assert (await releases(world).ask("demo", CHLOE, "0" * 16, leave_undecided=True)).round.state.move is Move.NOTHING
    await world.reviewed(one)
    await world.decisions.decide(one, Outcome.ACCEPTED, CHLOE)
    await world.interest()
    assert (await releases(world).ask("demo", CHLOE, "0" * 16)).round.state.move is Move.UNDECIDED
    open_course = await world.course("open", "open", deadline=world.clock() + timedelta(days=1))
    assert (await releases(world).ask(open_course, CHLOE, "0" * 16)).round.state.move is Move.OPEN
    assert (await releases(world).ask("none", CHLOE, "0" * 16)).round.state.move is Move.GONE


async def test_two_releasing_at_once_tell_once(world: World) -> None:
    """One is told that nobody asks any more."""
    await decided(world, Outcome.ACCEPTED, Outcome.DECLINED)
    shown = await asked(world)
    steps = [one.step for one in await asyncio.gather(*(releases(world).release("demo", by, shown) for by in (DRISS, "staff-emma")))]

    assert sorted(steps) == [Step.DONE, Step.NOBODY_ASKED]
    assert len(await Broadcasts(world.database, world.clock).under_way()) == 2


async def test_a_second_round_tells_only_those_who_were_left(world: World) -> None:
    """Whoever was told in the first round gets no second letter."""
    first, = await decided(world, Outcome.ACCEPTED)
    later = await world.interest()
    await releases(world).release("demo", DRISS, await asked(world))
    world.clock.forward(minutes=10)
    assert await sent_to(world) == {"accepted": [await world.person(first)]}

    await world.reviewed(later)
    await world.decisions.decide(later, Outcome.ACCEPTED, CHLOE)
    await releases(world).release("demo", DRISS, await asked(world))
    world.clock.forward(minutes=10)
    assert await sent_to(world) == {"accepted": [await world.person(later)]}


async def test_who_left_gets_no_letter_and_who_changed_the_language_gets_one_they_read(world: World) -> None:
    """Blocked the bot, or has not read the notice again: nothing is sent, the state is there all the same."""
    rows = await decided(world, Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.ACCEPTED)
    people = [await world.person(row) for row in rows]
    async with world.database.transaction() as connection:
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == people[0]).values(gone_on=world.clock().date()))
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == people[1]).values(consent_version=0))
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == people[2]).values(language="ar", quiet=True))
    await releases(world).release("demo", DRISS, await asked(world))
    async with world.database.transaction() as connection:
        found = (await connection.execute(select(DELIVERIES.c.person_id, DELIVERIES.c.language))).all()

    assert [tuple(row) for row in found] == [(people[2], "ar")]
    assert {(await world.row(row)).state for row in rows} == {"accepted"}
    own = await world.letters.letter_for(people[0], "demo")
    assert own is not None


async def test_a_letter_that_fits_no_message_is_not_asked_for(world: World) -> None:
    """A variable repeated a hundred times makes a short text long."""
    await decided(world, Outcome.ACCEPTED)
    await world.letters.write("demo", Outcome.ACCEPTED, "en", "{course} " * 250)
    found, _ = await releases(world).look("demo")

    assert (await releases(world).ask("demo", CHLOE, found.hash[:16])).step is Step.TOO_LONG
