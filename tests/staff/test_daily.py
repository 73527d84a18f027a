"""What staff are told once a day: the head of the audit trail when something was added (P25), and that questions wait since an earlier day."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.daily import Daily
from bot.db.engine import Database
from bot.i18n import Words
from bot.inbox.service import Asked, Inbox
from bot.keys import KeyRing
from bot.people.service import People
from bot.people.traces import Traces
from bot.playground import Phone, StandIn
from bot.staff.audit import Audit
from bot.staff.service import Staff
from bot.telegram.messenger import Messenger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.post import Post
from bot.telegram.render import Renderer
from bot.telegram.request import AiohttpRequest
from tests.broadcasts.conftest import Office
from tests.conftest import Clock
from tests.process import TOKEN

ADMIN = 900_001  # the chat that tests/broadcasts/conftest.py gives to the first of 890_000


@pytest.fixture
async def messenger() -> AsyncIterator[tuple[StandIn, Messenger]]:
    """A stand-in and what writes to it."""
    request = AiohttpRequest()
    async with StandIn(TOKEN) as telegram:
        await request.initialize()
        yield telegram, Messenger(Bot(TOKEN, base_url=f"{telegram.api_url}/bot", request=request, get_updates_request=request), request, PacedLimiter(100))
        await request.shutdown()


async def test_the_head_is_told_once_a_day_when_it_changed(
    database: Database, key_ring: KeyRing, clock: Clock, words: Words, messenger: tuple[StandIn, Messenger],
) -> None:
    """Also with two replicas; whoever may not read the trail gets nothing; what was told verifies."""
    phone, other = await members(Office(database, key_ring, clock), messenger[0], "admin", "editor")
    audit = Audit(database, key_ring, clock)
    one, two = (daily(database, key_ring, clock, words, messenger[1]) for _ in range(2))

    assert await one.head() == 0
    await audit.add("admin", "invited", "editor")
    assert [await one.head(), await two.head()] == [1, 0]
    assert str(await audit.head()) in (await phone.reply()).text
    await audit.add("admin", "role-changed", "editor")
    clock.forward(hours=23)
    assert await two.head() == 0
    clock.forward(hours=1)
    assert [await two.head(), await one.head()] == [1, 0]
    assert str(await audit.head()) in (await phone.reply()).text
    clock.forward(days=2)
    assert await one.head() == 0
    await other.stays_silent(0.05)


async def test_responders_are_told_that_questions_wait_but_not_when_they_came(
    database: Database, key_ring: KeyRing, clock: Clock, words: Words, messenger: tuple[StandIn, Messenger],
) -> None:
    """On the next day, once a day, until they are answered; nobody else on staff."""
    office = Office(database, key_ring, clock)
    phone, other = await members(office, messenger[0], "responder", "admin")
    await office.people({"fr": 1}, first=880_000)
    inbox = Inbox(database, key_ring, Audit(database, key_ring, clock), clock)
    one, two = (daily(database, key_ring, clock, words, messenger[1]) for _ in range(2))
    person = await People(database, key_ring, clock).look_up(ADMIN - 10_000)

    assert await inbox.ask(person, "fr", "A demo question?", 1) is Asked.DONE
    assert await one.questions() == 0
    clock.forward(days=1)
    assert [await one.questions(), await two.questions()] == [1, 0]
    told = await phone.reply()
    assert "since yesterday or longer: 1" in told.text
    assert "demo" not in told.text
    clock.forward(hours=23)
    assert await two.questions() == 0
    clock.forward(hours=1)
    assert await two.questions() == 1
    await inbox.answer((await inbox.open_questions())[0].id, "responder", "A demo answer.")
    clock.forward(days=1)
    assert await one.questions() == 0
    await other.stays_silent(0.05)


async def members(office: Office, telegram: StandIn, told: str, other: str) -> tuple[Phone, Phone]:
    """Make two members of staff, by their roles, with their phones."""
    await office.staff(told, told, 890_000)
    await office.staff(other, other, 890_100)
    return telegram.person("Demo", "en", id=ADMIN), telegram.person("Demo", "en", id=ADMIN + 100)


def daily(database: Database, keys: KeyRing, clock: Clock, words: Words, messenger: Messenger) -> Daily:
    """Return what tells staff, as in one process."""
    audit = Audit(database, keys, clock)
    deliver = Post(messenger, Renderer(words, keys), Traces(database, keys, clock))
    return Daily(database, Staff(database, keys, audit, clock), audit, Inbox(database, keys, audit, clock), deliver, clock)
