"""All rows of all tables as lines of text, from one moment, and back: the content of a backup.

The first line says what follows: {"dalil": 1, "schema": "0002"}. Then for each table a line {"table": ..., "columns": [...]} and its rows, one JSON array
a line; at the end {"rows": N}. The same lines for SQLite and PostgreSQL; sealed values stay sealed.
"""

import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, DateTime, MetaData, delete, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.migrate import SCHEMA
from bot.db.types import Encrypted, Sealed, UtcDateTime

FORMAT = 1
_BATCH = 500  # rows held in memory at a time


class DumpInvalid(Exception):
    """What was read is no backup that this version can restore. The message says why, and what to do."""


async def dump(connection: AsyncConnection, tables: MetaData) -> AsyncGenerator[bytes]:
    """Yield the lines of a dump, some hundreds of rows at a time; `connection` is a snapshot. Raises DumpInvalid for another schema than this version's."""
    found = (await connection.exec_driver_sql("SELECT version_num FROM alembic_version")).scalar()
    if found != SCHEMA:
        raise DumpInvalid(f"The database has schema {found}, this version makes {SCHEMA}. Make the backup with the version that runs, "
                          "or run: python -m bot migrate")
    yield _line({"dalil": FORMAT, "schema": SCHEMA})
    count = 0
    for table in tables.sorted_tables:
        yield _line({"table": table.name, "columns": [column.name for column in table.columns]})
        async with connection.stream(select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)) as rows:
            async for batch in rows.partitions():
                count += len(batch)
                yield b"".join(_line([_plain(value) for value in row]) for row in batch)
    yield _line({"rows": count})


async def check_header(lines: AsyncIterator[bytes]) -> None:
    """Read the first line. Raises DumpInvalid when this version can't restore what follows."""
    head = _parsed(await anext(lines, b""))
    if not isinstance(head, dict) or head.get("dalil") != FORMAT or not isinstance(head.get("schema"), str):
        raise DumpInvalid("This is not a backup of Dalil, or one of a newer version.")
    if head["schema"] > SCHEMA:
        raise DumpInvalid(f"The backup has schema {head['schema']}, this version knows up to {SCHEMA}. Restore it with the version that made it.")
    if head["schema"] < SCHEMA:
        raise DumpInvalid(f"The backup has schema {head['schema']}, this version needs {SCHEMA}. Restore it with the version that made it; "
                          "then start this version, which brings the database up to date.")


async def load(connection: AsyncConnection, lines: AsyncIterator[bytes], tables: MetaData) -> int:
    """Put the rows that follow the header in the place of all rows that are there; return how many. Raises DumpInvalid: roll back then."""
    for table in reversed(tables.sorted_tables):
        await connection.execute(delete(table))
    rows, count = None, 0
    async for line in lines:
        found = _parsed(line)
        if isinstance(found, list) and rows is not None:
            await rows.add(found)
            count += 1
            continue
        if rows is not None:
            await rows.flush()
        if isinstance(found, dict) and "rows" in found:
            if found["rows"] != count or await anext(lines, None) is not None:  # the last piece proves that the file is whole
                break
            return count
        rows = _Rows(connection, found, tables)
    raise DumpInvalid("The backup is damaged: rows are missing or too many. Take another one.")


class _Rows:
    """The rows of one table on their way into it."""

    def __init__(self, connection: AsyncConnection, head: Any, tables: MetaData) -> None:
        table = tables.tables.get(head.get("table", "")) if isinstance(head, dict) else None
        if table is None or head.get("columns") != [column.name for column in table.columns]:
            raise DumpInvalid("The backup has other tables than this version. Restore it with the version that made it.")
        self._connection, self._table = connection, table
        self._waiting: list[dict[str, Any]] = []

    async def add(self, row: list[Any]) -> None:
        """Take a row. Raises DumpInvalid when it has another number of values, or one of another kind."""
        if len(row) != len(self._table.columns):
            raise DumpInvalid("The backup is damaged: a row is too short or too long. Take another one.")
        try:
            self._waiting.append({column.name: _typed(column, value) for column, value in zip(self._table.columns, row, strict=True)})
        except (TypeError, ValueError):
            raise DumpInvalid("The backup is damaged: a date is none. Take another one.") from None
        if len(self._waiting) >= _BATCH:
            await self.flush()

    async def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            try:
                await self._connection.execute(insert(self._table), self._waiting)
            except (IntegrityError, DataError):
                raise DumpInvalid("The backup is damaged: rows are missing or wrong. Take another one.") from None
            self._waiting = []


async def is_empty(connection: AsyncConnection, tables: MetaData, besides: Sequence[str]) -> bool:
    """Tell whether no table but `besides` has a row."""
    for table in tables.sorted_tables:
        if table.name not in besides and (await connection.execute(select(func.count()).select_from(table))).scalar_one():
            return False
    return True


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _parsed(line: bytes) -> Any:
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, (dict, list)):
        raise DumpInvalid("This is not a backup of Dalil, or it is damaged.")
    return value


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value  # datetimes are dates


def _typed(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, Encrypted):
        return Sealed(value)
    if isinstance(column.type, (UtcDateTime, DateTime)):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value
