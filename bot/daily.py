"""What staff are told unasked, each at most once a day: the head of the audit trail, and that questions wait for the team."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.broadcasts.ledger import Delivery
from bot.broadcasts.models import LEASES
from bot.db.engine import Database
from bot.inbox.service import Inbox
from bot.replies import Button, Reply, Say
from bot.staff.audit import Audit
from bot.staff.roles import Right
from bot.staff.service import Staff

EVERY = timedelta(days=1)
_HEAD, _QUESTIONS = "audit-head", "questions"
_LIST = ((Button(Say("button-team-questions"), "j"),),)


class Daily:
    """Tells. When something was told last stands in the database: a restart does not tell it again, nor does another replica."""

    def __init__(
        self, database: Database, staff: Staff, audit: Audit, inbox: Inbox, post: Callable[[int, Reply], Awaitable[Delivery]], now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._staff = staff
        self._audit = audit
        self._inbox = inbox
        self._post = post
        self._now = now

    async def head(self) -> int:
        """Tell admins the head if something was added: who keeps it notices when the trail's end is cut off (safety.md P25).

        Return how many people got it. Raises DatabaseUnavailable.
        """
        latest, last = await self._audit.recent(1), await self._last(_HEAD)
        if not latest or (last is not None and (self._now() < last + EVERY or latest[0][0] < last)):
            return 0
        return await self._tell(_HEAD, Right.READ_AUDIT, Say("audit-head", {"head": str(await self._audit.head())}))

    async def questions(self) -> int:
        """Tell responders how many questions wait since an earlier day: told at once, it would show when somebody wrote.

        Return how many people got it. Raises DatabaseUnavailable.
        """
        now, last = self._now(), await self._last(_QUESTIONS)
        waiting = sum(one.asked_on < now.date() for one in await self._inbox.open_questions())
        if not waiting or (last is not None and now < last + EVERY):
            return 0
        return await self._tell(_QUESTIONS, Right.ANSWER, Say("team-waiting", {"count": waiting}), _LIST)

    async def _last(self, name: str) -> datetime | None:
        async with self._database.transaction() as connection:
            until = (await connection.execute(select(LEASES.c.until).where(LEASES.c.name == name))).scalar_one_or_none()
        return until - EVERY if until is not None else None

    async def _tell(self, name: str, right: Right, what: Say, buttons: tuple[tuple[Button, ...], ...] = ()) -> int:
        states = [await self._post(one.chat_id, Reply(one.language, (what,), buttons)) for one in await self._staff.contacts(right)]
        told = states.count(Delivery.SENT)
        if told:  # marked afterwards: twice is better than never
            until = self._now() + EVERY
            row = self._database.insert(LEASES).values(name=name, holder="", until=until)
            async with self._database.transaction() as connection:
                await connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"until": until}))
        return told
