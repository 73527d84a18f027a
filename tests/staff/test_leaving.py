"""What ends with a membership, on both databases: with the row of the person, in the same transaction, by whichever way they go."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from bot import keyfile
from bot.broadcasts.content import Content, Kind, State
from bot.broadcasts.leaving import leaving_of
from bot.broadcasts.models import BROADCASTS
from bot.courses.models import INTERESTS
from bot.keys import KeyRing
from bot.people.erasure import Erasure, erase_buried
from bot.people.models import PEOPLE, TOMBSTONES
from bot.people.retention import Retention
from bot.people.service import Person
from bot.staff.accounts import Actor, actor
from bot.staff.asks import Asks, Wish
from bot.staff.models import ASKS, INVITATIONS, STAFF
from bot.staff.roles import Role
from bot.staff.service import Change, Staff
from tests.broadcasts.conftest import AUTHOR, Office
from tests.broadcasts.conftest import office as office  # a fixture: the services, with an author and an approver on staff

BOSS = "boss"
WAYS = ("role", "erasure", "retention", "restored")


def staff(office: Office) -> Staff:
    """Return the service of roles, as the bot has it."""
    return Staff(office.database, office.keys, office.audit, office.clock, leaving=leaving_of(office.database, office.keys, office.clock))


async def person_of(office: Office, staff_id: str) -> Person:
    """Return the person of a member of staff."""
    async with office.database.transaction() as connection:
        row = (await connection.execute(select(PEOPLE.c.id, PEOPLE.c.lookup).join(STAFF, STAFF.c.person_id == PEOPLE.c.id).where(
            STAFF.c.id == staff_id))).one()
    return Person(row.lookup, 0, row.id, "en")


async def goes(office: Office, way: str, folder: Path) -> None:
    """Have the author leave."""
    leaving, person = leaving_of(office.database, office.keys, office.clock), await person_of(office, AUTHOR)
    if way == "role":
        await office.staff(BOSS, "admin", 900_200)
        for role in (Role.ADMIN, Role.APPROVER, Role.EDITOR):
            assert await staff(office).change_role(AUTHOR, role, BOSS, give=False) is Change.DONE
    elif way == "erasure":
        await Erasure(office.database, office.clock, folder / "journal", leaving).erase(person)
    elif way == "retention":
        async with office.database.transaction() as connection:
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(gone_on=office.clock().date() - timedelta(days=30)))
        await Retention(office.database, office.clock, folder / "journal", leaving).purge()
    else:
        async with office.database.transaction() as connection:
            await connection.execute(insert(TOMBSTONES).values(row=person.id, erased_on=office.clock().date()))
            await erase_buried(connection, leaving)


async def begun(office: Office) -> dict[str, str]:
    """Have the author, who has all roles, begin everything that waits for somebody else; return name → number of an announcement."""
    await office.people({"en": 3})
    made = {}
    for name, state in (("draft", State.DRAFT), ("waiting", State.WAITING), ("released", State.RELEASED), ("late", State.LATE), ("sending", State.SENDING),
                        ("paused", State.PAUSED), ("done", State.DONE), ("letters", State.RELEASED), ("rest", State.WAITING)):
        found = await office.broadcasts.begin(AUTHOR, made_content(name))
        made[name] = found.id
        async with office.database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == found.id).values(
                state=str(state), asked_hash=found.content.hash(), account_mark="x" if state is State.WAITING else ""))
            await connection.execute(update(STAFF).where(STAFF.c.id == AUTHOR).values(roles="admin approver editor"))
    asks = Asks(office.database, office.clock)
    async with office.database.transaction() as connection:
        for wish in Wish:
            await asks.put(connection, wish, "demo", await office.audit.actor(connection, AUTHOR), "mark")
    await staff(office).invite(frozenset({Role.EDITOR}), AUTHOR)
    await staff(office).invite(frozenset({Role.EDITOR}), "operator")
    return made


def made_content(name: str) -> Content:
    """Return what an announcement of this name says."""
    return Content({"en": name}, kind=Kind.LETTERS if name in ("letters", "rest") else Kind.ANNOUNCEMENT)


@pytest.mark.parametrize("way", WAYS)
async def test_what_waits_for_somebody_else_ends_with_the_membership(office: Office, tmp_path: Path, way: str) -> None:
    """Announcements are drafts again, letters stopped, what is being sent goes on; requests and invitations are gone, others' stay."""
    made = await begun(office)
    await goes(office, way, tmp_path)

    states = {name: found.state for name, number in made.items() if (found := await office.broadcasts.get(number))}
    assert states == {**dict.fromkeys(("draft", "waiting", "released", "late"), State.DRAFT), "sending": State.SENDING, "paused": State.PAUSED,
                      "done": State.DONE, "letters": State.STOPPED, "rest": State.STOPPED}
    assert {one.account_mark for number in made.values() if (one := await office.broadcasts.get(number))} == {""}
    async with office.database.transaction() as connection:
        assert (await connection.execute(select(ASKS))).all() == []
        assert (await connection.execute(select(INVITATIONS.c.invited_by))).scalars().all() == ["operator"]
        assert AUTHOR not in (await connection.execute(select(STAFF.c.id))).scalars().all()
    events = [(who, event) for _, who, event, _ in await office.audit.recent(100)]
    assert ((AUTHOR, "member-left") in events) is (way != "role")
    assert ((BOSS, "role-taken-editor") in events) is (way == "role")
    assert (await office.audit.verify()).broken is None


@pytest.mark.parametrize(("way", "why"), [("erasure", "person"), ("retention", "retention"), ("restored", "restored")])
async def test_every_way_of_erasing_a_person_stands_in_the_trail(office: Office, tmp_path: Path, way: str, why: str) -> None:
    """By how much, on which day."""
    await goes(office, way, tmp_path)
    at, who, event, what = (await office.audit.recent(1))[0]
    assert (who, event, what) == (why, "erased", "people 1")
    assert f"{at:%H:%M:%S}" == "23:59:59"


async def test_a_withdrawal_stands_in_the_trail_a_second_one_does_not(office: Office, tmp_path: Path) -> None:
    """As one expression of interest: not whose, not which."""
    person = (await office.people({"en": 1}, first=50))[0]
    row = "11111111-1111-4111-8111-111111111111"
    async with office.database.transaction() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO courses (id, state, kind, regions, languages, audiences, city, country, zone, partners, share_with, texts, changed_at) "
            "VALUES ('demo', 'open', 'workshop', '', 'en', '', '', '', 'UTC', '', '', '{}', '2026-11-24 12:00:00')")
        await connection.execute(insert(INTERESTS).values(
            id=row, person_id=person, course_id="demo", code="C-1", state="received", language="en", region="", version=1, sent_on=office.clock().date(),
            answers=office.keys.seal("{}", "interests", "answers", row)))
    erasure = Erasure(office.database, office.clock, tmp_path / "journal", leaving_of(office.database, office.keys, office.clock))
    for _ in range(2):
        await erasure.erase_row("interests", row)
    assert [entry[1:] for entry in await office.audit.recent()] == [("person", "erased", "interests 1")]


async def test_an_invitation_of_nobodys_works_for_nobody(office: Office) -> None:
    """Also when the rows of whoever made it went by a way that nobody thought of."""
    await office.staff(BOSS, "admin", 900_200)
    secret = await staff(office).invite(frozenset({Role.APPROVER}), BOSS)
    boss, author = await person_of(office, BOSS), await person_of(office, AUTHOR)
    async with office.database.transaction() as connection:
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id == boss.id))
    assert await staff(office).accept(author, secret) is None


async def test_a_mark_knows_the_account_again_in_its_row_only(office: Office, tmp_path: Path, key_ring: KeyRing) -> None:
    """Under another number, also when the keys were changed meanwhile; another account, another row, or no mark is not it."""
    one, other = Actor("one", 42, key_ring), Actor("two", 43, key_ring)
    mark = one.mark("row")
    path = tmp_path / "keys" / "dalil.json"
    for edit in (lambda ring: ring.with_new(), lambda ring: ring.activated(office.clock())):
        keyfile.change(path, lambda rings, edit=edit: replace(rings, audit=edit(rings.audit)))
    assert key_ring.refresh()

    again = Actor("three", 42, key_ring)
    assert again.did("one", mark, "row")
    assert again.mark("row") != mark
    assert again.did("one", again.mark("row"), "row")
    assert not again.did("one", mark, "another row")
    assert not other.did("one", mark, "row")
    assert not again.did("one", "", "row")
    assert not Actor("nobody", None, key_ring).did("one", mark, "row")


async def test_an_account_that_cannot_be_read_is_taken_for_the_one_that_acted(office: Office) -> None:
    """Then somebody else has to release it: refusing harms nobody."""
    person = await person_of(office, AUTHOR)
    async with office.database.transaction() as connection:
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(chat_id=office.keys.seal("1", "people", "chat_id", "another row")))
        found = await actor(connection, office.keys, AUTHOR)
    assert found.did("somebody", "a mark", "row")
    assert not found.did("somebody", "", "row")
