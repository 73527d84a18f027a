"""A place becomes free: somebody from the waiting list is accepted by a second decision, released by two people, with the letter of it."""

from sqlalchemy import select

from bot.broadcasts.models import DELIVERIES
from bot.broadcasts.service import Broadcasts
from bot.courses.decisions import Move
from bot.courses.letters import Outcome
from tests.broadcasts.test_letters import DRISS, Step, asked, decided, releases, sent_to, world  # noqa: F401  # a fixture
from tests.courses.selecting import CHLOE, World


async def test_who_waits_is_accepted_by_a_second_decision_and_release(world: World) -> None:  # noqa: F811  # the fixture
    """Nothing is told before a second person released it; then the letter of the accepted goes to that person alone."""
    first, second, third = await decided(world, Outcome.WAITING, Outcome.WAITING, Outcome.ACCEPTED)
    await releases(world).release("demo", DRISS, await asked(world))
    world.clock.forward(minutes=10)
    assert set(await sent_to(world)) == {"waiting", "accepted"}
    assert await world.decisions.ranking("demo", CHLOE) == ()
    assert {one.interest_id for one in await world.decisions.ranking("demo", CHLOE, waiting=True)} == {first, second}

    world.clock.forward(days=5)
    assert (await world.decisions.decide(third, Outcome.DECLINED, CHLOE)).move is Move.RELEASED
    assert (await world.decisions.decide(first, Outcome.ACCEPTED, CHLOE)).accepted == 2
    assert [(await world.row(one)).state for one in (first, second)] == ["waiting", "waiting"]
    shown = await asked(world)
    assert (await releases(world).release("demo", CHLOE, shown)).step is Step.SAME_PERSON
    answer = await releases(world).release("demo", DRISS, shown)
    assert (answer.step, answer.round.state.told) == (Step.DONE, 1)
    assert [(await world.row(one)).state for one in (first, second)] == ["accepted", "waiting"]
    assert ((await world.row(first)).decided_on - (await world.row(second)).decided_on).days == 5
    world.clock.forward(minutes=10)
    assert await sent_to(world) == {"accepted": [await world.person(first)]}
    own = await world.letters.letter_for(await world.person(first), "demo")
    assert own is not None
    assert own.outcome is Outcome.ACCEPTED


async def test_a_second_decision_can_be_taken_back(world: World) -> None:  # noqa: F811  # the fixture
    """Back on the waiting list before the release: nobody is told anything."""
    row, = await decided(world, Outcome.WAITING)
    await releases(world).release("demo", DRISS, await asked(world))
    await world.decisions.decide(row, Outcome.ACCEPTED, CHLOE)
    shown = await asked(world)
    await world.decisions.decide(row, Outcome.WAITING, CHLOE)

    assert (await releases(world).release("demo", DRISS, shown)).step is Step.REFUSED
    found, _ = await releases(world).look("demo")
    assert (found.state.move, (await world.row(row)).state) == (Move.NOTHING, "waiting")


async def test_the_letter_of_the_waiting_list_does_not_follow_that_of_the_accepted(world: World) -> None:  # noqa: F811  # the fixture
    """It was stopped before it went out: who was accepted meanwhile does not get it with the rest."""
    first, second = await decided(world, Outcome.WAITING, Outcome.WAITING)
    await releases(world).release("demo", DRISS, await asked(world))
    old, = await Broadcasts(world.database, world.clock).under_way()
    await world.decisions.decide(first, Outcome.ACCEPTED, CHLOE)
    await releases(world).release("demo", DRISS, await asked(world))

    async with world.database.transaction() as connection:
        rows = (await connection.execute(select(DELIVERIES.c.person_id, DELIVERIES.c.state).where(DELIVERIES.c.broadcast_id == old.id))).all()
    assert {row.person_id: row.state for row in rows} == {await world.person(first): "gone", await world.person(second): "pending"}
    world.clock.forward(minutes=10)
    found = {str(one.content.segment.include[0].by) for one in await Broadcasts(world.database, world.clock).under_way()}
    assert found == {"waiting", "accepted"}


async def test_each_letter_says_how_many_get_it(world: World) -> None:  # noqa: F811  # the fixture
    """By the language that people read now, and only the letters that occur; another letter changes nothing of what was asked for."""
    await decided(world, Outcome.ACCEPTED)
    for language in ("fr", "ar", "ar"):
        one = await world.interest(language=language)
        await world.reviewed(one)
        await world.decisions.decide(one, Outcome.DECLINED if language == "fr" else Outcome.ACCEPTED, CHLOE)
    found, _ = await releases(world).look("demo")
    assert found.letters == {(Outcome.ACCEPTED, "en"): 1, (Outcome.ACCEPTED, "ar"): 2, (Outcome.DECLINED, "fr"): 1}
    assert {outcome: set(content.texts) for outcome, content in found.contents.items()} == {Outcome.ACCEPTED: {"en", "ar"}, Outcome.DECLINED: {"fr"}}

    shown = await asked(world)
    await world.letters.write("demo", Outcome.DECLINED, "ar", "نص آخر")
    assert (await releases(world).release("demo", DRISS, shown)).step is Step.DONE
