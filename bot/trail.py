"""The head of the audit trail goes to the admins, once a day when it changed: who keeps it notices when the trail's end is cut off (safety.md P25)."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.broadcasts.ledger import Delivery
from bot.broadcasts.models import LeaseRow
from bot.db.engine import Database
from bot.replies import Reply, Say
from bot.staff.audit import Audit
from bot.staff.roles import Right
from bot.staff.service import Staff

EVERY = timedelta(days=1)
_NAME = "audit-head"
_LEASES: Any = LeaseRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it


class Trail:
    """Tells the head. When it was told last stands in the database: a restart does not tell it again, nor does another replica."""

    def __init__(self, database: Database, audit: Audit, staff: Staff, post: Callable[[int, Reply], Awaitable[Delivery]], now: Callable[[], datetime]) -> None:
        self._database = database
        self._audit = audit
        self._staff = staff
        self._post = post
        self._now = now

    async def tell(self) -> int:
        """Tell the head if a day has passed and something was added; return how many people got it. Raises DatabaseUnavailable."""
        now = self._now()
        async with self._database.transaction() as connection:
            until = (await connection.execute(select(_LEASES.c.until).where(_LEASES.c.name == _NAME))).scalar_one_or_none()
        latest = await self._audit.recent(1)
        if not latest or (until is not None and (now < until or latest[0][0] < until - EVERY)):
            return 0
        told = await self._send(str(await self._audit.head()))
        if told:  # marked afterwards: twice is better than never
            row = self._database.insert(_LEASES).values(name=_NAME, holder="", until=now + EVERY)
            async with self._database.transaction() as connection:
                await connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"until": now + EVERY}))
        return told

    async def _send(self, head: str) -> int:
        states = [await self._post(one.chat_id, Reply(one.language, (Say("audit-head", {"head": head}),)))
                  for one in await self._staff.contacts(Right.READ_AUDIT)]
        return states.count(Delivery.SENT)
