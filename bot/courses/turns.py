"""One at a time: who changes the selection of a course holds its row until the end of the transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.courses.models import COURSES, INTERESTS
from bot.db.engine import Database


@asynccontextmanager
async def turn(database: Database) -> AsyncIterator[AsyncConnection]:
    """Yield a transaction for reading, judging and writing what was judged.

    On SQLite it has the write lock from the start, since otherwise another could write between our reading and our writing;
    on PostgreSQL `held_course` and `held_interest` lock rows. Raises DatabaseUnavailable.
    """
    async with database.transaction() as connection:
        if database.is_sqlite:
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


async def held_course(connection: AsyncConnection, course_id: str) -> Any | None:
    """Return the row of a course and hold it, None when there is none. The course comes first, its interests after it: so nobody waits in a ring."""
    return (await connection.execute(select(COURSES).where(COURSES.c.id == course_id).with_for_update())).one_or_none()


async def held_interest(connection: AsyncConnection, interest_id: str) -> Any | None:
    """Return the row of an expression of interest and hold it, with its course; None when it is gone (erased, withdrawn, too old)."""
    course = (await connection.execute(select(INTERESTS.c.course_id).where(INTERESTS.c.id == interest_id))).scalar_one_or_none()
    if course is None or await held_course(connection, course) is None:
        return None
    return (await connection.execute(select(INTERESTS).where(INTERESTS.c.id == interest_id).with_for_update())).one_or_none()
