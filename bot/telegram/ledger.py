"""Which updates are finished. An update's effects and the fact that it is finished are one transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.batch import Batcher
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write, apply
from bot.logs import get_logger, where
from bot.telegram.models import FINISHED_UPDATES, QUARANTINED_UPDATES

log = get_logger()
_ERROR_LENGTH = 120  # characters, the column's width
_SQLITE_MISTAKE = 1  # SQLITE_ERROR: the statement itself is wrong; a lock, a full disk or a lost file have other codes
_KNOWN = select(FINISHED_UPDATES.c.update_id).where(FINISHED_UPDATES.c.update_id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class Finished:
    """An update that was processed, and what it is to change."""

    update_id: int
    writes: Sequence[Write]


class WriteRefused(Exception):
    """The database does not understand a write: repeating it would not help."""


class Ledger:
    """Remembers finished updates and commits their effects, many updates in one transaction."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        finished: Any = database.insert(FINISHED_UPDATES).on_conflict_do_nothing()
        self._finished_row = finished.returning(FINISHED_UPDATES.c.update_id)
        self._quarantine_row: Any = database.insert(QUARANTINED_UPDATES).on_conflict_do_nothing()
        self._look_up = Batcher(self._known)
        self._commit = Batcher(self._finish_all)

    async def is_finished(self, update_id: int) -> bool:
        """Tell whether the update was finished before. Raises DatabaseUnavailable."""
        return await self._look_up(update_id)

    async def finish(self, update_id: int, writes: Sequence[Write] = ()) -> bool:
        """Commit `writes` and that the update is finished; False, and no write, when it was finished before.

        Raises DatabaseUnavailable; WriteRefused or SQLAlchemy's own error for a write that is wrong in itself.
        """
        outcome = await self._commit(Finished(update_id, writes))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def quarantine(self, update_id: int, error: BaseException) -> bool:
        """Set the update aside, with the error's class and place only, and finish it. Raises DatabaseUnavailable."""
        values = {"update_id": update_id, "error": where(error)[:_ERROR_LENGTH], "at": self._now()}
        return await self.finish(update_id, (Write(self._quarantine_row, values),))

    async def forget(self, older_than: datetime) -> int:
        """Delete what was finished or set aside before `older_than`; return how many finished updates went."""
        async with self._database.transaction() as connection:
            gone: Any = await connection.execute(delete(FINISHED_UPDATES).where(FINISHED_UPDATES.c.finished_at < older_than))
            await connection.execute(delete(QUARANTINED_UPDATES).where(QUARANTINED_UPDATES.c.at < older_than))
        return int(gone.rowcount)

    async def _known(self, ids: Sequence[int]) -> Sequence[bool]:
        async with self._database.transaction() as connection:
            known = set((await connection.execute(_KNOWN, {"ids": list(ids)})).scalars())
        return [update_id in known for update_id in ids]

    async def _finish_all(self, items: Sequence[Finished]) -> Sequence[bool | Exception]:
        try:
            return await self._finish_together(items)
        except DatabaseUnavailable:
            raise
        except Exception:
            if len(items) == 1:
                raise
        log.warning("ledger_batch_split", updates=len(items))
        return [await self._finish_alone(item) for item in items]

    async def _finish_together(self, items: Sequence[Finished]) -> list[bool]:
        first: dict[int, Finished] = {}
        for item in items:
            first.setdefault(item.update_id, item)
        try:
            async with self._database.transaction() as connection:
                new = await self._insert(connection, sorted(first))
                await apply(connection, [item.writes for item in first.values() if item.update_id in new])
        except DatabaseUnavailable as error:
            if is_mistake(error):
                raise WriteRefused from error
            raise
        return [item.update_id in new and first[item.update_id] is item for item in items]

    async def _insert(self, connection: AsyncConnection, ids: Iterable[int]) -> set[int]:
        # In one order everywhere: two replicas that insert the same ids crosswise would deadlock.
        now = self._now()
        rows = [{"update_id": update_id, "finished_at": now} for update_id in ids]
        return set((await connection.execute(self._finished_row, rows)).scalars())

    async def _finish_alone(self, item: Finished) -> bool | Exception:
        try:
            return (await self._finish_together([item]))[0]
        except Exception as error:  # noqa: BLE001  # belongs to this update alone
            return error


def is_mistake(error: DatabaseUnavailable) -> bool:
    """Tell a wrong statement, which SQLite reports as OperationalError too, from a database that is really away."""
    original = getattr(error.__cause__, "orig", None)
    return getattr(original, "sqlite_errorcode", None) == _SQLITE_MISTAKE
