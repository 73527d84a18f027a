"""P24 below the chat, on both databases: who comes back under another number is known again, even where nothing was taken back when they left."""

import uuid
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select

from bot.broadcasts.content import Content, State
from bot.broadcasts.letters import LetterReleases, Step
from bot.broadcasts.models import BROADCASTS
from bot.broadcasts.release import Outcome as Released
from bot.broadcasts.release import Releases
from bot.courses import export
from bot.courses.decisions import Move
from bot.courses.export import Exports
from bot.courses.letters import Outcome
from bot.courses.models import DECISIONS, REVIEWS
from bot.courses.scores import Abstention
from bot.courses.selection import Answer
from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from bot.people.models import PEOPLE
from bot.staff.asks import Asks
from bot.staff.models import STAFF
from tests.broadcasts.conftest import AUTHOR, TEXTS, Office
from tests.conftest import Clock
from tests.courses.selecting import ANNA, BILAL, CHLOE, World, review
from tests.courses.test_export import staff

ANEW = "staff-anew"
COURSE = "demo"


async def returns(database: Database, keys: KeyRing, clock: Clock, number: str, roles: str) -> str:
    """Take away all rows of a member, and no more than that; make a new member of the same account. Return the new number."""
    async with database.transaction() as connection:
        old = (await connection.execute(select(*PEOPLE.c).join(STAFF, STAFF.c.person_id == PEOPLE.c.id).where(STAFF.c.id == number))).one()
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id == old.id))
        row = str(uuid.uuid4())
        account = keys.open(old.chat_id, "people", "chat_id", old.id)
        await connection.execute(insert(PEOPLE).values(**{**old._mapping, "id": row, "chat_id": keys.seal(account, "people", "chat_id", row)}))
        await connection.execute(insert(STAFF).values(id=ANEW, person_id=row, roles=roles, since=clock().date()))
    return ANEW


@pytest.fixture
async def world(database: Database, key_ring: KeyRing, clock: Clock, words: Words) -> World:
    """A closed demo course with its letters; two reviewers who are approvers too, and a third one."""
    made = World(database, key_ring, clock, words)
    await made.course()
    await made.write_letters()
    for one in (ANNA, BILAL, CHLOE):
        await staff(made, one, "approver reviewer")
    return made


async def again(world: World, number: str) -> str:
    """Have a member leave and come back."""
    return await returns(world.database, world.keys, world.clock, number, "approver reviewer")


def letters(world: World, *, second_person: bool = True) -> LetterReleases:
    """Return the release of letters."""
    return LetterReleases(world.database, world.decisions, world.letters, Asks(world.database, world.clock), world.audit, world.clock,
                          delay=timedelta(minutes=10), second_person=second_person)


async def marks(world: World) -> set[str]:
    """Return the marks that stand beside reviews and decisions."""
    async with world.database.transaction() as connection:
        found = [(await connection.execute(select(table.c.account_mark))).scalars() for table in (REVIEWS, DECISIONS)]
        return {mark for rows in found for mark in rows}


@pytest.mark.parametrize("second_person", [True, False])
async def test_the_author_of_an_announcement(office: Office, second_person: bool) -> None:
    """Does not release it; where the operator allows it, it counts as released alone. The mark stands only while it waits."""
    await office.people({"en": 3})
    releases = Releases(office.database, office.segments, office.audit, office.clock, delay=timedelta(0), second_person=second_person)
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    assert await releases.ask(draft.id, AUTHOR) is Released.DONE
    waiting = await office.broadcasts.get(draft.id)
    assert waiting
    assert len(waiting.account_mark) == 64

    back = await returns(office.database, office.keys, office.clock, AUTHOR, "approver")
    outcome = await releases.release(draft.id, back, draft.content.hash())
    found = await office.broadcasts.get(draft.id)
    assert found
    if second_person:
        assert (outcome, found.state) == (Released.SAME_PERSON, State.WAITING)
    else:
        assert (outcome, found.state, found.alone, found.account_mark) == (Released.DONE, State.RELEASED, True, "")


async def test_who_is_no_editor_any_more_does_not_ask(office: Office) -> None:
    """The role is looked at in the transaction that asks: nothing waits in the name of somebody who just left."""
    await office.people({"en": 3})
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    async with office.database.transaction() as connection:
        await connection.execute(delete(STAFF).where(STAFF.c.id == AUTHOR))
    assert await office.releases.ask(draft.id, AUTHOR) is Released.NOT_ALLOWED


async def test_who_asked_for_letters_or_decided(world: World) -> None:
    """Neither releases them; somebody else does, and then no mark is left."""
    row = await world.interest()
    await world.reviewed(row)
    await world.decisions.decide(row, Outcome.ACCEPTED, CHLOE)
    shown = (await letters(world).look(COURSE))[0].hash[:16]
    assert (await letters(world).ask(COURSE, BILAL, shown)).step is Step.DONE

    for number in (BILAL, CHLOE):
        back = await again(world, number)
        assert (await letters(world).release(COURSE, back, shown)).step is Step.SAME_PERSON
        async with world.database.transaction() as connection:
            await connection.execute(delete(STAFF).where(STAFF.c.id == back))
    assert "" not in await marks(world)
    assert (await letters(world).release(COURSE, ANNA, shown)).step is Step.DONE
    assert await marks(world) == {""}


async def test_letters_released_by_who_asked_for_them_count_as_released_alone(world: World) -> None:
    """Where the operator allows it: each report says so."""
    row = await world.interest()
    await world.reviewed(row)
    await world.decisions.decide(row, Outcome.ACCEPTED, CHLOE)
    alone = letters(world, second_person=False)
    shown = (await alone.look(COURSE))[0].hash[:16]
    await alone.ask(COURSE, BILAL, shown)
    back = await again(world, BILAL)
    assert (await alone.release(COURSE, back, shown)).step is Step.DONE
    async with world.database.transaction() as connection:
        assert (await connection.execute(select(BROADCASTS.c.alone, BROADCASTS.c.released_by))).one() == (True, back)


async def test_who_asked_for_a_file(world: World) -> None:
    """Does not confirm it, nor asks without the role."""
    await world.interest()
    exports = Exports(world.database, world.keys, Asks(world.database, world.clock), world.audit, second_person=True)
    assert await exports.ask(COURSE, ANNA) is export.Step.DONE
    assert (await exports.confirm(COURSE, await again(world, ANNA))).step is export.Step.SAME_PERSON
    assert await exports.ask(COURSE, ANNA) is export.Step.NOT_ALLOWED


async def test_who_reviewed_or_abstained(world: World) -> None:
    """It is theirs to read and not to review again, nor to decide after an abstention."""
    filed, left, other = [await world.interest() for _ in range(3)]
    assert (await world.selection.file(filed, ANNA, review(5, reason="mine"))).answer is Answer.DONE
    assert (await world.selection.file(left, ANNA, Abstention(1, "a colleague"))).answer is Answer.DONE
    back = await again(world, ANNA)

    assert [one.interest_id for one in await world.selection.queue(COURSE, back)] == [other]
    assert (await world.selection.file(filed, back, review(1))).answer is Answer.FILED
    assert await world.selection.read(left, back) is Answer.ABSTAINED
    own = await world.selection.reviews(filed, back)
    assert [one.reviewer for one in own] == [back]  # type: ignore[union-attr]

    for one in (BILAL, CHLOE):
        await world.selection.file(left, one, review())
    assert (await world.decisions.decide(left, Outcome.ACCEPTED, back)).move is Move.CONFLICT
    assert (await world.decisions.decide(left, Outcome.ACCEPTED, CHLOE)).move is Move.DONE
