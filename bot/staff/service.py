"""Staff: who they are, invitations, changes of roles. Each change stands in the audit trail, in the same transaction."""

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.people.models import PersonRow
from bot.people.service import Person
from bot.staff.audit import Audit
from bot.staff.models import InvitationRow, StaffRow
from bot.staff.roles import Right, Role, dump, may, parse

INVITED_FOR = timedelta(hours=48)
_STAFF: Any = StaffRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
_PEOPLE: Any = PersonRow.__table__  # type: ignore[attr-defined]
_INVITED: Any = InvitationRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff; `id` is the number under which reviews and the audit trail know them. `invited_by` only when they have just joined."""

    id: str
    roles: frozenset[Role]
    invited_by: str = field(default="", compare=False)

    def may(self, right: Right) -> bool:
        """Tell whether this member may."""
        return may(self.roles, right)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a member of staff."""

    id: str
    chat_id: int
    language: str
    roles: frozenset[Role]


class Staff:
    """The use cases of roles. `admins` are the accounts that the operator named: they are admins always."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit, now: Callable[[], datetime], admins: Sequence[int] = ()) -> None:
        self._database = database
        self._keys = keys
        self._audit = audit
        self._now = now
        self._admins = frozenset(admins)

    async def member(self, person: Person) -> Member | None:
        """Return the member of staff that a person is, None for everybody else. Raises DatabaseUnavailable, as all of these.

        An account that the operator named becomes an admin when it is first asked for.
        """
        if not person.known:
            return None
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(_STAFF.c.id, _STAFF.c.roles).where(_STAFF.c.person_id == person.id))).one_or_none()
            named = person.chat_id in self._admins
            if row is not None and (not named or Role.ADMIN in parse(row.roles)):
                return Member(row.id, parse(row.roles))
            if not named:
                return None
            member = Member(row.id if row else str(uuid.uuid4()), (parse(row.roles) if row else frozenset()) | {Role.ADMIN})
            await self._keep(connection, member, person.id, "operator", "role-given")
        return member

    async def invite(self, roles: frozenset[Role], by: str) -> str:
        """Return the secret of a new invitation, 22 characters; it works once, for 48 hours."""
        secret = secrets.token_urlsafe(16)
        async with self._database.transaction() as connection:
            await connection.execute(insert(_INVITED).values(
                token=self._hash(secret), roles=dump(roles), invited_by=by, expires_at=self._now() + INVITED_FOR))
            await self._audit.note(connection, by, "invited", dump(roles))
        return secret

    async def accept(self, person: Person, secret: str) -> Member | None:
        """Use an invitation: its roles are added to the person's; None when it is unknown, used or too old, without saying which."""
        if not person.known:
            return None
        async with self._database.transaction() as connection:
            used = (await connection.execute(delete(_INVITED).where(
                _INVITED.c.token == self._hash(secret)).returning(_INVITED.c.roles, _INVITED.c.expires_at, _INVITED.c.invited_by))).one_or_none()
            if used is None or used.expires_at <= self._now():
                return None
            row = (await connection.execute(select(_STAFF.c.id, _STAFF.c.roles).where(_STAFF.c.person_id == person.id))).one_or_none()
            member = Member(row.id if row else str(uuid.uuid4()), (parse(row.roles) if row else frozenset()) | parse(used.roles), used.invited_by)
            await self._keep(connection, member, person.id, used.invited_by, "role-given")
        return member

    async def set_roles(self, staff_id: str, roles: frozenset[Role], by: str) -> bool:
        """Give a member other roles; none at all ends the membership. False when there is no such member, or the last admin would go."""
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(_STAFF.c.roles).where(_STAFF.c.id == staff_id).with_for_update())).one_or_none()
            if row is None or (Role.ADMIN in parse(row.roles) and Role.ADMIN not in roles and not await self._other_admin(connection, staff_id)):
                return False
            change = update(_STAFF).where(_STAFF.c.id == staff_id).values(roles=dump(roles)) if roles else delete(_STAFF).where(_STAFF.c.id == staff_id)
            await connection.execute(change)
            await self._audit.note(connection, by, "role-changed" if roles else "role-taken", staff_id)
        return True

    async def contacts(self, right: Right | None = None) -> Sequence[Contact]:
        """Return everybody on staff who may do something, with their chats; who left the bot is left out."""
        statement = select(_STAFF.c.id, _STAFF.c.roles, _PEOPLE.c.id.label("person"), _PEOPLE.c.chat_id, _PEOPLE.c.language).join(
            _PEOPLE, _PEOPLE.c.id == _STAFF.c.person_id).where(_PEOPLE.c.gone_on.is_(None)).order_by(_STAFF.c.since, _STAFF.c.id)
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

    async def _keep(self, connection: AsyncConnection, member: Member, person_id: str, by: str, event: str) -> None:
        row = self._database.insert(_STAFF).values(id=member.id, person_id=person_id, roles=dump(member.roles), since=self._now().date())
        await connection.execute(row.on_conflict_do_update(index_elements=["person_id"], set_={"roles": dump(member.roles)}))
        await self._audit.note(connection, by, event, member.id)

    async def _other_admin(self, connection: AsyncConnection, staff_id: str) -> bool:
        """Tell whether somebody else is an admin; SQLite and PostgreSQL both compare words in a text."""
        words = func.concat(" ", _STAFF.c.roles, " ") if not self._database.is_sqlite else " " + _STAFF.c.roles + " "
        return (await connection.execute(select(_STAFF.c.id).where(_STAFF.c.id != staff_id, words.like("% admin %")).limit(1))).first() is not None

    def _hash(self, secret: str) -> str:
        return hmac.new(self._keys.session.current, b"invitation:" + secret.encode(), hashlib.sha256).hexdigest()
