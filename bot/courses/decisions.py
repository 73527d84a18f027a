"""For whoever decides: the ranking, decisions that wait, their release together, and a second decision on who is on the waiting list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses import scores
from bot.courses.catalogue import State
from bot.courses.letters import Outcome, missing
from bot.courses.models import COURSES, DECISIONS, INTERESTS
from bot.courses.reviews import Drawer, Filed, Sight, reviews
from bot.courses.scores import Criterion
from bot.courses.service import course as to_course
from bot.courses.turns import held_course, held_interest, turn
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.logs import get_logger
from bot.staff.accounts import Actor
from bot.staff.audit import Audit

log = get_logger()


class Move(StrEnum):
    """How a decision or a release went. Only DONE changed something."""

    DONE = "done"
    GONE = "gone"  # the expression of interest, or the course, is not there any more
    CONFLICT = "conflict"  # who abstained from reviewing it does not decide on it
    TOO_FEW = "too-few"  # reviews are missing
    RELEASED = "released"  # it is out already
    OPEN = "open"  # people can still send and change: nothing is released before the deadline
    UNDECIDED = "undecided"  # some have no decision yet
    LETTERS = "letters"  # letters are missing
    NOTHING = "nothing"  # no decision waits


@dataclass(frozen=True, slots=True)
class Ranked:
    """One expression of interest with its reviews. `means` and `split` are None for who abstained from it: `conflict`.

    `changed`: the person changed it after a review; `outcome`: the decision that waits.
    """

    interest_id: str
    language: str
    region: str
    conflict: bool
    means: Mapping[Criterion, float] | None
    split: bool | None
    changed: bool
    filed: tuple[Filed, ...]
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision, with the seats: `accepted` counts pending and released ones. More than `seats` is allowed, and to be said."""

    move: Move
    accepted: int = 0
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """What became of a release: how many were told, which letters (outcome, language) are missing, how many have no decision."""

    move: Move
    told: int = 0
    missing: tuple[tuple[Outcome, str], ...] = ()
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """One decision that waits for its release."""

    interest_id: str
    language: str
    outcome: Outcome
    decided_by: str
    account_mark: str

    def is_by(self, actor: Actor) -> bool:
        """Tell whether `actor` decided it, under whatever number."""
        return actor.did(self.decided_by, self.account_mark, self.interest_id)


class Decisions:
    """The use cases of whoever decides. Members of staff are random ids; who may call what is decided by their roles, before."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit, now: Callable[[], datetime]) -> None:
        self._database = database
        self._audit = audit
        self._now = now
        self._drawer = Drawer(database, keys)
        decided = database.insert(DECISIONS)
        self._decide = decided.on_conflict_do_update(
            index_elements=["interest_id"], set_={name: decided.excluded[name] for name in ("outcome", "decided_by", "account_mark")})

    async def ranking(self, course_id: str, decider: str, *, waiting: bool = False) -> tuple[Ranked, ...]:
        """Return what has enough reviews and no released decision, the best mean first, without names. Raises DatabaseUnavailable.

        `waiting`: who was told that they are on the waiting list instead. What `decider` abstained from comes last, without scores.
        """
        columns = INTERESTS.c
        wanted = columns.state == Outcome.WAITING.value if waiting else columns.decided_on.is_(None)
        undecided = select(columns.id, columns.language, columns.region, columns.version, DECISIONS.c.outcome).outerjoin_from(
            INTERESTS, DECISIONS, DECISIONS.c.interest_id == columns.id).where(columns.course_id == course_id, wanted)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(undecided)).all()
            reader = await self._audit.actor(connection, decider)
            seen = await self._drawer.shown(connection, dict.fromkeys((row.id for row in rows), waiting), reader, deciding=True)
        ranked = [_ranked(row, decider, seen[row.id]) for row in rows if seen[row.id].standing.enough]
        return tuple(sorted(ranked, key=lambda one: (one.conflict, -sum((one.means or {}).values()), one.interest_id)))

    async def ranked(self, interest_id: str, decider: str) -> tuple[str, Ranked] | None:
        """Return the course of an expression of interest, and it as it stands in the ranking; None when it is not there. Raises DatabaseUnavailable."""
        columns = INTERESTS.c
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(columns.course_id, columns.state).where(columns.id == interest_id))).one_or_none()
        waiting = row is not None and row.state == Outcome.WAITING.value
        found = [one for one in await self.ranking(row.course_id, decider, waiting=waiting) if one.interest_id == interest_id] if row else []
        return (row.course_id, found[0]) if row and found else None

    async def decide(self, interest_id: str, outcome: Outcome, decided_by: str) -> Decided:
        """Keep a decision until the release; it can be changed until then, and once more for who is on the waiting list. Raises DatabaseUnavailable."""
        async with turn(self._database) as connection:
            row = await held_interest(connection, interest_id)
            if row is None:
                return Decided(Move.GONE)
            actor = await self._audit.actor(connection, decided_by)
            standing = (await self._drawer.standings(connection, [interest_id], actor))[interest_id]
            if row.decided_on is not None and row.state != Outcome.WAITING.value:
                return Decided(Move.RELEASED)
            if decided_by in standing.abstained:
                return Decided(Move.CONFLICT)
            if not standing.enough:
                return Decided(Move.TOO_FEW)
            await connection.execute(self._decide, {
                "interest_id": interest_id, "outcome": outcome.value, "decided_by": decided_by, "account_mark": actor.mark(interest_id)})
            await self._audit.note(connection, decided_by, "decided", interest_id)
            return Decided(Move.DONE, *await _seats(connection, row.course_id))

    async def release(self, course_id: str, *, leave_undecided: bool = False) -> Released:
        """Tell everybody at once: each waiting decision becomes the state that its person sees. All of it, or nothing.

        Those without a decision stay "being read" when `leave_undecided`, and can be decided and released later. Raises DatabaseUnavailable.
        Staff release through `bot.broadcasts.letters`, with a second person and the letters.
        """
        async with turn(self._database) as connection:
            ready, _ = await self.ready(connection, course_id, leave_undecided=leave_undecided)
            if ready.move is Move.DONE:
                await self.tell(connection, course_id)
        return ready

    async def ready(self, connection: AsyncConnection, course_id: str, *, leave_undecided: bool) -> tuple[Released, tuple[Due, ...]]:
        """Return what a release would come to, DONE when nothing stops it, and whom it would tell; course and rows are held until the transaction ends."""
        course = await held_course(connection, course_id)
        if course is None:
            return Released(Move.GONE), ()
        if course.state == State.DRAFT or to_course(course).takes_interests(self._now()):
            return Released(Move.OPEN), ()
        rows = await _waiting(connection, course_id)
        decided = tuple(Due(row.id, row.language, Outcome(row.outcome), row.decided_by, row.account_mark) for row in rows if row.outcome)
        undecided = len(rows) - len(decided)
        if undecided and not leave_undecided:
            return Released(Move.UNDECIDED, undecided=undecided), decided
        if not decided:
            return Released(Move.NOTHING, undecided=undecided), decided
        lacking = await missing(connection, course_id, {(one.outcome.value, one.language) for one in decided})
        if lacking:
            return Released(Move.LETTERS, missing=lacking, undecided=undecided), decided
        return Released(Move.DONE, told=len(decided), undecided=undecided), decided

    async def tell(self, connection: AsyncConnection, course_id: str) -> None:
        """Make the waiting decisions known, inside the transaction in which they were `ready`: one statement an outcome, over the rows that are held."""
        for outcome in Outcome:
            chosen = select(DECISIONS.c.interest_id).where(DECISIONS.c.outcome == outcome.value)
            await connection.execute(update(INTERESTS).where(
                INTERESTS.c.course_id == course_id, untold(INTERESTS.c, outcome), INTERESTS.c.id.in_(chosen),
            ).values(state=outcome.value, decided_on=self._now().date()))
        told = select(INTERESTS.c.id).where(INTERESTS.c.course_id == course_id, INTERESTS.c.decided_on.is_not(None))  # there nothing is compared any more
        await connection.execute(update(DECISIONS).where(DECISIONS.c.interest_id.in_(told), DECISIONS.c.account_mark != "").values(account_mark=""))
        await self._drawer.forget_accounts(connection, told)
        await connection.execute(update(COURSES).where(
            COURSES.c.id == course_id, COURSES.c.state.in_((State.OPEN.value, State.CLOSED.value))).values(state=State.DECIDED.value, changed_at=self._now()))
        log.info("decisions_released")


def untold(columns: Any, outcome: Outcome) -> Any:
    """Return the condition on interests of who was not told `outcome` yet and still can be: told nothing, or that they are on the waiting list."""
    told_nothing = columns.decided_on.is_(None)
    return told_nothing if outcome is Outcome.WAITING else or_(told_nothing, columns.state == Outcome.WAITING.value)


def _ranked(row: Any, decider: str, seen: Sight) -> Ranked:
    given = reviews(seen.filed)
    outcome = Outcome(row.outcome) if row.outcome else None
    if decider in seen.standing.abstained or not given:
        return Ranked(row.id, row.language, row.region, True, None, None, False, seen.filed, outcome)
    return Ranked(row.id, row.language, row.region, False, scores.means(given), scores.is_split(given),
                  any(one.version != row.version for one in given), seen.filed, outcome)


async def _waiting(connection: AsyncConnection, course_id: str) -> list[Any]:
    """Return who has not been told, with the decisions that wait, and hold them: an erasure comes before or after the release, not into it.

    Also who is on the waiting list, when another decision waits.
    """
    columns = INTERESTS.c
    promoted = and_(columns.state == Outcome.WAITING.value, DECISIONS.c.outcome != Outcome.WAITING.value)
    return list((await connection.execute(select(
        columns.id, columns.language, DECISIONS.c.outcome, DECISIONS.c.decided_by, DECISIONS.c.account_mark).outerjoin_from(
        INTERESTS, DECISIONS, DECISIONS.c.interest_id == columns.id).where(
        columns.course_id == course_id, or_(columns.decided_on.is_(None), promoted)).order_by(columns.id).with_for_update(of=INTERESTS))).all())


async def _seats(connection: AsyncConnection, course_id: str) -> tuple[int, int | None]:
    """Return how many are accepted, pending or released, and how many seats there are."""
    accepted = select(func.count()).select_from(INTERESTS).join(DECISIONS, DECISIONS.c.interest_id == INTERESTS.c.id).where(
        INTERESTS.c.course_id == course_id, DECISIONS.c.outcome == Outcome.ACCEPTED.value)
    seats = select(COURSES.c.seats).where(COURSES.c.id == course_id)
    return (await connection.execute(accepted)).scalar_one(), (await connection.execute(seats)).scalar_one()
