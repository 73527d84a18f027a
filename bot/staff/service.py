"""Staff: who they are, invitations, changes of roles. Each change stands in the audit trail, in the same transaction."""

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.people.models import PEOPLE
from bot.people.service import Person
from bot.staff import news
from bot.staff.audit import OPERATOR, Audit
from bot.staff.leaving import Leaving
from bot.staff.models import INVITATIONS, STAFF
from bot.staff.roles import Right, Role, dump, may, parse

INVITED_FOR = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff; `id` is the number under which reviews and the audit trail know them. `invited_by` only when they have just joined."""

    id: str
    roles: frozenset[Role]
    invited_by: str = field(default="", compare=False)

    def may(self, right: Right) -> bool:
        """Tell whether this member may."""
        return may(self.roles, right)


class Change(StrEnum):
    """How a change of a role ended."""

    DONE = "done"
    SAME = "same"  # it was so already
    GONE = "gone"  # no such member, or whoever asks is no admin (any more)
    OWN = "own"  # nobody changes their own roles while there is another admin
    LAST_ADMIN = "last-admin"  # somebody must be able to give roles
    NAMED = "named"  # an account that the operator named stays an admin


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a member of staff."""

    id: str
    chat_id: int
    language: str
    roles: frozenset[Role]


class Staff:
    """The use cases of roles. `admins` are the accounts that the operator named: they are admins always."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit, now: Callable[[], datetime], admins: Sequence[int] = (),
                 leaving: Leaving | None = None) -> None:
        self._database = database
        self._keys = keys
        self._audit = audit
        self._now = now
        self._admins = frozenset(admins)
        self._leaving = leaving or Leaving(audit)

    async def member(self, person: Person) -> Member | None:
        """Return the member of staff that a person is, None for everybody else. Raises DatabaseUnavailable, as all of these.

        An account that the operator named becomes an admin when it is first asked for.
        """
        if not person.known:
            return None
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(STAFF.c.id, STAFF.c.roles).where(STAFF.c.person_id == person.id))).one_or_none()
        if person.chat_id in self._admins and (row is None or Role.ADMIN not in parse(row.roles)):
            return await self._make_admin(person.id)
        return Member(row.id, parse(row.roles)) if row else None

    async def invite(self, roles: frozenset[Role], by: str) -> str:
        """Return the secret of a new invitation, 22 characters; it works once, for 48 hours."""
        secret = secrets.token_urlsafe(16)
        async with self._database.transaction() as connection:
            await connection.execute(insert(INVITATIONS).values(
                token=self._hash(secret), roles=dump(roles), invited_by=by, expires_at=self._now() + INVITED_FOR))
            await self._audit.note(connection, by, "invited", dump(roles))
        return secret

    async def accept(self, person: Person, secret: str) -> Member | None:
        """Use an invitation: its roles are added to the person's; None when it is unknown, used or too old, without saying which.

        None also for one's own while there is another admin: it stays as it is, for whoever it was meant for; and when whoever made it is no admin now.
        """
        if not person.known:
            return None
        async with self._database.exclusive() as connection:
            if not await _held(connection, person.id):
                return None
            everybody = await _everybody(connection)
            mine = next((one.id for one in everybody if one.person_id == person.id), "")
            inviting = {OPERATOR, *(one.id for one in everybody if Role.ADMIN in parse(one.roles))}
            if mine and _other_admins(everybody, mine):
                inviting.discard(mine)
            theirs = [INVITATIONS.c.token == self._hash(secret), INVITATIONS.c.invited_by.in_(inviting)]
            used = (await connection.execute(delete(INVITATIONS).where(*theirs).returning(
                INVITATIONS.c.roles, INVITATIONS.c.expires_at, INVITATIONS.c.invited_by))).one_or_none()
            if used is None or used.expires_at <= self._now():
                return None
            return await self._give(connection, person.id, parse(used.roles), used.invited_by, _admins(everybody, mine))

    async def change_role(self, staff_id: str, role: Role, by: str, *, give: bool) -> Change:
        """Have an admin give a member one role, or take it; without any the membership ends. Nobody changes their own while there is another admin.

        All rows are held: two admins at once neither undo each other's change nor take the role from each other.
        """
        async with self._database.exclusive() as connection:
            everybody = await _everybody(connection)
            found = next((one for one in everybody if one.id == staff_id), None)
            if found is None or not any(one.id == by and Role.ADMIN in parse(one.roles) for one in everybody):
                return Change.GONE
            roles, others = parse(found.roles), _other_admins(everybody, staff_id)
            if staff_id == by and others:
                return Change.OWN
            if (role in roles) is give:
                return Change.SAME
            if role is Role.ADMIN and not give and (not others or found.lookup in self._named()):
                return Change.NAMED if others else Change.LAST_ADMIN
            if not give:
                await self._leaving.roles_end(connection, staff_id, frozenset({role}) if roles > {role} else frozenset(Role))
            await self._put(connection, staff_id, roles | {role} if give else roles - {role})
            number = await self._audit.note(connection, by, f"role-{'given' if give else 'taken'}-{role}", staff_id)
            await news.add(connection, number, _admins(everybody, by))  # as they were before: who was one until now hears it, too
        return Change.DONE

    async def contacts(self, right: Right | None = None) -> Sequence[Contact]:
        """Return everybody on staff who may do something, with their chats; who left the bot is left out."""
        await self._make_admins()
        statement = select(STAFF.c.id, STAFF.c.roles, PEOPLE.c.id.label("person"), PEOPLE.c.chat_id, PEOPLE.c.language).join(
            PEOPLE, PEOPLE.c.id == STAFF.c.person_id).where(PEOPLE.c.gone_on.is_(None)).order_by(STAFF.c.since, STAFF.c.id)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        found = []
        for row in rows:
            roles = parse(row.roles)
            if right is None or may(roles, right):
                try:
                    found.append(Contact(row.id, int(self._keys.open(row.chat_id, "people", "chat_id", row.person)), row.language, roles))
                except (SealBroken, ValueError):
                    continue
        return found

    async def _make_admins(self) -> None:
        """Make admins of the accounts that the operator named, once they have a language: they hear calls also when they never typed /staff."""
        names = self._named()
        if not names:
            return
        statement = select(PEOPLE.c.id, STAFF.c.roles).select_from(
            PEOPLE.outerjoin(STAFF, STAFF.c.person_id == PEOPLE.c.id)).where(PEOPLE.c.lookup.in_(names))
        async with self._database.transaction() as connection:
            missing = [row.id for row in await connection.execute(statement) if Role.ADMIN not in parse(row.roles or "")]
        for person_id in missing:
            await self._make_admin(person_id)

    def _named(self) -> frozenset[str]:
        """Return every pseudonym under which an account that the operator named may stand."""
        return frozenset(name for chat_id in self._admins for name in self._keys.look_ups(chat_id))

    async def _make_admin(self, person_id: str) -> Member | None:
        async with self._database.exclusive() as connection:
            if not await _held(connection, person_id):
                return None
            told = [one for one in _admins(await _everybody(connection), "") if one != person_id]
            return await self._give(connection, person_id, frozenset({Role.ADMIN}), OPERATOR, told, joined=False)

    async def _give(
        self, connection: AsyncConnection, person_id: str, given: frozenset[Role], by: str, told: Sequence[str], *, joined: bool = True,
    ) -> Member:
        """Add roles to those of a person whose row is held; `told` are the people who are to hear of it. `joined`: by an invitation."""
        row = (await connection.execute(select(STAFF.c.id, STAFF.c.roles).where(STAFF.c.person_id == person_id).with_for_update())).one_or_none()
        member = Member(row.id if row else str(uuid.uuid4()), (parse(row.roles) if row else frozenset()) | given, by)
        if row:
            await self._put(connection, member.id, member.roles)
        else:
            await connection.execute(insert(STAFF).values(id=member.id, person_id=person_id, roles=dump(member.roles), since=self._now().date()))
        for role in sorted(given):
            number = await self._audit.note(connection, by, f"role-given-{role}", member.id)
            await news.add(connection, number, told, joined=joined)
        return member

    async def _put(self, connection: AsyncConnection, staff_id: str, roles: frozenset[Role]) -> None:
        theirs = STAFF.c.id == staff_id
        await connection.execute(update(STAFF).where(theirs).values(roles=dump(roles)) if roles else delete(STAFF).where(theirs))

    def _hash(self, secret: str) -> str:
        return hmac.new(self._keys.session.current, b"invitation:" + secret.encode(), hashlib.sha256).hexdigest()


async def _held(connection: AsyncConnection, person_id: str) -> bool:
    """Hold a person's row, always before those of staff; False when they were erased meanwhile."""
    return (await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.id == person_id).with_for_update())).one_or_none() is not None


async def _everybody(connection: AsyncConnection) -> Sequence[Any]:
    """Return all staff, and hold their rows, always in the same order."""
    columns = (STAFF.c.id, STAFF.c.person_id, STAFF.c.roles, PEOPLE.c.lookup, PEOPLE.c.gone_on)
    statement = select(*columns).join(PEOPLE, PEOPLE.c.id == STAFF.c.person_id).order_by(STAFF.c.id).with_for_update(of=STAFF)
    return (await connection.execute(statement)).all()


def _admins(everybody: Sequence[Any], but: str) -> Sequence[str]:
    """Return the people who are admins and can be reached, all but one member."""
    return [one.person_id for one in everybody if one.id != but and one.gone_on is None and Role.ADMIN in parse(one.roles)]


def _other_admins(everybody: Sequence[Any], staff_id: str) -> bool:
    """Tell whether somebody else is an admin; who left the bot can't give a role, and does not count."""
    return bool(_admins(everybody, staff_id))
