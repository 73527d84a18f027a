"""The one message that shows the progress: the end waits for the one that is being sent, so that none stays at "0 %" for ever."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.office import Office as Running
from bot.broadcasts.plan import Plan
from bot.broadcasts.sender import Sender
from bot.db.lease import Lease
from tests.broadcasts.conftest import Office
from tests.broadcasts.test_sender import Post, Reports


class Slow(Reports):
    """A report whose first message takes longer than the sending; `shown` is what the author's chat has in the end."""

    def __init__(self, noted: Callable[[str, int], Awaitable[None]], read: Callable[[str], Awaitable[Broadcast | None]]) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._noted, self._read = noted, read

    async def progress(self, broadcast: Broadcast) -> None:
        """Send the message, and note its number a little later."""
        now = await self._read(broadcast.id)
        if now is not None and not now.progress_message:
            self.shown.append("progress")
            await asyncio.sleep(0.5)
            await self._noted(broadcast.id, 77)

    async def ended(self, broadcast: Broadcast) -> None:
        """Change the message that was noted, or send another one."""
        now = await self._read(broadcast.id)
        assert now is not None
        if now.progress_message:
            self.shown[-1] = "report"
        else:
            self.shown.append("report")


async def test_the_end_waits_for_the_message_that_shows_the_progress(office: Office) -> None:
    """A quick sending: one message, and it holds the report."""
    from bot.app import TABLES

    await office.people({"en": 3})
    broadcast = await office.released()
    slow = Slow(office.broadcasts.shown_in, office.broadcasts.get)
    sender = Sender(office.ledger, office.queue, Post(), slow)
    running = asyncio.create_task(Running(
        office.queue, Plan(office.database, office.clock), sender, Lease(office.database, TABLES, "sender", office.clock), slow).run())
    async with asyncio.timeout(20):
        while "report" not in slow.shown:
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.wait({running})
    assert slow.shown == ["report"]
    assert await office.queue.state(broadcast.id) is State.DONE
