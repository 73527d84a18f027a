"""Noting the recipients: a row each, in pieces, so that a million of them need no memory and hold nobody up."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select, update

from bot.broadcasts.content import Broadcast, Content
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.segments import falls_under, recipients
from bot.db.engine import Database
from bot.people.models import PEOPLE

COLUMNS = ["broadcast_id", "person_id", "language", "state", "reason", "segment"]  # of `rows`
PIECE = 5000  # people a transaction: on SQLite it holds up other writers for about 50 ms


class Plan:
    """Writes the rows of the recipients."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def recipients(self, broadcast: Broadcast) -> None:
        """Note every recipient, going on where a killed process stopped; then that the plan is whole. Raises DatabaseUnavailable."""
        last: str | None = await self._last(broadcast.id)
        while last is not None:
            last = await self._piece(broadcast, last)
        async with self._database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast.id).values(planned_at=self._now()))

    async def _last(self, broadcast_id: str) -> str:
        latest = select(DELIVERIES.c.person_id).where(
            DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.person_id.is_not(None)).order_by(DELIVERIES.c.person_id.desc()).limit(1)
        async with self._database.transaction() as connection:
            return (await connection.execute(latest)).scalar_one_or_none() or ""

    async def _piece(self, broadcast: Broadcast, after: str) -> str | None:
        """Note the next recipients after the person `after`; return the last one looked at, None at the end."""
        people = select(PEOPLE.c.id).where(PEOPLE.c.id > after).order_by(PEOPLE.c.id).limit(PIECE).subquery()
        async with self._database.transaction() as connection:
            last = (await connection.execute(select(func.max(people.c.id)))).scalar_one_or_none()
            if last is None:
                return None
            chosen = rows(broadcast.content, broadcast.id, recipients(broadcast.content)).where(PEOPLE.c.id > after, PEOPLE.c.id <= last)
            await connection.execute(self._database.insert(DELIVERIES).from_select(COLUMNS, chosen).on_conflict_do_nothing())
        return str(last)


def rows(content: Content, broadcast_id: str, meant: ColumnElement[bool]) -> Any:
    """Return the SELECT of the new rows, for the people who are `meant`, with the value of the first rule that each falls under.

    Who reads none of the texts' languages gets the fallback, or is left out.
    """
    languages = list(content.texts)
    language = case((PEOPLE.c.language.in_(languages), PEOPLE.c.language), else_=literal(content.fallback))
    readable = PEOPLE.c.language.in_(languages) if content.fallback not in content.texts else literal(1) == 1
    return select(
        literal(broadcast_id), PEOPLE.c.id, language, literal("pending"), literal(""), falls_under(content.segment),
    ).where(meant, readable)
