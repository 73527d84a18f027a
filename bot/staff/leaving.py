"""What ends when a membership ends, by whichever way: a role is taken away, the person erases themselves, or is erased for having left.

Nothing that waits for a second person outlives whoever began it, for nobody could answer for it: in the same transaction invitations and requests go,
and announcements are taken back. It stands in the audit trail, as does every erasure: that it was, and how much; never whose.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.people.models import PEOPLE
from bot.staff import news
from bot.staff.audit import Audit
from bot.staff.models import ASKS, INVITATIONS, STAFF
from bot.staff.news import LEFT
from bot.staff.roles import Role, parse

ERASED = "erased"  # how it stands in the audit trail
TOLD = ("people", "interests", "inbox")  # of these tables; the rest is a matter of whose it was, and says nothing to others
TakeBack = Callable[[AsyncConnection, str, frozenset[Role]], Awaitable[None]]  # a member's announcements, for the roles that end


async def _nothing(_connection: AsyncConnection, _staff_id: str, _ended: frozenset[Role]) -> None:
    """Take nothing back: where no announcements are sent, on the command line."""


class Leaving:
    """Settles what a member of staff leaves behind. All of it works inside the caller's transaction."""

    def __init__(self, audit: Audit, take_back: TakeBack = _nothing) -> None:
        self._audit = audit
        self._take_back = take_back

    async def roles_end(self, connection: AsyncConnection, staff_id: str, ended: frozenset[Role]) -> None:
        """End what a member began in roles that they have no more; their row is held."""
        if Role.ADMIN in ended:
            await connection.execute(delete(INVITATIONS).where(INVITATIONS.c.invited_by == staff_id))  # a link kept back would bring a role back
        if Role.APPROVER in ended:
            await connection.execute(delete(ASKS).where(ASKS.c.asked_by == staff_id))
        await self._take_back(connection, staff_id, ended)

    async def leaving(self, connection: AsyncConnection, people: Sequence[str]) -> Sequence[str]:
        """End the memberships of people who are erased; return their numbers."""
        members = (await connection.execute(select(STAFF.c.id).where(STAFF.c.person_id.in_(people)).order_by(STAFF.c.id).with_for_update())).scalars().all()
        for staff_id in members:
            await self.roles_end(connection, staff_id, frozenset(Role))
        return members

    async def erased(self, connection: AsyncConnection, why: str, counts: Mapping[str, int], members: Sequence[str] = ()) -> None:
        """Note who left the staff, which the admins are to hear, and that rows went, of an erasure only the day."""
        for staff_id in members:
            number = await self._audit.note(connection, staff_id, LEFT, staff_id)
            await news.add(connection, number, await _admins(connection))
        told = " ".join(f"{name} {counts[name]}" for name in TOLD if counts.get(name))
        if told:
            await self._audit.note(connection, why, ERASED, told, day_only=True)


async def _admins(connection: AsyncConnection) -> Sequence[str]:
    """Return the people who are admins and can be reached."""
    rows = await connection.execute(select(STAFF.c.person_id, STAFF.c.roles).join(PEOPLE, PEOPLE.c.id == STAFF.c.person_id).where(PEOPLE.c.gone_on.is_(None)))
    return [row.person_id for row in rows if Role.ADMIN in parse(row.roles)]
