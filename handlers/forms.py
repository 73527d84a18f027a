"""Leaving an open form: something else was asked for, so that the next text is no question or answer by mistake."""

from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.people.dialog import Dialog
from bot.replies import Reply, Say
from handlers import compose, interest, selectforms

QUESTION, ANSWER = "inbox", "answer"  # in Dialog.form: a question to the team, and a responder's answer
_NOTICES = {QUESTION: "inbox-left", ANSWER: "team-left"}


async def set_aside(update: Update, context: Context) -> None:
    """Forget what was written and not sent, and say so."""
    form = context.dialog.form.partition(":")[0]
    if form == interest.FORM:
        await interest.set_aside(update, context)
    elif form in (compose.FORM, selectforms.REVIEW, selectforms.LETTER):
        context.remember(closed(context))
    if form not in _NOTICES:
        return
    unsent = context.dialog.pending
    context.remember(closed(context))
    if unsent:
        await context.add(Reply(context.language, (Say(_NOTICES[form]),)))


def closed(context: Context) -> Dialog:
    """Return the dialog without a form."""
    return replace(context.dialog, form="", pending="", subject="")
