"""One process at a time does a thing: a row that is renewed on SQLite, an advisory lock on PostgreSQL."""

import uuid
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import MetaData, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database, DatabaseUnavailable

LIFE = timedelta(seconds=15)  # how long others wait for one that died without a word; renewed every third of it


class Lease:
    """The right to do `name`. Held until released, lost with the process; on PostgreSQL also with its connection."""

    def __init__(self, database: Database, tables: MetaData, name: str, now: Callable[[], datetime]) -> None:
        self._database = database
        self._table: Any = tables.tables["leases"]
        self._name = name
        self._now = now
        self._holder = str(uuid.uuid4())
        self._connection: AsyncConnection | None = None

    async def hold(self) -> bool:
        """Take it, or keep it; False when another process has it. Raises DatabaseUnavailable: then it may be lost."""
        if self._database.is_sqlite:
            return await self._hold_row()
        try:
            return await self._hold_lock()
        except (DBAPIError, OSError) as error:
            if self._connection is not None:
                await self._let_go(self._connection)
            raise DatabaseUnavailable from error

    async def release(self) -> None:
        """Let others have it at once."""
        if self._connection is not None:
            await self._let_go(self._connection)
        if self._database.is_sqlite:
            async with self._database.transaction() as connection:
                await connection.execute(self._table.delete().where(self._table.c.name == self._name, self._table.c.holder == self._holder))

    async def break_open(self) -> None:
        """Take it away from a process that is certainly dead: on SQLite one process holds the data folder's lock."""
        if self._database.is_sqlite:
            async with self._database.transaction() as connection:
                await connection.execute(self._table.delete().where(self._table.c.name == self._name))

    async def _let_go(self, connection: AsyncConnection) -> None:
        """End the session: its lock goes with it, and the pool makes another one."""
        self._connection = None
        await connection.invalidate()
        await connection.close()

    async def _hold_row(self) -> bool:
        now = self._now()
        row = self._database.insert(self._table).values(name=self._name, holder=self._holder, until=now + LIFE)
        mine = row.on_conflict_do_update(
            index_elements=["name"], set_={"holder": self._holder, "until": now + LIFE},
            where=(self._table.c.holder == self._holder) | (self._table.c.until <= now)).returning(self._table.c.name)
        async with self._database.transaction() as connection:
            return (await connection.execute(mine)).first() is not None

    async def _hold_lock(self) -> bool:
        if self._connection is not None:
            await self._connection.execute(text("SELECT 1"))
            return True
        connection = await self._database.connect()
        held = bool((await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": zlib.crc32(self._name.encode())})).scalar_one())
        if held:
            self._connection = connection
        else:
            await connection.close()
        return held
