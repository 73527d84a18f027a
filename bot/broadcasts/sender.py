"""Sends released announcements: one process at a time, at most four messages in flight, never one twice."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.ledger import Claim, Delivery, DeliveryLedger, Settled
from bot.broadcasts.queue import Queue
from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger

log = get_logger()
IN_FLIGHT = 4  # 25 a second need three or four at 100-150 ms; a kill leaves that many uncertain (safety.md 2.5)
_LOOKED_AT = 200  # the last outcomes that are looked at, and the share of failures among them that pauses (safety.md 2.5)
_FAILURES = 0.02
_TICK = 0.5  # seconds between two looks whether somebody stopped it
_PATIENCE = 5.0  # seconds for what has begun, when the process is to leave within 8
_LONGEST_REST = 30.0  # seconds, while Telegram or the database is away


class Handle:
    """One delivery under way; `begun` once the call may have left: from then on it can't be taken back."""

    def __init__(self) -> None:
        self.begun = False


class Courier(Protocol):
    """What delivers one message."""

    async def __call__(self, broadcast: Broadcast, claim: Claim, handle: Handle) -> Settled:
        """Deliver, and say how it ended: PENDING when it certainly did not leave and may be tried again. Raises nothing."""


class Reporter(Protocol):
    """What tells staff."""

    async def progress(self, broadcast: Broadcast) -> None:
        """Show how far it is."""

    async def ended(self, broadcast: Broadcast) -> None:
        """Report the end."""

    async def asks(self, broadcast: Broadcast, why: str) -> None:
        """Call a person: `why` is late, failing or changed."""


class Sender:
    """Sends one announcement from where it stands to its end, to its pause or to its stop."""

    def __init__(self, ledger: DeliveryLedger, queue: Queue, courier: Courier, reporter: Reporter) -> None:
        self._ledger = ledger
        self._queue = queue
        self._courier = courier
        self._reporter = reporter
        self._last: deque[bool] = deque(maxlen=_LOOKED_AT)
        self._rest = 0.0
        self._tasks: dict[asyncio.Task[Settled], tuple[Claim, Handle]] = {}

    async def send(self, broadcast: Broadcast, held: Callable[[], bool]) -> None:
        """Send until nothing is pending, somebody stops it, or the lease is lost (`held` is False). Raises DatabaseUnavailable before it began."""
        await self._ledger.orphans(broadcast.id)
        self._last.clear()
        settled: list[Settled] = []
        try:
            while held():
                claims = await self._turn(broadcast, settled, held)
                for claim in claims:
                    self._start(broadcast, claim)
                if not self._tasks:
                    break
                settled = await self._some(broadcast)
                await self._watch(broadcast, settled)
        finally:
            await self._wind_up(broadcast, settled)

    def _start(self, broadcast: Broadcast, claim: Claim) -> None:
        handle = Handle()
        self._tasks[asyncio.create_task(self._courier(broadcast, claim, handle))] = (claim, handle)

    async def _turn(self, broadcast: Broadcast, settled: list[Settled], held: Callable[[], bool]) -> Sequence[Claim]:
        """Settle and claim; while the database is away, wait: what was sent must not be forgotten."""
        if self._rest:
            await asyncio.sleep(self._rest)
        while True:
            try:
                return await self._ledger.turn(broadcast.id, settled, IN_FLIGHT - len(self._tasks))
            except DatabaseUnavailable:
                log.warning("sender_waits_for_database")
                await asyncio.sleep(1.0)
                if not held():
                    return ()

    async def _some(self, broadcast: Broadcast) -> list[Settled]:
        """Return what ended, waiting at most a tick; take back what has not begun when somebody stopped the announcement."""
        done, _ = await asyncio.wait(self._tasks, timeout=_TICK, return_when=asyncio.FIRST_COMPLETED)
        if not done and await self._queue.state(broadcast.id) is not State.SENDING:
            return self._take_back()
        for task in done:
            del self._tasks[task]
        return [task.result() for task in done]

    def _take_back(self) -> list[Settled]:
        waiting = [task for task, (_, handle) in self._tasks.items() if not handle.begun]
        for task in waiting:
            task.cancel()
        return [Settled(self._tasks.pop(task)[0], Delivery.PENDING) for task in waiting]

    async def _watch(self, broadcast: Broadcast, settled: Sequence[Settled]) -> None:
        """Rest while Telegram is away; pause when too many fail."""
        away = any(one.state is Delivery.PENDING and one.reason for one in settled)
        sent = any(one.state is Delivery.SENT for one in settled)
        self._rest = min(_LONGEST_REST, max(1.0, self._rest * 2)) if away else 0.0 if sent else self._rest
        self._last.extend(one.state is not Delivery.SENT for one in settled if one.state in (Delivery.SENT, Delivery.FAILED, Delivery.UNCERTAIN))
        if sum(self._last) > _FAILURES * _LOOKED_AT:
            self._last.clear()
            log.error("broadcast_paused", reason="too many failures")
            if await self._queue.pause(broadcast.id):
                await self._reporter.asks(broadcast, "failing")

    async def _wind_up(self, broadcast: Broadcast, settled: list[Settled]) -> None:
        """Wait for what has begun, and settle it: it must not look uncertain when it is not. What takes too long is uncertain."""
        settled += self._take_back()
        if self._tasks:
            done, slow = await asyncio.wait(self._tasks, timeout=_PATIENCE)
            for task in slow:
                task.cancel()
            settled += [task.result() for task in done]
            settled += [Settled(self._tasks[task][0], Delivery.UNCERTAIN, "stopped") for task in slow]
            self._tasks.clear()
        if settled:
            await self._ledger.turn(broadcast.id, settled, 0)
