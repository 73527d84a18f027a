"""Urgent help, from the menu, from /urgent, and before anything else when a message speaks of danger."""

from telegram import Update

from bot.context import Context
from bot.replies import Reply, Say
from handlers import cards


async def urgent(_update: Update, context: Context) -> None:
    """Show the urgent-help card."""
    library = await context.library()
    context.write(context.services.tallies.add(context.language, None, "urgent"))
    without = Reply(context.language, (Say("urgent-title"), Say("urgent-without-entry")), ((cards.MENU,),))
    reply = cards.urgent(library, context.language) if library else without
    await (context.show(reply) if context.query else context.say(reply))
