"""Who hears of every erasure, in its transaction: so that what it leaves to others, and that it happened, is settled together with it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

PERSON = "person"  # somebody erased something themselves: nobody says who
RETENTION = "retention"  # it was too old, or its person had left
RESTORED = "restored"  # it had been erased before, and was there again: a kill, or a backup


class Witness(Protocol):
    """Hears of erasures."""

    async def leaving(self, connection: AsyncConnection, people: Sequence[str]) -> Sequence[str]:
        """Settle what the people with these rows leave to others, before the rows go; return the numbers of those who are on staff."""

    async def erased(self, connection: AsyncConnection, why: str, counts: Mapping[str, int], members: Sequence[str] = ()) -> None:
        """Note that rows went, how many of which kind; `members` are those whom `leaving` returned. The last thing in the transaction."""


class Nobody:
    """Hears nothing: where there is no audit trail."""

    async def leaving(self, _connection: AsyncConnection, _people: Sequence[str]) -> Sequence[str]:
        """Settle nothing."""
        return ()

    async def erased(self, _connection: AsyncConnection, _why: str, _counts: Mapping[str, int], _members: Sequence[str] = ()) -> None:
        """Note nothing."""


NOBODY = Nobody()
