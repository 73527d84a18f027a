"""What is too old goes by itself: recipients 30 days after the end of their announcement, when only totals stay; announcements after a year."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from bot.broadcasts.content import State
from bot.broadcasts.models import DeliveryRow
from bot.broadcasts.rows import TABLE
from bot.db.engine import Database

RECIPIENTS = timedelta(days=30)  # after the end (safety.md 2.2)
ENDED = timedelta(days=365)
UNASKED = timedelta(days=90)  # after the last change of a draft that nobody asked to release
PIECE = 5000  # recipients a transaction: an announcement may have had a million
_ROWS: Any = DeliveryRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it


@dataclass(frozen=True, slots=True)
class Gone:
    """How many rows went."""

    deliveries: int
    broadcasts: int


async def forget_broadcasts(database: Database, now: Callable[[], datetime]) -> Gone:
    """Erase what is past its time; a clock that goes back erases nothing early. Raises DatabaseUnavailable."""
    at = now()
    over = select(_ROWS.c.id).join(TABLE, TABLE.c.id == _ROWS.c.broadcast_id).where(TABLE.c.ended_at <= at - RECIPIENTS).limit(PIECE)
    recipients = last = await _to_totals(database, over)
    while last:
        last = await _to_totals(database, over)
        recipients += last
    old = TABLE.c.ended_at <= at - ENDED
    draft = (TABLE.c.state == str(State.DRAFT)) & (TABLE.c.changed_at <= at - UNASKED)
    async with database.transaction() as connection:
        gone = (await connection.execute(delete(TABLE).where(old | draft).returning(TABLE.c.id))).all()
    return Gone(recipients, len(gone))


async def _to_totals(database: Database, over: Any) -> int:
    """Delete a piece of the recipients and add them to the totals of their announcements; two replicas at once count nothing twice."""
    async with database.exclusive() as connection:
        gone = (await connection.execute(delete(_ROWS).where(_ROWS.c.id.in_(over)).returning(_ROWS.c.broadcast_id, _ROWS.c.state))).all()
        counted: dict[str, Counter[str]] = {}
        for row in gone:
            counted.setdefault(row.broadcast_id, Counter())[row.state] += 1
        for broadcast_id, found in sorted(counted.items()):
            kept = (await connection.execute(select(TABLE.c.totals).where(TABLE.c.id == broadcast_id).with_for_update())).scalar_one()
            totals = json.dumps(found + Counter(json.loads(kept or "{}")), sort_keys=True)
            await connection.execute(update(TABLE).where(TABLE.c.id == broadcast_id).values(totals=totals))
    return len(gone)
