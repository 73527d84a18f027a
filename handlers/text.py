"""A text: the answer to the form that is open, or else a question."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from handlers import ask, interest

# By the name that stands in `Dialog.form`; a form gets edited messages too, and decides what they mean.
FORMS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {interest.FORM: interest.answer}


async def text(update: Update, context: Context) -> None:
    """Hand the text to its form, or answer it."""
    await FORMS.get(context.dialog.form, ask.ask)(update, context)
