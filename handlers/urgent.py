"""Urgent help, from the menu, from /urgent, and before anything else when a message speaks of danger."""

from telegram import Update

from bot.context import Context
from bot.knowledge.library import DESPAIR_ENTRY
from bot.replies import Reply
from handlers import cards, tongue


async def urgent(_update: Update, context: Context) -> None:
    """Show the urgent-help card."""
    library = await context.library()
    context.write(context.services.tallies.add(context.language, None, "urgent"))
    if library is not None and library.urgent_entry is not None:
        context.write(*context.services.corrections.follow(context.person, library.urgent_entry))
    await context.put(cards.urgent(library, context.language))


async def in_caption(context: Context) -> Reply | None:
    """Return the urgent-help card when the words below a picture or file speak of danger now."""
    return await in_words((context.message.caption if context.message else None) or "", context)


async def in_words(text: str, context: Context) -> Reply | None:
    """Return the urgent-help card when `text`, which is no question to the guide, speaks of danger now."""
    library = await context.library() if text else None
    match = tongue.kept(library.match(text, context.language), context.person) if library else None
    if library is None or match is None or not match.urgent:
        return None
    context.write(context.services.tallies.add(match.language, None, match.band.value))
    context.services.answered(match.band.value, match.language)
    if match.despair and DESPAIR_ENTRY in library.entries:
        return cards.card(library.entries[DESPAIR_ENTRY], match.language, context.services.now().date(), ((cards.URGENT,),))
    return cards.urgent(library, match.language, match.entries)
