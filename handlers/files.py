"""A photo or file: for the form that asked for it, or else taken off the chat unseen."""

from telegram import Update

from bot.context import Context
from handlers import forms, other, writing


async def file(update: Update, context: Context) -> None:
    """Hand it to its form, or take it away."""
    if forms.name(context) == forms.ANNOUNCEMENT and await writing.take_media(context):
        return
    await other.media(update, context)
