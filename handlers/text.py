"""A text: the answer to the form that is open, or else a question."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from handlers import ask, selectforms, selecting

FORMS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {  # by the name that stands in `Dialog.form`, before the first ":"
    selectforms.REVIEW: selecting.typed, selectforms.LETTER: selecting.typed,
}


async def text(update: Update, context: Context) -> None:
    """Hand the text to its form, or answer it."""
    form = FORMS.get(context.dialog.form.partition(":")[0]) if update.edited_message is None else None
    await (form or ask.ask)(update, context)
