"""A message that was edited in Telegram after its text was taken: the edit is the new text, or is refused in words; it is never a question by mistake."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.replies import Reply, Say
from handlers import forms
from handlers.cards import MENU
from handlers.staff import BACK

TAKEN = Say("edit-taken")
_FOLLOWED = (forms.ANNOUNCEMENT, forms.LETTER)  # staff's texts that can still be written anew
_NOTED = (*_FOLLOWED, forms.REVIEW)  # a reviewer's reason is written anew by a tap
_KEPT = 12  # messages: three languages, their corrections, a time; each is some 60 bytes of the sealed state
Handler = Callable[[Update, Context], Awaitable[None]]


def is_of_a_form(context: Context) -> bool:
    """Tell whether this message's text was taken by a form of staff's: then it is no question."""
    return _number(context) in context.dialog.typed


def note(context: Context, form: str) -> None:
    """Remember for a day which message gave the text of `form`."""
    if form.partition(":")[0] in _NOTED:
        kept = [(number, name) for number, name in context.dialog.typed.items() if number != _number(context)][-_KEPT + 1:]
        context.remember(replace(context.dialog, typed={**dict(kept), _number(context): form}))


async def follow(update: Update, context: Context, takers: dict[str, Handler]) -> None:
    """Take an edited message as its form would take a new one; the form that is open meanwhile stays open."""
    form, name = context.dialog.typed.get(_number(context), ""), forms.name(context)
    if form.partition(":")[0] not in _FOLLOWED:
        await _refuse(context, "edit-not-taken")
    elif _number(context) != [number for number, one in context.dialog.typed.items() if one == form][-1]:
        await _refuse(context, "edit-older")
    else:
        was_open = context.dialog.form if name and not _same(context.dialog.form, form) else ""
        context.remember(replace(context.dialog, form=form))
        await takers[form.partition(":")[0]](update, context)
        if was_open:
            context.remember(replace(context.dialog, form=was_open))


async def refuse_unknown(context: Context) -> None:
    """Say that an edited message is no answer to what was asked for just now."""
    await _refuse(context, "edit-not-taken")


def _same(one: str, other: str) -> bool:
    """Tell whether two forms take the same text, the first perhaps after a text that was too long."""
    return one.replace("cut-", "", 1).replace("cut:", "", 1) == other


async def _refuse(context: Context, key: str) -> None:
    await context.say(Reply(context.language, (Say(key),), ((BACK, MENU),)))


def _number(context: Context) -> str:
    return str(context.message.message_id) if context.message else ""
