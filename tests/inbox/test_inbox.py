"""Questions to the team: sent once, read without learning who asked, answered once, withdrawn for good, gone after 30 days."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from bot.db.engine import Database
from bot.db.writes import apply
from bot.inbox.models import INBOX
from bot.inbox.questions import Asked, Outcome
from bot.inbox.retention import forget_questions
from bot.inbox.service import A_DAY, Inbox
from bot.inbox.text import LONGEST, clean
from bot.keys import KeyRing
from bot.people.models import PEOPLE, TALLIES, TOMBSTONES
from bot.people.service import People
from bot.staff.audit import Audit
from tests.conftest import Clock
from tests.inbox.conftest import MakePerson

TEXT = "Où trouver un modèle de canari-question ?"
ANSWER = "Voici le canari-réponse."
RESPONDER, OTHER = "responder-1", "responder-2"


async def count(database: Database) -> int:
    """Return how many questions are kept."""
    async with database.transaction() as connection:
        return int((await connection.execute(select(func.count()).select_from(INBOX))).scalar_one())


async def trail(database: Database, key_ring: KeyRing, clock: Clock) -> list[tuple[str, str, str]]:
    """Return the audit trail, oldest first: who, what, to what."""
    return [(actor, event, what) for _, actor, event, what in reversed(await Audit(database, key_ring, clock).recent())]


async def test_one_update_sends_one_question(inbox: Inbox, asker: MakePerson, database: Database) -> None:
    """P2: delivered five times at once and once more, it is one question."""
    person = await asker(1)

    assert set(await asyncio.gather(*(inbox.ask(person, "fr", TEXT, 10) for _ in range(5)))) == {Asked.DONE}
    assert await inbox.ask(person, "fr", TEXT, 10) is Asked.DONE
    assert [one.text for one in await inbox.mine(person)] == [TEXT]


async def test_five_open_questions_a_day(inbox: Inbox, asker: MakePerson, database: Database, clock: Clock) -> None:
    """The sixth is refused and not kept, also when they come at once; the next day, or after a withdrawal, there is room again."""
    person, other = await asker(1), await asker(2)
    outcomes = await asyncio.gather(*(inbox.ask(person, "fr", f"{TEXT} {number}", number) for number in range(A_DAY + 2)))

    assert sorted(outcomes) == [Asked.DONE] * A_DAY + [Asked.MANY] * 2
    assert await count(database) == A_DAY
    assert await inbox.ask(other, "fr", TEXT, 50) is Asked.DONE
    await inbox.withdraw(person, (await inbox.mine(person))[0].id)
    assert await inbox.ask(person, "fr", f"{TEXT} 51", 51) is Asked.DONE
    assert await inbox.ask(person, "fr", f"{TEXT} 52", 52) is Asked.MANY
    clock.forward(days=1)
    assert await inbox.ask(person, "fr", f"{TEXT} 53", 53) is Asked.DONE


async def test_a_double_tap_that_two_processes_take_sends_one_question(inbox: Inbox, asker: MakePerson, database: Database) -> None:
    """50: two updates, one text, at once: it is there once, and both are told that it was sent; somebody else may ask the same."""
    person, other = await asker(1), await asker(2)

    assert await asyncio.gather(*(inbox.ask(person, "fr", TEXT, number) for number in range(4))) == [Asked.DONE] * 4
    assert await inbox.ask(other, "fr", TEXT, 9) is Asked.DONE
    assert await count(database) == 2


async def test_somebody_who_was_erased_sends_nothing(inbox: Inbox, asker: MakePerson, database: Database) -> None:
    """Erased between two taps: no row without its person; and an erasure takes the questions along."""
    person, stays = await asker(1), await asker(2)
    await inbox.ask(person, "fr", TEXT, 1)
    await inbox.ask(stays, "fr", TEXT, 2)
    async with database.transaction() as connection:
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person.id))

    assert await inbox.ask(person, "fr", TEXT, 3) is Asked.GONE
    assert await count(database) == 1


async def test_a_responder_reads_and_answers_without_learning_who_asked(
    inbox: Inbox, asker: MakePerson, database: Database, key_ring: KeyRing, clock: Clock,
) -> None:
    """Nothing of the person is in what staff get; each reading and answer is in the trail, with the question's number only."""
    person = await asker(77_123)
    await inbox.ask(person, "fr", TEXT, 1)
    waiting = await inbox.open_questions()
    question = await inbox.read(waiting[0].id, RESPONDER)
    assert question is not None
    assert (question.text, question.about.language, question.about.asked_on) == (TEXT, "fr", clock().date())
    assert not any(mark in repr((waiting, question)) for mark in (person.id, person.lookup, "77123"))

    answered = await inbox.answer(waiting[0].id, RESPONDER, ANSWER)
    assert answered.outcome is Outcome.DONE
    assert answered.letter is not None
    assert (answered.letter.chat_id, answered.letter.language, answered.letter.text) == (77_123, "fr", ANSWER)
    assert answered.letter.erased_on == clock().date() + timedelta(days=30)
    assert await inbox.open_questions() == []
    assert await inbox.read(waiting[0].id, OTHER) is None
    assert [(one.text, one.answer) for one in await inbox.mine(person)] == [(TEXT, ANSWER)]
    assert await trail(database, key_ring, clock) == [(RESPONDER, "question-read", waiting[0].id), (RESPONDER, "question-answered", waiting[0].id)]


async def test_only_the_first_answer_counts(inbox: Inbox, asker: MakePerson, database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Of two at once one is taken; the same answer again, from a redelivered update, is known as such, and writes nothing."""
    person = await asker(1)
    await inbox.ask(person, "fr", TEXT, 1)
    number = (await inbox.open_questions())[0].id

    outcomes = await asyncio.gather(*(inbox.answer(number, by, f"{ANSWER} {by}") for by in (RESPONDER, OTHER)))
    assert sorted(one.outcome for one in outcomes) == [Outcome.DONE, Outcome.TAKEN]
    winner = RESPONDER if outcomes[0].outcome is Outcome.DONE else OTHER
    again = await inbox.answer(number, winner, f"{ANSWER} {winner}")
    assert (again.outcome, again.letter) == (Outcome.SAME, None)
    assert (await inbox.answer(number, winner, "another")).outcome is Outcome.TAKEN
    assert [event for _, event, _ in await trail(database, key_ring, clock)] == ["question-answered"]
    assert await inbox.letter(number, "nobody") is None
    letter = await inbox.letter(number, winner)
    assert letter is not None
    assert letter.text == f"{ANSWER} {winner}"


async def test_withdrawn_is_gone_at_once(inbox: Inbox, asker: MakePerson, database: Database) -> None:
    """One's own only; twice is no error; a responder who was writing meanwhile learns that it is gone; a backup can't bring it back."""
    person, other = await asker(1), await asker(2)
    await inbox.ask(person, "fr", TEXT, 1)
    number = (await inbox.mine(person))[0].id

    assert not await inbox.withdraw(other, number)
    assert await count(database) == 1
    assert await inbox.withdraw(person, number)
    assert not await inbox.withdraw(person, number)
    assert await count(database) == 0
    assert (await inbox.answer(number, RESPONDER, ANSWER)).outcome is Outcome.GONE
    assert await inbox.read(number, RESPONDER) is None
    async with database.transaction() as connection:
        assert (await connection.execute(select(TOMBSTONES.c.row))).scalars().all() == [number]


async def test_whoever_left_is_not_answered(inbox: Inbox, asker: MakePerson, database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P8: blocked, their question waits for nobody, and no letter is made."""
    person = await asker(1)
    await inbox.ask(person, "fr", TEXT, 1)
    number = (await inbox.open_questions())[0].id
    async with database.transaction() as connection:
        await apply(connection, [People(database, key_ring, clock).leave(person)])

    assert await inbox.open_questions() == []
    assert await inbox.read(number, RESPONDER) is None
    assert (await inbox.answer(number, RESPONDER, ANSWER)).outcome is Outcome.GONE


async def test_a_gap_is_counted_without_the_question(inbox: Inbox, asker: MakePerson, database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Marked once, counted once; taken back, it is not counted."""
    person = await asker(1)
    await inbox.ask(person, "fr", TEXT, 1)
    number = (await inbox.open_questions())[0].id

    assert [await inbox.mark_gap(number, RESPONDER, gap) for gap in (True, True, False, True)] == [True, False, True, True]
    assert (await inbox.open_questions())[0].gap
    async with database.transaction() as connection:
        tallies = (await connection.execute(select(TALLIES.c.language, TALLIES.c.topic, TALLIES.c.outcome, TALLIES.c.count))).all()
    assert [tuple(row) for row in tallies] == [("fr", "-", "gap", 1)]
    assert await trail(database, key_ring, clock) == [(RESPONDER, "question-gap", number)] * 3


async def test_questions_go_after_thirty_days(inbox: Inbox, asker: MakePerson, database: Database, clock: Clock) -> None:
    """P21: open and answered alike; a day before nothing goes, and a clock that went back erases nothing."""
    person = await asker(1)
    for update_id in (1, 2):
        await inbox.ask(person, "fr", f"{TEXT} {update_id}", update_id)
    await inbox.answer((await inbox.open_questions())[0].id, RESPONDER, ANSWER)

    clock.forward(days=29)
    assert await forget_questions(database, clock) == 0
    clock.forward(days=-31)
    assert await forget_questions(database, clock) == 0
    clock.forward(days=32)
    assert await forget_questions(database, clock) == 2
    assert await count(database) == 0


async def test_nothing_readable_is_stored(inbox: Inbox, asker: MakePerson, database: Database, tmp_path: Path) -> None:
    """P17: without the keys, neither question nor answer is in the rows, the file or its log; after a withdrawal not even the ciphertext."""
    person = await asker(1)
    await inbox.ask(person, "fr", TEXT, 1)
    number = (await inbox.open_questions())[0].id
    await inbox.answer(number, RESPONDER, ANSWER)
    async with database.transaction() as connection:
        row: Any = (await connection.execute(select(INBOX))).one()
    assert "canari" not in repr(tuple(row))
    await inbox.withdraw(person, number)
    if database.is_sqlite:
        stored = b"".join(file.read_bytes() for file in tmp_path.glob("dalil.sqlite3*"))
        assert b"canari" not in stored
        assert str(row.text).encode() not in stored
        assert str(row.answer).encode() not in stored


async def test_a_ciphertext_moved_or_altered_does_not_open(inbox: Inbox, asker: MakePerson, database: Database) -> None:
    """P18: a question in the place of another, or of an answer, is not shown; the others are."""
    person = await asker(1)
    for update_id, text in ((1, "Première question"), (2, "Deuxième question")):
        await inbox.ask(person, "fr", text, update_id)
    first, second = await inbox.mine(person)
    async with database.transaction() as connection:
        sealed = (await connection.execute(select(INBOX.c.text).where(INBOX.c.id == first.id))).scalar_one()
        await connection.execute(update(INBOX).where(INBOX.c.id == second.id).values(text=sealed))

    assert [one.id for one in await inbox.mine(person)] == [first.id]
    assert await inbox.read(second.id, RESPONDER) is None


@pytest.mark.parametrize(("text", "kept"), [
    ("  Hello \r\n\r\n\r\n\r\n there ", "Hello\n\nthere"), ("a\x00b\u202ec\U000e0041d", "abcd"), ("می\u200cخواهم", "می\u200cخواهم"), ("\u200b\u200b", ""),
    ("?!…", ""), ("a\tb", "a b"), ("\ud83d x", "x"), ("\ue000 x", "x"), ("x" * 5000, "x" * 4096), ("سؤالٌ", "سؤالٌ")])
def test_what_nobody_can_see_is_taken_out(text: str, kept: str) -> None:
    """7-13: control, direction, tag and private characters go; Arabic vowels and joiners stay."""
    assert clean(text) == kept
    assert LONGEST < 4096
