"""How somebody joins the staff: by an invitation's link, which looks like any other unknown link to everybody else."""

from collections.abc import Iterable

from bot.context import Context
from bot.replies import Button, Reply, Say
from bot.staff.audit import OPERATOR
from bot.staff.roles import Right, Role
from bot.staff.service import Member

BACK = Button(Say("button-staff"), "S")


def named(roles: Iterable[Role], context: Context) -> str:
    """Return roles in words, without what each of them may do, in one line."""
    names = (context.words(f"role-name-{role}") for role in sorted(roles))
    return ("، " if context.language == "ar" else ", ").join(names)


async def accept(context: Context, secret: str) -> bool:
    """Use an invitation; False when it is none (any more)."""
    member = await context.services.staff.accept(context.person, secret)
    if member is None:
        return False
    await context.say(Reply(context.language, (Say("staff-welcome", {"roles": named(member.roles, context)}),), ((BACK,),)))
    await _tell_inviter(member, context)
    return True


async def _tell_inviter(member: Member, context: Context) -> None:
    """Tell the admin who invited, or all of them when the operator did, under which number the new member stands."""
    for one in await context.services.staff.contacts(Right.MANAGE_STAFF):
        if member.invited_by in (one.id, OPERATOR) and one.id != member.id:
            await context.services.deliver(one.chat_id, Reply(one.language, (Say("staff-joined", {"number": member.id[:8]}),), ((BACK,),)))
