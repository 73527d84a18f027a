"""What admins are to hear of each other: kept in the transaction of the change, and taken away when it was told; so a kill in between loses none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.people.models import PEOPLE
from bot.staff.models import AUDIT, NEWS, STAFF

LEFT = "member-left"  # the entry of a member who was erased
KEPT = timedelta(days=7)  # what can't be told until then stands in the audit trail


@dataclass(frozen=True, slots=True)
class Untold:
    """What one person is to hear: who (`actor`) gave or took (`given`) which roles of whom (`object`); numbers of members of staff.

    Without roles, `actor` left the staff.
    `joined`: it was an invitation; `own`: the one of whoever is to hear it.
    """

    numbers: tuple[int, ...]
    person_id: str
    chat_id: int
    language: str
    actor: str
    object: str
    roles: tuple[str, ...]
    given: bool
    joined: bool
    own: bool


class News:
    """What is not told yet. Raises DatabaseUnavailable."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now

    async def untold(self) -> Sequence[Untold]:
        """Return what is to be told, the oldest first; the roles of one invitation together."""
        statement = select(
            NEWS, AUDIT.c.event, AUDIT.c.actor, AUDIT.c.object, PEOPLE.c.chat_id, PEOPLE.c.language, STAFF.c.id.label("staff_id"),
        ).select_from(NEWS.join(AUDIT, AUDIT.c.number == NEWS.c.number).join(PEOPLE, PEOPLE.c.id == NEWS.c.person_id).outerjoin(
            STAFF, STAFF.c.person_id == NEWS.c.person_id)).where(
            PEOPLE.c.gone_on.is_(None), AUDIT.c.at > self._now() - KEPT).order_by(NEWS.c.number, NEWS.c.person_id)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        together: dict[tuple[Any, ...], list[Any]] = {}
        for row in rows:
            alone = () if row.joined else (row.number,)
            together.setdefault((row.person_id, row.actor, row.object, *alone), []).append(row)
        return [one for some in together.values() if (one := self._opened(some)) is not None]

    async def told(self, one: Untold) -> None:
        """Take away what was told."""
        async with self._database.transaction() as connection:
            await connection.execute(delete(NEWS).where(NEWS.c.person_id == one.person_id, NEWS.c.number.in_(one.numbers)))

    def _opened(self, rows: Sequence[Any]) -> Untold | None:
        first = rows[0]
        try:
            chat_id = int(self._keys.open(first.chat_id, "people", "chat_id", first.person_id))
        except (SealBroken, ValueError):
            return None
        roles = tuple(row.event.split("-", 2)[2] for row in rows if row.event != LEFT)  # role-given-editor, role-taken-editor
        return Untold(tuple(row.number for row in rows), first.person_id, chat_id, first.language, first.actor, first.object, roles,
                      first.event.startswith("role-given"), first.joined, first.staff_id == first.actor)


async def add(connection: AsyncConnection, number: int, people: Iterable[str], *, joined: bool = False) -> None:
    """Keep that these people are to hear of entry `number` of the audit trail, inside the transaction of the change."""
    rows = [{"number": number, "person_id": one, "joined": joined} for one in sorted(people)]
    if rows:
        await connection.execute(insert(NEWS), rows)


async def forget_news(connection: AsyncConnection, now: datetime) -> int:
    """Delete what could not be told within 7 days; return how many rows went."""
    recent = select(AUDIT.c.number).where(AUDIT.c.at > now - KEPT)
    return len((await connection.execute(delete(NEWS).where(NEWS.c.number.not_in(recent)).returning(NEWS.c.number))).all())
