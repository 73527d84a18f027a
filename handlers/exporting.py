"""The expressions of interest of a course as a file: one person asks, another confirms, and the file goes to the one who asked."""

from telegram.error import TelegramError

from bot.context import Context
from bot.courses.export import Step
from bot.logs import get_logger
from bot.replies import Button, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import selectcards
from handlers.selectcards import LIST

_NAME = "list.csv"  # on purpose says nothing of what it is about

log = get_logger()


async def about(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Say what a file means; offer to ask for it, or to confirm what somebody else asked for."""
    course = (*arguments, "")[0]
    wish = await context.services.exports.waiting(course)
    mine = wish is not None and wish.asked_by == member.id
    confirm = ((Button(Say("button-export-confirm"), f"J:X:{course}"),),) if wish and (not mine or not context.services.exports.second_person) else ()
    title = await selectcards.title(context, course, context.language)
    state = (Say("export-waits" if mine else "export-wanted", {"name": wish.asked_by[:8], "course": title}),) if wish else ()
    ask_ = () if wish else ((Button(Say("button-export-ask"), f"J:y:{course}"),),)
    await context.put(Reply(context.language, (Say("export-about"), *state), (*confirm, *ask_, (_to(course), LIST))))


async def ask(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Ask, and tell those who may confirm."""
    course = (*arguments, "")[0]
    step = await context.services.exports.ask(course, member.id)
    if step is not Step.DONE:
        await _say(context, f"export-{step}", course)
        return
    await about(context, member, arguments)
    for one in await context.services.staff.contacts(Right.EXPORT):
        if one.id != member.id:
            said = Say("export-wanted", {"name": member.id[:8], "course": await selectcards.title(context, course, one.language)})
            reply = Reply(one.language, (said,), ((Button(Say("button-export-look"), f"J:x:{course}"),),))
            await context.services.deliver(one.chat_id, reply)


async def confirm(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    """Confirm, and send the file to whoever asked."""
    course = (*arguments, "")[0]
    done = await context.services.exports.confirm(course, member.id)
    if done.step is not Step.DONE:
        await _say(context, f"export-{done.step}", course)
        return
    to = next((one for one in await context.services.staff.contacts(Right.EXPORT) if one.id == done.asked_by), None)
    sent = False
    if to is not None:
        try:
            await context.send_file(_NAME, done.content, Say("export-caption"), to.language, to.chat_id)
            sent = True
        except TelegramError as error:  # theirs, not that of whoever confirms: it must not make the latter look gone
            log.warning("export_not_sent", error=type(error).__name__)
    await _say(context, "export-done" if sent else "export-not-sent", course, count=str(done.count))


async def _say(context: Context, key: str, course: str, **values: object) -> None:
    await context.put(Reply(context.language, (Say(key, values),), ((_to(course), LIST),)))


def _to(course: str) -> Button:
    return Button(Say("button-selecting-course"), f"J:c:{course}")
