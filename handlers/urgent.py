"""Urgent help, from the menu, from /urgent, and before anything else when a message speaks of danger."""

from telegram import Update

from bot.context import Context
from bot.replies import Reply
from handlers import cards


async def urgent(_update: Update, context: Context) -> None:
    """Show the urgent-help card."""
    library = await context.library()
    context.write(context.services.tallies.add(context.language, None, "urgent"))
    await context.put(cards.urgent(library, context.language))


async def in_caption(context: Context) -> Reply | None:
    """Return the urgent-help card when the words below a picture or file speak of danger now."""
    caption = context.message.caption if context.message else None
    library = await context.library() if caption else None
    match = library.match(caption, context.language) if library and caption else None
    if library is None or match is None or not match.urgent:
        return None
    context.write(context.services.tallies.add(match.language, None, match.band.value))
    context.services.answered(match.band.value, match.language)
    return cards.urgent(library, match.language, match.entries)
