"""A person with a row in every table about people: what an erasure must take and an export must show."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.broadcasts.models import BROADCASTS, DELIVERIES, FOLLOWS
from bot.courses.models import COURSES, DECISIONS, DRAFTS, INTERESTS, REVIEWS, SUBSCRIPTIONS
from bot.db.engine import Database
from bot.db.types import METADATA
from bot.db.writes import apply
from bot.inbox.models import INBOX
from bot.keys import KeyRing
from bot.people.dialog import Dialog
from bot.people.service import People, Person
from bot.people.traces import Traces
from bot.staff.models import NEWS, STAFF
from tests.conftest import Clock

OFFERED = ("demo-one", "demo-two")
CANARY = "Demo Amina zanzibird"


@dataclass(frozen=True)
class Whole:
    """The person, and the numbers of their expressions of interest: one decided, one not."""

    person: Person
    decided: str
    waiting: str


async def make(database: Database, keys: KeyRing, clock: Clock, chat_id: int) -> Whole:
    """Write everything that can be held about somebody; the texts hold CANARY."""
    people, traces = People(database, keys, clock), Traces(database, keys, clock)
    newcomer = await people.look_up(chat_id)
    trace = traces.begin(newcomer.lookup, 11)
    trace.add(12)
    remembered = people.remember(newcomer, Dialog(entry=CANARY, answered_at=clock()))
    async with database.transaction() as connection:
        await apply(connection, [(people.choose_language(newcomer, "fr"), people.understand(newcomer, 1), remembered, trace.write)])
    person = await people.look_up(chat_id)
    decided, waiting = str(uuid.uuid4()), str(uuid.uuid4())
    async with database.transaction() as connection:
        await connection.run_sync(_courses)
        await connection.run_sync(lambda sync: _rows(sync, keys, person.id, decided, waiting))
    return Whole(person, decided, waiting)


async def count(database: Database) -> dict[str, int]:
    """Return how many rows each table has, except those that are nobody's."""
    async with database.transaction() as connection:
        return {table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one() for table in METADATA.sorted_tables
                if table.name not in ("courses", "tombstones", "key_canary", "broadcasts")}


def _courses(connection: Connection) -> None:
    known = set(connection.execute(select(COURSES.c.id)).scalars())
    text = dict.fromkeys(("summary", "learn", "who", "costs", "selection"), "x")
    for name in OFFERED:
        if name not in known:
            texts = json.dumps({"en": {"title": f"Demo course {name}", **text}})
            connection.execute(COURSES.insert().values(
                id=name, state="open", kind="workshop", regions="mena", languages="fr", audiences="defenders", city="", country="", zone="UTC",
                partners="", share_with="", texts=texts, changed_at=datetime(2026, 11, 1, tzinfo=UTC)))


def _rows(connection: Connection, keys: KeyRing, person_id: str, decided: str, waiting: str) -> None:
    def add(table: Any, **values: Any) -> None:
        connection.execute(table.insert().values(**values))

    for number, course, day in ((decided, OFFERED[0], date(2026, 11, 20)), (waiting, OFFERED[1], None)):
        answers = keys.seal(json.dumps({"name": CANARY}), "interests", "answers", number)
        add(INTERESTS, id=number, person_id=person_id, course_id=course, code=number[:8], state="received", language="fr", region="mena",
            answers=answers, version=1, sent_on=date(2026, 11, 2), decided_on=day)
        review = str(uuid.uuid4())
        add(REVIEWS, id=review, interest_id=number, reviewer=str(uuid.uuid4()), abstained=False,
            content=keys.seal(f"{CANARY} {number}", "reviews", "content", review), filed_at=datetime(2026, 11, 10, tzinfo=UTC))
        add(DECISIONS, interest_id=number, outcome="accepted", decided_by=str(uuid.uuid4()))
    add(DRAFTS, id=str(uuid.uuid4()), person_id=person_id, course_id=OFFERED[0], step="work",
        answers=keys.seal(json.dumps({"work": CANARY}), "drafts", "answers", person_id),
        last_update=1, asked_message=1, answered_at=datetime(2026, 11, 24, tzinfo=UTC))
    add(SUBSCRIPTIONS, id=str(uuid.uuid4()), person_id=person_id, region="mena", kind="", language="")
    _announced(add, person_id)
    question = str(uuid.uuid4())
    add(INBOX, id=question, person_id=person_id, language="fr", state="open", text=keys.seal(CANARY, "inbox", "text", question), gap=False,
        asked_on=date(2026, 11, 3), last_update=uuid.uuid4().int >> 70)


def _announced(add: Callable[..., None], person_id: str) -> None:
    """A member of staff who got an announcement and follows an entry."""
    broadcast = str(uuid.uuid4())
    add(BROADCASTS, id=broadcast, kind="announcement", state="done", author="author", texts="{}", fallback="", buttons="", media="", segment="{}",
        zone="UTC", alone=False, asked_hash="", asked_count=1, progress_message=0, totals="", changed_at=datetime(2026, 11, 1, tzinfo=UTC))
    add(DELIVERIES, broadcast_id=broadcast, person_id=person_id, language="fr", state="sent", reason="", segment="announcement")
    add(FOLLOWS, person_id=person_id, entry="upr-overview", version="1", shown_on=date(2026, 11, 3))
    add(NEWS, number=1, person_id=person_id, joined=False)
    add(STAFF, id=str(uuid.uuid4()), person_id=person_id, roles="reviewer", since=date(2026, 11, 3))
