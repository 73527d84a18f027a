"""Expressions of interest, for staff: the list of courses, one course; and which step a button of verb "J" asks for, if the role may."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Context
from bot.courses.figures import Listed
from bot.replies import Button, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import deciding, exporting, forms, inviting, other, releasing, reviewing, selectcards, stats
from handlers.cards import Rows

Step = Callable[[Context, Member, tuple[str, ...]], Awaitable[None]]
_ANY = (Right.READ_INTERESTS, Right.DECIDE, Right.RELEASE, Right.EXPORT, Right.WRITE)


async def selecting(update: Update, context: Context) -> None:
    """Do what a button asks for, or list the courses; whoever has not the role gets what an unknown command gets."""
    name, *arguments = (*context.action.arguments,) or ("",)
    await _go(update, context, name, tuple(arguments))


async def typed(update: Update, context: Context) -> None:
    """Take a text that was asked for: a reason, or a letter."""
    form, *arguments = context.dialog.form.split(":")
    await _go(update, context, {forms.REVIEW: "reason", forms.LETTER: "letter"}[form], tuple(arguments))


async def show_stats(update: Update, context: Context) -> None:
    """The command /stats."""
    await _go(update, context, "g", ())


def rows(member: Member) -> Rows:
    """Return the buttons of the staff menu that lead here."""
    offered = (*((Button(Say("button-selecting"), "J"),) if any(map(member.may, _ANY)) else ()),
               *((Button(Say("button-stats"), "J:g"),) if member.may(Right.SEE_COUNTS) else ()))
    return (offered,) if offered else ()


async def _go(update: Update, context: Context, name: str, arguments: tuple[str, ...]) -> None:
    rights, step = _STEPS.get(name, (_ANY, _list))
    member = await context.services.staff.member(context.person)
    if name not in _TYPED:
        forms.leave(context, *forms.SELECTION)
    if member is None or not any(map(member.may, rights)):
        forms.leave(context, *forms.SELECTION)
        await other.unknown_command(update, context)
        return
    await step(context, member, arguments)


async def _list(context: Context, _member: Member, _arguments: tuple[str, ...]) -> None:
    await context.put(selectcards.courses(await context.services.figures.courses(context.language), context.language))


async def _course(context: Context, member: Member, arguments: tuple[str, ...]) -> None:
    course_id = (*arguments, "")[0]
    found = await context.services.courses.get(course_id)
    if found is None:
        await _list(context, member, ())
        return
    counts = await context.services.selection.counts(course_id)
    await context.put(selectcards.course(Listed(course_id, found.text(context.language).title), counts, member, context))


_READ, _DECIDE, _RELEASE, _EXPORT = (Right.READ_INTERESTS,), (Right.DECIDE,), (Right.RELEASE,), (Right.EXPORT,)
_WRITE = (Right.DECIDE, Right.WRITE)
_TYPED = ("reason", "letter")
_STEPS: dict[str, tuple[tuple[Right, ...], Step]] = {
    "": (_ANY, _list), "c": (_ANY, _course), "g": ((Right.SEE_COUNTS,), stats.show),
    "n": (_READ, reviewing.next_one), "v": (_READ, reviewing.again), "q": (_READ, reviewing.sheet), "p": (_READ, reviewing.points),
    "s": (_READ, reviewing.score), "b": (_READ, reviewing.abstain), "f": (_READ, reviewing.file), "o": (_READ, reviewing.others),
    "reason": (_READ, reviewing.take_reason),
    "k": (_DECIDE, deciding.ranking), "d": (_DECIDE, deciding.one), "D": (_DECIDE, deciding.decide),
    "w": (_DECIDE, deciding.waiting_list), "m": (_EXPORT, inviting.accepted), "i": (_EXPORT, inviting.contact),
    "l": (_WRITE, releasing.letters), "e": (_WRITE, releasing.letter), "t": (_WRITE, releasing.type_letter), "z": (_WRITE, releasing.take_default),
    "letter": (_WRITE, releasing.take_letter),
    "a": (_DECIDE, releasing.ready), "A": (_DECIDE, releasing.ask), "r": (_RELEASE, releasing.read), "R": (_RELEASE, releasing.release),
    "x": (_EXPORT, exporting.about), "y": (_EXPORT, exporting.ask), "X": (_EXPORT, exporting.confirm),
}
