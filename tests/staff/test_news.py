"""What admins are to hear of each other: kept with the change, told until it was heard, gone with the person or after a week."""

from datetime import timedelta
from pathlib import Path

from bot.db.engine import Database
from bot.db.writes import apply
from bot.keys import KeyRing
from bot.people.erasure import Erasure
from bot.people.service import People
from bot.people.tombstones import JOURNAL
from bot.staff.audit import Audit
from bot.staff.leaving import Leaving
from bot.staff.news import News
from bot.staff.retention import forget_staff
from bot.staff.roles import Role
from bot.staff.service import Change, Staff
from tests.conftest import Clock
from tests.staff.test_staff import person

ONE, TWO, THREE = 77_101, 77_102, 77_103


async def team(database: Database, keys: KeyRing, clock: Clock) -> tuple[Staff, dict[int, str]]:
    """Make three admins, who have heard of each other; return their numbers by chat."""
    staff, news = Staff(database, keys, Audit(database, keys, clock), clock), News(database, keys, clock)
    numbers = {}
    for chat_id in (ONE, TWO, THREE):
        joined = await staff.accept(await person(database, keys, clock, chat_id), await staff.invite(frozenset({Role.ADMIN}), "operator"))
        assert joined is not None
        numbers[chat_id] = joined.id
    for one in await news.untold():
        assert (one.joined, one.actor, one.own) == (True, "operator", False)
        await news.told(one)
    return staff, numbers


async def test_a_change_is_kept_for_all_others_until_each_was_told(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """Also for who is no admin any more; what changed nothing is no news; each is told apart."""
    staff, numbers = await team(database, key_ring, clock)
    news = News(database, key_ring, clock)
    for _ in range(2):
        await staff.change_role(numbers[THREE], Role.ADMIN, numbers[ONE], give=False)
    untold = await news.untold()

    assert {(one.chat_id, one.object, one.actor, one.roles, one.given) for one in untold} == {
        (chat, numbers[THREE], numbers[ONE], ("admin",), False) for chat in (TWO, THREE)}
    await news.told(next(one for one in untold if one.chat_id == TWO))
    assert [one.chat_id for one in await news.untold()] == [THREE]


async def test_an_invitation_is_one_piece_of_news(database: Database, key_ring: KeyRing, clock: Clock) -> None:
    """With all its roles; for whoever made it, it is their own."""
    staff, numbers = await team(database, key_ring, clock)
    secret = await staff.invite(frozenset({Role.EDITOR, Role.REVIEWER}), numbers[ONE])
    await staff.accept(await person(database, key_ring, clock, 77_110), secret)

    found = await News(database, key_ring, clock).untold()
    assert {(one.chat_id, one.roles, one.own, one.joined) for one in found} == {(chat, ("editor", "reviewer"), chat == ONE, True) for chat in (ONE, TWO, THREE)}


async def test_news_goes_with_the_person_who_left_and_after_a_week(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """Erased: at once. Blocked: told nothing. A day under a week it stays, then the audit trail alone says it."""
    staff, numbers = await team(database, key_ring, clock)
    news, people = News(database, key_ring, clock), People(database, key_ring, clock)
    assert await staff.change_role(numbers[ONE], Role.EDITOR, numbers[TWO], give=True) is Change.DONE
    assert await staff.change_role(numbers[TWO], Role.EDITOR, numbers[ONE], give=True) is Change.DONE
    assert len(await news.untold()) == 4
    await Erasure(database, clock, tmp_path / JOURNAL).erase(await people.look_up(ONE))
    async with database.transaction() as connection:
        await apply(connection, [people.leave(await people.look_up(TWO))])

    assert [one.chat_id for one in await news.untold()] == [THREE, THREE]
    clock.forward(days=6)
    assert (await forget_staff(database, clock))["news"] == 0
    assert len(await news.untold()) == 2
    clock.time += timedelta(days=1)
    assert await news.untold() == []
    assert (await forget_staff(database, clock))["news"] == 3


async def test_who_leaves_is_news_for_the_admins_who_stay(database: Database, key_ring: KeyRing, clock: Clock, tmp_path: Path) -> None:
    """Kept with the erasure, so that a kill loses nothing; an account that the operator named, and that comes back, is news again."""
    _, numbers = await team(database, key_ring, clock)
    people, news = People(database, key_ring, clock), News(database, key_ring, clock)
    erasure = Erasure(database, clock, tmp_path / JOURNAL, Leaving(Audit(database, key_ring, clock)))
    await erasure.erase(await people.look_up(ONE))
    found = await news.untold()
    assert {(one.chat_id, one.object, one.roles) for one in found} == {(chat, numbers[ONE], ()) for chat in (TWO, THREE)}
    for one in found:
        await news.told(one)

    named = Staff(database, key_ring, Audit(database, key_ring, clock), clock, (ONE,))
    back = await named.member(await person(database, key_ring, clock, ONE))
    assert back
    assert back.id != numbers[ONE]
    assert {(one.chat_id, one.object, one.actor, one.roles, one.joined) for one in await news.untold()} == {
        (chat, back.id, "operator", ("admin",), False) for chat in (TWO, THREE)}
