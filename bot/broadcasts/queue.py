"""What is to be sent next, and the states that sending itself moves."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import exists, literal, select, update

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.corrections import received
from bot.broadcasts.ledger import Delivery
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.release import LATE
from bot.broadcasts.rows import broadcast
from bot.db.engine import Database

_OPEN = [str(Delivery.PENDING), str(Delivery.SENDING)]


class Queue:
    """Announcements in the order of their time."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def late(self) -> list[Broadcast]:
        """Return what should have begun more than an hour ago, now waiting for a person's word. Raises DatabaseUnavailable, as all of these."""
        statement = update(BROADCASTS).where(BROADCASTS.c.state == str(State.RELEASED), BROADCASTS.c.starts_at < self._now() - LATE).values(
            state=str(State.LATE), changed_at=self._now()).returning(BROADCASTS)
        async with self._database.transaction() as connection:
            return [broadcast(row) for row in await connection.execute(statement)]

    async def next(self) -> Broadcast | None:
        """Return what is being sent, else what is due, now being sent; None when there is nothing to do."""
        sending = select(BROADCASTS).where(BROADCASTS.c.state == str(State.SENDING)).order_by(BROADCASTS.c.starts_at).limit(1)
        due = select(BROADCASTS.c.id).where(
            BROADCASTS.c.state == str(State.RELEASED), BROADCASTS.c.starts_at <= self._now()).order_by(BROADCASTS.c.starts_at).limit(1)
        async with self._database.transaction() as connection:
            row = (await connection.execute(sending)).one_or_none()
            if row is None:
                begun = update(BROADCASTS).where(BROADCASTS.c.id.in_(due), BROADCASTS.c.state == str(State.RELEASED)).values(
                    state=str(State.SENDING), changed_at=self._now()).returning(BROADCASTS)
                row = (await connection.execute(begun)).one_or_none()
        return broadcast(row) if row else None

    async def state(self, broadcast_id: str) -> State | None:
        """Return the state at this moment."""
        async with self._database.transaction() as connection:
            found = (await connection.execute(select(BROADCASTS.c.state).where(BROADCASTS.c.id == broadcast_id))).scalar_one_or_none()
        return State(found) if found else None

    async def pause(self, broadcast_id: str) -> bool:
        """Hold it until a person resumes it; False when it was not being sent any more."""
        return await self._leave(broadcast_id, State.PAUSED)

    async def void(self, broadcast_id: str) -> bool:
        """Stop what is not what was released: nobody can have changed it in the ordinary way."""
        return await self._leave(broadcast_id, State.STOPPED)

    async def finish(self, broadcast_id: str) -> bool:
        """End it when nobody is left to send to; False when somebody is, or when it was stopped."""
        left = exists(select(literal(1)).where(DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state.in_(_OPEN)))
        return await self._leave(broadcast_id, State.DONE, ~left, then=received)

    async def _leave(self, broadcast_id: str, to: State, *conditions: Any, then: Callable[..., Any] | None = None) -> bool:
        ended = {} if to is State.PAUSED else {"ended_at": self._now()}
        statement = update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state == str(State.SENDING), *conditions).values(
            state=str(to), changed_at=self._now(), **ended).returning(BROADCASTS.c.id)
        async with self._database.transaction() as connection:
            left = (await connection.execute(statement)).first() is not None
            if left and then is not None:
                await then(connection, broadcast_id)
        return left
