"""Questions to the team go by themselves, with their answers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete

from bot.db.engine import Database
from bot.inbox.models import QuestionRow
from bot.inbox.service import KEPT
from bot.people.holding import unheld

_ROWS: Any = QuestionRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it


async def forget_questions(database: Database, now: Callable[[], datetime]) -> int:
    """Erase questions after 30 days, answered or not; return how many went. Raises DatabaseUnavailable."""
    statement = delete(_ROWS).where(unheld(_ROWS.c.asked_on <= now().date() - KEPT, _ROWS.c.id)).returning(_ROWS.c.id)
    async with database.transaction() as connection:
        return len((await connection.execute(statement)).all())
