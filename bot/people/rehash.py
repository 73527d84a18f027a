"""Bring people from an old look-up key under the present one, with all that hangs on their pseudonym, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.db.engine import Database
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.models import DIALOGS, PEOPLE, TRACES

log = get_logger()
_MOVE = update(PEOPLE).where(PEOPLE.c.id == bindparam("row"), PEOPLE.c.lookup == bindparam("old")).values(
    lookup=bindparam("new"), lookup_key=bindparam("key"))
_MOVE_TRACES = update(TRACES).where(TRACES.c.lookup == bindparam("old")).values(lookup=bindparam("new"))


@dataclass(frozen=True, slots=True)
class Move:
    """A person whose row, number `row`, stands under the pseudonym `old`."""

    row: str
    chat_id: int
    old: str


async def rehash(database: Database, keys: KeyRing, moves: Sequence[Move]) -> int:
    """Move people under the present look-up key; return how many were. Who was moved or erased meanwhile is left alone.

    Raises DatabaseUnavailable: then nobody was moved.
    """
    wanted = {}
    for move in sorted(moves, key=lambda one: one.row):  # in one order everywhere: two processes that move crosswise would deadlock
        key, new = keys.pseudonym(move.chat_id)
        if new != move.old:
            wanted[move.row] = {"row": move.row, "old": move.old, "new": new, "key": key}
    if not wanted:
        return 0
    async with database.transaction() as connection:
        twice = await _twice(connection, wanted.values())
        plan = [one for row, one in wanted.items() if row not in twice]
        if plan:
            await connection.execute(_MOVE, plan)
        # Only now are the rows ours: what hangs on somebody who was erased a moment ago must not be written again.
        there = set((await connection.execute(select(PEOPLE.c.lookup).where(PEOPLE.c.lookup.in_([one["new"] for one in plan])))).scalars())
        names = {one["old"]: one["new"] for one in plan if one["new"] in there}
        await _move_dialogs(database, connection, keys, names)
        if names:
            await connection.execute(_MOVE_TRACES, [{"old": old, "new": new} for old, new in sorted(names.items())])
    return len(names)


async def _move_dialogs(database: Database, connection: AsyncConnection, keys: KeyRing, names: Mapping[str, str]) -> None:
    """A state is sealed for its pseudonym, so it is sealed anew; of two states of one person the later one stays.

    The rows are held until the end: a state that somebody writes meanwhile waits, and is neither overwritten nor deleted.
    """
    rows = (await connection.execute(select(*DIALOGS.c).where(DIALOGS.c.lookup.in_(list(names))).order_by(DIALOGS.c.lookup).with_for_update())).all()
    moved = []
    for row in rows:
        try:
            state = keys.seal(keys.open(row.state, "dialogs", "state", row.lookup), "dialogs", "state", names[row.lookup])
        except SealBroken:  # it could not be read before either: the conversation begins anew
            log.error("dialog_seal_broken")
            continue
        moved.append({"lookup": names[row.lookup], "state": state, "expires_at": row.expires_at})
    if moved:
        insert = database.insert(DIALOGS)
        await connection.execute(insert.on_conflict_do_update(
            index_elements=["lookup"], set_={"state": insert.excluded.state, "expires_at": insert.excluded.expires_at},
            where=insert.excluded.expires_at > DIALOGS.c.expires_at), moved)
    await connection.execute(delete(DIALOGS).where(DIALOGS.c.lookup.in_([row.lookup for row in rows])))


async def _twice(connection: AsyncConnection, wanted: Iterable[Mapping[str, str]]) -> set[str]:
    """Return the rows that must not be moved, for the person has a second row under the present key already.

    That can only come from two replicas that met a newcomer at the very moment when the key changed. The row on which nothing hangs goes.
    """
    by_name = {one["new"]: one["row"] for one in wanted}
    second = {row.id: by_name[row.lookup] for row in await connection.execute(
        select(PEOPLE.c.id, PEOPLE.c.lookup).where(PEOPLE.c.lookup.in_(list(by_name)))) if row.id != by_name[row.lookup]}
    if not second:
        return set()
    busy = await _with_belongings(connection, [*second, *second.values()])
    gone = [new if new not in busy else old for new, old in second.items() if not {new, old} <= busy]
    await connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(gone)))
    log.warning("person_stood_twice", people=len(second), left=len(second) - len(gone))
    return {old for new, old in second.items() if new not in gone}


async def _with_belongings(connection: AsyncConnection, people: list[str]) -> set[str]:
    """Return which of `people` have rows in other tables."""
    found: set[str] = set()
    for table in PEOPLE.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column is PEOPLE.c.id:
                found |= set((await connection.execute(select(key.parent).where(key.parent.in_(people)))).scalars())
    return found
