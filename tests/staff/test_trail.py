"""P25: the head of the audit trail goes to the admins, once a day and only when something was added."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.db.engine import Database
from bot.i18n import Words
from bot.keys import KeyRing
from bot.people.traces import Traces
from bot.playground import StandIn
from bot.staff.audit import Audit
from bot.staff.service import Staff
from bot.telegram.messenger import Messenger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.post import Post
from bot.telegram.render import Renderer
from bot.telegram.request import AiohttpRequest
from bot.trail import Trail
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
    telegram, post = messenger
    office = Office(database, key_ring, clock)
    await office.staff("admin", "admin", 890_000)
    await office.staff("editor", "editor", 890_100)
    phone = telegram.person("Demo", "en", id=ADMIN)
    other = telegram.person("Demo", "en", id=ADMIN + 100)
    audit = Audit(database, key_ring, clock)
    deliver = Post(post, Renderer(words, key_ring), Traces(database, key_ring, clock))
    one, two = (Trail(database, audit, Staff(database, key_ring, audit, clock), deliver, clock) for _ in range(2))

    assert await one.tell() == 0
    await audit.add("admin", "invited", "editor")
    assert [await one.tell(), await two.tell()] == [1, 0]
    assert str(await audit.head()) in (await phone.reply()).text
    await audit.add("admin", "role-changed", "editor")
    clock.forward(hours=23)
    assert await two.tell() == 0
    clock.forward(hours=1)
    assert [await two.tell(), await one.tell()] == [1, 0]
    assert str(await audit.head()) in (await phone.reply()).text
    clock.forward(days=2)
    assert await one.tell() == 0
    await other.stays_silent(0.05)
