"""Roles, invitations, and what admins may not do."""

import asyncio

from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.service import People, Person
from bot.staff.audit import Audit
from bot.staff.retention import forget_staff
from bot.staff.roles import Right, Role, may, parse
from bot.staff.service import Change, Member, Staff
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
    """Otherwise nobody could give a role any more. Whom the operator named stays, too."""
    service = staff(database, key_ring, clock)
    admin = await service.accept(await person(database, key_ring, clock, 77_021), await service.invite(frozenset({Role.ADMIN}), "operator"))
    other = await service.accept(await person(database, key_ring, clock, 77_020), await service.invite(frozenset({Role.EDITOR}), "operator"))
    assert admin
    assert other

    assert await service.change_role(admin.id, Role.ADMIN, admin.id, give=False) is Change.LAST_ADMIN
    assert await service.change_role(other.id, Role.ADMIN, admin.id, give=True) is Change.DONE
    assert await service.change_role(other.id, Role.ADMIN, admin.id, give=True) is Change.SAME
    assert await service.change_role(other.id, Role.EDITOR, admin.id, give=False) is Change.DONE
    assert await service.change_role(admin.id, Role.ADMIN, other.id, give=False) is Change.DONE
    assert await service.change_role(other.id, Role.EDITOR, admin.id, give=True) is Change.GONE  # no admin any more
    assert [(contact.id, contact.chat_id) for contact in await service.contacts()] == [(other.id, 77_020)]
    assert await service.contacts(Right.READ_INTERESTS) == []
    assert await service.change_role("nobody", Role.EDITOR, other.id, give=True) is Change.GONE
    named = await service.member(await person(database, key_ring, clock, FIRST))
    assert named
    assert await service.change_role(named.id, Role.ADMIN, other.id, give=False) is Change.NAMED


async def two_admins(service: Staff, database: Database, keys: KeyRing, clock: Clock) -> tuple[Person, Member, Member]:
    """Return the first admin as a person and as a member, and a second one."""
    first = await person(database, keys, clock, FIRST)
    admin = await service.member(first)
    other = await service.accept(await person(database, keys, clock, 77_040), await service.invite(frozenset({Role.ADMIN}), "operator"))
    assert admin
    assert other
    return first, admin, other


async def test_nobody_gives_themselves_a_role_while_there_is_another_admin(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Neither by a tap nor by an invitation of their own, which stays good for somebody else; a single admin may."""
    service = staff(database, key_ring, clock)
    first = await person(database, key_ring, clock, FIRST)
    single = await service.member(first)
    assert single
    assert await service.change_role(single.id, Role.EDITOR, single.id, give=True) is Change.DONE
    assert await service.change_role(single.id, Role.EDITOR, single.id, give=False) is Change.DONE

    first, admin, _ = await two_admins(service, database, key_ring, clock)
    assert await service.change_role(admin.id, Role.EDITOR, admin.id, give=True) is Change.OWN
    assert await service.change_role(admin.id, Role.ADMIN, admin.id, give=False) is Change.OWN
    own = await service.invite(frozenset({Role.APPROVER}), admin.id)
    assert await service.accept(first, own) is None
    assert await service.member(first) == Member(admin.id, frozenset({Role.ADMIN}))
    guest = await service.accept(await person(database, key_ring, clock, 77_041), own)
    assert guest
    assert guest.roles == {Role.APPROVER}

    async with database.transaction() as connection:  # whoever left can't give a role: then one is alone again
        await apply(connection, [People(database, key_ring, clock).leave(await person(database, key_ring, clock, 77_040))])
    assert await service.change_role(admin.id, Role.EDITOR, admin.id, give=True) is Change.DONE


async def test_who_is_no_admin_any_more_keeps_no_invitation_back(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Otherwise the link would bring the role back."""
    service = staff(database, key_ring, clock)
    _, admin, other = await two_admins(service, database, key_ring, clock)
    kept = await service.invite(frozenset({Role.ADMIN}), other.id)
    assert await service.change_role(other.id, Role.ADMIN, admin.id, give=False) is Change.DONE
    assert await service.accept(await person(database, key_ring, clock, 77_042), kept) is None


async def test_admins_at_once_change_one_role_each(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Both changes stay; and two who take the role from each other leave one admin."""
    service = staff(database, key_ring, clock)
    admin, other = [await service.accept(await person(database, key_ring, clock, 77_050 + number), await service.invite(
        frozenset({Role.ADMIN}), "operator")) for number in range(2)]
    assert admin
    assert other
    guest = await service.accept(await person(database, key_ring, clock, 77_043), await service.invite(frozenset({Role.RESPONDER}), admin.id))
    assert guest
    given = ((Role.EDITOR, admin.id), (Role.REVIEWER, other.id))
    assert await asyncio.gather(*(service.change_role(guest.id, role, by, give=True) for role, by in given)) == [Change.DONE, Change.DONE]
    assert next(one.roles for one in await service.contacts() if one.id == guest.id) == {Role.EDITOR, Role.REVIEWER, Role.RESPONDER}

    taken = ((other.id, admin.id), (admin.id, other.id))
    assert sorted(await asyncio.gather(*(service.change_role(whom, Role.ADMIN, by, give=False) for whom, by in taken))) == [Change.DONE, Change.GONE]


async def test_an_account_that_the_operator_named_hears_calls_without_ever_asking(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """As soon as they have a language; the trail has it once."""
    service = staff(database, key_ring, clock)
    assert await service.contacts() == []
    first = await person(database, key_ring, clock, FIRST)
    found = [await service.contacts(Right.STOP) for _ in range(2)][1]
    assert [(one.chat_id, one.roles) for one in found] == [(FIRST, {Role.ADMIN})]
    assert await service.member(first) == Member(found[0].id, frozenset({Role.ADMIN}))
    trail = await Audit(database, key_ring, clock).recent()
    assert [entry[1:] for entry in trail] == [("operator", "role-given-admin", found[0].id)]


def test_what_roles_may_do() -> None:
    """An admin reads no expression of interest and releases nothing; unknown roles are nothing."""
    admin = frozenset({Role.ADMIN})
    assert not any(may(admin, right) for right in (Right.READ_INTERESTS, Right.RELEASE, Right.DECIDE, Right.EXPORT, Right.WRITE, Right.ANSWER))
    assert not may(frozenset({Role.EDITOR}), Right.RELEASE)
    assert all(may(frozenset({role}), Right.STOP) for role in Role)
    assert parse("admin owner reviewer") == {Role.ADMIN, Role.REVIEWER}


async def test_every_change_of_roles_is_in_the_trail(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Who, which role, to whom; never a name."""
    service, audit = staff(database, key_ring, clock), Audit(database, key_ring, clock)
    admin = await service.member(await person(database, key_ring, clock, FIRST))
    assert admin
    member = await service.accept(await person(database, key_ring, clock, 77_030), await service.invite(frozenset({Role.EDITOR}), admin.id))
    assert member
    await audit.add(admin.id, "role-changed", member.id)  # as it was written before: such entries stay in the chain
    await service.change_role(member.id, Role.RESPONDER, admin.id, give=True)
    await service.change_role(member.id, Role.RESPONDER, admin.id, give=False)
    await service.change_role(member.id, Role.EDITOR, admin.id, give=False)

    assert [(actor, event, what) for _, actor, event, what in reversed(await audit.recent())] == [
        ("operator", "role-given-admin", admin.id), (admin.id, "invited", "editor"), (admin.id, "role-given-editor", member.id),
        (admin.id, "role-changed", member.id), (admin.id, "role-given-responder", member.id), (admin.id, "role-taken-responder", member.id),
        (admin.id, "role-taken-editor", member.id)]
    assert member.id not in [one.id for one in await service.contacts()]
    assert (await audit.verify()).broken is None
