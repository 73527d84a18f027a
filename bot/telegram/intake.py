"""Receiving updates: each one is acknowledged after its work is committed, has at most one effect, and waits for its chat's turn."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.db.writes import Write
from bot.logs import get_logger
from bot.telegram.allowance import Allowance
from bot.telegram.lanes import Job, Lane, Lanes, Outcome, chat_of
from bot.telegram.ledger import Ledger
from bot.telegram.notices import Notice, Sparing, say_nothing
from bot.telegram.work import IntakeClosed, MalformedUpdate, Work

__all__ = ["Handle", "Intake", "IntakeClosed", "MalformedUpdate", "Outcome", "chat_of"]

log = get_logger()
Handle = Callable[[dict[str, Any]], Awaitable[Sequence[Write]]]
_LARGEST_ID = 2**63 - 1  # the ledger's column is a 64-bit integer


def _count_nothing(_outcome: Outcome) -> None:
    """The counter of an intake that nobody watches."""


class Intake:
    """Takes raw updates, from polling and webhook alike, and answers how each ended.

    `handle` does the whole work of an update, its reply included, and returns what is to be written. At most `chats`
    handlers run at once; a chat may have `per_chat` updates waiting or under way, and as many as its `allowance`; further ones,
    but for one that asks for urgent help, are dropped with one `slow_down` a minute. A handler has `timeout` seconds; one that
    raises is tried `tries` times, unless it had already replied.
    `apologise`, `slow_down` and `please_wait` (the database or Telegram is away) get the chat's id.
    """

    def __init__(
        self, ledger: Ledger, handle: Handle, *, chats: int = 32, per_chat: int = 12, allowance: Allowance | None = None,
        tries: int = 3, timeout: float = 20.0,
        apologise: Notice = say_nothing, slow_down: Notice = say_nothing, please_wait: Notice = say_nothing,
        count: Callable[[Outcome], None] = _count_nothing, pause: float = 0.2,
    ) -> None:
        self._slow_down = Sparing(slow_down)
        self._work = Work(ledger, handle, slots=asyncio.Semaphore(chats), tries=tries, timeout=timeout,
                          apologise=Sparing(apologise), please_wait=Sparing(please_wait), pause=pause)
        self._count = count
        self._lanes = Lanes(per_chat)
        self._allowance = allowance or Allowance()
        self._jobs: dict[int, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def running(self) -> bool:
        """Whether new updates are taken."""
        return not self._closing

    @property
    def depth(self) -> int:
        """How many updates wait or are under way."""
        return len(self._lanes)

    async def submit(self, raw: object) -> Outcome:
        """Return how the update ended, when all its effects are committed.

        Raises IntakeClosed, TokenRejected: then it is not finished and must not be acknowledged.
        """
        if self._closing:
            raise IntakeClosed
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(update_id, int) or isinstance(update_id, bool) or abs(update_id) > _LARGEST_ID:
            log.warning("update_malformed")
            return self._counted(Outcome.QUARANTINED)
        earlier = self._jobs.get(update_id)
        if earlier is not None:
            await asyncio.shield(earlier.done)
            return self._counted(Outcome.DUPLICATE)
        job = Job(update_id, raw, chat_of(raw), asyncio.get_running_loop().create_future())
        job.done.add_done_callback(_retrieve)
        self._jobs[update_id] = job
        self._start(job)
        return self._counted(await asyncio.shield(job.done))

    async def close(self, grace: float = 7.0) -> None:
        """Take no more work, wait up to `grace` seconds for what runs, cancel the rest; what did not end stays unacknowledged."""
        self._closing = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()
            if late:
                log.warning("updates_left", count=len(late))
                await asyncio.wait(late)
        for job in list(self._jobs.values()):
            self._settle(job, IntakeClosed())

    def _start(self, job: Job) -> None:
        if self._too_much(job):
            for dropped in (*self._unread(job), job):
                self._spawn(self._drop(dropped))
        elif self._lanes.add(job):
            self._spawn(self._drive(job.lane))

    def _too_much(self, job: Job) -> bool:
        if job.chat_id is None:
            return False
        refused = not self._allowance.takes(job.chat_id, job.raw, self.depth) or self._lanes.full(job)
        job.urgent = self._allowance.urgent(job.chat_id, job.raw)
        return refused and not job.urgent

    def _unread(self, job: Job) -> list[Job]:
        """Take out what waits of a chat that floods: Telegram lets us answer it once a second, and meanwhile nobody would be seen."""
        return self._lanes.shed(job.lane) if job.chat_id is not None and self._allowance.spent(job.chat_id) else []

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drive(self, lane: Lane) -> None:
        try:
            while not self._closing and (job := self._lanes.next(lane)) is not None:
                self._settle(job, await self._ended(job))
                self._lanes.leave(job)
        finally:
            for job in self._lanes.empty(lane):
                self._settle(job, IntakeClosed())

    async def _ended(self, job: Job) -> Outcome | Exception:
        try:
            return await self._work.do(job)
        except Exception as error:  # noqa: BLE001  # whoever delivered the update is told
            return error

    async def _drop(self, job: Job) -> None:
        """Finish an update unread, so that Telegram does not bring it back."""
        try:
            outcome = await self._work.drop(job)
        except Exception as error:  # noqa: BLE001  # whoever delivered the update is told
            self._settle(job, error)
            return
        self._settle(job, outcome)
        if outcome is Outcome.DROPPED:
            await self._slow_down(job.chat_id)

    def _settle(self, job: Job, result: Outcome | Exception) -> None:
        self._jobs.pop(job.update_id, None)
        if job.done.done():
            return
        if isinstance(result, Exception):
            job.done.set_exception(result)
        else:
            job.done.set_result(result)

    def _counted(self, outcome: Outcome) -> Outcome:
        self._count(outcome)
        return outcome


def _retrieve(done: "asyncio.Future[Outcome]") -> None:
    """Look at the result, so that asyncio does not complain when whoever delivered the update has gone away."""
    if not done.cancelled():
        done.exception()
