"""P25: whoever tampers with the audit trail is noticed."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import delete, insert, update

from bot import keys as key_files
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.staff.audit import Audit, Head
from bot.staff.models import AUDIT
from bot.staff.retention import forget_staff
from tests.conftest import Clock

Tamper = Callable[[Database], Awaitable[None]]


async def filled(database: Database, keys: KeyRing, clock: Clock, entries: int = 12) -> Audit:
    """Return a trail with entries."""
    audit = Audit(database, keys, clock)
    for number in range(entries):
        clock.forward(minutes=1)
        await audit.add("actor", "read", f"interest-{number}")
    return audit


async def run(database: Database, *statements: object) -> None:
    """Tamper."""
    async with database.transaction() as connection:
        for statement in statements:
            await connection.execute(statement)  # type: ignore[call-overload]


@pytest.mark.parametrize("column", ["actor", "event", "object", "previous", "hash"])
async def test_a_changed_entry_shows(database: Database, key_ring: KeyRing, clock: Clock, column: str) -> None:
    """Whatever was changed in it."""
    audit = await filled(database, key_ring, clock)
    await run(database, update(AUDIT).where(AUDIT.c.number == 5).values(**{column: "0" * 36}))

    assert (await audit.verify()).broken == 5


async def test_deleting_inserting_and_swapping_show(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """In the middle, at the beginning, and with the right hash in the wrong place."""
    audit = await filled(database, key_ring, clock)
    async with database.transaction() as connection:
        rows = {row.number: dict(row._mapping) for row in await connection.execute(AUDIT.select())}
    tampered = (
        (delete(AUDIT).where(AUDIT.c.number == 6),),
        (delete(AUDIT).where(AUDIT.c.number == 1),),
        (insert(AUDIT).values(**{**rows[12], "number": 13}),),
        (delete(AUDIT).where(AUDIT.c.number.in_((4, 5))), insert(AUDIT).values(**{**rows[5], "number": 4}), insert(AUDIT).values(**{**rows[4], "number": 5})),
    )
    for statements in tampered:
        await run(database, *statements)
        assert (await audit.verify()).broken is not None
        await run(database, delete(AUDIT), insert(AUDIT).values(list(rows.values())))
        assert (await audit.verify()).broken is None


async def test_a_cut_end_shows_by_the_head_that_was_told(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """The chain alone cannot tell; the number and hash that two people have can."""
    audit = await filled(database, key_ring, clock)
    head = await audit.head()
    assert head is not None
    await run(database, delete(AUDIT).where(AUDIT.c.number > 10))

    assert (await audit.verify()).broken is None
    assert (await audit.verify(head)).broken == 11
    await audit.add("actor", "read", "other")
    await audit.add("actor", "read", "other")
    assert (await audit.verify(head)).broken == 12
    assert (await audit.verify(Head(3, "0" * 64))).broken == 3


async def test_without_the_key_no_chain_can_be_rebuilt(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: object) -> None:
    """Somebody writes the whole trail anew with a key of their own."""
    audit = await filled(database, key_ring, clock, 3)
    await run(database, delete(AUDIT))
    key_files.create(tmp_path / "other.json")  # type: ignore[operator]
    other = key_files.load(tmp_path / "other.json")  # type: ignore[operator]
    await filled(database, other, clock, 3)

    assert (await audit.verify()).broken == 1


async def test_entries_of_many_at_once_make_one_chain(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Two processes that add at the same moment get different numbers."""
    audits = [Audit(database, key_ring, clock) for _ in range(2)]
    await asyncio.gather(*(audits[number % 2].add("actor", "read", str(number)) for number in range(40)))

    verdict = await audits[0].verify()
    assert (verdict.entries, verdict.broken) == (40, None)


async def test_old_entries_go_and_the_chain_still_holds(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """After a year; a young trail that lacks its beginning is broken."""
    audit = await filled(database, key_ring, clock, 5)
    clock.forward(days=350)
    await audit.add("actor", "read", "later")
    clock.forward(days=16)
    assert (await forget_staff(database, clock))["audit"] == 4

    verdict = await audit.verify()
    assert (verdict.entries, verdict.broken) == (2, None)
    await run(database, delete(AUDIT).where(AUDIT.c.number == 5))
    assert (await audit.verify()).broken == 6
