"""Sends released announcements: one process at a time, at most four messages in flight, never one twice."""

import asyncio
import math
import time
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.ledger import Claim, Delivery, DeliveryLedger, Settled
from bot.broadcasts.queue import Queue
from bot.db.engine import DatabaseUnavailable
from bot.logs import get_logger

log = get_logger()
IN_FLIGHT = 4  # 25 a second need three or four at 100-150 ms; a kill leaves that many uncertain (safety.md 2.5)
_A_CALL = 0.15  # seconds that a call takes; a higher rate, which Telegram sells, needs more in flight
_LOOKED_AT = 200  # the last outcomes that are looked at, and the share of failures among them that pauses (safety.md 2.5)
_FAILURES = 0.02
_TICK = 0.5  # seconds between two looks whether somebody stopped it
_TOGETHER = 0.03  # seconds: what ends meanwhile is settled in one transaction, where a high rate has so many under way that the others go on
_PATIENCE = 5.0  # seconds for what has begun, when the process is to leave within 8
_LONGEST_REST = 30.0  # seconds, while Telegram or the database is away
_REFUSALS = 3  # of one message by Telegram itself while others got through: then it is the message, not Telegram
_ALL_REFUSED = 20  # while nobody gets through: ten minutes of it; then a few fail, and that calls a person

# Reasons of a `Settled` that mean more than its state.
PLAIN = "plain"  # sent, but its HTML was refused
REFUSED = "ServerRefused"  # 5xx in Telegram's own words
TOKEN = "TokenRejected"  # noqa: S105  # an error's name


def in_flight(rate: float) -> int:
    """Return how many messages may be under way at `rate` a second: 4 up to 27, and as many more as a higher rate needs."""
    return max(IN_FLIGHT, math.floor(rate * _A_CALL))


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
        """Call a person: `why` is late, failing, changed, parked (Telegram makes it wait long) or plain (its HTML was refused)."""


class Sender:
    """Sends one announcement from where it stands to its end, to its pause or to its stop; `most` messages are under way at once."""

    def __init__(self, ledger: DeliveryLedger, queue: Queue, courier: Courier, reporter: Reporter, most: int = IN_FLIGHT) -> None:
        self._ledger = ledger
        self._queue = queue
        self._courier = courier
        self._reporter = reporter
        self._most = most
        self._tasks: dict[asyncio.Task[Settled], tuple[Claim, Handle]] = {}
        self._begin()

    async def send(self, broadcast: Broadcast, held: Callable[[], bool]) -> None:
        """Send until nothing is pending, somebody stops it, or the lease is lost (`held` is False). Raises DatabaseUnavailable before it began."""
        await self._ledger.orphans(broadcast.id)
        self._begin()
        settled: list[Settled] = []
        try:
            while held() and not self._over:
                resting = time.monotonic() < self._rest_until
                for claim in await self._turn(broadcast, settled, held, 0 if resting else self._most - len(self._tasks)):
                    self._start(broadcast, claim)
                settled = []  # a second time, it would undo what was claimed since
                if not self._tasks and not resting:
                    break
                settled = await self._some(broadcast)
                await self._watch(broadcast, settled)
        finally:
            await self._wind_up(broadcast, settled)

    def _begin(self) -> None:
        """Forget what was seen of the announcement before."""
        self._last: deque[bool] = deque(maxlen=_LOOKED_AT)
        self._refused: defaultdict[int, float] = defaultdict(float)  # of each claim, the part of its refusals that is used up
        self._pause, self._rest_until = 0.0, 0.0  # seconds; a monotonic time
        self._over = self._got_through = self._told_plain = False

    def _start(self, broadcast: Broadcast, claim: Claim) -> None:
        handle = Handle()
        self._tasks[asyncio.create_task(self._courier(broadcast, claim, handle))] = (claim, handle)

    async def _turn(self, broadcast: Broadcast, settled: list[Settled], held: Callable[[], bool], wanted: int) -> Sequence[Claim]:
        """Settle and claim; while the database is away, wait: what was sent must not be forgotten."""
        while wanted or settled:
            try:
                return await self._ledger.turn(broadcast.id, settled, wanted)
            except DatabaseUnavailable:
                log.warning("sender_waits_for_database")
                await asyncio.sleep(1.0)
                if not held():
                    break
        return ()

    async def _some(self, broadcast: Broadcast) -> list[Settled]:
        """Return what ended, waiting at most a tick; take back what has not begun when somebody stopped the announcement."""
        if self._tasks:
            ended, _ = await asyncio.wait(self._tasks, timeout=_TICK, return_when=asyncio.FIRST_COMPLETED)
            if ended and self._most > IN_FLIGHT:
                await asyncio.sleep(_TOGETHER)
        else:
            await asyncio.sleep(min(_TICK, max(0.0, self._rest_until - time.monotonic())))
        done = [task for task in self._tasks if task.done()]
        if not done and not await self._goes_on(broadcast):
            self._over = not self._tasks
            return self._take_back()
        return [self._judged(task.result()) for task in done if self._tasks.pop(task)]

    async def _goes_on(self, broadcast: Broadcast) -> bool:
        try:
            return await self._queue.state(broadcast.id) is State.SENDING
        except DatabaseUnavailable:  # what has begun will be settled when it is back
            return True

    def _judged(self, one: Settled) -> Settled:
        """Return how a claim ended: what Telegram refuses again and again, though others get through, has failed."""
        if one.reason != REFUSED:
            return one
        self._refused[one.claim.id] += 1 / (_REFUSALS if self._got_through else _ALL_REFUSED)
        return replace(one, state=Delivery.FAILED) if self._refused[one.claim.id] > 1 - 1e-9 else one

    def _take_back(self) -> list[Settled]:
        waiting = [task for task, (_, handle) in self._tasks.items() if not handle.begun and not task.done()]
        for task in waiting:
            task.cancel()
        return [Settled(self._tasks.pop(task)[0], Delivery.PENDING) for task in waiting]

    async def _watch(self, broadcast: Broadcast, settled: Sequence[Settled]) -> None:
        """Rest while Telegram is away, longer each time; pause when too many fail; say once that the text was refused as HTML."""
        self._rest(settled)
        self._last.extend(one.state is not Delivery.SENT for one in settled if one.state in (Delivery.SENT, Delivery.FAILED, Delivery.UNCERTAIN))
        if any(one.reason == PLAIN for one in settled) and not self._told_plain:
            self._told_plain = True
            await self._reporter.asks(broadcast, "plain")
        if sum(self._last) > _FAILURES * _LOOKED_AT:
            self._last.clear()
            log.error("broadcast_paused", reason="too many failures")
            try:
                paused = await self._queue.pause(broadcast.id)
            except DatabaseUnavailable:
                return
            if paused:
                await self._reporter.asks(broadcast, "failing")

    def _rest(self, settled: Sequence[Settled]) -> None:
        away = [one for one in settled if one.state is Delivery.UNCERTAIN or (one.state is Delivery.PENDING and one.reason)]
        if away:
            rejected = any(one.reason == TOKEN for one in away)
            if rejected:  # the poller, or the look at the webhook, raises the alert and ends the process
                log.error("sender_token_rejected")
            self._pause = _LONGEST_REST if rejected else min(_LONGEST_REST, max(1.0, self._pause * 2))
            self._rest_until = time.monotonic() + self._pause
            self._got_through = False
        elif any(one.state is Delivery.SENT for one in settled):
            self._pause, self._got_through = 0.0, True

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
