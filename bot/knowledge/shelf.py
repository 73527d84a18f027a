"""The current revision of the knowledge base, and how it changes while the bot runs."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.knowledge.files import Stamp, stamp
from bot.knowledge.library import Library
from bot.knowledge.loader import Loaded, load
from bot.knowledge.problems import Problem, Severity
from bot.logs import get_logger

log = get_logger()
LOOK_EVERY = 0.75  # seconds; a change is read once two looks agree, so that a file half written is not
Report = Callable[[tuple[Problem, ...]], Awaitable[None]]
Load = Callable[[Path], Loaded]


class Shelf:
    """Holds the current Library; None until a good one was read. A file with an error never takes the place of a good one.

    `load` reads the folder: in this process, or with `bot.knowledge.build.load_apart` in another one.
    """

    def __init__(self, folder: Path, load: Load = load) -> None:
        self.folder = folder
        self._load = load
        self.library: Library | None = None
        self._read: Stamp = ()

    def reload(self) -> tuple[Problem, ...]:
        """Read the folder; keep the last good revision when there are errors. Returns all problems, errors first."""
        self._read = stamp(self.folder)
        return self._take(self._load(self.folder))

    @contextmanager
    def watching(self, report: Report, look_every: float = LOOK_EVERY) -> Iterator[None]:
        """Within this block, reload when files have changed (within 2 s), and tell `report` the errors that keep them from being served.

        Needs a running event loop. Reading and indexing happen in a thread: answers go on from the present revision meanwhile.
        """
        task = asyncio.get_running_loop().create_task(self._watch(report, look_every))
        try:
            yield
        finally:
            task.cancel()

    async def _watch(self, report: Report, look_every: float) -> None:
        before = self._read
        while True:
            await asyncio.sleep(look_every)
            now = await asyncio.to_thread(stamp, self.folder)
            if now != self._read and now == before:
                self._read = now
                errors = tuple(one for one in self._take(await asyncio.to_thread(self._load, self.folder)) if one.severity is Severity.ERROR)
                if errors:
                    await _tell(report, errors)
            before = now

    def _take(self, loaded: Loaded) -> tuple[Problem, ...]:
        if loaded.library is not None:
            self.library = loaded.library
            log.info("knowledge_read", entries=len(loaded.library.entries), revision=loaded.library.revision, warnings=len(loaded.problems))
        else:
            errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
            log.warning("knowledge_refused", errors=errors, serving_older=self.library is not None)
        return loaded.problems


async def _tell(report: Report, errors: tuple[Problem, ...]) -> None:
    try:
        await report(errors)
    except Exception as error:  # noqa: BLE001  # whatever fails in telling, the watch must go on
        log.error("knowledge_report_failed", error=type(error).__name__)
