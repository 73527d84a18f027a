"""How somebody joins the staff: by an invitation's link, which looks like any other unknown link to everybody else."""

from bot.context import Context
from bot.replies import Button, Reply, Say
from bot.staff.roles import dump

BACK = Button(Say("button-staff"), "S")


async def accept(context: Context, secret: str) -> bool:
    """Use an invitation; False when it is none (any more)."""
    member = await context.services.staff.accept(context.person, secret)
    if member is None:
        return False
    await context.say(Reply(context.language, (Say("staff-welcome", {"roles": dump(member.roles)}),), ((BACK,),)))
    return True
