"""Health: /healthz says that the loop answers, /readyz that people can be answered."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.db.engine import Database

Check = Callable[[], Awaitable[bool]]
_PATIENCE = 2.0  # seconds; a check that takes longer counts as failed


@dataclass(frozen=True, slots=True)
class Readiness:
    """The named checks of /readyz; the names are public."""

    checks: Mapping[str, Check]

    async def missing(self) -> list[str]:
        """Return the names of the checks that fail, raise or take longer than 2 seconds."""
        results = await asyncio.gather(*(_passes(check) for check in self.checks.values()))
        return [name for name, passed in zip(self.checks, results, strict=True) if not passed]


def database_answers(database: Database) -> Check:
    """Return the check that the database answers an empty query."""

    async def check() -> bool:
        await database.ping()
        return True

    return check


def holds(condition: Callable[[], bool]) -> Check:
    """Return the check that `condition` is true: the intake runs, the knowledge base is loaded."""

    async def check() -> bool:
        return condition()

    return check


async def _passes(check: Check) -> bool:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await check()
    except Exception:  # noqa: BLE001  # whatever it is, the check failed
        return False
