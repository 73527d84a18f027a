"""A pressed button: its signature is checked, then its verb chooses what happens."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Update

from bot.context import Context
from bot.telegram.callbacks import Action, unpack
from handlers import (
    announced,
    ask,
    browse,
    compose,
    corrections,
    courses,
    glossary,
    inbox,
    interest,
    leaving,
    pathfinder,
    privacy,
    selecting,
    staffmenu,
    start,
    takeaway,
    team,
    tongue,
    urgent,
)

_OLD = timedelta(hours=48)  # Telegram lets a bot change its messages no longer
Step = Callable[[Update, Context], Awaitable[None]]
_ALL: frozenset[str] = frozenset()
# What still works when its message is old or out of reach: it stops or shows something, and is answered by a new message. A verb with the first
# arguments that do, none for all of them. The others (forms, staff, erasing, votes on a card) were meant for that moment.
LASTING: dict[str, frozenset[str]] = {
    **dict.fromkeys(("A", "o", "e", "s", "q", "r", "x", "m"), _ALL),
    "i": frozenset(("new", "mine", "see", "go")), "h": frozenset(("", "mine", "helped")), "v": frozenset(("", "on", "off")),
}
VERBS: dict[str, Step] = {
    "m": start.show_menu, "l": start.choose_language, "a": tongue.press, "u": start.understand,
    "p": privacy.privacy, "d": privacy.press, "?": start.show_help,
    "t": browse.show_topics, "c": browse.show_category, "e": browse.show_entry, "s": browse.show_section,
    "q": browse.show_sources, "r": browse.show_related, "y": browse.helped, "n": browse.not_helped,
    "J": selecting.selecting,
    "x": urgent.urgent, "0": ask.none_of_these,
    "o": courses.courses,
    "S": staffmenu.staff, "V": compose.announcements, "A": announced.choose,
    "w": pathfinder.begin, "f": pathfinder.show_accepted, "g": glossary.glossary, "b": glossary.show_words, "k": takeaway.warn, "K": takeaway.send,
    "i": interest.press, "h": inbox.press, "j": team.press, "v": corrections.press,
}
# The forms' own, a vote, clearing the chat: they show nothing that a person would go on from by writing.
_BESIDE_A_FORM = ("i", "h", "j", "J", "V", "y", "n", "d")
_TOASTS = {"y": "thanks-for-telling", "n": "thanks-for-telling"}


async def press(update: Update, context: Context) -> None:
    """Run the step of the pressed button; one that is altered or unknown, or old where that matters, brings the menu."""
    query = context.query
    action = unpack(query.data if query else None, context.person.chat_id, context.services.keys)
    step = VERBS.get(action.verb) if action else None
    if _is_old(context):
        context.message = None  # it can't be changed any more: what is said comes as a new message
    if action is None or step is None or (context.message is None and not _lasts(action)):
        context.message = None  # or is not ours
        await context.toast("")
        await context.say(start.menu(context.language, "expired"))
        return
    context.action = action
    await context.toast(_TOASTS.get(action.verb, ""))
    if action.verb not in _BESIDE_A_FORM:
        await leaving.set_aside(update, context)
    await step(update, context)


def _lasts(action: Action) -> bool:
    firsts = LASTING.get(action.verb)
    return firsts is not None and (not firsts or (*action.arguments, "")[0] in firsts)


def _is_old(context: Context) -> bool:
    return context.message is None or context.services.now() - context.message.date > _OLD
