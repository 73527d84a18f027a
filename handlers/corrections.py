"""Corrections follow the answer: the switch for readers, the message that they get, and the list from which an editor has it sent."""

from telegram import Update

from bot.announcing import FIRST
from bot.broadcasts.content import Broadcast
from bot.broadcasts.corrections import Due, readings
from bot.broadcasts.release import Outcome
from bot.context import Context
from bot.knowledge.library import Library
from bot.replies import Button, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import start, tellstaff
from handlers.cards import MENU, Rows

_OFF = Button(Say("button-corrections-off"), "v:off")
_OFF_BELOW = Button(Say("button-corrections-off"), "v:off:n")  # below a correction, which stays readable
_ON = Button(Say("button-corrections-on"), "v:on")
_STAFF = Button(Say("button-corrections-due"), "v:due")


async def press(update: Update, context: Context) -> None:
    """Take a button: a reader's switch, or an editor's list; whoever may not write gets the menu, as for any button that is too old."""
    step = context.action.arguments[0] if context.action.arguments else ""
    if step in ("due", "ask"):
        await _editor(step, context)
    elif not context.person.known:
        await start.start(update, context)
    elif step in ("on", "off"):
        await context.services.corrections.switch(context.person, step == "on")
        page = _switch(context.language, step == "on", "corrections-on" if step == "on" else "corrections-off")
        await (context.say(page) if context.action.arguments[1:] == ("n",) else context.show(page))
    else:
        await context.show(_switch(context.language, context.person.corrections, "corrections"))


def rows(member: Member, _language: str) -> Rows:
    """Return what a member of staff may press here, for the menu of staff."""
    return ((_STAFF,),) if member.may(Right.WRITE) else ()


def message(broadcast: Broadcast, language: str) -> Reply:
    """Return a correction as a reader gets it: neutral lines, of which a locked phone shows the first, what was corrected, the entry, and how to stop."""
    opens = tuple((Button(Say("button-correction-open"), f"e:{language}:n:{one.entry}"),) for one in readings(broadcast.content))
    parts = (FIRST, Say("correction-why"), Say("correction-first"), Say("correction-text", {"text": broadcast.content.texts[language]}))
    return Reply(language, parts, (*opens, (_OFF_BELOW,)))


def _switch(language: str, on: bool, key: str) -> Reply:
    return Reply(language, (Say(key),), ((_OFF if on else _ON,), (MENU,)))


async def _editor(step: str, context: Context) -> None:
    member = await context.services.staff.member(context.person)
    library = await context.library()
    if member is None or not member.may(Right.WRITE):
        context.message = None
        await context.say(start.menu(context.language, "expired"))
    elif library is None:
        await context.show(Reply(context.language, (Say("unavailable"),), ((MENU,),)))
    elif step == "due":
        await _list(library, context)
    else:
        await _ask(library, member, context)


async def _list(library: Library, context: Context) -> None:
    """Show one corrected entry whose readers were not told yet: the text as they will read it, and how many they are."""
    due = await context.services.corrections.due(library)
    if not due:
        await context.show(Reply(context.language, (Say("corrections-none"),), ((MENU,),)))
        return
    wanted = context.action.arguments[1] if len(context.action.arguments) > 1 else ""
    place = int(wanted) % len(due) if wanted.isdecimal() else 0
    await context.show(_page(due[place], place, len(due), context.language))


def _page(due: Due, place: int, total: int, language: str) -> Reply:
    texts = tuple(Say("correction-text", {"text": due.content.texts[one]}) for one in sorted(due.content.texts, key=lambda one: one != language))
    forth = (Button(Say("button-next"), f"v:due:{place + 1}"),) if total > 1 else ()
    ask = Button(Say("button-corrections-ask"), f"v:ask:{due.content.hash()[:16]}")
    return Reply(language, (Say("corrections-page", {"count": str(due.number)}), *texts), ((ask,), (*forth, MENU)))


async def _ask(library: Library, member: Member, context: Context) -> None:
    """Ask for the release of what the button stands below: a second person is told and releases it, as any announcement."""
    services, wanted = context.services, context.action.arguments[1:]
    due = next((one for one in await services.corrections.due(library) if (one.content.hash()[:16],) == wanted), None)
    draft = await services.corrections.draft(library, due.entry, member.id) if due else None
    outcome = await services.releases.ask(draft.id, member.id) if draft else Outcome.GONE
    if draft and outcome is Outcome.DONE:
        await tellstaff.approvers(context, member, draft)
    key = "corrections-asked" if outcome is Outcome.DONE else "corrections-changed"
    await context.show(Reply(context.language, (Say(key),), ((_STAFF,), (MENU,))))
