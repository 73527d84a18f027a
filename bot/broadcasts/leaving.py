"""What becomes of a member's announcements when they leave the staff, or the role in which they asked for the release."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import Kind, State
from bot.broadcasts.models import BROADCASTS
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.staff.audit import Audit
from bot.staff.leaving import Leaving, TakeBack
from bot.staff.roles import Role

NOT_BEGUN = (State.WAITING, State.RELEASED, State.LATE)
BEING_SENT = (State.SENDING, State.PAUSED)  # these go on: somebody has it already, and anybody on staff can stop them


def taking_back(now: Callable[[], datetime]) -> TakeBack:
    """Return what takes back, inside a transaction, what a member wrote and nobody got yet: no release stands that nobody asks for any more.

    Announcements are drafts again. Letters are stopped, for their outcomes are known: somebody else can ask for the rest.
    """
    async def take_back(connection: AsyncConnection, staff_id: str, ended: frozenset[Role]) -> None:
        theirs = [BROADCASTS.c.author == staff_id, BROADCASTS.c.state.in_([str(state) for state in NOT_BEGUN])]
        letters = BROADCASTS.c.kind == str(Kind.LETTERS)
        void: dict[str, Any] = {"changed_at": now(), "account_mark": ""}
        if Role.EDITOR in ended:
            await connection.execute(update(BROADCASTS).where(*theirs, ~letters).values(
                state=str(State.DRAFT), asked_hash="", asked_count=0, released_by=None, alone=False, starts_at=None, **void))
        if Role.APPROVER in ended:
            await connection.execute(update(BROADCASTS).where(*theirs, letters).values(state=str(State.STOPPED), ended_at=now(), **void))

    return take_back


def leaving_of(database: Database, keys: KeyRing, now: Callable[[], datetime]) -> Leaving:
    """Return what settles all that members of staff leave behind, announcements among it."""
    return Leaving(Audit(database, keys, now), taking_back(now))
