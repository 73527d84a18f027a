"""The engine and its transactions. One use case, one transaction, ended before any network call."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import Any
from urllib.parse import quote

from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

# safety.md 2.5: deleted rows are overwritten, a commit survives a power cut, a busy database is waited for.
_SQLITE_PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON",
    "secure_delete=ON", "trusted_schema=OFF", "temp_store=MEMORY",
)


# PostgreSQL, appendix A: connection, rollback (deadlock), resources (disk full), intervention, system error; read-only, lock not available.
_OUTAGES = {"08", "40", "53", "57", "58"}
_MORE_OUTAGES = {"25006", "55P03"}


class DatabaseUnavailable(Exception):
    """The database cannot be reached, or stayed locked; nothing was written."""


class DatabaseDamaged(DatabaseUnavailable):
    """The file of an SQLite database is damaged."""


class Database:
    """Opens transactions on SQLite or PostgreSQL.

    `url` is an SQLAlchemy URL; `sqlite:///FILE` and `postgresql://...` get their async driver by themselves.
    """

    def __init__(self, url: str) -> None:
        self.url = async_url(url)
        self.is_sqlite = self.url.startswith("sqlite")
        options: dict[str, Any] = {} if self.is_sqlite else {"pool_size": 10, "pool_pre_ping": True}
        self._emptying = asyncio.Lock()
        self._engine: AsyncEngine = create_async_engine(self.url, **options)
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _set_pragmas)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Yield a connection whose statements are committed together at the end of the block, and rolled back when it raises.

        Raises DatabaseUnavailable for a lost connection or a lock that outlasted the busy timeout (5 s on SQLite).
        """
        try:
            async with self._engine.begin() as connection:
                yield connection
        except (DBAPIError, OSError) as error:
            if isinstance(error, DBAPIError) and not _is_outage(error):
                raise
            raise DatabaseUnavailable from error

    @asynccontextmanager
    async def exclusive(self) -> AsyncIterator[AsyncConnection]:
        """As `transaction`, for what is read in order to be changed: SQLite is locked for writing from the start; on PostgreSQL lock the row.

        Raises DatabaseUnavailable.
        """
        async with self.transaction() as connection:
            if self.is_sqlite:  # otherwise the driver begins with the first write, and what was read may be old by then
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """Yield a connection that sees the database as it was at its first statement, while others write; it writes nothing.

        Raises DatabaseUnavailable. On SQLite the write-ahead log can't be emptied meanwhile.
        """
        async with self.transaction() as connection:
            if self.is_sqlite:
                await connection.exec_driver_sql("BEGIN")  # the driver would begin with the first write only
            else:
                await connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection

    async def connect(self) -> AsyncConnection:
        """Return a connection of its own, to be closed by the caller: for what lasts as long as a session does."""
        connection = await self._engine.connect()
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        return connection

    def insert(self, table: Any) -> Any:
        """Return this dialect's INSERT into `table`, the one that knows ON CONFLICT."""
        if self.is_sqlite:
            from sqlalchemy.dialects.sqlite import insert
        else:  # its import takes 60 ms: only who needs it pays for it
            from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]
        return insert(table)

    async def ping(self) -> None:
        """Run an empty query. Raises DatabaseUnavailable."""
        async with self.transaction() as connection:
            await connection.execute(text("SELECT 1"))

    async def examine(self) -> None:
        """Look before anything is answered. Raises DatabaseDamaged, or DatabaseUnavailable for a database that can't be written."""
        if not self.is_sqlite:
            await self.ping()
            return
        await asyncio.to_thread(_check_file, make_url(self.url).database or "")
        async with self.transaction() as connection:
            # Deletes nothing, and needs no room on the disk: but a file that may only be read refuses it.
            await connection.exec_driver_sql("DELETE FROM alembic_version WHERE 0")

    async def checkpoint(self) -> None:
        """On SQLite, move the write-ahead log into the file and empty it, so that erased rows are in neither.

        Raises DatabaseUnavailable when a reader keeps it from doing so for 5 s, or the disk is full.
        """
        if not self.is_sqlite:
            return
        try:
            async with self._emptying, self._engine.connect() as connection:  # SQLite refuses a second one at once, without waiting
                busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0]
        except (DBAPIError, OSError) as error:
            raise DatabaseUnavailable from error
        if busy:
            raise DatabaseUnavailable

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _check_file(file: str) -> None:
    """Look through the file, opened only for reading: a damaged one must stay as it is, for whoever rescues it."""
    try:
        with closing(sqlite3.connect(f"file:{quote(file)}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise DatabaseUnavailable from error
    except sqlite3.DatabaseError as error:  # "malformed", "not a database"
        raise DatabaseDamaged from error
    if found != "ok":
        raise DatabaseDamaged


def async_url(url: str) -> str:
    """Return `url` with its async driver: aiosqlite or asyncpg."""
    parsed = make_url(url)
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    query = {("ssl" if name == "sslmode" else name): value for name, value in parsed.query.items()}  # asyncpg's name for it
    return parsed.set(drivername=driver.get(parsed.drivername, parsed.drivername), query=query).render_as_string(hide_password=False)


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _is_outage(error: DBAPIError) -> bool:
    """Tell a lost or locked database from a mistake in our own statement."""
    if error.connection_invalidated or isinstance(error.orig, OSError):
        return True
    state = getattr(error.orig, "sqlstate", None) or ""
    if state[:2] in _OUTAGES or state in _MORE_OUTAGES:
        return True
    name = type(error.orig).__name__
    return name in {"OperationalError", "DatabaseError", "InterfaceError", "ConnectionDoesNotExistError", "CannotConnectNowError"}
