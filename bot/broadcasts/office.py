"""The office that runs beside the bot: holds the lease, notes recipients, sends, and reports, as long as the process lives."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress

from bot.broadcasts.content import Broadcast
from bot.broadcasts.plan import Plan
from bot.broadcasts.queue import Queue
from bot.broadcasts.sender import Reporter, Sender
from bot.db.engine import DatabaseUnavailable
from bot.db.lease import LIFE, Lease
from bot.logs import get_logger, where

log = get_logger()
_LOOK = 1.0  # seconds between two looks for something to send
_RENEW = LIFE.total_seconds() / 3
_SHOW = 2.0  # seconds between two changes of the message that shows the progress: Telegram allows about one a second
_SHARE = 20  # of the time goes into showing it at the most, one part: counting a million rows takes its time
_LEAVING = 1.0  # seconds that a process which is to leave, or lost its database, waits for the message that shows the progress
LONG_STOP = 60.0  # seconds; when Telegram makes announcements wait longer, staff are told


class Office:
    """Runs until cancelled; killed at any moment, the next one goes on where the rows say. `stopped`: seconds that Telegram still makes it wait."""

    def __init__(
        self, queue: Queue, plan: Plan, sender: Sender, lease: Lease, reporter: Reporter, stopped: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._queue = queue
        self._plan = plan
        self._sender = sender
        self._lease = lease
        self._reporter = reporter
        self._stopped = stopped
        self._held = self._told_parked = False

    async def run(self) -> None:
        """Send what is released, for ever."""
        renewing = asyncio.create_task(self._renew())
        try:
            while True:
                if self._held:
                    await self._step()
                await asyncio.sleep(_LOOK)
        finally:
            renewing.cancel()
            with suppress(DatabaseUnavailable, asyncio.CancelledError):
                await renewing
            with suppress(DatabaseUnavailable):
                await self._lease.release()

    async def _renew(self) -> None:
        while True:
            try:
                self._held = await self._lease.hold()
            except DatabaseUnavailable:
                self._held = False
            await asyncio.sleep(_RENEW if self._held else _LOOK)

    async def _step(self) -> None:
        try:
            for late in await self._queue.late():
                await self._reporter.asks(late, "late")
            broadcast = await self._queue.next()
            if broadcast is not None:
                await self._send(broadcast)
        except DatabaseUnavailable:
            log.warning("office_waits_for_database")
        except Exception as error:  # noqa: BLE001  # whatever it is, the next announcement must go out
            log.error("office_failed", error=where(error))

    async def _send(self, broadcast: Broadcast) -> None:
        if broadcast.content.hash() != broadcast.asked_hash:
            log.error("broadcast_void")
            if await self._queue.void(broadcast.id):
                await self._reporter.asks(broadcast, "changed")
            return
        if not broadcast.planned:
            await self._plan.recipients(broadcast)
        ended, patience = asyncio.Event(), _LEAVING
        showing = asyncio.create_task(self._show(broadcast, ended))
        try:
            await self._sender.send(broadcast, lambda: self._held)
            if self._held and await self._queue.finish(broadcast.id):
                log.info("broadcast_done")
            patience = LONG_STOP
        finally:
            ended.set()
            await _over(showing, patience)
        if self._held:
            await self._reporter.ended(broadcast)

    async def _show(self, broadcast: Broadcast, ended: asyncio.Event) -> None:
        while not ended.is_set():
            begun = time.monotonic()
            await self._tell_parked(broadcast)
            await self._reporter.progress(broadcast)
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), max(_SHOW, _SHARE * (time.monotonic() - begun)))

    async def _tell_parked(self, broadcast: Broadcast) -> None:
        """Tell staff, once each time, that Telegram makes announcements wait for long."""
        wait = self._stopped()
        if wait > LONG_STOP and not self._told_parked:
            self._told_parked = True
            await self._reporter.asks(broadcast, "parked")
        elif not wait:
            self._told_parked = False


async def _over(showing: asyncio.Task[None], patience: float) -> None:
    """Wait for the showing to end by itself: cut off between sending its message and noting which, it would leave one there for ever."""
    await asyncio.wait({showing}, timeout=patience)
    showing.cancel()
    with suppress(asyncio.CancelledError):
        await showing
