"""What one member of staff asks for and a second one confirms, within 24 hours (safety.md 2.5): one open wish a kind and course."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.staff.accounts import Actor
from bot.staff.models import ASKS

LIFE = timedelta(hours=24)


class Wish(StrEnum):
    """What is asked for."""

    LETTERS = "letters"  # the release of the decisions and letters of a course
    EXPORT = "export"  # the expressions of interest of a course, as a file


@dataclass(frozen=True, slots=True)
class Ask:
    """An open wish; `mark` is the hash of what was asked for, `account_mark` stands for the account that asked, in `row` only."""

    asked_by: str
    mark: str
    asked_at: datetime
    account_mark: str
    row: str

    def is_by(self, actor: Actor) -> bool:
        """Tell whether `actor` asked, under whatever number."""
        return actor.did(self.asked_by, self.account_mark, self.row)


class Asks:
    """Keeps wishes. All but `waiting` and `forget` work inside the caller's transaction."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        new = database.insert(ASKS)
        self._put = new.on_conflict_do_update(
            index_elements=["kind", "object"], set_={name: new.excluded[name] for name in ("asked_by", "mark", "asked_at", "account_mark")})

    async def put(self, connection: AsyncConnection, wish: Wish, course_id: str, by: Actor, mark: str = "") -> None:
        """Keep a wish; an earlier one of the same kind and course is replaced."""
        await connection.execute(self._put, {
            "kind": str(wish), "object": course_id, "asked_by": by.number, "mark": mark, "asked_at": self._now(),
            "account_mark": by.mark(_row(wish, course_id))})

    async def find(self, connection: AsyncConnection, wish: Wish, course_id: str) -> Ask | None:
        """Return the open wish and hold its row; None when there is none, or it is older than 24 hours."""
        row = (await connection.execute(select(ASKS).where(*self._is(wish, course_id)).with_for_update())).one_or_none()
        return Ask(row.asked_by, row.mark, row.asked_at, row.account_mark, _row(wish, course_id)) if row else None

    async def drop(self, connection: AsyncConnection, wish: Wish, course_id: str) -> None:
        """Take a wish away: it was fulfilled."""
        await connection.execute(delete(ASKS).where(ASKS.c.kind == str(wish), ASKS.c.object == course_id))

    async def waiting(self, wish: Wish, course_id: str) -> Ask | None:
        """Return the open wish. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            return await self.find(connection, wish, course_id)

    async def forget(self) -> int:
        """Delete wishes older than 24 hours; return how many. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            old = await connection.execute(delete(ASKS).where(ASKS.c.asked_at <= self._now() - LIFE).returning(ASKS.c.object))
            return len(old.all())

    def _is(self, wish: Wish, course_id: str) -> tuple[Any, ...]:
        return ASKS.c.kind == str(wish), ASKS.c.object == course_id, ASKS.c.asked_at > self._now() - LIFE


def _row(wish: Wish, course_id: str) -> str:
    return f"ask/{wish}/{course_id}"
