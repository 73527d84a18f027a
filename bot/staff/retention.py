"""What is too old goes by itself: invitations that ran out, news that could not be told, entries of the audit trail after a year."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from bot.db.engine import Database
from bot.staff.audit import KEPT
from bot.staff.models import AuditRow, InvitationRow
from bot.staff.news import forget_news

_INVITED: Any = InvitationRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
_TRAIL: Any = AuditRow.__table__  # type: ignore[attr-defined]


async def forget_staff(database: Database, now: Callable[[], datetime]) -> Mapping[str, int]:
    """Delete invitations that ran out, and what the trail holds from more than a year ago but the last of it, which the chain hangs on;
    and news that could not be told.

    Return how many of each went. Raises DatabaseUnavailable.
    """
    at = now()
    old = select(func.max(_TRAIL.c.number)).where(_TRAIL.c.at < at - KEPT)
    async with database.transaction() as connection:
        invitations = (await connection.execute(delete(_INVITED).where(_INVITED.c.expires_at <= at).returning(_INVITED.c.token))).all()
        anchor = (await connection.execute(old)).scalar_one_or_none() or 0
        entries = (await connection.execute(delete(_TRAIL).where(_TRAIL.c.number < anchor).returning(_TRAIL.c.number))).all()
        news = await forget_news(connection, at)
    return {"invitations": len(invitations), "audit": len(entries), "news": news}
