"""Leaving an open form: something else was asked for, so that the next text is no question or answer by mistake."""

from telegram import Update

from bot.context import Context
from bot.replies import Reply, Say
from handlers import forms, interest

_NOTICES = {forms.QUESTION: "inbox-left", forms.ANSWER: "team-left"}


async def set_aside(update: Update, context: Context) -> None:
    """Forget what was written and not sent, and say so; a form for an expression of interest waits."""
    forms.leave_country(context)
    form, unsent = forms.name(context), context.dialog.pending
    if form == forms.INTEREST:
        await interest.set_aside(update, context)
        return
    forms.leave(context, forms.ANNOUNCEMENT, *forms.SELECTION, *_NOTICES)
    if unsent and form in _NOTICES:
        await context.add(Reply(context.language, (Say(_NOTICES[form]),)))
