"""Tell me when something like this opens: who wants to hear of which courses. Coarse values only, stopped with one tap."""

import uuid
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import bindparam

from bot.courses.catalogue import Course, Wanted
from bot.courses.models import SUBSCRIPTIONS
from bot.db.engine import Database
from bot.db.writes import Write
from bot.people.models import PEOPLE
from bot.people.service import Person

MOST = 10  # a person: more would say more about them than is needed, and cannot be listed on a phone
_FORGET = delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id.in_(select(PEOPLE.c.id).where(PEOPLE.c.lookup == bindparam("who"))))


class Outcome(StrEnum):
    """What came of asking to be told."""

    KEPT = "kept"  # it is there now, whether it was there before or not: a repeated tap says the same
    FULL = "full"
    NOBODY = "nobody"  # the person has no row (any more)


@dataclass(frozen=True, slots=True)
class Subscription:
    """One wish to be told; its `audience` is always any."""

    id: str
    wanted: Wanted


class Subscriptions:
    """The use cases of being told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, person_id: str, wanted: Wanted) -> Outcome:
        """Keep that the person wants to hear of such courses, in a transaction of its own. Raises DatabaseUnavailable.

        Repeated (the same update again, a double tap) it changes nothing and says the same. Who had stopped announcements gets them again.
        """
        mine = SUBSCRIPTIONS.c.person_id == person_id
        values = {"region": wanted.region, "kind": wanted.kind, "language": wanted.language}
        async with self._database.transaction() as connection:
            if not await _held(connection, person_id):
                return Outcome.NOBODY
            rows = (await connection.execute(select(SUBSCRIPTIONS).where(mine))).all()
            there = any((row.region, row.kind, row.language) == tuple(values.values()) for row in rows)
            if not there and len(rows) >= MOST:
                return Outcome.FULL
            if not there:
                await connection.execute(insert(SUBSCRIPTIONS).values(id=str(uuid.uuid4()), person_id=person_id, **values))
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person_id, PEOPLE.c.quiet).values(quiet=False))
        return Outcome.KEPT

    async def of(self, person_id: str) -> tuple[Subscription, ...]:
        """Return what the person wants to hear of. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            rows = (await connection.execute(select(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person_id))).all()
        found = [Subscription(row.id, Wanted(row.region, row.kind, row.language)) for row in rows]
        return tuple(sorted(found, key=lambda one: (one.wanted.values, one.id)))

    async def stop(self, person_id: str, subscription_id: str) -> None:
        """Forget one wish, if it is this person's; at once, in a transaction of its own. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            await _held(connection, person_id)
            await connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person_id, SUBSCRIPTIONS.c.id == subscription_id))

    async def stop_all(self, person_id: str) -> None:
        """Forget every wish of this person, at once. Raises DatabaseUnavailable."""
        async with self._database.transaction() as connection:
            await _held(connection, person_id)
            await connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person_id))

    def forget(self, person: Person) -> Write:
        """Write that a person who blocked the bot wants to hear of nothing: coming back needs a new consent (safety.md, 46)."""
        return Write(_FORGET, {"who": person.lookup})

    async def matching(self, course: Course) -> tuple[str, ...]:
        """Return the ids of the people who want to hear of `course`, each once, without those who have blocked the bot or await a new consent.

        Raises DatabaseUnavailable.
        """
        statement = select(SUBSCRIPTIONS.c.person_id).distinct().join(PEOPLE, PEOPLE.c.id == SUBSCRIPTIONS.c.person_id).where(
            PEOPLE.c.gone_on.is_(None), PEOPLE.c.consent_version > 0,
            SUBSCRIPTIONS.c.region.in_(("", *course.regions)), SUBSCRIPTIONS.c.kind.in_(("", course.kind.value)),
            SUBSCRIPTIONS.c.language.in_(("", *course.languages))).order_by(SUBSCRIPTIONS.c.person_id)
        async with self._database.transaction() as connection:
            return tuple((await connection.execute(statement)).scalars())


async def _held(connection: AsyncConnection, person_id: str) -> bool:
    """Take the person's row first, and tell whether there is one.

    So two devices take turns, on both databases, and neither sees the other's half; and whoever leaves (their row, then their wishes) is not met
    half-way by a deletion of a wish, whose trigger writes the row last.
    """
    held = await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person_id).values(language=PEOPLE.c.language))
    return bool(held.rowcount)
