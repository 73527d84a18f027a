"""Roles, invitations, and what admins may not do."""

import asyncio

from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.service import People, Person
from bot.staff.audit import Audit
from bot.staff.retention import forget_staff
from bot.staff.roles import Right, Role, may, parse
from bot.staff.service import Staff
from tests.conftest import Clock

FIRST = 77_001


def staff(database: Database, keys: KeyRing, clock: Clock) -> Staff:
    """The service, with one account that the operator named."""
    return Staff(database, keys, Audit(database, keys, clock), clock, (FIRST,))


async def person(database: Database, keys: KeyRing, clock: Clock, chat_id: int) -> Person:
    """Return a person who chose a language."""
    people = People(database, keys, clock)
    async with database.transaction() as connection:
        await apply(connection, [(people.choose_language(await people.look_up(chat_id), "en"),)])
    return await people.look_up(chat_id)


async def test_the_first_admin_is_named_by_the_operator(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Named accounts are admins as soon as they write; nobody else is anything."""
    service = staff(database, key_ring, clock)
    first = await service.member(await person(database, key_ring, clock, FIRST))
    assert first is not None
    assert first.roles == {Role.ADMIN}
    again = await service.member(await person(database, key_ring, clock, FIRST))
    assert again == first
    assert await service.member(await person(database, key_ring, clock, 77_002)) is None
    assert await service.member(Person("x", FIRST)) is None


async def test_an_invitation_works_once_and_runs_out(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Two who open it at once: one is a member."""
    service = staff(database, key_ring, clock)
    secret = await service.invite(frozenset({Role.EDITOR, Role.REVIEWER}), "operator")
    people = [await person(database, key_ring, clock, 77_010 + number) for number in range(2)]

    found = await asyncio.gather(*(service.accept(one, secret) for one in people))
    assert [member.roles for member in found if member] == [{Role.EDITOR, Role.REVIEWER}]
    assert await service.accept(people[0], "wrong") is None

    late = await service.invite(frozenset({Role.APPROVER}), "operator")
    clock.forward(hours=48)
    assert await service.accept(people[0], late) is None
    await service.invite(frozenset({Role.APPROVER}), "operator")
    clock.forward(hours=49)
    assert (await forget_staff(database, clock))["invitations"] == 1


async def test_roles_change_and_the_last_admin_stays(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Otherwise nobody could give a role any more."""
    service = staff(database, key_ring, clock)
    admin = await service.member(await person(database, key_ring, clock, FIRST))
    other = await service.accept(await person(database, key_ring, clock, 77_020), await service.invite(frozenset({Role.EDITOR}), "operator"))
    assert admin
    assert other

    assert not await service.set_roles(admin.id, frozenset({Role.EDITOR}), admin.id)
    assert await service.set_roles(other.id, frozenset({Role.ADMIN}), admin.id)
    assert await service.set_roles(admin.id, frozenset(), other.id)
    assert [contact.id for contact in await service.contacts()] == [other.id]
    assert [contact.chat_id for contact in await service.contacts(Right.MANAGE_STAFF)] == [77_020]
    assert await service.contacts(Right.READ_INTERESTS) == []
    assert not await service.set_roles("nobody", frozenset({Role.EDITOR}), other.id)


def test_what_roles_may_do() -> None:
    """An admin reads no expression of interest and releases nothing; unknown roles are nothing."""
    admin = frozenset({Role.ADMIN})
    assert not any(may(admin, right) for right in (Right.READ_INTERESTS, Right.RELEASE, Right.DECIDE, Right.EXPORT, Right.WRITE, Right.ANSWER))
    assert not may(frozenset({Role.EDITOR}), Right.RELEASE)
    assert all(may(frozenset({role}), Right.STOP) for role in Role)
    assert parse("admin owner reviewer") == {Role.ADMIN, Role.REVIEWER}


async def test_every_change_of_roles_is_in_the_trail(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Who, what, to whom; never a name."""
    service, audit = staff(database, key_ring, clock), Audit(database, key_ring, clock)
    admin = await service.member(await person(database, key_ring, clock, FIRST))
    assert admin
    member = await service.accept(await person(database, key_ring, clock, 77_030), await service.invite(frozenset({Role.EDITOR}), admin.id))
    assert member
    await service.set_roles(member.id, frozenset(), admin.id)

    assert [(actor, event, what) for _, actor, event, what in reversed(await audit.recent())] == [
        ("operator", "role-given", admin.id), (admin.id, "invited", "editor"), (admin.id, "role-given", member.id), (admin.id, "role-taken", member.id)]
    assert (await audit.verify()).broken is None
