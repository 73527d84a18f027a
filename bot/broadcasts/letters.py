"""The release of a course's decisions: states and letters together, by a second person, on exactly what was asked for (safety.md P24).

Whoever decides asks; the hash of all letters and of every decision is kept. Somebody else reads the same and releases it: in one transaction
the states become visible, one announcement of kind LETTERS an outcome is made, and its recipients are noted, exactly those who are told now.
"""

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import By, Content, Kind, Rule, Segment, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.plan import COLUMNS, rows
from bot.broadcasts.release import has_role
from bot.broadcasts.rows import values
from bot.courses.decisions import Decisions, Due, Move, Released, untold
from bot.courses.letters import Letters, Outcome
from bot.courses.models import DECISIONS, INTERESTS
from bot.courses.turns import turn
from bot.courses.wording import units
from bot.db.engine import Database
from bot.i18n import FALLBACK
from bot.people.models import PEOPLE
from bot.staff.accounts import Actor
from bot.staff.asks import Ask, Asks, Wish
from bot.staff.audit import Audit
from bot.staff.roles import Role

LONGEST = 3700  # UTF-16 units of a letter with its variables filled in: with first and last line it is still one message (4,096)
_BY = {Outcome.ACCEPTED: By.ACCEPTED, Outcome.WAITING: By.WAITING, Outcome.DECLINED: By.DECLINED}


class Step(StrEnum):
    """How a wish or a release ended. Only DONE changed something."""

    DONE = "done"
    REFUSED = "refused"  # the decisions or letters are not ready: `Round.state` says why
    TOO_LONG = "too-long"  # a letter is longer than one message
    NOBODY_ASKED = "nobody-asked"  # or more than 24 hours ago
    CHANGED = "changed"  # not what was asked for and shown: a letter or a decision is another one
    SAME_PERSON = "same-person"
    NOT_ALLOWED = "not-allowed"  # the role is missing (any more)


@dataclass(frozen=True, slots=True)
class Round:
    """What a release would come to: how many are told which outcome, the letters that occur and how many get each, what was decided, and the hash of it all.

    The hash is "" when it can't be released.
    """

    state: Released
    told: Mapping[Outcome, int] = field(default_factory=dict)
    contents: Mapping[Outcome, Content] = field(default_factory=dict)
    letters: Mapping[tuple[Outcome, str], int] = field(default_factory=dict)
    due: tuple[Due, ...] = ()
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended, and the round that it is about."""

    step: Step
    round: Round


class LetterReleases:
    """The use cases of the release of letters. The delay is the one of announcements: time to stop the sending."""

    def __init__(self, database: Database, decisions: Decisions, letters: Letters, asks: Asks, audit: Audit, now: Callable[[], datetime], *,
                 delay: timedelta, second_person: bool) -> None:
        self._database = database
        self._decisions = decisions
        self._letters = letters
        self._asks = asks
        self._audit = audit
        self._now = now
        self._delay = delay
        self._second_person = second_person

    async def look(self, course_id: str, *, leave_undecided: bool = True) -> tuple[Round, Ask | None]:
        """Return what a release would come to now, and the open wish for it. Raises DatabaseUnavailable, as all of these."""
        async with turn(self._database) as connection:
            return await self._round(connection, course_id, leave_undecided=leave_undecided), await self._asks.find(connection, Wish.LETTERS, course_id)

    async def ask(self, course_id: str, by: str, shown: str, *, leave_undecided: bool = False) -> Answer:
        """Ask for the release of what `by` was shown (the beginning of its hash). Nobody is told anything yet."""
        async with turn(self._database) as connection:
            found = await self._round(connection, course_id, leave_undecided=leave_undecided)
            if found.state.move is not Move.DONE:
                return Answer(Step.REFUSED, found)
            if any(units(text) > LONGEST for content in found.contents.values() for text in content.texts.values()):
                return Answer(Step.TOO_LONG, found)
            if not _is(found, shown):
                return Answer(Step.CHANGED, found)
            if not await has_role(connection, by, Role.APPROVER):
                return Answer(Step.NOT_ALLOWED, found)
            await self._asks.put(connection, Wish.LETTERS, course_id, await self._audit.actor(connection, by), found.hash)
            await self._audit.note(connection, by, "letters-asked", course_id)
        return Answer(Step.DONE, found)

    async def release(self, course_id: str, by: str, shown: str) -> Answer:
        """Release what was asked for, as a second person who was shown the same: states and letters, all of it or nothing."""
        async with turn(self._database) as connection:
            found = await self._round(connection, course_id, leave_undecided=True)
            ask = await self._asks.find(connection, Wish.LETTERS, course_id)
            actor = await self._audit.actor(connection, by)
            refusal = await self._refusal(connection, found, ask, actor, shown)
            if refusal is not None or ask is None:
                return Answer(refusal or Step.NOBODY_ASKED, found)
            await _void_older(connection, course_id)
            for outcome, content in found.contents.items():
                await self._send(connection, content, outcome, found.told[outcome], ask, actor)
            await self._decisions.tell(connection, course_id)
            await self._asks.drop(connection, Wish.LETTERS, course_id)
            await self._audit.note(connection, by, "letters-released", course_id)
        return Answer(Step.DONE, found)

    async def _refusal(self, connection: AsyncConnection, found: Round, ask: Ask | None, actor: Actor, shown: str) -> Step | None:
        if not await has_role(connection, actor.number, Role.APPROVER):
            return Step.NOT_ALLOWED
        if ask is None:
            return Step.NOBODY_ASKED
        if found.state.move is not Move.DONE:
            return Step.REFUSED
        if self._second_person and (ask.is_by(actor) or any(one.is_by(actor) for one in found.due)):
            return Step.SAME_PERSON
        return None if _is(found, shown) and found.hash == ask.mark else Step.CHANGED

    async def _round(self, connection: AsyncConnection, course_id: str, *, leave_undecided: bool) -> Round:
        state, due = await self._decisions.ready(connection, course_id, leave_undecided=leave_undecided)
        told = Counter(one.outcome for one in due)
        letters = await self._letters.filled(connection, course_id) if due else {}
        contents: dict[Outcome, Content] = {}
        many: dict[tuple[Outcome, str], int] = {}
        for outcome in (one for one in Outcome if told[one]):
            readers = await _readers(connection, course_id, outcome)
            whole = _content(course_id, outcome, letters)
            read = Counter({one.language: 0 for one in due if one.outcome is outcome and one.language in whole.texts})  # seen in the bot
            for language, number in readers.items():
                read[whole.language_for(language) or ""] += number
            contents[outcome] = _only(whole, read)
            many |= {(outcome, language): number for language, number in read.items() if language}
        hash_ = _hash(contents, due) if state.move is Move.DONE else ""
        return Round(state, told, contents, many, due, hash_)

    async def _send(self, connection: AsyncConnection, content: Content, outcome: Outcome, told: int, ask: Ask, actor: Actor) -> None:
        """Make the released announcement of an outcome, and note its recipients before their state changes: so earlier rounds are left out."""
        row, now = str(uuid.uuid4()), self._now()
        await connection.execute(insert(BROADCASTS).values(
            id=row, state=str(State.RELEASED), author=ask.asked_by, alone=ask.is_by(actor), asked_hash=content.hash(), asked_count=told,
            released_by=actor.number,
            starts_at=now + self._delay, planned_at=now, progress_message=0, totals="", changed_at=now, **values(content)))
        chosen = rows(content, row, _told_now(content.course_id or "", outcome))
        await connection.execute(self._database.insert(DELIVERIES).from_select(COLUMNS, chosen))
        await self._audit.note(connection, actor.number, f"broadcast-{State.RELEASED}", row)


def _told_now(course_id: str, outcome: Outcome) -> Any:
    """Return the condition on `people` of whom this round tells an outcome, and who still reads messages."""
    told = select(INTERESTS.c.id).join(DECISIONS, DECISIONS.c.interest_id == INTERESTS.c.id).where(
        INTERESTS.c.person_id == PEOPLE.c.id, INTERESTS.c.course_id == course_id,
        untold(INTERESTS.c, outcome), DECISIONS.c.outcome == outcome.value)
    return and_(PEOPLE.c.gone_on.is_(None), PEOPLE.c.consent_version > 0, exists(told))


async def _readers(connection: AsyncConnection, course_id: str, outcome: Outcome) -> Mapping[str, int]:
    """Return how many of those who get the letter of an outcome read which language now."""
    language = PEOPLE.c.language
    rows = await connection.execute(select(language, func.count().label("many")).where(_told_now(course_id, outcome)).group_by(language))
    return {row.language: int(row.many) for row in rows}


async def _void_older(connection: AsyncConnection, course_id: str) -> None:
    """Take who is told something else now off the letters of the waiting list that have not gone out: those must not come after the new one."""
    older = select(BROADCASTS.c.id).where(BROADCASTS.c.course_id == course_id, BROADCASTS.c.kind == str(Kind.LETTERS))
    other = select(INTERESTS.c.person_id).join(DECISIONS, DECISIONS.c.interest_id == INTERESTS.c.id).where(
        INTERESTS.c.course_id == course_id, INTERESTS.c.state == Outcome.WAITING.value, DECISIONS.c.outcome != Outcome.WAITING.value)
    await connection.execute(update(DELIVERIES).where(
        DELIVERIES.c.broadcast_id.in_(older), DELIVERIES.c.state == "pending", DELIVERIES.c.person_id.in_(other)).values(state="gone", reason="left"))


def _content(course_id: str, outcome: Outcome, letters: Mapping[tuple[Outcome, str], str]) -> Content:
    """Return the announcement of an outcome. Whoever reads another language than they applied in gets English, or what there is."""
    texts = {language: text for (which, language), text in sorted(letters.items()) if which is outcome}
    fallback = FALLBACK if FALLBACK in texts else next(iter(texts), "")
    return Content(texts, fallback, course_id=course_id, segment=Segment((Rule(_BY[outcome], (course_id,)),)), kind=Kind.LETTERS)


def _only(content: Content, read: Mapping[str, int]) -> Content:
    """Return the announcement with the letters that occur, and no others: a second person reads all that anybody gets."""
    texts = {language: text for language, text in content.texts.items() if language in read}
    return replace(content, texts=texts, fallback=content.fallback if content.fallback in texts else "")


def _hash(contents: Mapping[Outcome, Content], due: Sequence[Due]) -> str:
    parts = [sorted((str(outcome), content.hash()) for outcome, content in contents.items()), sorted((one.interest_id, str(one.outcome)) for one in due)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _is(found: Round, shown: str) -> bool:
    """Tell whether `shown`, the first characters of a hash that stand in a button, mean this round; 48 bits at least."""
    return len(shown) >= 12 and found.hash.startswith(shown)
