"""For whoever decides: ranking, pending decisions, their release in one go, contacts."""

from datetime import timedelta

from sqlalchemy import text

from bot.courses.accepted import Roll
from bot.courses.decisions import Decided, Move
from bot.courses.letters import Outcome
from bot.courses.scores import Abstention, Criterion
from bot.courses.selection import Answer
from tests.courses.selecting import ANNA, BILAL, CHLOE, DRISS, World, review


async def states(world: World, *interests: str) -> list[str]:
    """Return what each person may see."""
    return [(await world.row(one)).state for one in interests]


async def test_the_ranking_has_means_and_splits_and_no_names(world: World) -> None:
    """The best mean first; a split is flagged; what has too few reviews is not in it; a change after the review is said."""
    good, split, alone, changed = [await world.interest() for _ in range(4)]
    await world.reviewed(good, points=5)
    for reviewer, work in ((ANNA, 5), (BILAL, 1), (CHLOE, 3)):
        await world.selection.file(split, reviewer, review(3, work=work))
    await world.selection.file(alone, ANNA, review())
    await world.reviewed(changed, points=2)
    await world.change(changed)

    ranked = await world.decisions.ranking("demo", DRISS)

    assert [(one.interest_id, one.split, one.changed) for one in ranked] == [(good, False, False), (split, True, False), (changed, False, True)]
    assert ranked[1].means == {Criterion.WORK: 3.0, Criterion.PLANS: 3.0, Criterion.USE: 3.0}
    assert [len(one.filed) for one in ranked] == [2, 3, 2]
    assert "Amina" not in repr(ranked)


async def test_who_abstained_neither_ranks_nor_decides(world: World) -> None:
    """A conflict of interest holds for the decision too: no scores, no split, no place in the order, no decision."""
    worst, best = sorted([await world.interest(), await world.interest()])
    await world.selection.file(best, DRISS, Abstention(1, "conflict"))
    await world.reviewed(best, points=5)
    await world.reviewed(worst, points=1)

    ranked = await world.decisions.ranking("demo", DRISS)

    assert [(one.interest_id, one.conflict) for one in ranked] == [(worst, False), (best, True)]
    assert (ranked[1].means, ranked[1].split, [one.reviewer for one in ranked[1].filed]) == (None, None, [DRISS])
    assert (await world.decisions.decide(best, Outcome.ACCEPTED, DRISS)).move is Move.CONFLICT


async def test_nobody_sees_an_outcome_before_the_release(world: World) -> None:
    """Decisions wait, can be changed, and count seats; the release applies all of them in one go, once."""
    one, two, three = [await world.interest() for _ in range(3)]
    await world.write_letters()
    await world.reviewed(one, two, three)
    await world.selection.read(one, CHLOE)
    assert await world.decisions.decide(one, Outcome.ACCEPTED, DRISS) == Decided(Move.DONE, 1, 2)
    assert await world.decisions.decide(two, Outcome.DECLINED, DRISS) == Decided(Move.DONE, 1, 2)
    assert await world.decisions.decide(two, Outcome.ACCEPTED, CHLOE) == Decided(Move.DONE, 2, 2)
    assert await world.decisions.decide(three, Outcome.ACCEPTED, DRISS) == Decided(Move.DONE, 3, 2)  # more than seats: said, not forbidden
    assert await world.decisions.decide(three, Outcome.WAITING, DRISS) == Decided(Move.DONE, 2, 2)
    assert await states(world, one, two, three) == ["reading", "received", "received"]
    assert await world.letters.letter_for(await world.person(one), "demo") is None
    assert await world.accepted.of("demo") == Roll((), 2, 0)
    assert await world.accepted.open(one, DRISS) is None

    released = await world.decisions.release("demo")

    assert (released.move, released.told) == (Move.DONE, 3)
    assert await states(world, one, two, three) == ["accepted", "accepted", "waiting"]
    assert {(await world.row(each)).decided_on for each in (one, two, three)} == {world.clock().date()}
    async with world.database.transaction() as connection:
        assert (await connection.execute(text("SELECT state FROM courses"))).scalar() == "decided"
    world.clock.forward(days=3)
    assert (await world.decisions.release("demo")).move is Move.NOTHING
    assert (await world.row(one)).decided_on == world.clock().date() - timedelta(days=3)
    assert (await world.decisions.decide(one, Outcome.DECLINED, DRISS)).move is Move.RELEASED
    assert (await world.selection.file(one, CHLOE, review())).answer is Answer.RELEASED


async def test_contacts_are_those_of_the_accepted(world: World) -> None:
    """After the release the accepted can be reached; the others stay without a name, also for who reads them again."""
    yes, no = await world.interest(name="Demo Yes", share=False), await world.interest(name="Demo No")
    await world.write_letters()
    await world.reviewed(yes, no)
    await world.decisions.decide(yes, Outcome.ACCEPTED, DRISS)
    await world.decisions.decide(no, Outcome.DECLINED, DRISS)
    await world.decisions.release("demo")

    roll = await world.accepted.of("demo")
    assert ([one.interest_id for one in roll.places], roll.seats, roll.waiting) == ([yes], 2, 0)
    assert "Demo" not in repr(roll)

    contact = await world.accepted.open(yes, DRISS)
    assert contact is not None
    assert contact.contact == {"name": "Demo Yes", "reach": "signal", "contact_detail": "demo.amina@example.org", "share": "False"}
    assert contact.answers["work"] == "I am Amina, I document attacks on defenders."
    assert (await world.audit.recent(1))[0][1:] == (DRISS, "contact-read", yes)
    assert await world.accepted.open(no, DRISS) is None
    assert "Demo No" not in repr(await world.selection.read(no, ANNA))
    await world.erase(yes)
    assert (await world.accepted.of("demo")).places == ()
    assert await world.accepted.open(yes, DRISS) is None


async def test_a_release_needs_every_letter_and_every_decision(world: World) -> None:
    """It says what is missing and changes nothing; told to leave the undecided, it tells the others, and these later."""
    done, undecided = await world.interest(language="fr"), await world.interest(language="ar")
    await world.reviewed(done)
    assert (await world.decisions.decide(undecided, Outcome.ACCEPTED, DRISS)).move is Move.TOO_FEW
    await world.decisions.decide(done, Outcome.WAITING, DRISS)
    refused = await world.decisions.release("demo")
    assert (refused.move, refused.undecided) == (Move.UNDECIDED, 1)
    refused = await world.decisions.release("demo", leave_undecided=True)
    assert (refused.move, refused.missing) == (Move.LETTERS, ((Outcome.WAITING, "fr"),))
    assert await states(world, done, undecided) == ["received", "received"]

    await world.letters.write("demo", Outcome.WAITING, "fr", "Patience.")
    assert (await world.decisions.release("demo", leave_undecided=True)).told == 1
    assert await states(world, done, undecided) == ["waiting", "received"]

    await world.reviewed(undecided)
    await world.write_letters()
    await world.decisions.decide(undecided, Outcome.ACCEPTED, DRISS)
    assert (await world.decisions.release("demo")).told == 1
    assert await states(world, done, undecided) == ["waiting", "accepted"]


async def test_nothing_is_released_while_people_can_still_send(world: World) -> None:
    """Before the deadline of an open course, in a draft, and in a course that does not exist."""
    await world.course("open", state="open", deadline=world.clock() + timedelta(hours=1))
    await world.course("draft", state="draft")

    moves = [(await world.decisions.release(name)).move for name in ("open", "draft", "none", "demo")]

    assert moves == [Move.OPEN, Move.OPEN, Move.GONE, Move.NOTHING]


async def test_a_damaged_expression_of_interest_does_not_stop_the_others(world: World) -> None:
    """P18: what does not open is left out of the contacts; all the rest goes on."""
    broken, whole = await world.interest(), await world.interest()
    await world.write_letters()
    await world.reviewed(broken, whole)
    for one in (broken, whole):
        await world.decisions.decide(one, Outcome.ACCEPTED, DRISS)
    async with world.database.transaction() as connection:
        await connection.execute(text("UPDATE interests SET answers = 'v1.k1.x.y' WHERE id = :id"), {"id": broken})

    assert (await world.decisions.release("demo")).told == 2
    for one, there in ((whole, True), (broken, False)):
        contact = await world.accepted.open(one, DRISS)
        assert contact is not None
        assert bool(contact.contact) is there
    assert await world.selection.read(broken, ANNA) is Answer.DAMAGED
