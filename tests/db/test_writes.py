"""Writes of several updates in one transaction: together where they can, in order where they must."""

from datetime import timedelta

from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.dialog import Dialog
from bot.people.service import People
from tests.conftest import Clock


async def test_an_updates_own_order_is_kept(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P2: another update's statement before it never makes a person's consent come before the person."""
    people = People(database, key_ring, clock)
    known, newcomer = await people.look_up(1), await people.look_up(2)
    async with database.transaction() as connection:
        await apply(connection, [[people.choose_language(known, "en")]])
    async with database.transaction() as connection:
        await apply(connection, [
            [people.understand(known, 1)],
            [people.choose_language(newcomer, "fr"), people.understand(newcomer, 1)],
            [people.remember(known, Dialog(entry="x", answered_at=clock())), *people.leave(known)],
        ])

    assert (await people.look_up(2)).understood == 1
    left = await people.look_up(1)
    assert (left.gone, left.understood, left.dialog) == (True, 0, Dialog())


def test_old_notices_leave_the_dialog(clock: Clock) -> None:
    """Each write renews the row's 24 hours, so that what is older must go with the next write."""
    dialog = Dialog().noticed("vote:reprisals-un", clock())
    clock.forward(hours=25)

    assert set(dialog.noticed("media", clock()).notices) == {"media"}
    assert dialog.answered("upr-overview", clock()).notices == {}
    assert not dialog.due("vote:reprisals-un", timedelta(hours=48), clock())
