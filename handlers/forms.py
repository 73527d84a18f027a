"""Which form takes the next text: its name stands in `Dialog.form`, before the first colon; what is typed, after it."""

from dataclasses import replace
from datetime import timedelta

from bot.context import Context
from bot.people.dialog import Dialog

INTEREST = "interest"
QUESTION, ANSWER = "inbox", "answer"  # a question to the team, and a responder's answer
ANNOUNCEMENT = "announce"
REVIEW, LETTER = "review", "letter"
SELECTION = (REVIEW, LETTER)

_COUNTRY, _COUNTRY_WAITS = "country", timedelta(minutes=15)  # as long as a follow-up is understood; what is written stays a text like others


def name(context: Context) -> str:
    """Return the name of the form that is open, "" for none."""
    return context.dialog.form.partition(":")[0]


def expect(context: Context, form: str) -> None:
    """Take the next text as the answer to `form`."""
    context.remember(replace(context.dialog, form=form))


def leave(context: Context, *names: str) -> None:
    """Expect nothing typed any more, if one of these forms is open: what comes next is a question again."""
    if name(context) in names:
        context.remember(closed(context))


def closed(context: Context) -> Dialog:
    """Return the dialog without a form."""
    return replace(context.dialog, form="", pending="", subject="")


def tapped(context: Context) -> Dialog:
    """Return the dialog without a form, after the pressed button sent something: what came of it stays in its message when it is tapped again."""
    return closed(context).noticed(_tap(context), context.services.now())


def was_tapped(context: Context) -> bool:
    """Tell whether the pressed button sent something within the last 24 hours."""
    return _tap(context) in context.dialog.notices


def _tap(context: Context) -> str:
    action = context.action
    return f"tap:{context.services.keys.sign(':'.join((action.verb, *action.arguments)))}"


def ask_country(context: Context) -> None:
    """Note that a country was asked for: a short text may be its name."""
    context.remember(context.dialog.noticed(_COUNTRY, context.services.now()))


def country_asked(context: Context) -> bool:
    """Tell whether a country was asked for just now."""
    return not context.dialog.due(_COUNTRY, _COUNTRY_WAITS, context.services.now())


def leave_country(context: Context) -> None:
    """Expect no country any more."""
    if _COUNTRY in context.dialog.notices:
        context.remember(context.dialog.unnoticed(_COUNTRY))
