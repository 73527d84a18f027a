"""Tell me when something like this opens: coarse wishes, at most ten, stopped at once, matched to courses."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from bot.courses.catalogue import Kind, Wanted
from bot.courses.models import SUBSCRIPTIONS
from bot.courses.subscriptions import MOST, Outcome, Subscriptions
from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.erasure import Erasure
from bot.people.models import PEOPLE
from bot.people.service import People, Person
from tests.conftest import Clock
from tests.courses.conftest import a_course


async def someone(database: Database, keys: KeyRing, clock: Clock, chat_id: int) -> Person:
    """Return a person who has chosen a language and read the safety notice."""
    people = People(database, keys, clock)
    stranger = await people.look_up(chat_id)
    async with database.transaction() as connection:
        await apply(connection, [[people.choose_language(stranger, "fr"), people.understand(stranger, 1)]])
    return await people.look_up(chat_id)


async def test_a_wish_is_kept_once_and_stopped_at_once(database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions) -> None:
    """A repeated tap or update says the same and changes nothing; nobody stops another person's."""
    amina, blaise = [await someone(database, key_ring, clock, chat) for chat in (1, 2)]
    for _ in range(2):
        assert await subscriptions.add(amina.id, Wanted("mena", "online", "ar")) is Outcome.KEPT
    await subscriptions.add(amina.id, Wanted())
    await subscriptions.add(blaise.id, Wanted())
    kept = await subscriptions.of(amina.id)
    assert [one.wanted for one in kept] == [Wanted(), Wanted("mena", "online", "ar")]

    await subscriptions.stop(blaise.id, kept[0].id)
    assert len(await subscriptions.of(amina.id)) == 2
    await subscriptions.stop(amina.id, kept[0].id)
    assert [one.wanted.region for one in await subscriptions.of(amina.id)] == ["mena"]
    await subscriptions.stop_all(amina.id)
    assert await subscriptions.of(amina.id) == ()
    assert len(await subscriptions.of(blaise.id)) == 1


async def test_ten_a_person_even_from_two_devices_at_once(database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions) -> None:
    """The eleventh is refused, also when all come at the same moment; the same wish at once is kept once."""
    person = await someone(database, key_ring, clock, 1)
    wishes = [Wanted(region, kind) for region in ("mena", "geneva", "online", "") for kind in ("online", "geneva", "workshop", "")][: MOST + 4]
    outcomes = await asyncio.gather(*(subscriptions.add(person.id, one) for one in (*wishes, *wishes)))
    assert len(await subscriptions.of(person.id)) == MOST
    assert outcomes.count(Outcome.FULL) == 2 * 4
    assert len({one.wanted for one in await subscriptions.of(person.id)}) == MOST


async def test_a_wish_brings_announcements_back(database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions) -> None:
    """Whoever stopped them and asks to be told is told, whether the wish is new or was there; one that is refused changes nothing, nor does another's."""
    people = People(database, key_ring, clock)
    amina, blaise = [await someone(database, key_ring, clock, chat) for chat in (1, 2)]

    async def quiet(person: Person) -> bool:
        return (await people.look_up(person.chat_id)).quiet

    async def stop() -> None:
        async with database.transaction() as connection:
            await apply(connection, [[people.be_quiet(one, quiet=True) for one in (amina, blaise)]])

    for _ in range(2):
        await stop()
        assert await quiet(amina)
        assert await subscriptions.add(amina.id, Wanted("mena")) is Outcome.KEPT
        assert not await quiet(amina)
    for number in range(MOST - 1):
        await subscriptions.add(amina.id, Wanted(language=f"x{number}"))
    await stop()
    assert await subscriptions.add(amina.id, Wanted()) is Outcome.FULL
    assert await quiet(amina)
    assert await quiet(blaise)


async def test_nothing_is_kept_of_somebody_without_a_row(database: Database, subscriptions: Subscriptions) -> None:
    """Newcomers, and who was erased a moment ago."""
    for person_id in ("", "00000000-0000-0000-0000-000000000000"):
        assert await subscriptions.add(person_id, Wanted()) is Outcome.NOBODY


async def test_who_wants_to_hear_of_a_course(database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions) -> None:
    """Each value fits or is any; everybody once, in however many ways they fit."""
    course = a_course(regions=("mena", "online"), kind=Kind.ONLINE, languages=("ar", "en"))
    wishes = {1: [Wanted()], 2: [Wanted("mena"), Wanted("online", "online", "en")], 3: [Wanted("geneva")], 4: [Wanted(kind="workshop")],
              5: [Wanted(language="fr")], 6: [Wanted("mena", "online", "ar")], 7: [Wanted("mena", "online", "fr")], 8: []}
    people = {chat: await someone(database, key_ring, clock, chat) for chat in wishes}
    for chat, wanted in wishes.items():
        for one in wanted:
            await subscriptions.add(people[chat].id, one)
    assert set(await subscriptions.matching(course)) == {people[chat].id for chat in (1, 2, 6)}
    assert len(await subscriptions.matching(course)) == 3


async def test_who_is_gone_or_has_not_consented_anew_is_not_told(database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions) -> None:
    """P8: blocking forgets the wishes, and unblocking does not bring them back; an erased person's go with them."""
    people = People(database, key_ring, clock)
    amina, blaise, casey = [await someone(database, key_ring, clock, chat) for chat in (1, 2, 3)]
    for person in (amina, blaise, casey):
        await subscriptions.add(person.id, Wanted())
    async with database.transaction() as connection:
        await apply(connection, [[*people.leave(amina), subscriptions.forget(amina)]])
        await apply(connection, [[people.come_back(amina), people.understand(amina, 1)]])
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == blaise.id).values(consent_version=0))
    assert await subscriptions.matching(a_course()) == (casey.id,)
    async with database.transaction() as connection:
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id == casey.id))
        left = (await connection.execute(select(SUBSCRIPTIONS.c.person_id))).scalars().all()
    assert left == [blaise.id]


Stop = Callable[[Subscriptions, Erasure, str, str], Awaitable[object]]
STOPS: dict[str, Stop] = {
    "one wish": lambda subscriptions, _, person, wish: subscriptions.stop(person, wish),
    "all wishes": lambda subscriptions, _, person, __: subscriptions.stop_all(person),
    "one row": lambda _, erasure, __, wish: erasure.erase_row("subscriptions", wish),
}


@pytest.mark.parametrize("stop", STOPS)
async def test_stopping_a_wish_waits_for_a_departure_instead_of_locking_it_up(
    database: Database, key_ring: KeyRing, clock: Clock, subscriptions: Subscriptions, tmp_path: Path, stop: str,
) -> None:
    """Telegram says that somebody left (their row, then their wishes) while they stop one: both end, in either database."""
    person = await someone(database, key_ring, clock, 1)
    await subscriptions.add(person.id, Wanted())
    wish = (await subscriptions.of(person.id))[0].id
    async with asyncio.timeout(20):
        async with database.transaction() as connection:
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(gone_on=clock().date(), consent_version=0))
            stopping = asyncio.ensure_future(STOPS[stop](subscriptions, Erasure(database, clock, tmp_path / "journal"), person.id, wish))
            await asyncio.sleep(0.2)
            await connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person.id))
        await stopping
    assert await subscriptions.of(person.id) == ()
