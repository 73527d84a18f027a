"""The work on one update: tries, waiting for a database or a Telegram that is away, quarantine."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.db.engine import DatabaseUnavailable
from bot.db.writes import Write
from bot.logs import get_logger, where
from bot.telegram.attempt import Attempt, begun
from bot.telegram.errors import ConnectFailed, TokenRejected
from bot.telegram.lanes import Job, Outcome
from bot.telegram.ledger import Ledger
from bot.telegram.notices import Sparing

log = get_logger()
_AWAY = (DatabaseUnavailable, ConnectFailed)
_LONGEST_WAIT = 5.0  # seconds between two looks whether the database is back: safety.md P9 allows 10


class IntakeClosed(Exception):
    """The intake stops or could not commit: the update is not finished, and Telegram will deliver it again."""


class MalformedUpdate(Exception):
    """An update that can't be read: no try will help, and nobody waits for an answer."""


class HandlerTimedOut(Exception):
    """A handler did not end within its time and was cancelled."""


class Failed(Exception):
    """A try that came to nothing. `final`: another one would not help, or would repeat a reply."""

    def __init__(self, error: Exception, final: bool) -> None:
        super().__init__()
        self.error = error
        self.final = final


class Work:
    """Does jobs one at a time per caller; at most as many handlers run at once as there are `slots`."""

    def __init__(
        self, ledger: Ledger, handle: Callable[[dict[str, Any]], Awaitable[Sequence[Write]]], *, slots: asyncio.Semaphore, tries: int,
        timeout: float, apologise: Sparing, please_wait: Sparing, pause: float,
    ) -> None:
        self._ledger = ledger
        self._handle = handle
        self._slots = slots
        self._tries = tries
        self._timeout = timeout
        self._apologise = apologise
        self._please_wait = please_wait
        self._pause = pause

    async def do(self, job: Job) -> Outcome:
        """Process, commit, and return how it ended. Raises TokenRejected: the update is then not finished."""
        if await self._until_back(lambda: self._ledger.is_finished(job.update_id), job):
            return Outcome.DUPLICATE
        for number in range(1, self._tries + 1):
            try:
                return await self._try(job)
            except Failed as failed:
                log.warning("update_failed", error=where(failed.error), attempt=number)
                if failed.final or number == self._tries:
                    return await self._set_aside(job, failed.error)
            await asyncio.sleep(self._pause * number)
        raise AssertionError("unreachable: the last try returns")

    async def drop(self, job: Job) -> Outcome:
        """Commit that the update is finished, unread. While the database is away it waits: brought again, it would cost its chat again."""
        new = await self._until_back(lambda: self._ledger.finish(job.update_id), job)
        return Outcome.DROPPED if new else Outcome.DUPLICATE

    async def _try(self, job: Job) -> Outcome:
        """Run the handler and commit. Raises Failed."""
        writes, attempt = await self._until_back(lambda: self._run(job), job)
        try:
            new = await self._until_back(lambda: self._ledger.finish(job.update_id, writes), job)
        except Exception as error:  # a write that the database refuses
            raise Failed(error, final=attempt.sent > 0 or attempt.unclear) from error
        return Outcome.FINISHED if new else Outcome.DUPLICATE

    async def _run(self, job: Job) -> tuple[Sequence[Write], Attempt]:
        """Run the handler once within its time. Raises Failed, or lets pass that the database or Telegram is away."""
        async with self._slots:
            try:
                async with asyncio.timeout(self._timeout) as limit:
                    with begun(limit) as attempt:
                        return await self._handle(job.raw), attempt
            except (*_AWAY, TokenRejected):
                raise
            except MalformedUpdate as error:
                raise Failed(error, final=True) from error
            except Exception as error:
                timed_out = isinstance(error, TimeoutError) and limit.expired()
                cause = HandlerTimedOut() if timed_out else error
                raise Failed(cause, final=timed_out or attempt.sent > 0 or attempt.unclear) from error

    async def _set_aside(self, job: Job, error: Exception) -> Outcome:
        # The apology comes first: killed between the two, the person gets it twice rather than never.
        if not isinstance(error, MalformedUpdate):
            await self._apologise(job.chat_id)
        await self._until_back(lambda: self._ledger.quarantine(job.update_id, error), job)
        return Outcome.QUARANTINED

    async def _until_back(self, work: Callable[[], Awaitable[Any]], job: Job) -> Any:
        """Repeat `work` while the database or Telegram is away; ends with it, or by cancellation."""
        wait = 0.25
        while True:
            try:
                return await work()
            except _AWAY as error:
                log.warning("update_waits", reason=type(error).__name__)
            await self._please_wait(job.chat_id)
            await asyncio.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)
