"""What admins are to hear of each other: kept in the transaction of the change, and taken away when it was told; so a kill in between loses none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.people.models import PersonRow
from bot.staff.models import AuditRow, NewsRow, StaffRow

LEFT = "member-left"  # the entry of a member who was erased
KEPT = timedelta(days=7)  # what can't be told until then stands in the audit trail
_ROWS: Any = NewsRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
_TRAIL: Any = AuditRow.__table__  # type: ignore[attr-defined]
_STAFF: Any = StaffRow.__table__  # type: ignore[attr-defined]
_PEOPLE: Any = PersonRow.__table__  # type: ignore[attr-defined]


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
            _ROWS, _TRAIL.c.event, _TRAIL.c.actor, _TRAIL.c.object, _PEOPLE.c.chat_id, _PEOPLE.c.language, _STAFF.c.id.label("staff_id"),
        ).select_from(_ROWS.join(_TRAIL, _TRAIL.c.number == _ROWS.c.number).join(_PEOPLE, _PEOPLE.c.id == _ROWS.c.person_id).outerjoin(
            _STAFF, _STAFF.c.person_id == _ROWS.c.person_id)).where(
            _PEOPLE.c.gone_on.is_(None), _TRAIL.c.at > self._now() - KEPT).order_by(_ROWS.c.number, _ROWS.c.person_id)
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
            await connection.execute(delete(_ROWS).where(_ROWS.c.person_id == one.person_id, _ROWS.c.number.in_(one.numbers)))

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
        await connection.execute(insert(_ROWS), rows)


async def forget_news(connection: AsyncConnection, now: datetime) -> int:
    """Delete what could not be told within 7 days; return how many rows went."""
    recent = select(_TRAIL.c.number).where(_TRAIL.c.at > now - KEPT)
    return len((await connection.execute(delete(_ROWS).where(_ROWS.c.number.not_in(recent)).returning(_ROWS.c.number))).all())
