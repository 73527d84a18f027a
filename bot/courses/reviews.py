"""The drawer in which reviews lie. All reading of scores and reasons goes through `Drawer.shown`: here the secrecy rule lives, and nowhere else.

Nobody reads another's review before filing their own for that expression of interest. Somebody who abstained reads the others only
after the release. Whoever decides, and did not review it, reads them once there are enough: from then on no review is taken any more.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses import scores
from bot.courses.models import REVIEWS
from bot.courses.scores import Abstention, Review
from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.staff.accounts import Actor

log = get_logger()
_AT_ONCE = 500  # ids in one statement; SQLite takes 32,766 variables, PostgreSQL's driver as many


@dataclass(frozen=True, slots=True)
class Filed:
    """One opinion that the reader may read; None where what is stored does not open: it counts for nothing, and others are asked."""

    reviewer: str
    opinion: Review | Abstention | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What everybody may know of the reviews of one expression of interest: who is done with it, whether any came in, whether more are wanted.

    One review and two that differ look the same: how many there are would tell whoever is asked for a third one that the others differ.
    """

    done: frozenset[str] = frozenset()
    abstained: frozenset[str] = frozenset()
    begun: bool = False
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader sees of the reviews of one expression of interest: its standing, and the opinions that they may read, oldest first."""

    standing: Standing
    filed: tuple[Filed, ...]


class Drawer:
    """Reviews, sealed. Every method works inside the caller's transaction; whoever acts meets what they filed under another number as their own."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._keys = keys
        self._insert = database.insert(REVIEWS).on_conflict_do_nothing(index_elements=["interest_id", "reviewer"]).returning(REVIEWS.c.id)

    async def put(self, connection: AsyncConnection, interest_id: str, reviewer: Actor, opinion: Review | Abstention, at: datetime) -> bool:
        """Seal and keep an opinion; False when this number has filed one already."""
        row = str(uuid.uuid4())
        content = self._keys.seal(scores.dump(opinion), "reviews", "content", row)
        values = {"id": row, "interest_id": interest_id, "reviewer": reviewer.number, "abstained": isinstance(opinion, Abstention), "content": content,
                  "filed_at": at, "account_mark": reviewer.mark(interest_id)}
        return (await connection.execute(self._insert, values)).scalar_one_or_none() is not None

    async def standings(self, connection: AsyncConnection, interests: Sequence[str], actor: Actor) -> Mapping[str, Standing]:
        """Return the standing of each of `interests`, for `actor`."""
        filed = await self._filed(connection, interests, actor)
        return {one: _standing(filed[one]) for one in interests}

    async def shown(
        self, connection: AsyncConnection, released: Mapping[str, bool], reader: Actor, *, deciding: bool = False
    ) -> Mapping[str, Sight]:
        """Return what `reader` sees of each expression of interest (id → whether its decision was released), all from one look into the drawer."""
        filed = await self._filed(connection, list(released), reader)
        return {one: Sight(_standing(filed[one]), _may_read(filed[one], reader.number, is_released, deciding)) for one, is_released in released.items()}

    async def forget_accounts(self, connection: AsyncConnection, interests: Any) -> None:
        """Take the marks of accounts off the reviews of `interests`, a statement that selects them: what was decided on is reviewed no more."""
        await connection.execute(update(REVIEWS).where(REVIEWS.c.interest_id.in_(interests), REVIEWS.c.account_mark != "").values(account_mark=""))

    async def _filed(self, connection: AsyncConnection, interests: Sequence[str], actor: Actor) -> Mapping[str, list[Filed]]:
        found: dict[str, list[Filed]] = defaultdict(list)
        for first in range(0, len(interests), _AT_ONCE):
            rows = await connection.execute(select(REVIEWS.c.id, REVIEWS.c.interest_id, REVIEWS.c.reviewer, REVIEWS.c.content, REVIEWS.c.account_mark).where(
                REVIEWS.c.interest_id.in_(interests[first : first + _AT_ONCE])).order_by(REVIEWS.c.filed_at, REVIEWS.c.reviewer))
            for row in rows:
                own = actor.did(row.reviewer, row.account_mark, row.interest_id)
                found[row.interest_id].append(Filed(actor.number if own else row.reviewer, self._opened(row)))
        return found

    def _opened(self, row: Any) -> Review | Abstention | None:
        try:
            return scores.parse(self._keys.open(row.content, "reviews", "content", row.id))
        except (SealBroken, ValueError, KeyError, TypeError):
            log.error("review_seal_broken")
            return None


def reviews(filed: Iterable[Filed]) -> list[Review]:
    """Return the reviews among opinions, without abstentions."""
    return [one.opinion for one in filed if isinstance(one.opinion, Review)]


def _may_read(filed: Sequence[Filed], reader: str, released: bool, deciding: bool) -> tuple[Filed, ...]:
    """The rule: all of `filed`, or the reader's own."""
    own = [one for one in filed if one.reviewer == reader]
    if released or any(isinstance(one.opinion, Review) for one in own) or (deciding and not own and scores.is_enough(reviews(filed))):
        return tuple(filed)
    return tuple(own)


def _standing(filed: Sequence[Filed]) -> Standing:
    given = reviews(filed)
    return Standing(
        done=frozenset(one.reviewer for one in filed), abstained=frozenset(one.reviewer for one in filed if isinstance(one.opinion, Abstention)),
        begun=bool(given), enough=scores.is_enough(given))
