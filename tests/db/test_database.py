"""The database: migrations up and down, transactions, batches, types; on SQLite and on PostgreSQL."""

import asyncio
import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select, text

import bot.broadcasts.models
import bot.courses.models
import bot.inbox.models
import bot.people.models
import bot.staff.models
import bot.telegram.models
from bot.db.batch import Batcher
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.migrate import SCHEMA, SchemaTooNew, migrate
from bot.db.types import METADATA
from bot.people.models import DIALOGS, PEOPLE


async def test_migrations_make_exactly_the_models(database: Database) -> None:
    """The steps and the models agree: same tables, columns and nullability."""
    def tables(connection: object) -> dict[str, dict[str, bool]]:
        inspector = inspect(connection)
        return {name: {column["name"]: bool(column["nullable"]) for column in inspector.get_columns(name)}
                for name in inspector.get_table_names() if name != "alembic_version"}

    async with database._engine.connect() as connection:
        made = await connection.run_sync(tables)

    wanted = {name: {column.name: bool(column.nullable) for column in table.columns} for name, table in METADATA.tables.items()}
    assert made == wanted


async def test_an_empty_database_gets_what_the_steps_would_make(tmp_path: Path, postgres: str) -> None:
    """Made at once or step by step: the same columns, types, keys, uniques and indexes, and the same version; the steps go on from there."""
    def described(connection: object) -> object:
        inspector = inspect(connection)
        return {name: ([(one["name"], str(one["type"]), one["nullable"]) for one in inspector.get_columns(name)],
                       inspector.get_pk_constraint(name)["constrained_columns"],
                       sorted(str(one["column_names"]) for one in inspector.get_unique_constraints(name)),
                       sorted((str(one["column_names"]), bool(one["unique"])) for one in inspector.get_indexes(name)))
                for name in sorted(inspector.get_table_names())}

    for number, url in enumerate((f"sqlite:///{tmp_path / 'd.sqlite3'}", postgres)):
        made = []
        for tables in (METADATA, None):
            await migrate(url, "base")
            if number == 0:
                (tmp_path / "d.sqlite3").unlink()
            else:
                await _drop_version(url)
            await migrate(url, tables=tables)
            database = Database(url)
            async with database._engine.connect() as connection:
                made.append((await connection.run_sync(described), (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()))
            await database.close()
        assert made[0] == made[1]
        await migrate(url, "base")
        await migrate(url)


async def _drop_version(url: str) -> None:
    database = Database(url)
    async with database.transaction() as connection:
        await connection.execute(text("DROP TABLE alembic_version"))
    await database.close()


async def test_migrations_go_down_and_up_again(tmp_path: Path, postgres: str) -> None:
    """Each step is reversible, and a second run does nothing."""
    for url in (f"sqlite:///{tmp_path / 'd.sqlite3'}", postgres):
        await migrate(url)
        await migrate(url)
        await migrate(url, "base")
        await migrate(url)


async def test_a_step_gives_every_form_under_way_a_number(database: Database) -> None:
    """0005: forms that were open before it stay, each with a number of its own."""
    await migrate(database.url, "base")
    await migrate(database.url, "0004")
    async with database.transaction() as connection:
        await connection.execute(text("INSERT INTO courses (id, state, kind, regions, languages, audiences, city, country, zone, partners, share_with, texts, "
                                      "changed_at) VALUES ('demo', 'open', 'online', '', 'en', '', '', '', 'UTC', '', '', '{}', '2026-11-24 12:00:00')"))
        for name in ("amina", "bilal"):
            await connection.execute(text("INSERT INTO people (id, lookup, lookup_key, chat_id, language, consent_version, joined_month, active_month) "
                                          f"VALUES ('{name}', '{name}', 'k1', 'sealed', 'en', 1, '2026-10', '2026-11')"))
            await connection.execute(text("INSERT INTO drafts (person_id, course_id, step, answers, last_update, asked_message, answered_at) "
                                          f"VALUES ('{name}', 'demo', 'name', 'sealed', 1, 1, '2026-11-24 12:00:00')"))
    await migrate(database.url)
    async with database.transaction() as connection:
        rows = (await connection.execute(text("SELECT person_id, id FROM drafts ORDER BY person_id"))).all()
    assert [row.person_id for row in rows] == ["amina", "bilal"]
    assert all(re.fullmatch("[0-9a-f-]{36}", row.id) for row in rows)
    assert len({row.id for row in rows}) == 2


def test_the_schema_constant_is_the_newest_step() -> None:
    """The short cut at start compares with the newest file."""
    folder = Path(bot.people.models.__file__).parent.parent / "db" / "migrations" / "versions"

    assert max(file.name[:4] for file in folder.glob("[0-9]*.py")) == SCHEMA


async def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    """102: an older program does not touch what a newer one wrote."""
    file = tmp_path / "d.sqlite3"
    await migrate(f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(SchemaTooNew, match="9999"):
        await migrate(f"sqlite:///{file}")


async def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """101: a step that breaks half-way is rolled back whole."""
    file = tmp_path / "d.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE tallies (x INTEGER)")  # the third table of the first step is in the way
    connection.close()

    with pytest.raises(DatabaseUnavailable):
        await migrate(f"sqlite:///{file}")

    with sqlite3.connect(file) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert names == {"tallies"}


async def test_a_read_only_or_damaged_file_is_refused(tmp_path: Path) -> None:
    """96, 97: a file that is no database stops the start with a named error."""
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)

    with pytest.raises(DatabaseUnavailable):
        await migrate(f"sqlite:///{broken}")


async def test_plain_text_cannot_reach_a_sealed_column(database: Database) -> None:
    """A chat id that was not sealed is refused before it reaches the database."""
    with pytest.raises(Exception, match="seal"):
        async with database.transaction() as session:
            await session.execute(insert(PEOPLE).values(
                id="1", lookup="x", lookup_key="k1", chat_id="12345", language="en", consent_version=0, joined_month="2026-11", active_month="2026-11"))


async def test_instants_keep_their_zone(database: Database, key_ring: object) -> None:
    """105: what is written in one zone is read in UTC; a naive time is refused."""
    from bot.db.types import Sealed

    at = datetime(2026, 3, 29, 2, 30, tzinfo=UTC)
    async with database.transaction() as session:
        await session.execute(insert(DIALOGS).values(lookup="x", state=Sealed("s"), expires_at=at))
    async with database.transaction() as session:
        assert (await session.execute(select(DIALOGS.c.expires_at))).scalar_one() == at
    with pytest.raises(Exception, match="naive"):
        async with database.transaction() as session:
            await session.execute(insert(DIALOGS).values(lookup="y", state=Sealed("s"), expires_at=datetime(2026, 1, 1)))  # noqa: DTZ001


async def test_a_locked_database_is_waited_for_and_then_named(tmp_path: Path) -> None:
    """95: a lock of a moment is waited for; one that stays is DatabaseUnavailable, and nothing was written."""
    file = tmp_path / "d.sqlite3"
    await migrate(f"sqlite:///{file}")
    database = Database(f"sqlite:///{file}")
    async with database.transaction() as session:
        await session.execute(text("PRAGMA busy_timeout=200"))
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.transaction() as session:
            await session.execute(text("PRAGMA busy_timeout=200"))
            await session.execute(text("INSERT INTO key_canary VALUES (1, 'x')"))

    with pytest.raises(DatabaseUnavailable):
        await write()
    holder.execute("ROLLBACK")
    holder.close()
    async with database.transaction() as session:
        await session.execute(text("INSERT INTO key_canary VALUES (1, 'x')"))
    await database.close()


async def test_a_deleted_row_leaves_no_bytes(tmp_path: Path) -> None:
    """P20: after an erasure and its checkpoint, neither the file nor its log holds the bytes."""
    from bot.db.types import Sealed

    file = tmp_path / "d.sqlite3"
    await migrate(f"sqlite:///{file}")
    database = Database(f"sqlite:///{file}")
    async with database.transaction() as session:
        await session.execute(insert(DIALOGS).values(lookup="x", state=Sealed("CANARY-7391"), expires_at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert any(b"CANARY-7391" in path.read_bytes() for path in tmp_path.iterdir())
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM dialogs"))
    await database.checkpoint()

    assert not any(b"CANARY-7391" in path.read_bytes() for path in tmp_path.iterdir())
    await database.close()


async def test_simultaneous_items_share_a_batch() -> None:
    """What waits while a batch is under way goes together in the next one; results keep their order."""
    batches: list[int] = []

    async def double(items: Sequence[int]) -> Sequence[int]:
        batches.append(len(items))
        await asyncio.sleep(0.01)
        return [2 * item for item in items]

    batcher = Batcher(double, limit=30)

    assert await asyncio.gather(*(batcher(number) for number in range(50))) == [2 * number for number in range(50)]
    assert batches == [30, 20]


async def test_a_failed_batch_fails_for_each_and_the_next_one_works() -> None:
    """An error reaches everyone who waited; the batcher goes on."""
    async def fails(items: Sequence[int]) -> Sequence[int]:
        if 0 in items:
            raise DatabaseUnavailable
        return items

    batcher = Batcher(fails)
    results = await asyncio.gather(*(batcher(0) for _ in range(3)), return_exceptions=True)

    assert all(isinstance(result, DatabaseUnavailable) for result in results)
    assert await batcher(1) == 1
