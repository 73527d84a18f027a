"""A small bot to be killed: Intake, Poller or webhook, Ledger. It answers "re <text>" and counts each update once.

Arguments: API address, SQLite file, "poll" or a webhook port, chats at once, replies per second.
"""

import asyncio
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.dialects.sqlite import insert
from telegram.ext import ExtBot

from bot.db.engine import Database
from bot.db.writes import Write
from bot.logs import configure
from bot.people.models import TALLIES
from bot.telegram.intake import Intake
from bot.telegram.ledger import Ledger
from bot.telegram.pacing import PacedLimiter
from bot.telegram.polling import Poller
from bot.telegram.request import AiohttpRequest
from bot.web.health import Readiness
from bot.web.metrics import Metrics
from bot.web.server import Parts, build, serving
from tests.telegram.conftest import boundless

TOKEN = "123456789:AAE-made-up-token-of-thirty-five-chars"
SECRET = "made-up-webhook-secret"
_ROW: Any = insert(TALLIES)
_COUNT = _ROW.on_conflict_do_update(index_elements=["day", "language", "topic", "outcome"], set_={"count": TALLIES.c.count + 1})


async def run(api: str, file: str, way: str, chats: int, rate: float) -> None:
    """Serve until SIGTERM."""
    database = Database(f"sqlite:///{file}")
    sending, receiving = AiohttpRequest(), AiohttpRequest(connections=1)
    bot = ExtBot(TOKEN, f"{api}/bot", request=sending, get_updates_request=AiohttpRequest(), rate_limiter=PacedLimiter(rate))
    await asyncio.gather(sending.initialize(), receiving.initialize())

    async def handle(raw: dict[str, Any]) -> Sequence[Write]:
        message = raw["message"]
        await bot.send_message(message["chat"]["id"], f"re {message['text']}")
        values = {"day": date(2026, 1, 1), "language": "en", "topic": message["text"], "outcome": "answer", "count": 1}
        return [Write(_COUNT, values)]

    intake = Intake(Ledger(database, lambda: datetime.now(UTC)), handle, chats=chats, per_chat=1000, allowance=boundless())
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    if way == "poll":
        await Poller(bot, intake, receiving).run(stop)
    else:
        async with serving(build(Parts(intake, Readiness({}), Metrics(), SECRET)), "127.0.0.1", int(way)):
            await stop.wait()
            await intake.close()
    await asyncio.gather(sending.shutdown(), receiving.shutdown())
    await database.close()


if __name__ == "__main__":
    configure("ERROR")
    asyncio.run(run(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), float(sys.argv[5])))
