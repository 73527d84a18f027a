"""What staff are told of an announcement because somebody did something with it: each message names its first words."""

from collections.abc import Sequence

from bot.broadcasts.content import Broadcast, Kind, State
from bot.context import Context
from bot.i18n import moment
from bot.naming import label
from bot.replies import Button, Choice, Heading, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Contact, Member
from handlers.cards import Rows


async def approvers(context: Context, author: Member, found: Broadcast, key: str = "release-wanted", step: str = "r") -> None:
    """Tell everybody else who may release that an announcement waits; that one of them can't be reached stops nothing."""
    below = ((Button(Say("button-release-read"), f"V:{step}:{found.id}"),),)
    for one in await context.services.staff.contacts(Right.RELEASE):
        if one.id != author.id:
            await _tell(context, one, found, (Say(key),), below)


async def author(context: Context, member: Member, found: Broadcast, key: str) -> None:
    """Tell whoever wrote it what somebody else found or did."""
    await _one(context, member, found, found.author, key)


async def released(context: Context, member: Member, found: Broadcast) -> None:
    """Tell everybody else who can stop it when it goes out: one message each, also when the update comes again after a kill, not at a second tap."""
    if not _first(context, found):
        return
    stop, read = Button(Say("button-announcement-end"), f"V:s:{found.id}"), Button(Say("button-release-read"), f"V:r:{found.id}")
    for one in await context.services.staff.contacts(Right.STOP):
        if one.id != member.id:
            key = "released-yours" if one.id == found.author else "released"
            alone = (Say("report-alone"),) if found.alone else ()
            await _tell(context, one, found, (Say(key, _start(found, one.language)), *alone), ((stop, read),))


async def letters_released(context: Context, member: Member, course_id: str) -> None:
    """Tell everybody else who can stop them when the letters of a course go out: one message, a row of buttons for each outcome."""
    out = [one for one in await context.services.broadcasts.under_way((State.RELEASED,))
           if one.content.kind is Kind.LETTERS and one.content.course_id == course_id and one.released_by == member.id]
    course = await context.services.courses.get(course_id)
    if not out or course is None or not _first(context, out[0]):
        return
    rows = tuple(_of_outcome(one) for one in out)
    for one in await context.services.staff.contacts(Right.STOP):
        if one.id != member.id:
            said = (Say("released-letters", _start(out[0], one.language)), Heading(course.text(one.language).title))
            await context.services.deliver(one.chat_id, Reply(one.language, said, rows))


async def voided(context: Context, member: Member, before: Broadcast) -> None:
    """Tell the approver who released it that its author changed it, and that it does not go out."""
    await _one(context, member, before, before.released_by or "", "released-voided")


async def resumed(context: Context, member: Member, found: Broadcast) -> None:
    """Tell whoever had paused it that it goes on; its author, where no message shows them the progress."""
    paused_by = await context.services.audit.last_actor(f"broadcast-{State.PAUSED}", found.id)
    await _one(context, member, found, paused_by, "moved-sending-paused")
    if found.author != paused_by and not found.progress_message:
        await author(context, member, found, "moved-sending-yours")


async def _one(context: Context, member: Member, found: Broadcast, staff_id: str, key: str) -> None:
    for one in await context.services.staff.contacts():
        if one.id == staff_id != member.id:
            step = "e" if staff_id == found.author else "l"
            await _tell(context, one, found, (Say(key),), ((Button(Say("button-desk"), f"V:{step}:{found.id}"),),))


async def _tell(context: Context, one: Contact, found: Broadcast, said: Sequence[Part], below: Rows) -> None:
    await context.services.deliver(one.chat_id, Reply(one.language, (*said, Heading(label(found.content, one.language))), below))


def _first(context: Context, found: Broadcast) -> bool:
    """Tell whether this release was not told yet by whoever taps; noted with the end of the update."""
    notice, now = f"released:{found.id}:{found.starts_at}", context.services.now()
    if notice in context.dialog.notices:
        return False
    context.remember(context.dialog.noticed(notice, now))
    return True


def _of_outcome(found: Broadcast) -> tuple[Button, ...]:
    rule = {"rule": Choice(found.content.segment.include[0].by)}
    return Button(Say("button-letters-end", rule), f"V:s:{found.id}"), Button(Say("button-letters-read", rule), f"V:r:{found.id}")


def _start(found: Broadcast, language: str) -> dict[str, object]:
    at = moment(found.starts_at, language, found.content.zone) if found.starts_at else ""
    return {"time": at, "zone": found.content.zone}
