"""A text: the answer to the form that is open, or else a question."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from handlers import ask, compose, forms, inbox, interest, selecting, team

# A form gets edited messages too, and decides what they mean.
FORMS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {
    forms.INTEREST: interest.answer, forms.ANNOUNCEMENT: compose.typed, forms.QUESTION: inbox.written, forms.ANSWER: team.written,
    forms.REVIEW: selecting.typed, forms.LETTER: selecting.typed,
}


async def text(update: Update, context: Context) -> None:
    """Hand the text to its form, or answer it."""
    await FORMS.get(forms.name(context), ask.ask)(update, context)
