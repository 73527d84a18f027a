"""Questions to the team go by themselves, with their answers."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete

from bot.db.engine import Database
from bot.inbox.models import INBOX
from bot.inbox.service import KEPT
from bot.people.holding import unheld


async def forget_questions(database: Database, now: Callable[[], datetime]) -> int:
    """Erase questions after 30 days, answered or not; return how many went. Raises DatabaseUnavailable."""
    statement = delete(INBOX).where(unheld(INBOX.c.asked_on <= now().date() - KEPT, INBOX.c.id)).returning(INBOX.c.id)
    async with database.transaction() as connection:
        return len((await connection.execute(statement)).all())
