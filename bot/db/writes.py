"""Effects as data: a use case returns what is to be written, and intake commits it with the update's id.

So an update's effects and the fact that it is finished are one transaction: killed before it, the update comes
again and nothing was written; killed after it, the update is known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import Executable


@dataclass(frozen=True, slots=True)
class Write:
    """One statement with its parameters. Equal statement objects are sent together, so build them once."""

    statement: Executable
    values: Mapping[str, Any]


async def apply(connection: AsyncConnection, writes: Iterable[Write]) -> None:
    """Execute `writes` on `connection`, those with the same statement in one round, in the order of their first use."""
    rounds: dict[int, tuple[Executable, list[Mapping[str, Any]]]] = {}
    for write in writes:
        rounds.setdefault(id(write.statement), (write.statement, []))[1].append(write.values)
    for statement, values in rounds.values():
        await connection.execute(statement, values)
