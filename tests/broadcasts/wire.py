"""The real way of an announcement: sender, courier, messenger, pacing and request, against a stand-in that is told to misbehave."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot

from bot.announcing import compose
from bot.app import TABLES
from bot.broadcasts.content import Broadcast
from bot.broadcasts.ledger import Delivery
from bot.broadcasts.office import Office as Running
from bot.broadcasts.plan import Plan
from bot.broadcasts.sender import Sender
from bot.db.lease import Lease
from bot.i18n import Words
from bot.playground import StandIn
from bot.telegram.courier import Courier
from bot.telegram.messenger import Messenger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.render import Renderer
from bot.telegram.request import AiohttpRequest
from bot.usecases import LOCALES
from tests.broadcasts.conftest import Office
from tests.broadcasts.test_sender import Reports
from tests.process import TOKEN

FIRST = 10_001  # the chats that tests/broadcasts/conftest.py makes


class Wire:
    """One sending process; `reports` holds what staff were asked."""

    def __init__(self, office: Office, telegram: StandIn, request: AiohttpRequest, rate: float, api_url: str = "") -> None:
        self.office, self.telegram, self.reports = office, telegram, Reports()
        self.limiter = PacedLimiter(rate, pause=0.01, jitter=lambda: 0.01)
        bot = Bot(TOKEN, base_url=f"{api_url or telegram.api_url}/bot", request=request, get_updates_request=request)
        self.messenger = Messenger(bot, request, self.limiter)
        self.courier = Courier(self.messenger, Renderer(Words(LOCALES), office.keys), compose)
        self.sender = Sender(office.ledger, office.queue, self.courier, self.reports)

    async def people(self, number: int, first: int = 0) -> list[int]:
        """Make people who asked to hear; return their chats."""
        await self.office.people({"en": number}, first=first)
        chats = [FIRST + first + place for place in range(number)]
        for chat in chats:
            self.telegram.person("Demo", "en", id=chat)
        return chats

    async def send(self, broadcast: Broadcast) -> dict[Delivery, int]:
        """Plan, send and finish, as the office does; return how many ended how."""
        await Plan(self.office.database, self.office.clock).recipients(broadcast)
        await self.sender.send(broadcast, lambda: True)
        await self.office.queue.finish(broadcast.id)
        return await self.ends(broadcast)

    async def ends(self, broadcast: Broadcast) -> dict[Delivery, int]:
        """Return how many recipients there are in each state, without the states of nobody."""
        return {state: number for state, number in (await self.office.ledger.counts(broadcast.id)).items() if number}

    def arrived(self) -> Counter[int]:
        """Return how many messages took effect, per chat."""
        return Counter(int(call.parameters["chat_id"]) for call in self.telegram.calls("sendMessage") if call.took_effect)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Have the office send by itself during the block."""
        office = self.office
        lease = Lease(office.database, TABLES, "sender", office.clock)
        running = Running(
            office.queue, Plan(office.database, office.clock), self.sender, lease, self.reports, lambda: self.limiter.broadcast_stop)
        task = asyncio.create_task(running.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})


@asynccontextmanager
async def wire(office: Office, telegram: StandIn, rate: float = 200.0, api_url: str = "", patience: float = 10.0) -> AsyncIterator[Wire]:
    """Yield a sending process whose requests give up after `patience` seconds of silence, twice that in all, and half a second of connecting."""
    request = AiohttpRequest(connect_timeout=0.5, read_timeout=patience, total=2 * patience)
    await request.initialize()
    try:
        yield Wire(office, telegram, request, rate, api_url)
    finally:
        await request.shutdown()
