"""Release by a second person, on the exact hash of what was asked for; and stop, pause, resume (safety.md P24).

SQLite has no row locks: there the state in the condition of each UPDATE decides who was first.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import Broadcast, Kind, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import find
from bot.db.engine import Database
from bot.staff.audit import Audit
from bot.staff.models import STAFF
from bot.staff.roles import Role, parse

LATE = timedelta(hours=1)  # an announcement that is this late may say what is no longer true: it asks
_DRIFT = 0.10  # of the count that was shown to the author; beyond it the segment is another one
_DRIFT_FROM = 5  # people; below it a share says nothing


class Outcome(StrEnum):
    """How a wish ended."""

    DONE = "done"
    GONE = "gone"  # no such announcement, or it is not in that state any more
    CHANGED = "changed"  # not what was shown: another text, buttons, segment or schedule
    DRIFTED = "drifted"  # the segment has another size than was shown
    PAST = "past"  # its time has gone by: what it says may no longer be true, so another time is to be chosen
    SAME_PERSON = "same-person"
    NOT_ALLOWED = "not-allowed"  # the role is missing (any more)
    LATE = "late"  # it was paused more than an hour ago: it asks, as what is late does
    EMPTY = "empty"  # nobody is meant, or there is no text


class Releases:
    """From a draft to sending, and out of it."""

    def __init__(
        self, database: Database, segments: Segments, audit: Audit, now: Callable[[], datetime], *, delay: timedelta, second_person: bool,
    ) -> None:
        self._database = database
        self._segments = segments
        self._audit = audit
        self._now = now
        self._delay = delay
        self._second_person = second_person

    async def ask(self, broadcast_id: str, author: str) -> Outcome:
        """Ask for the release of a draft as it stands now. Raises DatabaseUnavailable, as all of these."""
        async with self._database.transaction() as connection:
            found = await find(connection, broadcast_id, lock=True)
        if found is None or found.author != author or found.state not in (State.DRAFT, State.WAITING):
            return Outcome.GONE
        if found.content.send_at is not None and found.content.send_at <= self._now():
            return Outcome.PAST
        count = await self.reach(found)
        if not count or not found.content.texts:
            return Outcome.EMPTY
        return await self._move(found, State.WAITING, author, asked_hash=found.content.hash(), asked_count=count)

    async def ask_rest(self, broadcast_id: str, by: str) -> Outcome:
        """Ask for the rest of letters that were stopped: a second person releases them anew, for those noted who have not got theirs.

        `ended_at` stays until that release: a request that nobody answers must not keep recipients longer.
        """
        async with self._database.transaction() as connection:
            found = await find(connection, broadcast_id)
        if found is None or found.state is not State.STOPPED or found.content.kind is not Kind.LETTERS:
            return Outcome.GONE
        if found.asked_hash != found.content.hash():
            return Outcome.CHANGED
        count = await self.reach(found)
        if not count:
            return Outcome.EMPTY
        return await self._move(found, State.WAITING, by, author=by, released_by=None, alone=False, starts_at=None, asked_count=count, progress_message=0)

    async def reach(self, found: Broadcast) -> int:
        """Return how many people it would reach now: those in its segment, or those who were noted already and have not got it."""
        if not found.planned:
            return reached(await self._segments.counts(found.content))
        pending = select(func.count()).where(DELIVERIES.c.broadcast_id == found.id, DELIVERIES.c.state == "pending", DELIVERIES.c.person_id.is_not(None))
        async with self._database.transaction() as connection:
            return int((await connection.execute(pending)).scalar_one())

    async def release(self, broadcast_id: str, by: str, shown_hash: str) -> Outcome:
        """Release what `by` was shown; sending starts after the delay, or at its time if that is later."""
        async with self._database.transaction() as connection:
            found, actor = await find(connection, broadcast_id), await self._audit.actor(connection, by)
        if found is None or found.state is not State.WAITING:
            return Outcome.GONE
        own = actor.did(found.author, found.account_mark, found.id)
        if own and self._second_person:
            return Outcome.SAME_PERSON
        if not shown_hash or not found.asked_hash == shown_hash == found.content.hash():
            return Outcome.CHANGED
        if found.content.send_at is not None and found.content.send_at < self._now() - LATE:
            return Outcome.PAST
        count = await self.reach(found)
        if not count:
            return Outcome.EMPTY
        if abs(count - found.asked_count) > max(_DRIFT_FROM, _DRIFT * found.asked_count):
            return Outcome.DRIFTED
        starts_at = max(self._now() + self._delay, found.content.send_at or self._now())
        return await self._move(found, State.RELEASED, by, released_by=by, alone=own, starts_at=starts_at, ended_at=None)

    async def confirm_late(self, broadcast_id: str, by: str) -> Outcome:
        """Send an announcement whose time has passed by more than an hour, or that was paused, after all; it was released already."""
        async with self._database.transaction() as connection:
            found = await find(connection, broadcast_id)
        if found is None or found.state not in (State.LATE, State.PAUSED) or found.asked_hash != found.content.hash():
            return Outcome.GONE
        if found.state is State.PAUSED:
            return await self._move(found, State.SENDING, by)
        return await self._move(found, State.RELEASED, by, starts_at=self._now())

    async def stop(self, broadcast_id: str, by: str) -> Outcome:
        """End it for good; whoever has it has it. Anybody on staff may: stopping harms nobody."""
        return await self._end(broadcast_id, by, (State.WAITING, State.RELEASED, State.LATE, State.SENDING, State.PAUSED), State.STOPPED)

    async def pause(self, broadcast_id: str, by: str) -> Outcome:
        """Hold the sending until an approver resumes it."""
        return await self._end(broadcast_id, by, (State.SENDING,), State.PAUSED)

    async def resume(self, broadcast_id: str, by: str) -> Outcome:
        """Go on where it was paused: an approver may, within an hour; after it, what it says may no longer be true, and it asks (LATE)."""
        async with self._database.transaction() as connection:
            found = await find(connection, broadcast_id)
        if found is None or found.state is not State.PAUSED:
            return Outcome.GONE
        if await self.paused_long(broadcast_id):
            return Outcome.LATE
        return await self._move(found, State.SENDING, by)

    async def paused_long(self, broadcast_id: str) -> bool:
        """Tell whether it was paused more than an hour ago: nothing else changes its row meanwhile."""
        statement = select(BROADCASTS.c.id).where(
            BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state == str(State.PAUSED), BROADCASTS.c.changed_at < self._now() - LATE)
        async with self._database.transaction() as connection:
            return (await connection.execute(statement)).first() is not None

    async def _end(self, broadcast_id: str, by: str, states: tuple[State, ...], to: State) -> Outcome:
        ended = {"ended_at": self._now()} if to is State.STOPPED else {}
        statement = update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id, BROADCASTS.c.state.in_([str(one) for one in states])).values(
            state=str(to), changed_at=self._now(), account_mark="", **ended).returning(BROADCASTS.c.id)
        async with self._database.transaction() as connection:
            if (await connection.execute(statement)).first() is None:
                return Outcome.GONE
            await self._audit.note(connection, by, f"broadcast-{to}", broadcast_id)
        return Outcome.DONE

    async def _move(self, found: Broadcast, to: State, by: str, **values: object) -> Outcome:
        """Move it on if it still is as it was read (an edit takes the asked hash away), and `by` still may, all in one transaction.

        While it waits for its release it keeps the mark of whose request it is.
        """
        statement = update(BROADCASTS).where(
            BROADCASTS.c.id == found.id, BROADCASTS.c.state == str(found.state), BROADCASTS.c.asked_hash == found.asked_hash,
            BROADCASTS.c.author == found.author,
        ).values(state=str(to), changed_at=self._now(), **values).returning(BROADCASTS.c.id)
        asking = None if found.content.kind is Kind.LETTERS else Role.EDITOR
        role = asking if to is State.WAITING else Role.APPROVER
        async with self._database.exclusive() as connection:
            if not await has_role(connection, by, role):
                return Outcome.NOT_ALLOWED
            mark = (await self._audit.actor(connection, by)).mark(found.id) if to is State.WAITING else ""
            if (await connection.execute(statement.values(account_mark=mark))).first() is None:
                return Outcome.CHANGED
            await self._audit.note(connection, by, f"broadcast-{to}", found.id)
        return Outcome.DONE


async def has_role(connection: AsyncConnection, staff_id: str, role: Role | None) -> bool:
    """Tell whether a member has a role (None: any) at this very moment; the row is held, so that it is not taken away meanwhile."""
    roles = (await connection.execute(select(STAFF.c.roles).where(STAFF.c.id == staff_id).with_for_update())).scalar_one_or_none()
    return roles is not None and (role is None or role in parse(roles))


def reached(counts: dict[str, int]) -> int:
    """Return how many people an announcement reaches, by its counts."""
    return sum(number for language, number in counts.items() if language != "skipped")
