"""`python -m bot staff`: invitations, who is on staff, the audit trail."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot import keys as key_files
from bot import logs, settings
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.staff.audit import OPERATOR, Audit, Head
from bot.staff.roles import Role, dump, parse
from bot.staff.service import INVITED_FOR, Staff


class StaffMistake(Exception):
    """What was typed can't be done; the message says why."""


async def invite(roles: Sequence[str]) -> str:
    """Make an invitation for these roles, and return what to pass on. Raises StaffMistake for an unknown role."""
    wanted = parse(" ".join(roles))
    unknown = [role for role in roles if role not in set(Role)]
    if unknown or not wanted:
        raise StaffMistake(f"{', '.join(unknown) or 'Nothing'} is not a role. Roles are: {', '.join(Role)}.")
    async with _staff() as (staff, _):
        secret = await staff.invite(wanted, OPERATOR)
    return (f"An invitation as {dump(wanted)}, for one person, for {INVITED_FOR.days * 24} hours. Let them open the bot and send this message:\n\n"
            f"/start s_{secret}\n\nor open https://t.me/YOUR_BOT?start=s_{secret} (with the bot's name). Send it by a channel that you trust.")


async def members() -> str:
    """Return who is on staff, as lines: number and roles; never a name."""
    async with _staff() as (staff, _):
        found = await staff.contacts()
    return "\n".join(f"{one.id}  {dump(one.roles)}" for one in found) or "Nobody is on staff yet. Name the first admin in DALIL_ADMIN_TELEGRAM_IDS."


async def verify(head: str) -> str:
    """Look through the audit trail. Raises StaffMistake when it was tampered with, or the head is not one."""
    known = _head(head)
    async with _staff() as (_, audit):
        verdict = await audit.verify(known)
    if verdict.broken is not None:
        raise StaffMistake(
            f"The audit trail does not fit from entry {verdict.broken} on: somebody changed the database. Keep a copy of it, and compare backups.")
    return f"The audit trail fits: {verdict.entries} entries. Its head, to be kept by two people: {verdict.head or 'there is none yet'}"


def _head(text: str) -> Head | None:
    if not text:
        return None
    number, _, rest = text.partition(":")
    if not number.isdecimal() or len(rest) != 64:
        raise StaffMistake("A head is a number, a colon and 64 letters or digits, as the bot tells the admins.")
    return Head(int(number), rest)


@asynccontextmanager
async def _staff() -> AsyncIterator[tuple[Staff, Audit]]:
    now = settings.load()
    logs.configure(now.log_level)
    keys = key_files.load(now.keys_file)
    await migrate(now.database)
    database = Database(now.database)
    audit = Audit(database, keys, _utc_now)
    try:
        yield Staff(database, keys, audit, _utc_now, now.admin_telegram_ids), audit
    finally:
        await database.close()


def _utc_now() -> datetime:
    return datetime.now(UTC)
