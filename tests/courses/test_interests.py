"""The form's service on both databases: each answer once, sent once, nothing lost between two phones or two replicas."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text, update

from bot.courses.catalogue import Course
from bot.courses.drafts import Draft, Drafts
from bot.courses.form import Note, asked
from bot.courses.interests import Interests, Outcome
from bot.courses.messages import Choice, Edit, Onward, Text
from bot.courses.models import COURSES, DRAFTS, INTERESTS
from bot.courses.steps import REVIEW
from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.erasure import Erasure
from bot.people.models import TOMBSTONES
from bot.people.tombstones import JOURNAL
from tests.conftest import Clock
from tests.courses.sample import offer, somebody
from tests.courses.test_form import GOOD


class Desk:
    """The two services of one replica, and one person's way through the form."""

    def __init__(self, database: Database, keys: KeyRing, clock: Clock, folder: Path) -> None:
        self.drafts = Drafts(database, keys, clock)
        self.interests = Interests(database, keys, clock, self.drafts, Erasure(database, clock, folder / JOURNAL).erase_row)
        self.database, self.keys = database, keys
        self.update = 1000

    def next(self) -> int:
        """Return a new update's number."""
        self.update += 1
        return self.update

    async def fill(self, person: str, course: Course, until: str = REVIEW) -> None:
        """Answer each question until `until` is the present one."""
        await self.finish(person, await self.drafts.begin(person, course, self.next()), until)

    async def finish(self, person: str, draft: Draft, until: str = REVIEW) -> None:
        """Answer each question from the present one of `draft`."""
        while draft.form.step != until:
            found = await self.drafts.answer(person, GOOD[draft.form.step], self.next())
            if draft.form.step == "languages":
                found = await self.drafts.answer(person, Onward("languages"), self.next())
            assert found is not None
            draft = found

    async def count(self, table: Any) -> int:
        """Return the number of rows."""
        async with self.database.transaction() as connection:
            return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


@pytest.fixture
def desk(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> Desk:
    """One replica."""
    return Desk(database, key_ring, clock, tmp_path)


@pytest.fixture
async def person(database: Database, key_ring: KeyRing) -> str:
    """Somebody known."""
    return await somebody(database, key_ring)


@pytest.fixture
def course(database: Database, clock: Clock) -> Callable[..., Awaitable[Course]]:
    """Put a course into the catalogue."""
    async def make(number: str = "demo-dakar", **fields: Any) -> Course:
        return await offer(database, number, clock(), **fields)

    return make


async def test_a_form_is_sent_once(desk: Desk, person: str, course: Any) -> None:
    """The draft becomes an expression of interest; a second tap and a redelivery say the same."""
    await desk.fill(person, await course(share_with="Demo Network"))
    number = desk.next()
    first = await desk.interests.send(person, "demo-dakar", "fr", number)
    again = await desk.interests.send(person, "demo-dakar", "fr", number)
    tapped = await desk.interests.send(person, "demo-dakar", "fr", desk.next())

    assert first.outcome is again.outcome is tapped.outcome is Outcome.SENT
    assert first.interest == again.interest == tapped.interest
    assert first.interest is not None
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", first.interest.code)
    assert (await desk.count(INTERESTS), await desk.count(DRAFTS)) == (1, 0)


async def test_what_is_sent_is_flat_sealed_and_coarse_outside(desk: Desk, person: str, course: Any, key_ring: KeyRing) -> None:
    """Only the continent stands in the open; the answers open at their place and nowhere else."""
    await desk.fill(person, await course(share_with="Demo Network"))
    await desk.interests.send(person, "demo-dakar", "fr", desk.next())
    async with desk.database.transaction() as connection:
        row = (await connection.execute(select(INTERESTS))).one()

    assert (row.region, row.language, row.state, row.version) == ("africa", "fr", "received", 1)
    answers = json.loads(key_ring.open(row.answers, "interests", "answers", row.id))
    assert answers == {
        "name": "Demo", "reach": "email", "contact_detail": "demo@example.org", "country": "SN", "region": "africa-west", "organisation": "ngo",
        "work": "We document arrests.", "plans": "A report to the UPR.", "use": "A communication to the Commission.", "experience": "some",
        "languages": ["fr"], "access": "", "share": "no", "partner": "Demo Network", "mark": ""}
    assert "Demo" not in row.answers


async def test_a_partners_mark_is_kept_inside_the_seal(desk: Desk, person: str, course: Any, key_ring: KeyRing) -> None:
    """Who sent somebody here is told to nobody who cannot open the answers; a change keeps it."""
    await desk.drafts.begin(person, await course(), desk.next(), mark="zanzibird")
    draft = await desk.drafts.get(person)
    assert draft is not None
    assert draft.mark == "zanzibird"
    await desk.finish(person, draft)
    await desk.interests.send(person, "demo-dakar", "en", desk.next())
    async with desk.database.transaction() as connection:
        row = (await connection.execute(select(INTERESTS))).one()
    assert "zanzibird" not in str(tuple(row))
    assert json.loads(key_ring.open(row.answers, "interests", "answers", row.id))["mark"] == "zanzibird"


async def test_a_redelivered_answer_has_one_effect_and_the_same_reply(desk: Desk, person: str, course: Any) -> None:
    """P2: the same update again changes nothing and says the same again."""
    await desk.fill(person, await course(), "work")
    number = desk.next()
    long = Text("x" * 1501, 5)
    first = await desk.drafts.answer(person, long, number)
    again = await desk.drafts.answer(person, long, number)
    assert first is not None
    assert again is not None
    assert (again.form, again.said, again.again) == (first.form, first.said, True)
    assert first.said.note is Note.TOO_LONG

    taken = await desk.drafts.answer(person, Text("We train.", 6), desk.next())
    same = await desk.drafts.answer(person, Text("We train.", 6), desk.update)
    assert taken is not None
    assert same is not None
    assert same.form.step == taken.form.step == "plans"
    assert "plans" not in same.form.answers


async def test_a_text_older_than_its_question_is_no_answer_to_it(desk: Desk, person: str, course: Any) -> None:
    """Two devices at once: both answered "work"; the second text is not taken for "plans"."""
    await desk.fill(person, await course(), "work")
    await desk.drafts.answer(person, Text("From one phone.", 101), desk.next())
    async with desk.database.transaction() as connection:
        await apply(connection, [[desk.drafts.asked(person, 103)]])
    late = await desk.drafts.answer(person, Text("From the other.", 102), desk.next())
    assert late is not None
    assert (late.form.step, late.said.note) == ("plans", Note.EARLY)
    taken = await desk.drafts.answer(person, Text("Our plans.", 104), desk.next())
    assert taken is not None
    assert (taken.form.answers["work"], taken.form.answers["plans"]) == ("From one phone.", "Our plans.")


async def test_a_form_lives_7_days_after_its_last_answer(desk: Desk, person: str, course: Any, clock: Clock) -> None:
    """It goes on a week later, not after it; each answer begins the week anew."""
    await desk.fill(person, await course(), "work")
    clock.forward(days=6, hours=23)
    assert await desk.drafts.answer(person, Text("We train.", 1), desk.next()) is not None
    clock.forward(days=6, hours=23)
    assert await desk.drafts.get(person) is not None
    clock.forward(hours=2)
    assert await desk.drafts.get(person) is None
    assert await desk.drafts.answer(person, Text("Too late.", 2), desk.next()) is None
    assert (await desk.drafts.begin(person, await course("another"), desk.next())).course_id == "another"


async def test_a_course_that_closed_meanwhile_keeps_the_form(desk: Desk, person: str, course: Any, clock: Clock) -> None:
    """Refused plainly, nothing lost; open again, it is sent."""
    await desk.fill(person, await course(deadline=clock() + timedelta(hours=1)))
    clock.forward(hours=2)
    refused = await desk.interests.send(person, "demo-dakar", "en", desk.next())
    assert refused.outcome is Outcome.CLOSED
    assert refused.draft is not None
    assert (await desk.count(INTERESTS), await desk.count(DRAFTS)) == (0, 1)
    async with desk.database.transaction() as connection:
        await connection.execute(update(COURSES).values(deadline=clock() + timedelta(days=1)))
    assert (await desk.interests.send(person, "demo-dakar", "en", desk.next())).outcome is Outcome.SENT


async def test_three_in_thirty_days(desk: Desk, person: str, course: Any, clock: Clock) -> None:
    """T4: the fourth waits, and its form with it."""
    for number in range(3):
        await desk.fill(person, await course(f"demo-{number}"))
        assert (await desk.interests.send(person, f"demo-{number}", "en", desk.next())).outcome is Outcome.SENT
    assert not await desk.interests.may_begin(person)
    await desk.fill(person, await course("demo-4"))
    assert (await desk.interests.send(person, "demo-4", "en", desk.next())).outcome is Outcome.TOO_MANY
    assert await desk.drafts.get(person) is not None
    clock.forward(days=3)
    assert (await desk.interests.send(person, "demo-4", "en", desk.next())).outcome is Outcome.TOO_MANY


async def test_it_can_be_changed_until_the_deadline(desk: Desk, person: str, course: Any, clock: Clock) -> None:
    """The same code and row, the version raised; after the deadline it stays as it is."""
    await desk.fill(person, await course(deadline=clock() + timedelta(days=1)))
    sent = (await desk.interests.send(person, "demo-dakar", "en", desk.next())).interest
    assert sent is not None
    draft = await desk.interests.reopen(person, sent.id, desk.next())
    assert draft is not None
    assert draft.form.step == REVIEW
    await desk.drafts.answer(person, Edit("plans"), desk.next())
    await desk.drafts.answer(person, Text("Another plan.", 9), desk.next())
    number = desk.next()
    changed = await desk.interests.send(person, "demo-dakar", "en", number)
    assert (changed.outcome, changed.interest) == (Outcome.CHANGED, replace(sent, version=2))
    assert await desk.interests.send(person, "demo-dakar", "en", number) == changed
    clock.forward(days=2)
    assert await desk.interests.reopen(person, sent.id, desk.next()) is None


async def test_nobody_reaches_another_ones(desk: Desk, person: str, course: Any, database: Database, key_ring: KeyRing) -> None:
    """115: another's number is the same as an unknown one, for reading, changing and withdrawing."""
    await desk.fill(person, await course())
    sent = (await desk.interests.send(person, "demo-dakar", "en", desk.next())).interest
    assert sent is not None
    other = await somebody(database, key_ring)
    assert await desk.interests.get(other, sent.id) is None
    assert await desk.interests.reopen(other, sent.id, desk.next()) is None
    await desk.interests.withdraw(other, sent.id)
    assert await desk.interests.mine(person) == (sent,)
    assert await desk.interests.mine(other) == ()


async def test_withdrawn_is_gone_with_its_form_and_leaves_a_tombstone(desk: Desk, person: str, course: Any) -> None:
    """At once, also while it is being changed; a second time is no error; then the course can be asked for anew."""
    await desk.fill(person, await course())
    sent = (await desk.interests.send(person, "demo-dakar", "en", desk.next())).interest
    assert sent is not None
    await desk.interests.reopen(person, sent.id, desk.next())
    await desk.interests.withdraw(person, sent.id)
    await desk.interests.withdraw(person, sent.id)
    assert (await desk.count(INTERESTS), await desk.count(DRAFTS), await desk.count(TOMBSTONES)) == (0, 0, 1)
    await desk.fill(person, await course("demo-again"))


async def test_discarded_is_gone_from_the_bytes(desk: Desk, person: str, course: Any) -> None:
    """One tap: neither the file nor its log keeps the sealed answers."""
    await desk.fill(person, await course(), "work")
    async with desk.database.transaction() as connection:
        sealed = (await connection.execute(text("SELECT answers FROM drafts"))).scalar_one()
    await desk.interests.discard(person)
    await desk.interests.discard(person)
    assert await desk.drafts.get(person) is None
    if desk.database.is_sqlite:
        from pathlib import Path

        file = Path(desk.database.url.split("///")[1])
        assert all(sealed.encode() not in part.read_bytes() for part in file.parent.glob(f"{file.name}*"))


@pytest.mark.parametrize("way", ["discarded", "sent and withdrawn", "changed and withdrawn"])
@pytest.mark.parametrize("lost", ["tombstones", "journal"])
async def test_a_restored_backup_brings_no_form_back(
    desk: Desk, person: str, course: Any, database: Database, clock: Clock, tmp_path: Path, way: str, lost: str,
) -> None:
    """107: yesterday's form is there again, and goes before the bot starts; a form begun since stays."""
    await desk.fill(person, await course())
    sent = (await desk.interests.send(person, "demo-dakar", "en", desk.next())).interest if way.startswith("changed") else None
    if sent is not None:
        await desk.interests.reopen(person, sent.id, desk.next())
    async with database.transaction() as connection:
        yesterday = dict((await connection.execute(select(DRAFTS))).mappings().one())
    if way == "discarded":
        await desk.interests.discard(person)
    else:
        sent = (await desk.interests.send(person, "demo-dakar", "en", desk.next())).interest
        assert sent is not None
        await desk.interests.withdraw(person, sent.id)
    stays = await somebody(database, desk.keys)
    await desk.fill(stays, await course("demo-other"), "work")
    if lost == "journal":
        (tmp_path / JOURNAL).unlink()
    async with database.transaction() as connection:
        if lost == "tombstones":
            await connection.execute(text("DELETE FROM tombstones"))
        await connection.execute(DRAFTS.insert().values(**yesterday))

    await Erasure(database, clock, tmp_path / JOURNAL).replay()

    assert await desk.drafts.get(person) is None
    assert await desk.drafts.get(stays) is not None


async def test_two_replicas_and_200_simultaneous_answers_lose_none(
    desk: Desk, course: Any, database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path,
) -> None:
    """P1, P2: each person ticks a language and answers on two phones at the very same moment, each through another replica."""
    other, people = Desk(database, key_ring, clock, tmp_path), []
    offered = await course()
    for _ in range(50):
        person = await somebody(database, key_ring)
        await desk.fill(person, offered, "languages")
        people.append(person)
    await asyncio.gather(*(
        one.drafts.answer(person, Choice("languages", tick), 10_000 + 10 * place + number)
        for place, person in enumerate(people) for number, (one, tick) in enumerate(((desk, "+en"), (other, "+fr"), (desk, "+ar"), (other, "+pt")))))

    kept: list[str] = []
    for person in people:
        draft = await desk.drafts.get(person)
        assert draft is not None
        kept += draft.form.answers["languages"]
    print(f"200 simultaneous answers, {200 - len(kept)} lost")
    assert len(kept) == 200


async def test_sent_from_two_phones_at_once_it_is_one(
    desk: Desk, person: str, course: Any, database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path,
) -> None:
    """Ten taps on two replicas: one row, one code."""
    other = Desk(database, key_ring, clock, tmp_path)
    await desk.fill(person, await course())
    endings = await asyncio.gather(*(one.interests.send(person, "demo-dakar", "en", 5000 + number) for number, one in enumerate((desk, other) * 5)))
    assert {ending.outcome for ending in endings} == {Outcome.SENT}
    assert len({ending.interest.code for ending in endings if ending.interest}) == 1
    assert await desk.count(INTERESTS) == 1


async def test_an_altered_form_is_refused_and_can_be_begun_again(desk: Desk, person: str, course: Any) -> None:
    """P18: a flipped byte opens nothing; the person begins anew."""
    offered = await course()
    await desk.fill(person, offered, "work")
    async with desk.database.transaction() as connection:
        await connection.execute(text("UPDATE drafts SET answers = REPLACE(answers, substr(answers, 40, 4), 'AAAA')"))
    assert await desk.drafts.get(person) is None
    assert (await desk.drafts.begin(person, offered, desk.next())).form.step == "name"


@pytest.mark.parametrize(("before", "after", "step"), [("", "Demo Network", REVIEW), ("Demo Network", "", "share"), ("Demo Network", "Demo Council", REVIEW)])
async def test_a_partner_who_changes_meanwhile_is_asked_about_again(
    desk: Desk, person: str, course: Any, database: Database, before: str, after: str, step: str,
) -> None:
    """Staff change the course's partner while a form is open: the next thing shown is a question that there is, or the review with every answer."""
    await desk.fill(person, await course(share_with=before), step)
    async with database.transaction() as connection:
        await connection.execute(update(COURSES).values(share_with=after))
    draft = await desk.drafts.get(person)

    assert draft is not None
    assert draft.form.step == ("share" if after else REVIEW)
    assert draft.form.step in (*asked(draft.form), REVIEW)


async def test_what_was_sent_before_the_course_had_a_partner_can_be_changed(desk: Desk, person: str, course: Any, database: Database) -> None:
    """Opened again, it asks about the partner first: the review has no answer to show for it."""
    await desk.fill(person, await course())
    sent = (await desk.interests.send(person, "demo-dakar", "fr", desk.next())).interest
    async with database.transaction() as connection:
        await connection.execute(update(COURSES).values(share_with="Demo Network"))

    assert sent is not None
    draft = await desk.interests.reopen(person, sent.id, desk.next())
    assert draft is not None
    assert draft.form.step == "share"
