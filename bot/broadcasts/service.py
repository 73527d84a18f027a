"""Writing an announcement, and following it. Each use case is one transaction; what can't be done now is a value, not an exception."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import exists, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import Broadcast, Content, Kind, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.rows import broadcast, values
from bot.db.engine import Database

_EDITABLE = (State.DRAFT, State.WAITING, State.RELEASED, State.LATE)
_UNDER_WAY = (State.WAITING, State.RELEASED, State.LATE, State.SENDING, State.PAUSED)


class Broadcasts:
    """The use cases of whoever writes announcements."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def begin(self, author: str, content: Content) -> Broadcast:
        """Keep a new draft of a member of staff and return it. Raises DatabaseUnavailable, as all of these."""
        row = str(uuid.uuid4())
        statement = insert(BROADCASTS).values(
            id=row, state=str(State.DRAFT), author=author, alone=False, asked_hash="", asked_count=0, progress_message=0, totals="",
            changed_at=self._now(), **values(content))
        async with self._database.transaction() as connection:
            await connection.execute(statement)
            return await _read(connection, row)

    async def get(self, broadcast_id: str) -> Broadcast | None:
        """Return an announcement, None when there is none of that number."""
        async with self._database.transaction() as connection:
            return await find(connection, broadcast_id)

    async def of_author(self, author: str, first: int = 0, limit: int | None = None) -> Sequence[Broadcast]:
        """Return a member's announcements, the latest first: all, or at most `limit` from `first` on."""
        return await self._list(BROADCASTS.c.author == author, first, limit)

    async def under_way(self, states: Sequence[State] = _UNDER_WAY, first: int = 0, limit: int | None = None) -> Sequence[Broadcast]:
        """Return what waits for a release, is released, or is being sent, or what is in one of `states`; as `of_author`."""
        return await self._list(BROADCASTS.c.state.in_([str(state) for state in states]), first, limit)

    async def stopped_letters(self, course_id: str) -> Sequence[Broadcast]:
        """Return the letters of a course that were stopped before everybody had theirs, also when somebody asked for the rest."""
        left = exists(select(literal(1)).where(
            DELIVERIES.c.broadcast_id == BROADCASTS.c.id, DELIVERIES.c.state == "pending", DELIVERIES.c.person_id.is_not(None)))
        states = BROADCASTS.c.state.in_([str(State.STOPPED), str(State.WAITING)])
        return await self._list((BROADCASTS.c.course_id == course_id) & (BROADCASTS.c.kind == str(Kind.LETTERS)) & states & left, limit=12)

    async def edit(self, broadcast_id: str, author: str, change: Callable[[Content], Content]) -> Broadcast | None:
        """Change a draft of `author`'s; a release asked for or given is void. None when it can't be changed (any more), as letters never can here."""
        async with self._database.transaction() as connection:
            found = await find(connection, broadcast_id, lock=True)
            if found is None or found.author != author or found.state not in _EDITABLE or found.content.kind is Kind.LETTERS:
                return None
            content = change(found.content)
            if content == found.content:
                return found
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id).values(
                state=str(State.DRAFT), asked_hash="", asked_count=0, released_by=None, starts_at=None, account_mark="", changed_at=self._now(),
                **values(content)))
            return await _read(connection, broadcast_id)

    async def discard(self, broadcast_id: str, author: str) -> bool:
        """Delete a draft that was never sent; False when it is not theirs, or not a draft."""
        statement = BROADCASTS.delete().where(
            BROADCASTS.c.id == broadcast_id, BROADCASTS.c.author == author, BROADCASTS.c.state == str(State.DRAFT)).returning(BROADCASTS.c.id)
        async with self._database.transaction() as connection:
            return (await connection.execute(statement)).first() is not None

    async def shown_in(self, broadcast_id: str, message_id: int) -> None:
        """Note the message in the author's chat that shows the progress."""
        async with self._database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id).values(progress_message=message_id))

    async def _list(self, condition: Any, first: int = 0, limit: int | None = None) -> Sequence[Broadcast]:
        statement = select(BROADCASTS).where(condition).order_by(BROADCASTS.c.changed_at.desc(), BROADCASTS.c.id).offset(first).limit(limit)
        async with self._database.transaction() as connection:
            return [broadcast(row) for row in await connection.execute(statement)]


async def find(connection: AsyncConnection, broadcast_id: str, *, lock: bool = False) -> Broadcast | None:
    """Return an announcement inside a transaction; with `lock`, nobody else changes it until the transaction ends."""
    statement = select(BROADCASTS).where(BROADCASTS.c.id == broadcast_id)
    row = (await connection.execute(statement.with_for_update() if lock else statement)).one_or_none()
    return broadcast(row) if row else None


async def _read(connection: AsyncConnection, broadcast_id: str) -> Broadcast:
    found = await find(connection, broadcast_id)
    assert found is not None  # it was written in this very transaction
    return found


def with_text(content: Content, language: str, text: str) -> Content:
    """Return `content` with one language's text; an empty text takes that language away."""
    texts = {name: said for name, said in content.texts.items() if name != language}
    return replace(content, texts={**texts, language: text} if text else texts)
