"""What is too old goes by itself: recipients 30 days after the end of their announcement, when only totals stay; announcements after a year."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from bot.broadcasts.content import State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.db.engine import Database

RECIPIENTS = timedelta(days=30)  # after the end (safety.md 2.2)
ENDED = timedelta(days=365)
UNASKED = timedelta(days=90)  # after the last change of a draft that nobody asked to release
PIECE = 5000  # recipients a transaction: an announcement may have had a million


@dataclass(frozen=True, slots=True)
class Gone:
    """How many rows went."""

    deliveries: int
    broadcasts: int


async def forget_broadcasts(database: Database, now: Callable[[], datetime]) -> Gone:
    """Erase what is past its time; a clock that goes back erases nothing early. Raises DatabaseUnavailable."""
    at = now()
    over = select(DELIVERIES.c.id).join(BROADCASTS, BROADCASTS.c.id == DELIVERIES.c.broadcast_id).where(BROADCASTS.c.ended_at <= at - RECIPIENTS).limit(PIECE)
    recipients = last = await _to_totals(database, over)
    while last:
        last = await _to_totals(database, over)
        recipients += last
    old = BROADCASTS.c.ended_at <= at - ENDED
    draft = (BROADCASTS.c.state == str(State.DRAFT)) & (BROADCASTS.c.changed_at <= at - UNASKED)
    async with database.transaction() as connection:
        gone = (await connection.execute(delete(BROADCASTS).where(old | draft).returning(BROADCASTS.c.id))).all()
    return Gone(recipients, len(gone))


async def _to_totals(database: Database, over: Any) -> int:
    """Delete a piece of the recipients and add them to the totals of their announcements; two replicas at once count nothing twice."""
    async with database.exclusive() as connection:
        gone = (await connection.execute(delete(DELIVERIES).where(DELIVERIES.c.id.in_(over)).returning(DELIVERIES.c.broadcast_id, DELIVERIES.c.state))).all()
        counted: dict[str, Counter[str]] = {}
        for row in gone:
            counted.setdefault(row.broadcast_id, Counter())[row.state] += 1
        for broadcast_id, found in sorted(counted.items()):
            kept = (await connection.execute(select(BROADCASTS.c.totals).where(BROADCASTS.c.id == broadcast_id).with_for_update())).scalar_one()
            totals = json.dumps(found + Counter(json.loads(kept or "{}")), sort_keys=True)
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id).values(totals=totals))
    return len(gone)
