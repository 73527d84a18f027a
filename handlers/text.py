"""A text: the answer to the form that is open, or else a question."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from handlers import ask, compose, forms, inbox, interest, selectforms, selecting, team

# By what stands in `Dialog.form` before its first colon; a form gets edited messages too, and decides what they mean.
FORMS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {
    interest.FORM: interest.answer, compose.FORM: compose.typed, forms.QUESTION: inbox.written, forms.ANSWER: team.written,
    selectforms.REVIEW: selecting.typed, selectforms.LETTER: selecting.typed,
}


async def text(update: Update, context: Context) -> None:
    """Hand the text to its form, or answer it."""
    await FORMS.get(context.dialog.form.partition(":")[0], ask.ask)(update, context)
