"""How somebody joins the staff: by an invitation's link, which looks like any other unknown link to everybody else; and what staff tell each other."""

import re
from collections.abc import Iterable, Sequence

from bot.context import Context
from bot.replies import Button, Reply, Say
from bot.staff.audit import OPERATOR
from bot.staff.roles import Right, Role
from bot.staff.service import Contact, Member

_PAYLOAD = re.compile(r"s_[A-Za-z0-9_-]{22}")
BACK = Button(Say("button-staff"), "S")
_MEMBERS = Button(Say("button-staff-members"), "S:p")


def named(roles: Iterable[Role], context: Context, language: str = "") -> str:
    """Return roles in words, without what each of them may do, in one line."""
    names = (context.words(f"role-name-{role}", language or None) for role in sorted(roles))
    return ("، " if (language or context.language) == "ar" else ", ").join(names)


def invites(payload: str) -> bool:
    """Tell whether the payload of a link has the form of an invitation."""
    return _PAYLOAD.fullmatch(payload) is not None


async def accept(payload: str, context: Context) -> bool:
    """Use an invitation; False when it is none (any more). An admin is told so: it may be one of their own."""
    if not invites(payload):
        return False
    member = await context.services.staff.accept(context.person, payload.removeprefix("s_"))
    if member is None:
        return await _refused(context)
    await context.say(Reply(context.language, (Say("staff-welcome", {"roles": named(member.roles, context)}),), ((BACK,),)))
    await _tell_of_new(member, context)
    return True


async def tell_of_role(admins: Sequence[Contact], staff_id: str, role: Role, by: str, context: Context, *, given: bool) -> None:
    """Tell all other admins that a role was given or taken, by numbers only; `admins` as they were before, so that who was one hears it too."""
    key = "staff-role-given" if given else "staff-role-taken"
    for one in admins:
        if Role.ADMIN in one.roles and one.id != by:
            said = Say(key, {"number": staff_id[:8], "role": named((role,), context, one.language), "other": by[:8]})
            await context.services.deliver(one.chat_id, Reply(one.language, (said,), ((_MEMBERS,), (BACK,))))


async def _refused(context: Context) -> bool:
    member = await context.services.staff.member(context.person)
    if member is None or not member.may(Right.MANAGE_STAFF):
        return False
    await context.say(Reply(context.language, (Say("staff-invitation-refused"),), ((BACK,),)))
    return True


async def _tell_of_new(member: Member, context: Context) -> None:
    """Tell the admin who invited under which number the new member stands, and all other admins who invited whom to what."""
    for one in await context.services.staff.contacts(Right.MANAGE_STAFF):
        if one.id == member.id:
            continue
        by = context.words("staff-operator", one.language) if member.invited_by == OPERATOR else member.invited_by[:8]
        other = Say("staff-joined-other", {"number": member.id[:8], "roles": named(member.roles, context, one.language), "other": by})
        said = Say("staff-joined", {"number": member.id[:8]}) if one.id == member.invited_by else other
        await context.services.deliver(one.chat_id, Reply(one.language, (said,), ((_MEMBERS,), (BACK,))))
