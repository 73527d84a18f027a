"""Bring the schema to this code's version, all or nothing; refuse a schema that is newer than the code."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.db import triggers
from bot.db.engine import DatabaseUnavailable, async_url
from bot.logs import get_logger

SCHEMA = "0008"  # the newest step; a test holds it against the files
_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 0x44414C494C  # "DALIL": one replica migrates, the others wait

log = get_logger()


class SchemaTooNew(Exception):
    """The database was written by a newer version: starting this one could damage it."""

    def __init__(self, found: str) -> None:
        super().__init__(f"The database has schema {found}, this version knows up to {SCHEMA}. Start the newer version, or restore an older backup.")
        self.found = found


async def migrate(url: str, target: str = "head", *, tables: MetaData | None = None) -> None:
    """Run the missing steps in one transaction: killed half-way, nothing has changed.

    An empty database gets `tables`, the present schema, at once: Alembic, which takes half a second and 10 MB to load, is for older ones.
    Raises SchemaTooNew, and DatabaseUnavailable when the database cannot be opened or written.
    """
    engine = create_async_engine(async_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _leave_transactions_to_us)
        event.listen(engine.sync_engine, "begin", _begin)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_migrate, target, tables)
    except (DBAPIError, OSError) as error:
        raise DatabaseUnavailable(type(error).__name__) from error
    finally:
        await engine.dispose()


def _migrate(connection: Connection, target: str, tables: MetaData | None) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = _version(connection)
    if target == "head" and found == SCHEMA:
        return
    if found is not None and found > SCHEMA:
        raise SchemaTooNew(found)
    if found is None and target == "head" and tables is not None and not inspect(connection).get_table_names():
        _create(connection, tables)
    else:
        _run(connection, target)
    log.info("schema_migrated", found=found or "none", to=target)


def _create(connection: Connection, tables: MetaData) -> None:
    """Make every table and what the database keeps up by itself, and note the version as Alembic does."""
    tables.create_all(connection)
    triggers.install(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"))
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": SCHEMA})


def _run(connection: Connection, target: str) -> None:
    # Alembic is needed only when something is to be done: its import would slow every start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    (command.downgrade if target == "base" else command.upgrade)(config, target)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _leave_transactions_to_us(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # otherwise the driver commits before each CREATE TABLE


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
