"""Before a text or command is answered: what could put somebody at risk is taken off the chat."""

from telegram import Update

from bot.context import Context
from bot.people.risk import is_risky
from bot.replies import Reply, Say
from handlers import edits


async def take_away(update: Update, context: Context) -> None:
    """Look at a text, unless it is for a form: that expects a contact, and asks back before it keeps what it should not."""
    if not context.dialog.form and not (update.edited_message is not None and edits.is_of_a_form(context)):
        await look(context)


async def look(context: Context) -> None:
    """A phone number, an address or a place: remove the message if possible, and say so. It is never quoted, and answered none the less."""
    if is_risky(context.text):
        removed = await context.take_away()
        await context.add(Reply(context.language, (Say("risky-removed" if removed else "risky-kept"),)))
