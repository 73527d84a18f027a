"""A course leaves as a file only when two people want it, with names of those accepted and told, and never with a formula."""

import asyncio
import csv
import io
import zlib

import pytest
from sqlalchemy import insert, update

from bot.courses.export import HEADERS, Exported, Exports, Step
from bot.courses.letters import Outcome
from bot.people.models import PEOPLE
from bot.staff.asks import Asks
from bot.staff.models import STAFF
from tests.courses.selecting import ANNA, BILAL, CHLOE, World


async def staff(world: World, staff_id: str, roles: str = "approver") -> None:
    """Make a member of staff, with an account of their own."""
    person, account = f"person-{staff_id}", str(zlib.crc32(staff_id.encode()))
    async with world.database.transaction() as connection:
        await connection.execute(insert(PEOPLE), {
            "id": person, "lookup": f"lookup-{staff_id}", "lookup_key": "k1", "chat_id": world.keys.seal(account, "people", "chat_id", person),
            "language": "en", "consent_version": 1, "joined_month": "2026-11", "active_month": "2026-11", "gone_on": None})
        await connection.execute(insert(STAFF), {"id": staff_id, "person_id": person, "roles": roles, "since": world.clock().date()})


@pytest.fixture
async def exports(world: World) -> Exports:
    """Two approvers and a reviewer, and the use cases."""
    await staff(world, ANNA)
    await staff(world, BILAL)
    await staff(world, CHLOE, "reviewer")
    return made(world)


def made(world: World, *, second_person: bool = True) -> Exports:
    """Return the use cases."""
    return Exports(world.database, world.keys, Asks(world.database, world.clock), world.audit, second_person=second_person)


def table(exported: Exported) -> list[dict[str, str]]:
    """Read the file."""
    return list(csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"), newline="")))


async def events(world: World) -> list[tuple[str, str, str]]:
    """Return who did what to what, the oldest first."""
    return [(actor, event, what) for _, actor, event, what in reversed(await world.audit.recent(100))]


async def test_one_asks_and_another_confirms(world: World, exports: Exports) -> None:
    """Both stand in the audit trail, with the count; what was confirmed once is over."""
    await world.interest()
    await world.interest()

    assert await exports.ask("demo", ANNA) is Step.DONE
    assert (await exports.confirm("demo", ANNA)).step is Step.SAME_PERSON
    done = await exports.confirm("demo", BILAL)
    assert (done.step, done.count, done.asked_by, len(table(done))) == (Step.DONE, 2, ANNA, 2)
    assert (await exports.confirm("demo", BILAL)).step is Step.NOBODY_ASKED
    assert await events(world) == [(ANNA, "export-asked", "demo"), (BILAL, "exported", "demo 2")]


async def test_a_wish_lasts_24_hours(world: World, exports: Exports) -> None:
    """And its row goes."""
    await world.interest()
    await exports.ask("demo", ANNA)
    world.clock.forward(hours=24)

    assert (await exports.confirm("demo", BILAL)).step is Step.NOBODY_ASKED
    assert await exports.waiting("demo") is None
    assert await Asks(world.database, world.clock).forget() == 1


async def test_both_must_have_the_role_at_that_moment(world: World, exports: Exports) -> None:
    """A reviewer does not confirm; who lost the role meanwhile gets no file."""
    await world.interest()
    await exports.ask("demo", ANNA)
    assert (await exports.confirm("demo", CHLOE)).step is Step.NOT_ALLOWED
    async with world.database.transaction() as connection:
        await connection.execute(update(STAFF).where(STAFF.c.id == ANNA).values(roles="reviewer"))
    assert (await exports.confirm("demo", BILAL)).step is Step.NOT_ALLOWED


async def test_two_confirming_at_once_make_one_file(world: World, exports: Exports) -> None:
    """The wish is taken once."""
    await staff(world, "staff-emma")
    await world.interest()
    await exports.ask("demo", ANNA)

    steps = [one.step for one in await asyncio.gather(exports.confirm("demo", BILAL), exports.confirm("demo", "staff-emma"))]
    assert sorted(steps) == [Step.DONE, Step.NOBODY_ASKED]


async def test_a_single_member_of_staff_may_when_the_operator_allows_it(world: World, exports: Exports) -> None:
    """Asked and confirmed by one: the audit trail shows it."""
    await world.interest()
    alone = made(world, second_person=False)
    await alone.ask("demo", ANNA)

    assert (await alone.confirm("demo", ANNA)).step is Step.DONE


async def test_names_of_the_accepted_only_and_only_once_they_were_told(world: World, exports: Exports) -> None:
    """Before the release nobody's; afterwards not those of the others."""
    accepted, declined = await world.interest(name="Demo Amina"), await world.interest(name="Demo Boris", work="I am Boris.")
    await world.write_letters()
    await world.reviewed(accepted, declined)
    await world.decisions.decide(accepted, Outcome.ACCEPTED, CHLOE)
    await world.decisions.decide(declined, Outcome.DECLINED, CHLOE)
    await exports.ask("demo", ANNA)
    before = await exports.confirm("demo", BILAL)
    assert [(row["name"], row["contact_detail"], row["state"]) for row in table(before)] == [("", "", "received"), ("", "", "received")]
    assert b"Amina" not in before.content

    await world.decisions.release("demo")
    await exports.ask("demo", ANNA)
    after = await exports.confirm("demo", BILAL)
    assert sorted((row["name"], row["contact_detail"], row["reach"], row["state"]) for row in table(after)) == [
        ("", "", "", "declined"), ("Demo Amina", "demo.amina@example.org", "signal", "accepted")]
    assert b"Boris" not in after.content


async def test_what_people_wrote_is_inert_and_damaged_rows_stay_empty(world: World, exports: Exports) -> None:
    """A formula in an answer is text; what does not open does not stop the rest."""
    await world.interest(id="a", work="=1+1", plans="a;=cmd|x", use="+257")
    await world.interest(id="b")
    async with world.database.transaction() as connection:
        from bot.courses.models import INTERESTS
        await connection.execute(update(INTERESTS).where(INTERESTS.c.id == "b").values(
            answers=world.keys.seal("{}", "interests", "answers", "elsewhere")))
    await exports.ask("demo", ANNA)
    rows = table(await exports.confirm("demo", BILAL))

    assert tuple(rows[0]) == HEADERS
    assert (rows[0]["work"], rows[0]["plans"], rows[0]["use"]) == ("'=1+1", "a;'=cmd|x", "'+257")
    assert rows[1]["work"] == ""


async def test_nothing_to_export(exports: Exports) -> None:
    """No course, or nobody in it."""
    assert await exports.ask("demo", ANNA) is Step.GONE
    assert await exports.ask("none", ANNA) is Step.GONE
