"""People: found by a pseudonym, known by a language only, forgotten in time."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db.engine import Database
from bot.db.writes import Write, apply
from bot.keys import KeyRing, KeysInvalid
from bot.people import keycheck
from bot.people.dialog import Dialog, dump, parse
from bot.people.retention import PurgeSuspicious, Retention, month_before
from bot.people.service import People, Person
from bot.people.tallies import Tallies
from bot.people.tombstones import JOURNAL
from tests.conftest import Clock

CHAT = 4503599627370495  # 52 bits: Telegram's ids exceed 32


async def commit(database: Database, *writes: Write) -> None:
    """Write what a use case returned."""
    async with database.transaction() as session:
        await apply(session, [writes])


async def known(people: People, database: Database, chat_id: int, language: str = "fr") -> Person:
    """Return a person who chose a language."""
    await commit(database, people.choose_language(await people.look_up(chat_id), language))
    return await people.look_up(chat_id)


async def test_a_newcomer_has_no_row_until_they_choose(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Only a choice makes someone known; it can be changed, and understanding the notice is kept."""
    people = People(database, key_ring, clock)
    stranger = await people.look_up(CHAT)
    assert not stranger.known

    person = await known(people, database, CHAT, "fr")
    await commit(database, people.choose_language(person, "ar"), people.understand(person, 1))

    person = await people.look_up(CHAT)
    assert (person.language, person.understood, person.known) == ("ar", 1, True)


async def test_nothing_readable_about_an_account_is_stored(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P17: the account's id is in no column of any table."""
    people = People(database, key_ring, clock)
    person = await known(people, database, CHAT)
    await commit(database, people.remember(person, Dialog(entry="upr-overview", answered_at=clock())))

    async with database.transaction() as session:
        rows = [str(row) for table in ("people", "dialogs") for row in await session.execute(text(f"SELECT * FROM {table}"))]
    assert len(rows) == 2
    assert not any(str(CHAT) in row or "upr-overview" in row for row in rows)


async def test_a_dialog_is_understood_for_fifteen_minutes_and_kept_a_day(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """'And the deadline?' works for 15 minutes; after 24 hours there is no dialog at all."""
    people = People(database, key_ring, clock)
    await commit(database, people.remember(await people.look_up(CHAT), Dialog().answered("upr-overview", clock())))

    clock.forward(minutes=15)
    assert (await people.look_up(CHAT)).dialog.topic(clock()) == "upr-overview"
    clock.forward(seconds=1)
    assert (await people.look_up(CHAT)).dialog.topic(clock()) is None
    clock.forward(hours=24)
    assert (await people.look_up(CHAT)).dialog == Dialog()


async def test_who_blocks_us_needs_to_agree_again(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P8, 45, 46: blocked: gone, consent void, dialog away at once; unblocked: asked again."""
    people = People(database, key_ring, clock)
    person = await known(people, database, CHAT)
    await commit(database, people.understand(person, 1), people.remember(person, Dialog(entry="x", answered_at=clock())))
    await commit(database, *people.leave(person))

    gone = await people.look_up(CHAT)
    assert (gone.gone, gone.understood, gone.dialog) == (True, 0, Dialog())
    await commit(database, people.come_back(gone))
    back = await people.look_up(CHAT)
    assert (back.gone, back.understood) == (False, 0)


async def test_old_data_goes_by_itself_and_not_a_day_early(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """P21: 30 days after blocking, 24 hours for dialogs, 12 months idle; a clock that goes back erases nothing."""
    people, retention = People(database, key_ring, clock), Retention(database, clock, tmp_path / JOURNAL)
    gone, idle = await known(people, database, 1), await known(people, database, 2)
    await commit(database, *people.leave(gone), people.remember(idle, Dialog(entry="x", answered_at=clock())))

    clock.forward(days=29)
    assert (await retention.purge()).people == 0
    clock.forward(days=-60)
    assert (await retention.purge()).people == 0
    clock.forward(days=61)
    assert (await retention.purge()).people == 1
    clock.forward(days=335)
    assert (await retention.purge()).people == 0
    clock.forward(days=30)
    assert (await retention.purge()).people == 1


async def test_a_jumping_clock_asks_before_it_erases(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """103: when more than a fifth would go at once, nothing goes until a person confirms."""
    people, retention = People(database, key_ring, clock), Retention(database, clock, tmp_path / JOURNAL)
    for chat in range(1, 31):
        await known(people, database, chat)
    await commit(database, Tallies(database, clock).add("en", None, "decline"))
    clock.forward(days=400)

    with pytest.raises(PurgeSuspicious):
        await retention.purge()
    assert (await people.look_up(1)).known
    assert await Tallies(database, clock).sums(clock().date() - timedelta(days=500))
    assert (await retention.purge(confirmed=True)).people == 30


async def test_counts_name_nobody_and_small_ones_are_hidden(database: Database, clock: Clock) -> None:
    """A count under 5 is shown as None: it could point to one person."""
    tallies = Tallies(database, clock)
    await commit(database, *[tallies.add("fr", "upr-overview", "answer") for _ in range(5)], tallies.add("ar", None, "decline"))

    sums = {(one.language, one.topic, one.outcome): one.count for one in await tallies.sums(clock().date() - timedelta(days=6))}
    assert sums == {("fr", "upr-overview", "answer"): 5, ("ar", "-", "decline"): None}


async def test_idle_months_are_noted_once_a_month(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Only the month of the last message is kept, and written when it changes."""
    people = People(database, key_ring, clock)
    person = await known(people, database, CHAT)
    assert people.keep_active(person) == ()
    clock.forward(days=20)
    await commit(database, *people.keep_active(person))

    assert (await people.look_up(CHAT)).active_month == "2026-12"


async def test_wrong_keys_stop_the_start(database: Database, key_ring: KeyRing, tmp_path: object) -> None:
    """A key ring of another installation is noticed before anything is written."""
    from pathlib import Path

    from bot import keys

    await keycheck.check(database, key_ring)
    await keycheck.check(database, key_ring)
    other = Path(str(tmp_path)) / "other.json"
    keys.create(other)
    with pytest.raises(KeysInvalid, match="does not belong"):
        await keycheck.check(database, keys.load(other))


async def test_a_broken_dialog_is_an_empty_one(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """P18: a moved or altered state is not read; the conversation goes on."""
    people = People(database, key_ring, clock)
    await commit(database, people.remember(await people.look_up(1), Dialog(entry="x", answered_at=clock())))
    async with database.transaction() as session:
        await session.execute(text("UPDATE dialogs SET lookup = :other"), {"other": key_ring.look_up(2)})

    assert (await people.look_up(2)).dialog == Dialog()


def test_a_dialog_survives_its_json(clock: Clock) -> None:
    """What is sealed is what is read."""
    dialog = Dialog().answered("upr-overview", clock()).noticed("media", clock())

    assert parse(dump(dialog)) == dialog


def test_months_are_counted_back_over_years() -> None:
    """January minus one is December of the year before."""
    from datetime import date

    assert month_before(date(2026, 1, 31), 1) == "2025-12"
    assert month_before(date(2026, 11, 24), 12) == "2025-11"
