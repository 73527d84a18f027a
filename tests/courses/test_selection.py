"""For reviewers: what is to be read, what is hidden, filing, counts."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.courses.letters import Outcome
from bot.courses.scores import Abstention, Review, Score
from bot.courses.selection import Answer, Hidden, Reading
from tests.courses.selecting import ANNA, BILAL, CHLOE, DRISS, World, review

HIDDEN = ("Amina", "amina", "example.org", "signal", "partner-x", "Demo")


async def reading(world: World, interest: str, reviewer: str = ANNA) -> Reading:
    """Read, and insist that it can be read."""
    found = await world.selection.read(interest, reviewer)
    assert isinstance(found, Reading)
    return found


async def opinions(world: World, interest: str, reviewer: str) -> list[tuple[str, object]]:
    """Return whose opinions `reviewer` may read, and what they are."""
    found = await world.selection.reviews(interest, reviewer)
    assert not isinstance(found, Answer)
    return [(one.reviewer, one.opinion) for one in found]


async def test_a_reviewer_sees_the_work_and_not_the_name(world: World) -> None:
    """Names, contacts and the partner's mark are in nothing that a reviewer is given, not even inside free text; all that is judged is there."""
    interest = await world.interest()

    seen = await reading(world, interest)
    queued = await world.selection.queue("demo", ANNA)

    assert not any(word in repr((seen, queued)) for word in HIDDEN)
    assert seen.answers["work"] == "I am […], I document attacks on defenders."
    assert set(seen.answers) == {"country", "region", "organisation", "work", "plans", "use", "experience", "languages", "access"}
    assert seen.answers["languages"] == "fr, en"


async def test_an_answer_that_nobody_foresaw_is_hidden(world: World) -> None:
    """Redaction lists what may be seen: a question added to the form later is hidden until somebody decides otherwise."""
    interest = await world.interest(passport="canary-of-a-new-question")

    assert "canary" not in repr(await reading(world, interest))


async def test_the_first_reading_is_told_as_being_read(world: World) -> None:
    """received → reading, once; a second reading changes nothing."""
    interest = await world.interest()
    assert (await world.row(interest)).state == "received"

    assert (await reading(world, interest)).state == "reading"
    assert (await reading(world, interest, BILAL)).state == "reading"
    assert (await world.row(interest)).state == "reading"


async def test_two_reviews_that_agree_are_enough(world: World) -> None:
    """Each files once; who filed does not see it in the queue any more; after two nobody is asked again, and a third is refused."""
    interest = await world.interest()

    assert (await world.selection.file(interest, ANNA, review(3))).answer is Answer.DONE
    assert await world.selection.queue("demo", ANNA) == ()
    assert [one.interest_id for one in await world.selection.queue("demo", BILAL)] == [interest]
    assert (await world.selection.file(interest, ANNA, review(5))).answer is Answer.FILED
    assert (await world.selection.file(interest, BILAL, review(4))).answer is Answer.DONE

    assert await world.selection.queue("demo", CHLOE) == ()
    assert (await world.selection.file(interest, CHLOE, review(3))).answer is Answer.ENOUGH
    assert await opinions(world, interest, ANNA) == [(ANNA, review(3)), (BILAL, review(4))]


async def test_a_split_asks_for_a_third(world: World) -> None:
    """Two points apart in one criterion is a split; a third review ends it, whatever it says. One point apart is none."""
    split, close = await world.interest(), await world.interest()
    for interest, work in ((split, 5), (close, 4)):
        await world.selection.file(interest, ANNA, review(3))
        await world.selection.file(interest, BILAL, review(3, work=work))

    assert [one.interest_id for one in await world.selection.queue("demo", CHLOE)] == [split]
    assert (await world.selection.file(split, CHLOE, review(1))).answer is Answer.DONE
    assert await world.selection.queue("demo", DRISS) == ()


async def test_an_abstention_is_no_review_and_closes_the_drawer(world: World) -> None:
    """Who has a conflict of interest counts for nothing, reads neither the expression of interest nor the reviews again, until the release."""
    interest = await world.interest()
    await world.write_letters()
    assert (await world.selection.file(interest, CHLOE, Abstention(1, "a colleague of mine"))).answer is Answer.DONE
    await world.reviewed(interest, points=4)

    assert await opinions(world, interest, CHLOE) == [(CHLOE, Abstention(1, "a colleague of mine"))]
    assert await world.selection.read(interest, CHLOE) is Answer.ABSTAINED
    assert (await world.selection.file(interest, CHLOE, review())).answer is Answer.FILED

    await world.decisions.decide(interest, Outcome.WAITING, DRISS)
    await world.decisions.release("demo")
    assert len(await opinions(world, interest, CHLOE)) == 3
    assert isinstance(await world.selection.read(interest, CHLOE), Reading)


async def test_what_changed_since_it_was_read_is_shown_again(world: World) -> None:
    """A review of what does not stand there any more is not taken; an abstention is."""
    interest = await world.interest()
    before = await reading(world, interest)
    await world.change(interest, work="Other work now.")

    refused = await world.selection.file(interest, ANNA, review(version=before.version))

    assert refused.answer is Answer.CHANGED
    assert refused.reading is not None
    assert (refused.reading.version, refused.reading.answers["work"]) == (2, "Other work now.")
    assert (await world.selection.file(interest, ANNA, review(version=2))).answer is Answer.DONE
    assert (await world.selection.file(interest, BILAL, Abstention(1, "conflict"))).answer is Answer.DONE


@pytest.mark.parametrize(("opinion", "wrong"), [
    (review(0), "work"), (review(6), "work"), (review(3, work=7), "work"), (review(reason="x" * 601), "work"),
    (Review(1, Score(3, "a"), Score(3, " \u200e\x00 "), Score(3, "c")), "plans"), (Review(1, Score(3, "a"), Score(3, "b"), Score(True, "c")), "use"),
    (Abstention(1, "\n"), "reason"), (Abstention(1, "y" * 601), "reason")])
async def test_a_review_without_scores_or_reasons_is_not_taken(world: World, opinion: Review | Abstention, wrong: str) -> None:
    """1 to 5 points and a reason of 1 to 600 characters for each criterion: what is wrong is named, nothing is kept."""
    interest = await world.interest()

    filed = await world.selection.file(interest, ANNA, opinion)

    assert (filed.answer, filed.wrong) == (Answer.WRONG, wrong)
    assert len(await world.selection.queue("demo", ANNA)) == 1


async def test_reviews_are_sealed(world: World) -> None:
    """P17, P18: neither scores nor reasons can be read in the database, and a review that was moved to another row counts for nothing."""
    interest, other = await world.interest(), await world.interest()
    await world.selection.file(interest, ANNA, review(reason="canary"))
    await world.selection.file(other, ANNA, review(reason="canary"))
    async with world.database.transaction() as connection:
        assert "canary" not in repr((await connection.execute(text("SELECT * FROM reviews"))).all())
        await connection.execute(text("UPDATE reviews SET content = (SELECT max(content) FROM reviews)"))

    left = [(await opinions(world, one, ANNA))[0][1] for one in (interest, other)]

    assert sorted(type(one).__name__ for one in left) == ["NoneType", "Review"]
    async with world.database.transaction() as connection:
        await connection.execute(text("UPDATE interests SET answers = (SELECT max(answers) FROM interests)"))
    read = [await world.selection.read(one, ANNA) for one in (interest, other)]
    assert sum(one is Answer.DAMAGED for one in read) == 1


async def test_who_is_erased_is_simply_gone(world: World) -> None:
    """Every operation that meets it says so calmly; what was theirs is in no list and no count."""
    gone, stays = await world.interest(), await world.interest()
    await world.reviewed(gone)
    await world.decisions.decide(gone, Outcome.ACCEPTED, DRISS)
    person = await world.person(gone)
    await world.erase(gone)

    assert await world.selection.read(gone, ANNA) is Answer.GONE
    assert (await world.selection.file(gone, CHLOE, review())).answer is Answer.GONE
    assert (await world.selection.file(gone, CHLOE, Abstention(1, "x"))).answer is Answer.GONE
    assert await world.selection.reviews(gone, ANNA) is Answer.GONE
    assert (await world.decisions.decide(gone, Outcome.ACCEPTED, DRISS)).move == "gone"
    assert await world.letters.letter_for(person, "demo") is None
    assert await world.decisions.ranking("demo", DRISS) == ()
    assert [one.interest_id for one in await world.selection.queue("demo", ANNA)] == [stays]
    async with world.database.transaction() as connection:
        left = [(await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar() for table in ("reviews", "decisions")]
    assert left == [0, 0]


async def test_the_queue_is_fair(world: World) -> None:
    """What nobody reviewed comes first; otherwise each reviewer has an order of their own that stays the same."""
    interests = [await world.interest() for _ in range(12)]
    first = [one.interest_id for one in await world.selection.queue("demo", BILAL)]
    assert sorted(first) == sorted(interests)
    assert first == [one.interest_id for one in await world.selection.queue("demo", BILAL)]
    assert first != [one.interest_id for one in await world.selection.queue("demo", CHLOE)]

    await world.selection.file(first[0], ANNA, review())

    assert [one.interest_id for one in await world.selection.queue("demo", BILAL)] == [*first[1:], first[0]]
    assert await world.selection.queue("no-such-course", BILAL) == ()


async def test_the_queue_does_not_tell_a_third_review(world: World) -> None:
    """One review and two that differ look the same: whoever is asked for the third does not learn that the others differ."""
    interests = [await world.interest() for _ in range(8)]
    before = await world.selection.queue("demo", DRISS)

    for number, interest in enumerate(interests):
        await world.selection.file(interest, ANNA, review(1))
        if number % 2:
            await world.selection.file(interest, BILAL, review(5))

    assert await world.selection.queue("demo", DRISS) == before


async def test_small_counts_are_hidden(world: World) -> None:
    """Under 5 no number is shown; nor one more, where the total would tell a single hidden one."""
    for number in range(13):
        await world.interest(language="fr" if number < 7 else "ar" if number < 12 else "en", region="mena" if number < 2 else "east-africa")

    counts = await world.selection.counts("demo")

    assert counts.language == {"ar": Hidden.BESIDE, "en": Hidden.SMALL, "fr": 7}
    assert counts.region == {"east-africa": Hidden.BESIDE, "mena": Hidden.SMALL}
    assert counts.state == {"received": 13}
    assert (await world.selection.counts("no-such-course")).state == {}


async def test_each_reading_is_noted_before_it_is_shown(world: World) -> None:
    """With the random number only; what is gone, or was abstained from, is not noted. Filing is, too."""
    one, other = await world.interest(), await world.interest()
    await world.selection.file(other, ANNA, Abstention(1, "a friend"))
    await world.selection.read(one, ANNA)
    await world.selection.read(other, ANNA)
    await world.selection.read("none", ANNA)
    await world.selection.file(one, ANNA, review())
    await world.selection.file(one, ANNA, review())

    assert [(actor, event, what) for _, actor, event, what in reversed(await world.audit.recent())] == [
        (ANNA, "abstained", other), (ANNA, "interest-read", one), (ANNA, "reviewed", one)]
    assert await world.audit.count(ANNA, "interest-read", world.clock() - timedelta(hours=1)) == 1
    assert await world.audit.count(ANNA, "interest-read", world.clock()) == 0
    assert await world.audit.count(BILAL, "interest-read", world.clock() - timedelta(hours=1)) == 0
