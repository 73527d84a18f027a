"""What a member of staff types for expressions of interest: reasons and letters. A command or another menu's button leaves it."""

from dataclasses import replace

from bot.context import Context

REVIEW, LETTER = "review", "letter"  # the names in `Dialog.form` begin so; after a ":" stands what is typed


def expect(context: Context, form: str) -> None:
    """Take the next text as the answer to `form`."""
    context.remember(replace(context.dialog, form=form))


def leave(context: Context) -> None:
    """Expect nothing typed any more: what comes next is a question again."""
    if context.dialog.form.partition(":")[0] in (REVIEW, LETTER):
        context.remember(replace(context.dialog, form=""))
