"""Members of staff, by their numbers: who has which roles, each given or taken by a tap. Nobody changes their own while there is another admin."""

from collections.abc import Sequence

from bot.context import Context
from bot.replies import Button, Heading, Lines, Part, Reply, Say
from bot.staff.roles import Role
from bot.staff.service import Change, Contact, Member
from handlers import parting
from handlers.cards import MENU, Rows, rows
from handlers.staff import BACK, named

_LIST = Button(Say("button-back"), "S:p")
_SIGNS = {"+": True, "-": False}  # begin what a tap asks for, so that a second tap does not undo the first
_ANSWERED_FOR = (Role.EDITOR, Role.APPROVER)  # whoever writes announcements, and letters, answers for them
_REFUSED = {Change.OWN: "staff-own", Change.LAST_ADMIN: "staff-last-admin", Change.NAMED: "staff-named"}


async def listed(context: Context, member: Member, _arguments: tuple[str, ...]) -> None:
    """List staff by their numbers: names are not stored."""
    found = await context.services.staff.contacts()
    lines: list[Part] = [
        Lines((Heading(f"{place}. {one.id[:8]}{' ←' if one.id == member.id else ''}"), Say("staff-roles", {"roles": named(one.roles, context)})))
        for place, one in enumerate(found, 1)]
    buttons = rows(Button(f"{place}. {one.id[:8]}", f"S:m:{one.id}") for place, one in enumerate(found, 1))
    await context.show(Reply(context.language, (Say("staff-members"), *lines), (*buttons, (BACK, MENU))))


async def one(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Show a member's roles; a second argument is what was tapped: "+" or "-", and the role."""
    staff_id, wish = (*arguments, "", "")[:2]
    everybody = await context.services.staff.contacts()
    key = await _change(context, member, staff_id, wish)
    if key is not None:
        everybody = await context.services.staff.contacts()
    found = next((contact for contact in everybody if contact.id == staff_id), None)
    if found is None:
        await listed(context, member, ())
        return
    own = _own(member, everybody) if staff_id == member.id else ""
    parts = (Heading(staff_id[:8]), Say(key or own or "staff-toggle"))
    buttons = () if own == "staff-own" else _toggles(found, context)
    await context.show(Reply(context.language, parts, (*buttons, (_LIST, BACK))))


async def _change(context: Context, member: Member, staff_id: str, wish: str) -> str | None:
    """Do what was tapped; return the message that refuses it, "" when it is done, None when nothing was asked for."""
    give, role = _SIGNS.get(wish[:1]), wish[1:]
    if give is None or role not in set(Role):
        return None
    before = () if give else await parting.began(context, staff_id)
    outcome = await context.services.staff.change_role(staff_id, Role(role), member.id, give=give)
    await context.services.role_news.tell()  # also when it was done before: killed in between, the same tap comes again
    if outcome is Change.DONE and role in _ANSWERED_FOR:
        await parting.tell(context, staff_id, before)
    return _REFUSED.get(outcome, "")


def _own(member: Member, everybody: Sequence[Contact]) -> str:
    """Return the message about one's own roles: another admin changes them; where there is none, that is said."""
    alone = not any(Role.ADMIN in contact.roles and contact.id != member.id for contact in everybody)
    return "staff-own-alone" if alone else "staff-own"


def _toggles(found: Contact, context: Context) -> Rows:
    """Return a button a role; it carries what it asks for, never "the other way round"."""
    return rows(Button(f"{'✅' if role in found.roles else '▫️'} {named((role,), context)}",
                       f"S:m:{found.id}:{'-' if role in found.roles else '+'}{role}") for role in Role)
