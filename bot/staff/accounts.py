"""Whether whoever acts now acted before, also under another number: a membership that ends and begins again has a new one, the account is the same.

What needs a second person keeps a mark beside the number: a keyed hash of the account and of that one row. It says nothing but whether the account
that acts now is the one that acted then. The marks of one account in two rows are different, so they are no list of accounts, and they go with what
needs them: with the request, the release, the decision. The key is the audit trail's, which is not in the database.
"""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.models import PEOPLE
from bot.staff.models import STAFF

log = get_logger()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something now: `account` is None for nobody on staff, and where it can't be read, which is `unsure`."""

    number: str
    account: int | None = field(repr=False)
    keys: KeyRing = field(repr=False)
    unsure: bool = False

    def mark(self, row: str) -> str:
        """Return the mark of this account for `row`, 64 hexadecimal digits; "" when the account can't be told."""
        return self.keys.account_marks(self.account, row)[0] if self.account is not None else ""

    def did(self, number: str, mark: str, row: str) -> bool:
        """Tell whether the member `number`, who left `mark` in `row`, is this one. Who can't be told apart from others is taken for the same."""
        if number == self.number:
            return True
        return bool(mark) and (self.unsure or (self.account is not None and mark in self.keys.account_marks(self.account, row)))


async def actor(connection: AsyncConnection, keys: KeyRing, number: str) -> Actor:
    """Return the member of staff `number` as whoever acts, inside the transaction of what they do."""
    row = (await connection.execute(select(PEOPLE.c.id, PEOPLE.c.chat_id).join_from(
        PEOPLE, STAFF, STAFF.c.person_id == PEOPLE.c.id).where(STAFF.c.id == number))).one_or_none()
    if row is None:
        return Actor(number, None, keys)
    try:
        return Actor(number, int(keys.open(row.chat_id, "people", "chat_id", row.id)), keys)
    except (SealBroken, ValueError):
        log.error("account_unreadable")
        return Actor(number, None, keys, unsure=True)
