"""A text: the answer to the form that is open, or else a question."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from handlers import ask, edits, forms, inbox, interest, selecting, team, writing

# A form gets edited messages too, and decides what they mean; those of staff's texts are followed by `edits`.
FORMS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {
    forms.INTEREST: interest.answer, forms.ANNOUNCEMENT: writing.typed, forms.QUESTION: inbox.written, forms.ANSWER: team.written,
    forms.REVIEW: selecting.typed, forms.LETTER: selecting.typed,
}


async def text(update: Update, context: Context) -> None:
    """Hand the text to its form, or answer it; an edited one, to the form that had taken it."""
    form, name = context.dialog.form, forms.name(context)
    if update.edited_message is not None and edits.is_of_a_form(context):
        await edits.follow(update, context, FORMS)
    elif update.edited_message is not None and name in (forms.ANNOUNCEMENT, *forms.SELECTION):
        await edits.refuse_unknown(context)
    else:
        await FORMS.get(name, ask.ask)(update, context)
        edits.note(context, form)
