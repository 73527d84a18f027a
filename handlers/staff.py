"""How somebody joins the staff: by an invitation's link, which looks like any other unknown link to everybody else."""

import re
from collections.abc import Iterable

from bot import rolenews
from bot.context import Context
from bot.replies import Button, Reply, Say
from bot.staff.roles import Right, Role

_PAYLOAD = re.compile(r"s_[A-Za-z0-9_-]{22}")
BACK = Button(Say("button-staff"), "S")


def named(roles: Iterable[Role], context: Context, language: str = "") -> str:
    """Return roles in words, without what each of them may do, in one line."""
    return rolenews.named(roles, context.services.words, language or context.language)


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
    await context.services.role_news.tell()
    return True


async def _refused(context: Context) -> bool:
    member = await context.services.staff.member(context.person)
    if member is None or not member.may(Right.MANAGE_STAFF):
        return False
    await context.say(Reply(context.language, (Say("staff-invitation-refused"),), ((BACK,),)))
    return True
