"""Whoever leaves the staff, or a role: what becomes of the announcements that they began, and that the others hear of it."""

from collections.abc import Sequence

from bot.broadcasts.content import Broadcast, State
from bot.broadcasts.leaving import BEING_SENT, NOT_BEGUN
from bot.context import Context
from bot.replies import Button, Part, Reply, Say
from handlers.staff import BACK

_NOW = Button(Say("button-announcement-now"), "V:now")
_TAKEN = (State.DRAFT, State.STOPPED)


async def began(context: Context, staff_id: str) -> Sequence[Broadcast]:
    """Return the announcements of a member that wait, are released, or are being sent; to be asked before the member leaves."""
    await context.services.staff.contacts()  # from now on whom the operator named is on staff, also who never typed /staff: they are to hear of it
    return [one for one in await context.services.broadcasts.under_way() if one.author == staff_id]


async def tell(context: Context, staff_id: str, before: Sequence[Broadcast]) -> None:
    """Tell everybody on staff what became of `before`: what was taken back, what goes on without its author. Nothing when there was nothing."""
    parts = await _announcements(context, staff_id, before)
    if parts:
        for one in await context.services.staff.contacts():
            await context.services.deliver(one.chat_id, Reply(one.language, parts, ((_NOW,), (BACK,))))


async def _announcements(context: Context, staff_id: str, before: Sequence[Broadcast]) -> tuple[Part, ...]:
    now = [await context.services.broadcasts.get(one.id) for one in before]
    taken = sum(old.state in NOT_BEGUN and new is not None and new.state in _TAKEN for old, new in zip(before, now, strict=True))
    going_on = sum(new is not None and new.state in BEING_SENT for new in now)
    told = (("staff-taken-back", taken), ("staff-goes-on", going_on))
    return tuple(Say(key, {"number": staff_id[:8], "count": count}) for key, count in told if count)
