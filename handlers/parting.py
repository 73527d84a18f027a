"""Whoever leaves the staff, or a role: the others are told, and what became of the announcements that they began."""

from collections.abc import Sequence

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.leaving import BEING_SENT, NOT_BEGUN
from bot.context import Context
from bot.replies import Button, Part, Reply, Say
from bot.staff.roles import Role
from bot.staff.service import Member
from handlers.staff import BACK

_NOW = Button(Say("button-announcement-now"), "V:now")
_TAKEN = (State.DRAFT, State.STOPPED)


async def began(context: Context, staff_id: str) -> Sequence[Broadcast]:
    """Return the announcements of a member that wait, are released, or are being sent; to be asked before the member leaves."""
    return [one for one in await context.services.broadcasts.under_way() if one.author == staff_id]


async def tell(context: Context, staff_id: str, before: Sequence[Broadcast]) -> None:
    """Tell everybody on staff what became of `before`: what was taken back, what goes on without its author. Nothing when there was nothing."""
    parts = await _announcements(context, staff_id, before)
    if parts:
        for one in await context.services.staff.contacts():
            await context.services.deliver(one.chat_id, Reply(one.language, parts, ((_NOW,), (BACK,))))


async def tell_of_erasure(context: Context, member: Member, before: Sequence[Broadcast]) -> None:
    """Tell the admins that a member erased themselves, and everybody on staff what became of `before`."""
    parts = await _announcements(context, member.id, before)
    left = Say("staff-left", {"number": member.id[:8]})
    buttons = ((_NOW,), (BACK,)) if parts else ((BACK,),)
    for one in await context.services.staff.contacts():
        said = (left, *parts) if Role.ADMIN in one.roles else parts
        if said:
            await context.services.deliver(one.chat_id, Reply(one.language, said, buttons))


async def _announcements(context: Context, staff_id: str, before: Sequence[Broadcast]) -> tuple[Part, ...]:
    now = [await context.services.broadcasts.get(one.id) for one in before]
    taken = sum(old.state in NOT_BEGUN and new is not None and new.state in _TAKEN for old, new in zip(before, now, strict=True))
    going_on = sum(new is not None and new.state in BEING_SENT for new in now)
    told = (("staff-taken-back", taken), ("staff-goes-on", going_on))
    return tuple(Say(key, {"number": staff_id[:8], "count": count}) for key, count in told if count)
