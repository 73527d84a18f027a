"""What is too old goes by itself: invitations that ran out, news that could not be told, entries of the audit trail after a year."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import delete, func, select

from bot.db.engine import Database
from bot.staff.audit import KEPT
from bot.staff.models import AUDIT, INVITATIONS
from bot.staff.news import forget_news


async def forget_staff(database: Database, now: Callable[[], datetime]) -> Mapping[str, int]:
    """Delete invitations that ran out, and what the trail holds from more than a year ago but the last of it, which the chain hangs on;
    and news that could not be told.

    Return how many of each went. Raises DatabaseUnavailable.
    """
    at = now()
    old = select(func.max(AUDIT.c.number)).where(AUDIT.c.at < at - KEPT)
    async with database.transaction() as connection:
        invitations = (await connection.execute(delete(INVITATIONS).where(INVITATIONS.c.expires_at <= at).returning(INVITATIONS.c.token))).all()
        anchor = (await connection.execute(old)).scalar_one_or_none() or 0
        entries = (await connection.execute(delete(AUDIT).where(AUDIT.c.number < anchor).returning(AUDIT.c.number))).all()
        news = await forget_news(connection, at)
    return {"invitations": len(invitations), "audit": len(entries), "news": news}
