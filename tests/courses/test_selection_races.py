"""Races of the selection: at once, or with an erasure in the middle. On SQLite they queue for the write lock, on PostgreSQL for rows."""

import asyncio

import pytest
from sqlalchemy import text

from bot.courses.decisions import Move
from bot.courses.letters import Outcome, Verdict
from bot.courses.scores import Abstention
from bot.courses.selection import Answer
from tests.courses.selecting import ANNA, BILAL, CHLOE, DRISS, World, erasure, review

ROUNDS = 12


async def test_of_reviews_filed_at_once_as_many_are_kept_as_are_needed(world: World) -> None:
    """Four reviewers file at the same moment, each twice: two are kept, the other two are told that it is enough, nobody's counts twice."""
    kept = []
    for _ in range(ROUNDS):
        interest = await world.interest()
        filings = await asyncio.gather(*(world.selection.file(interest, who, review()) for who in (ANNA, BILAL, CHLOE, DRISS) * 2))
        answers = [one.answer for one in filings]
        kept.append(answers.count(Answer.DONE))
        assert set(answers) <= {Answer.DONE, Answer.FILED, Answer.ENOUGH}
    async with world.database.transaction() as connection:
        rows = (await connection.execute(text("SELECT count(*), count(DISTINCT reviewer || interest_id) FROM reviews"))).one()
    assert kept == [2] * ROUNDS
    assert tuple(rows) == (2 * ROUNDS, 2 * ROUNDS)


async def test_a_decision_comes_before_the_release_or_too_late(world: World) -> None:
    """Decide and release at once: what the person is told is what the database has as decided, never one half of each."""
    await world.write_letters()
    for number in range(ROUNDS):
        course = await world.course(f"race-{number}")
        for outcome in Outcome:
            await world.letters.write(course, outcome, "en", "Hello.")
        interest = await world.interest(course)
        await world.reviewed(interest)
        await world.decisions.decide(interest, Outcome.ACCEPTED, DRISS)

        changed, first, second = await asyncio.gather(
            world.decisions.decide(interest, Outcome.DECLINED, DRISS), world.decisions.release(course), world.decisions.release(course))

        assert sorted((first.move, second.move)) == [Move.DONE, Move.NOTHING]
        async with world.database.transaction() as connection:
            decided = (await connection.execute(text("SELECT outcome FROM decisions WHERE interest_id = :id"), {"id": interest})).scalar()
        assert (await world.row(interest)).state == decided == ("declined" if changed.move is Move.DONE else "accepted")


async def test_a_letter_is_not_changed_under_the_eyes_of_its_reader(world: World) -> None:
    """Write and release at once: either the new text is released, or the writer is told that it is out."""
    for number in range(ROUNDS):
        course = await world.course(f"race-{number}")
        await world.letters.write(course, Outcome.ACCEPTED, "en", "Before.")
        interest = await world.interest(course)
        await world.reviewed(interest)
        await world.decisions.decide(interest, Outcome.ACCEPTED, DRISS)

        released, written = await asyncio.gather(world.decisions.release(course), world.letters.write(course, Outcome.ACCEPTED, "en", "After."))

        letter = await world.letters.letter_for(await world.person(interest), course)
        assert released.move is Move.DONE
        assert letter is not None
        assert letter.text == ("After." if written.verdict is Verdict.SAVED else "Before.")


async def test_an_erasure_in_the_middle_of_everything_is_calm(world: World) -> None:
    """A person erases themselves while reviews, decisions and the release are under way: no error, and nothing of theirs is left."""
    await world.write_letters()
    for number in range(ROUNDS):
        course = await world.course(f"race-{number}")
        await world.write_letters(course)
        leaves, stays = await world.interest(course), await world.interest(course)
        await world.reviewed(leaves, stays)
        for one in (leaves, stays):
            await world.decisions.decide(one, Outcome.ACCEPTED, DRISS)

        abstained, decided, _, released, ranking = await asyncio.gather(
            world.selection.file(leaves, CHLOE, Abstention(1, "conflict")), world.decisions.decide(leaves, Outcome.WAITING, DRISS), world.erase(leaves),
            world.decisions.release(course), world.decisions.ranking(course, DRISS))

        assert abstained.answer in (Answer.DONE, Answer.GONE, Answer.RELEASED)
        assert decided.move in (Move.DONE, Move.GONE, Move.RELEASED)
        assert released.move is Move.DONE
        assert released.told in (1, 2)
        assert {one.interest_id for one in ranking} <= {leaves, stays}
        assert (await world.row(stays)).state == "accepted"
        assert await world.row(leaves) is None


async def test_a_release_waits_for_an_erasure_that_was_first(world: World) -> None:
    """On PostgreSQL: an erasure holds its rows, the release begins, the erasure commits; the release tells the others only."""
    if world.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time: the release can't begin")
    await world.write_letters()
    leaves, stays = await world.interest(language="ar"), await world.interest()
    await world.reviewed(leaves, stays)
    for one in (leaves, stays):
        await world.decisions.decide(one, Outcome.DECLINED, DRISS)
    async with world.database.transaction() as connection:
        await connection.execute(erasure(leaves))
        release = asyncio.create_task(world.decisions.release("demo"))
        filing = asyncio.create_task(world.selection.file(leaves, CHLOE, review()))
        await asyncio.sleep(0.2)
        assert not release.done()
        assert not filing.done()

    assert (await release).told == 1
    assert (await filing).answer is Answer.GONE
    assert (await world.row(stays)).state == "declined"
