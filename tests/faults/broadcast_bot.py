"""The office alone, as a process that is killed: sends what is released in a database through the real courier to a stand-in."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot import keys as key_files
from bot.announcing import compose
from bot.app import TABLES
from bot.broadcasts.content import Broadcast
from bot.broadcasts.ledger import DeliveryLedger
from bot.broadcasts.office import Office
from bot.broadcasts.plan import Plan
from bot.broadcasts.queue import Queue
from bot.broadcasts.sender import IN_FLIGHT, Sender
from bot.db.engine import Database
from bot.db.lease import Lease
from bot.i18n import Words
from bot.telegram.courier import Courier
from bot.telegram.messenger import Messenger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.render import Renderer
from bot.telegram.request import AiohttpRequest
from bot.usecases import LOCALES
from tests.process import TOKEN


class Nobody:
    """No staff to tell."""

    async def progress(self, broadcast: Broadcast) -> None:
        """Tell nobody."""

    async def ended(self, broadcast: Broadcast) -> None:
        """Tell nobody."""

    async def asks(self, broadcast: Broadcast, why: str) -> None:
        """Tell nobody."""


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


async def main(api_url: str, url: str, key_file: str, rate: float, most: int) -> None:
    """Run until killed."""
    from telegram import Bot

    keys, database = key_files.load(Path(key_file)), Database(url)
    request = AiohttpRequest()
    await request.initialize()
    messenger = Messenger(Bot(TOKEN, base_url=f"{api_url}/bot", request=request, get_updates_request=request), request, PacedLimiter(rate))
    ledger, queue = DeliveryLedger(database, keys, now), Queue(database, now)
    lease = Lease(database, TABLES, "sender", now)
    await lease.break_open()  # as the bot does on SQLite, where it holds the data folder's lock
    courier = Courier(messenger, Renderer(Words(LOCALES), keys), compose)
    await Office(queue, Plan(database, now), Sender(ledger, queue, courier, Nobody(), most), lease, Nobody()).run()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), int((*sys.argv, IN_FLIGHT)[5])))
