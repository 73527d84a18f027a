"""Erasures and purges at the same moment: none waits for another in a circle, and whoever comes back meanwhile is not buried."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.broadcasts.corrections import forget_readings
from bot.courses.models import SUBSCRIPTIONS
from bot.courses.retention import InterestRetention
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import apply
from bot.inbox.retention import forget_questions
from bot.inbox.service import Inbox
from bot.keys import KeyRing
from bot.people.erasure import Erasure
from bot.people.models import PEOPLE, TOMBSTONES
from bot.people.retention import Retention
from bot.people.service import Person
from bot.people.tombstones import JOURNAL, Journal
from bot.people.traces import Traces
from bot.staff.audit import Audit
from tests.conftest import Clock
from tests.people.test_erasure import CHAT
from tests.people.whole import Whole, count, make

ROUNDS, MANY = 4, 6
LEFT = {"people", "dialogs", "traces", "interests", "reviews", "decisions", "drafts", "inbox", "follows", "subscriptions"}


async def test_whoever_writes_while_the_purge_runs_is_neither_erased_nor_buried(
    database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path,
) -> None:
    """A year without a message, and then one in the very moment: their row stays, and no tombstone waits for the next start to take it."""
    amina = (await make(database, key_ring, clock, CHAT)).person
    clock.forward(days=400)
    async with database.exclusive() as connection:
        await connection.execute(update(PEOPLE).values(active_month=f"{clock():%Y-%m}"))
        purging = asyncio.create_task(Retention(database, clock, tmp_path / JOURNAL).purge())
        await asyncio.sleep(0.3)
    assert (await purging).people == 0
    async with database.transaction() as connection:
        assert (await connection.execute(select(PEOPLE.c.id))).scalars().all() == [amina.id]
        assert amina.id not in (await connection.execute(select(TOMBSTONES.c.row))).scalars().all()
    assert amina.id not in Journal(tmp_path / JOURNAL).read()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # on SQLite one writes at a time: there is no circle
async def test_purges_and_erasures_at_once(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """Everything is due, and everybody leaves, withdraws or takes a question back as it is purged: nobody is refused, and nothing stays."""
    refused = 0
    for round_ in range(ROUNDS):
        everybody = [await make(database, key_ring, clock, CHAT + 100 * round_ + number) for number in range(MANY)]
        for one in everybody:
            await leave_traces(database, key_ring, clock, one.person)
        clock.forward(days=500)
        done = await asyncio.gather(*works(database, key_ring, clock, tmp_path, everybody), return_exceptions=True)
        refused += sum(isinstance(one, DatabaseUnavailable) for one in done)
        assert not [one for one in done if isinstance(one, Exception) and not isinstance(one, DatabaseUnavailable)]
        await asyncio.gather(*(Erasure(database, clock, tmp_path / JOURNAL).erase(one.person) for one in everybody))
        left = await count(database)
        assert not {name: left[name] for name in LEFT if left[name]}
    print(f"at once: {ROUNDS} rounds of {MANY} people, {refused} refused (bar 0)")
    assert refused == 0


def works(database: Database, keys: KeyRing, clock: Clock, folder: Path, everybody: list[Whole]) -> list[Awaitable[object]]:
    """Return all that may happen in one minute, on two replicas."""
    erasure, inbox = Erasure(database, clock, folder / JOURNAL), Inbox(database, keys, Audit(database, keys, clock), clock)
    purges: list[Awaitable[object]] = []
    for _ in range(2):
        purges += [Retention(database, clock, folder / JOURNAL).purge(confirmed=True), InterestRetention(database, clock, folder / JOURNAL).purge(),
                   forget_questions(database, clock), forget_readings(database, clock)]

    async def withdraw(person: Person) -> None:
        for question in await inbox.mine(person):
            await inbox.withdraw(person, question.id)

    leaving = [erasure.erase(one.person) for one in everybody]
    rows = [erasure.erase_row("interests", number) for one in everybody for number in (one.waiting, one.decided)]
    return [work for some in zip(leaving, (withdraw(one.person) for one in everybody), strict=True) for work in some] + purges + rows


async def leave_traces(database: Database, keys: KeyRing, clock: Clock, person: Person) -> None:
    """Give somebody some more rows of one table, and a wish to be told."""
    traces = Traces(database, keys, clock)
    async with database.transaction() as connection:
        await apply(connection, [[traces.of(person.chat_id, number) for number in range(20)]])
        await connection.execute(update(SUBSCRIPTIONS).values(language="fr"))
