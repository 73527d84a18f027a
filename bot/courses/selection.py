"""For reviewers: what is to be read, an expression of interest without its name, filing a review, counts."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select, update

from bot.courses.models import INTERESTS
from bot.courses.redaction import redacted
from bot.courses.reviews import Drawer, Filed, Standing
from bot.courses.scores import Abstention, Review, cleaned
from bot.courses.turns import held_interest, turn
from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.tallies import SHOWN_FROM
from bot.staff.audit import Audit

READ = "interest-read"  # how a reading stands in the audit trail
RECEIVED, READING = "received", "reading"  # before a decision is released; afterwards the state is its outcome

log = get_logger()


class Answer(StrEnum):
    """How it went. Only DONE changed something."""

    DONE = "done"
    GONE = "gone"  # erased, withdrawn or too old: there is nothing to do
    DAMAGED = "damaged"  # what is stored does not open; an operator should look
    WRONG = "wrong"  # a score or reason is missing, or too long
    CHANGED = "changed"  # the person changed it since it was read: read it again
    ABSTAINED = "abstained"  # this reviewer left it to others, and reads it again only when its decision is out
    FILED = "filed"  # this reviewer has filed already; a review is never replaced
    ENOUGH = "enough"  # it has the reviews it needs
    RELEASED = "released"  # its decision is out


@dataclass(frozen=True, slots=True)
class Waiting:
    """One expression of interest that a reviewer still has to read."""

    interest_id: str
    language: str
    region: str
    sent_on: date


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression of interest as a reviewer sees it; `answers` has only what may be seen, names and contacts masked."""

    interest_id: str
    course_id: str
    version: int
    state: str
    language: str
    sent_on: date
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filing:
    """What became of a review: `wrong` names the criterion to mend, `reading` is the changed expression of interest."""

    answer: Answer
    wrong: str = ""
    reading: Reading | None = None


class Hidden(StrEnum):
    """Why a number is not shown."""

    SMALL = "small"  # under 5
    BESIDE = "beside"  # of any size: the total would tell the small one from it


@dataclass(frozen=True, slots=True)
class Counts:
    """How many, by state, region and language."""

    state: Mapping[str, int | Hidden]
    region: Mapping[str, int | Hidden]
    language: Mapping[str, int | Hidden]


class Selection:
    """The use cases of reviewers. Members of staff are random ids; who may call what is decided by their roles, before."""

    def __init__(self, database: Database, keys: KeyRing, audit: Audit, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._audit = audit
        self._now = now
        self._drawer = Drawer(database, keys)

    async def queue(self, course_id: str, reviewer: str) -> tuple[Waiting, ...]:
        """Return what `reviewer` still has to read, what nobody reviewed first; otherwise each reviewer in an order of their own.

        So the first to apply are not always read by the freshest eyes, and two reviewers seldom read the same at once. Raises DatabaseUnavailable.
        """
        columns = INTERESTS.c
        undecided = select(columns.id, columns.language, columns.region, columns.sent_on).where(columns.course_id == course_id, columns.decided_on.is_(None))
        async with self._database.transaction() as connection:
            rows = (await connection.execute(undecided)).all()
            standings = await self._drawer.standings(connection, [row.id for row in rows], await self._audit.actor(connection, reviewer))
        wanted = [row for row in rows if reviewer not in standings[row.id].done and not standings[row.id].enough]
        wanted.sort(key=lambda row: (standings[row.id].begun, hashlib.sha256(f"{reviewer}/{row.id}".encode()).digest()))
        return tuple(Waiting(row.id, row.language, row.region, row.sent_on) for row in wanted)

    async def read(self, interest_id: str, reviewer: str) -> Reading | Answer:
        """Return an expression of interest as `reviewer` may see it, or GONE, DAMAGED or ABSTAINED. The first reading is told to the person as "being read".

        Before its decision is released nobody is shown names; afterwards `Decisions.contacts` has those of the accepted. That it was read
        stands in the audit trail before anybody sees it. Raises DatabaseUnavailable.
        """
        which = INTERESTS.c.id == interest_id
        begun = update(INTERESTS).where(which, INTERESTS.c.state == RECEIVED).values(state=READING)
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(INTERESTS).where(which))).one_or_none()
            standing = (await self._drawer.standings(connection, [interest_id], await self._audit.actor(connection, reviewer)))[interest_id]
            if row is not None and row.decided_on is None and reviewer in standing.abstained:
                return Answer.ABSTAINED
            if row is not None and row.state == RECEIVED:
                await connection.execute(begun)
                row = (await connection.execute(select(INTERESTS).where(which))).one_or_none()
            if row is not None:
                await self._audit.note(connection, reviewer, READ, interest_id)
        return Answer.GONE if row is None else self._reading(row)

    async def file(self, interest_id: str, reviewer: str, opinion: Review | Abstention) -> Filing:
        """Keep the only opinion that `reviewer` files of an expression of interest. Raises DatabaseUnavailable."""
        checked = cleaned(opinion)
        if isinstance(checked, str):
            return Filing(Answer.WRONG, wrong=checked)
        async with turn(self._database) as connection:
            row = await held_interest(connection, interest_id)
            if row is None:
                return Filing(Answer.GONE)
            actor = await self._audit.actor(connection, reviewer)
            standing = (await self._drawer.standings(connection, [interest_id], actor))[interest_id]
            refusal = _refusal(row, standing, reviewer, checked)
            if refusal is None:
                await self._drawer.put(connection, interest_id, actor, checked, self._now())
                await self._audit.note(connection, reviewer, "abstained" if isinstance(checked, Abstention) else "reviewed", interest_id)
        if refusal is Answer.CHANGED:
            again = self._reading(row)
            return Filing(again) if isinstance(again, Answer) else Filing(Answer.CHANGED, reading=again)
        return Filing(refusal or Answer.DONE)

    async def reviews(self, interest_id: str, reviewer: str) -> tuple[Filed, ...] | Answer:
        """Return the opinions on an expression of interest that `reviewer` may read, or GONE. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            row = (await connection.execute(select(INTERESTS.c.decided_on).where(INTERESTS.c.id == interest_id))).one_or_none()
            if row is None:
                return Answer.GONE
            actor = await self._audit.actor(connection, reviewer)
            return (await self._drawer.shown(connection, {interest_id: row.decided_on is not None}, actor))[interest_id].filed

    async def counts(self, course_id: str) -> Counts:
        """Return how many expressions of interest a course has; small numbers are hidden. Raises DatabaseUnavailable."""
        columns = (INTERESTS.c.state, INTERESTS.c.region, INTERESTS.c.language)
        statement = select(*columns, func.count().label("many")).where(INTERESTS.c.course_id == course_id).group_by(*columns)
        async with self._database.transaction() as connection:
            rows = (await connection.execute(statement)).all()
        return Counts(*(_hidden(_sums(rows, place)) for place in range(len(columns))))

    def _reading(self, row: Any) -> Reading | Answer:
        try:
            answers = json.loads(self._keys.open(row.answers, "interests", "answers", row.id))
        except (SealBroken, ValueError):
            log.error("interest_seal_broken")
            return Answer.DAMAGED
        return Reading(row.id, row.course_id, row.version, row.state, row.language, row.sent_on, redacted(answers))


def _refusal(row: Any, standing: Standing, reviewer: str, opinion: Review | Abstention) -> Answer | None:
    if row.decided_on is not None:
        return Answer.RELEASED
    if reviewer in standing.done:
        return Answer.FILED
    if isinstance(opinion, Abstention):  # it is about who they are to each other, whatever the person changed
        return None
    if standing.enough:
        return Answer.ENOUGH
    return Answer.CHANGED if row.version != opinion.version else None


def _sums(rows: Sequence[Any], place: int) -> Counter[str]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row[place]] += row.many
    return sums


def _hidden(sums: Counter[str]) -> dict[str, int | Hidden]:
    """Hide what is under 5; a single hidden number could be told from the total, so the next one is hidden with it."""
    order = sorted(sums, key=lambda name: (sums[name], name))
    small = {name for name in order if sums[name] < SHOWN_FROM}
    beside = set(order[:2]) - small if len(small) == 1 else set()
    return {name: Hidden.SMALL if name in small else Hidden.BESIDE if name in beside else sums[name] for name in sorted(sums)}
