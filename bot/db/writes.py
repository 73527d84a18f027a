"""Effects as data: a use case returns what is to be written, and intake commits it with the update's id.

So an update's effects and the fact that it is finished are one transaction: killed before it, the update comes
again and nothing was written; killed after it, the update is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import Executable


@dataclass(frozen=True, slots=True)
class Write:
    """One statement with its parameters. Equal statement objects are sent together, so build them once."""

    statement: Executable
    values: Mapping[str, Any]


async def apply(connection: AsyncConnection, updates: Iterable[Sequence[Write]]) -> None:
    """Execute the writes of several updates on `connection`, equal statements in one round.

    The writes of one update keep their order: a later one never runs in an earlier round.
    """
    rounds: list[tuple[Executable, list[Mapping[str, Any]]]] = []
    for writes in updates:
        place = 0
        for write in writes:
            place = next((at for at in range(place, len(rounds)) if rounds[at][0] is write.statement), len(rounds))
            if place == len(rounds):
                rounds.append((write.statement, []))
            rounds[place][1].append(write.values)
    for statement, values in rounds:
        await connection.execute(statement, values)
