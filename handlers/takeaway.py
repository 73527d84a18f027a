"""Send me this: an entry, a topic or the whole guide as one HTML file, after a warning that a file on a phone can be found."""

import asyncio
from collections.abc import Sequence

from telegram import Update

from bot.context import Context
from bot.i18n import LANGUAGES
from bot.knowledge.entry import Entry
from bot.knowledge.library import Library
from bot.knowledge.takeaway import Leaflet, page
from bot.replies import Button, Reply, Say
from handlers import cards
from handlers.start import menu

_NAME = "guide.html"  # on purpose says nothing of what it is about
_ENTRY, _TOPIC, _ALL = "e", "c", "a"


async def warn(_update: Update, context: Context) -> None:
    """Say what a file on a phone means, and ask once more."""
    library = await context.library()
    if library is None or not _wanted(library, context):
        await context.show(menu(context.language, "expired"))
        return
    kind, language, name = _address(context)
    where = context.action.arguments[3:4]  # whether the card was opened from a list; the page of a topic
    back = {_ENTRY: ":".join(("e", language, *where, name)), _TOPIC: ":".join(("c", name, *(where or ("0",))))}.get(kind, "t")
    send = Button(Say("button-takeaway-send"), f"K:{kind}:{language}:{name}")
    await context.show(Reply(language, (Say("takeaway-warning"),), ((send,), (Button(Say("button-back"), back), cards.MENU))))


async def send(_update: Update, context: Context) -> None:
    """Send the file."""
    library = await context.library()
    entries = _wanted(library, context) if library else ()
    if not entries:
        await context.show(menu(context.language, "expired"))
        return
    kind, language, name = _address(context)
    words = context.services.words
    title = entries[0].texts[language].title if kind == _ENTRY else words.text(language, f"topic-{name}" if kind == _TOPIC else "takeaway-all")
    leaflet = Leaflet(title, entries, language, context.services.now().date())
    text = await asyncio.to_thread(page, leaflet, words)
    await context.send_file(_NAME, text.encode(), Say("takeaway-sent"), language)


def _address(context: Context) -> tuple[str, str, str]:
    kind, language, name = (*context.action.arguments, "", "", "")[:3]
    return kind, language, name


def _wanted(library: Library, context: Context) -> Sequence[Entry]:
    """Return the entries that the button means; none for an old button."""
    kind, language, name = _address(context)
    if language not in LANGUAGES:
        return ()
    if kind == _ENTRY:
        return (library.entries[name],) if name in library.entries else ()
    return [entry for category, entries in library.categories() if kind == _ALL or category == name for entry in entries]
