"""The ledger: one row a recipient, claimed before the call and settled after it, so that a crash neither repeats nor skips anybody.

pending → sending (committed before the call) → sent, gone, failed or uncertain. What a killed process left in `sending` may have arrived:
it becomes uncertain, and only staff may decide to send it again.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, delete, exists, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.segments import still_wants
from bot.courses.models import DRAFTS, SUBSCRIPTIONS
from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing, SealBroken
from bot.people.models import PEOPLE
from bot.people.traces import Traces

_OF_THE_GONE: tuple[Any, ...] = (SUBSCRIPTIONS, DRAFTS)


class Delivery(StrEnum):
    """What became of one recipient."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    GONE = "gone"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Claim:
    """One recipient whose turn it is: nobody else sends to them meanwhile. `person` is the number of their row."""

    id: int
    chat_id: int
    person: str
    language: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How a claim ended; `reason` is the class of an error, `message` the number of what was sent, where it is known."""

    claim: Claim
    state: Delivery
    reason: str = ""
    message: int | None = None


class DeliveryLedger:
    """Claims and settles."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now
        self._traces = Traces(database, keys, now)

    async def turn(self, broadcast_id: str, settled: Sequence[Settled], wanted: int) -> Sequence[Claim]:
        """Settle what ended and claim up to `wanted` more, in one transaction; nothing is claimed unless the announcement is being sent.

        Raises DatabaseUnavailable: then nothing was settled or claimed.
        """
        while True:
            async with self._database.transaction() as connection:
                await self._settle(connection, settled)
                rows = await self._claim(connection, broadcast_id, wanted) if wanted else []
            claims = await self._opened(rows)
            if claims or not rows:
                return claims
            settled = ()  # all who were claimed have left or stopped meanwhile: there may be others

    async def orphans(self, broadcast_id: str) -> int:
        """Mark what a process that died had under way as uncertain, and return how many. Only for the one that holds the lease."""
        statement = update(DELIVERIES).where(DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state == str(Delivery.SENDING)).values(
            state=str(Delivery.UNCERTAIN), reason="stopped", sent_at=self._now()).returning(DELIVERIES.c.id)
        async with self._database.transaction() as connection:
            return len((await connection.execute(statement)).all())

    async def send_again(self, broadcast_id: str) -> int:
        """Put what is uncertain back among the pending, because staff decided so; some people may get it twice. Return how many.

        Nothing changes unless it was sent to its end: of what was stopped, nothing may go out by an old button.
        """
        uncertain = and_(DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state == str(Delivery.UNCERTAIN), DELIVERIES.c.person_id.is_not(None))
        begun = update(BROADCASTS).where(
            BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state == str(State.DONE), exists(select(literal(1)).where(uncertain))).values(
            state=str(State.SENDING), ended_at=None, changed_at=self._now()).returning(BROADCASTS.c.id)
        statement = update(DELIVERIES).where(uncertain).values(state=str(Delivery.PENDING), reason="").returning(DELIVERIES.c.id)
        async with self._database.transaction() as connection:
            if (await connection.execute(begun)).first() is None:
                return 0
            return len((await connection.execute(statement)).all())

    async def counts(self, broadcast_id: str) -> Mapping[Delivery, int]:
        """Return how many recipients are in each state; after 30 days by the totals that were kept."""
        statement = select(DELIVERIES.c.state, func.count().label("number")).where(DELIVERIES.c.broadcast_id == broadcast_id).group_by(DELIVERIES.c.state)
        async with self._database.transaction() as connection:
            found = Counter({row.state: row.number for row in await connection.execute(statement)})
            totals = (await connection.execute(select(BROADCASTS.c.totals).where(BROADCASTS.c.id == broadcast_id))).scalar_one_or_none()
        found += Counter(json.loads(totals or "{}"))
        return {state: found[str(state)] for state in Delivery}

    async def uncertain(self, broadcast_id: str) -> Mapping[str, int]:
        """Return how many are uncertain in which segment (`segments.falls_under`), the most first."""
        number = func.count().label("number")
        statement = select(DELIVERIES.c.segment, number).where(
            DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state == str(Delivery.UNCERTAIN)).group_by(
            DELIVERIES.c.segment).order_by(number.desc(), DELIVERIES.c.segment)
        async with self._database.transaction() as connection:
            return {row.segment: row.number for row in await connection.execute(statement)}

    async def reasons(self, broadcast_id: str) -> Mapping[str, int]:
        """Return how many failed for which reason, the class of an error."""
        statement = select(DELIVERIES.c.reason, func.count().label("number")).where(
            DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state == str(Delivery.FAILED)).group_by(DELIVERIES.c.reason)
        async with self._database.transaction() as connection:
            return {row.reason: row.number for row in await connection.execute(statement)}

    async def _settle(self, connection: AsyncConnection, settled: Sequence[Settled]) -> None:
        """Note how claims ended, what was sent, and who is gone."""
        alike: dict[tuple[Delivery, str], list[int]] = {}
        for one in settled:
            alike.setdefault((one.state, one.reason[:40]), []).append(one.claim.id)
        await self._note(connection, alike)
        await apply(connection, [[
            self._traces.of_person(one.claim.person, one.claim.chat_id, one.message) for one in settled if one.message is not None]])
        gone = [one.claim.person for one in settled if one.state is Delivery.GONE]
        if gone:  # P8, as for somebody who blocks the bot: never written to again, and erased after 30 days
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id.in_(gone), PEOPLE.c.gone_on.is_(None)).values(
                gone_on=self._now().date(), consent_version=0))
            for table in _OF_THE_GONE:
                await connection.execute(delete(table).where(table.c.person_id.in_(gone)))

    async def _claim(self, connection: AsyncConnection, broadcast_id: str, wanted: int) -> Sequence[Any]:
        being_sent = exists(select(literal(1)).where(BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state == str(State.SENDING)))
        first = select(DELIVERIES.c.id).where(
            DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state == str(Delivery.PENDING), being_sent).order_by(DELIVERIES.c.id).limit(wanted)
        claimed = (await connection.execute(update(DELIVERIES).where(
            DELIVERIES.c.id.in_(first), DELIVERIES.c.state == str(Delivery.PENDING)).values(
            state=str(Delivery.SENDING)).returning(DELIVERIES.c.id))).scalars().all()
        if not claimed:
            return []
        statement = select(DELIVERIES.c.id, DELIVERIES.c.language, PEOPLE.c.id.label("person"), PEOPLE.c.chat_id, still_wants(
            BROADCASTS.c.kind).label("wants")).select_from(
            DELIVERIES.join(BROADCASTS, BROADCASTS.c.id == DELIVERIES.c.broadcast_id).outerjoin(PEOPLE, PEOPLE.c.id == DELIVERIES.c.person_id)).where(
            DELIVERIES.c.id.in_(claimed)).order_by(DELIVERIES.c.id)
        return (await connection.execute(statement)).all()

    async def _opened(self, rows: Sequence[Any]) -> Sequence[Claim]:
        """Open the chat numbers; who was erased, left or stopped since the plan is settled as gone, what can't be opened as failed."""
        claims: list[Claim] = []
        over: dict[tuple[Delivery, str], list[int]] = {}
        for row in rows:
            if not row.wants:  # also who was erased: a plan says who was meant when it was made, not who is now
                over.setdefault((Delivery.GONE, "left"), []).append(row.id)
                continue
            try:
                claims.append(Claim(row.id, int(self._keys.open(row.chat_id, "people", "chat_id", row.person)), row.person, row.language))
            except (SealBroken, ValueError):
                over.setdefault((Delivery.FAILED, "unreadable"), []).append(row.id)
        if over:
            async with self._database.transaction() as connection:
                await self._note(connection, over)
        return claims

    async def _note(self, connection: AsyncConnection, ended: Mapping[tuple[Delivery, str], Sequence[int]]) -> None:
        """Note how claims ended, those that ended alike in one statement: nearly always one a turn."""
        for (state, reason), numbers in ended.items():
            await connection.execute(update(DELIVERIES).where(DELIVERIES.c.id.in_(numbers), DELIVERIES.c.state == str(Delivery.SENDING)).values(
                state=str(state), reason=reason, sent_at=self._now()))


def total(counts: Mapping[Delivery, int]) -> int:
    """Return the number of recipients."""
    return sum(counts.values())
