"""The staff's menu: what the role may do, and nothing else. Everybody else gets what an unknown command gets."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.i18n import moment
from bot.replies import Button, Heading, Lines, Reply, Say
from bot.staff.roles import Right, Role
from bot.staff.service import Member
from handlers import corrections, members, other, publishing, selecting, team
from handlers.cards import MENU, Rows, rows
from handlers.staff import BACK, named

_ENTRIES = 12  # of the audit trail, shown at once
Step = Callable[[Context, Member, tuple[str, ...]], Awaitable[None]]


async def staff(update: Update, context: Context) -> None:
    """Show the menu, or what a button in it asks for."""
    member = await context.services.staff.member(context.person)
    if member is None:
        await other.unknown_command(update, context)
        return
    name, *arguments = (*context.action.arguments, "")
    right, step = _STEPS.get(name if context.query else "", (None, _menu))
    if right is not None and not member.may(right):
        step = _menu
    await step(context, member, tuple(arguments[:-1]))


def offers(member: Member, language: str) -> Rows:
    """Return the buttons of the menu that this member may press."""
    offered = (
        (Right.WRITE, "button-announcement-new", "V:new"), (Right.WRITE, "button-announcement-mine", "V:mine"),
        (Right.RELEASE, "button-announcement-waiting", "V:wait"), (Right.STOP, "button-announcement-now", "V:now"),
        (Right.WRITE, "button-staff-courses", "S:c"), (Right.MANAGE_STAFF, "button-staff-members", "S:p"), (Right.MANAGE_STAFF, "button-staff-invite", "S:i"),
        (Right.READ_AUDIT, "button-staff-audit", "S:a"),
    )
    mine = rows(Button(Say(label), action) for right, label, action in offered if member.may(right))
    return (*mine, *team.rows(member, language), *corrections.rows(member, language), *selecting.rows(member), (MENU,))


async def _menu(context: Context, member: Member, _arguments: tuple[str, ...]) -> None:
    await context.put(Reply(context.language, (Say("staff-menu", {"roles": named(member.roles, context)}),), offers(member, context.language)))


async def _invite(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Make an invitation for a role: the link is shown once, here."""
    role = (*arguments, "")[0]
    if role not in set(Role):
        buttons = rows(Button(Say(f"role-name-{one}"), f"S:i:{one}") for one in Role)
        told = Lines(tuple(Say(f"role-{one}") for one in Role))  # a button on a phone shows some twenty letters
        await context.show(Reply(context.language, (Say("staff-invite"), told), (*buttons, (BACK, MENU))))
        return
    secret = await context.services.staff.invite(frozenset({Role(role)}), member.id)
    link = f"https://t.me/{context.bot.username}?start=s_{secret}"
    await context.show(Reply(context.language, (Say("staff-invited", {"role": context.words(f"role-{role}"), "link": link}),), ((BACK, MENU),)))


async def _audit(context: Context, _member: Member, _arguments: tuple[str, ...]) -> None:
    """Show the latest entries, whether the chain fits, and its head."""
    audit = context.services.audit
    verdict = await audit.verify()
    lines = tuple(Heading(f"{moment(at, context.language)} · {actor[:8]} · {event} · {what[:12]}") for at, actor, event, what in await audit.recent(_ENTRIES))
    fits = Say("audit-fits", {"entries": verdict.entries, "head": str(verdict.head or "-")}) if verdict.broken is None else Say(
        "audit-broken", {"entry": verdict.broken})
    await context.show(Reply(context.language, (Say("staff-audit"), fits, Lines(lines)), ((BACK, MENU),)))


_STEPS: dict[str, tuple[Right | None, Step]] = {
    "": (None, _menu), "p": (Right.MANAGE_STAFF, members.listed), "m": (Right.MANAGE_STAFF, members.one), "i": (Right.MANAGE_STAFF, _invite),
    "a": (Right.READ_AUDIT, _audit), "c": (Right.WRITE, publishing.listed), "C": (Right.WRITE, publishing.one),
}
