"""Writing an announcement in the chat, from a phone: each tap or text changes one part of it, and shows the desk again. Verb "V"."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot.broadcasts.content import Broadcast, Content, Kind, State
from bot.context import Context
from bot.i18n import LANGUAGES
from bot.naming import label
from bot.replies import Button, Choice, Heading, Part, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import announced, audience, desk, forms, listing, releases, staffmenu, tellstaff
from handlers.cards import MENU
from handlers.staff import BACK

Change = Callable[[Content], Content]
Step = Callable[[Context, Member, Broadcast, tuple[str, ...]], Awaitable[None]]


async def announcements(update: Update, context: Context) -> None:
    """Do what a button of the announcements asks for, if the role may; everybody else gets the staff menu's answer."""
    member = await context.services.staff.member(context.person)
    name, row, *rest = (*context.action.arguments, "", "")
    if member is not None and name in _LISTS and member.may(_LISTS[name][0]):
        await _LISTS[name][1](context, member, int(row) if row.isdecimal() and len(row) < 4 else 0)
        return
    if member is not None and name == "c" and member.may(Right.WRITE):
        await begin_about(context, member, row)
        return
    right, step = _STEPS.get(name, (Right.STOP, None))
    found = await context.services.broadcasts.get(row) if member is not None and step is not None and member.may(right) else None
    if member is None or step is None or found is None:
        await staffmenu.staff(update, context)
        return
    forms.leave(context, forms.ANNOUNCEMENT)
    await step(context, member, found, tuple(one for one in rest if one))


async def begin(context: Context, _member: Member, _page: int) -> None:
    """Ask what it is about: a course, or something else."""
    page = await context.services.courses.offered()
    courses = [(Button(course.text(context.language).title, f"V:c:{course.id}"),) for course in page]
    await context.put(Reply(context.language, (Say("announcement-about"),), (*courses, (Button(Say("button-announcement-free"), "V:c:-"),), (BACK, MENU))))


async def begin_about(context: Context, member: Member, course: str) -> None:
    """Make the draft and show its desk."""
    content = Content(course_id=None if course == "-" else course, buttons=() if course == "-" else ("open",))
    await show(context, await context.services.broadcasts.begin(member.id, content))


async def show(context: Context, found: Broadcast, above: tuple[Part, ...] = ()) -> None:
    """Show the desk, below what is to be said first; or how far it is once it can't be changed any more."""
    if found.state not in desk.EDITABLE or found.content.kind is Kind.LETTERS:
        await releases.show(context, found)
        return
    counts = await context.services.segments.counts(found.content)
    reply = desk.desk(found, counts, await audience.reader(context, found.content))
    await context.put(replace(reply, parts=(*above, *reply.parts)))


async def edit(context: Context, member: Member, found: Broadcast, wanted: Change) -> Broadcast | None:
    """Change it; None when it can't be (any more). Whoever had released it is told that it does not go out."""
    edited = await context.services.broadcasts.edit(found.id, member.id, wanted)
    if edited is not None and edited.state is State.DRAFT and found.state in (State.RELEASED, State.LATE):
        await tellstaff.voided(context, member, found)
    return edited


async def _edit(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    await show(context, found)


async def _text(context: Context, _member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    language = (*rest, "")[0]
    if language in LANGUAGES:
        forms.expect(context, f"{forms.ANNOUNCEMENT}:{language}:{found.id}")
        await context.show(desk.ask(f"desk-type-{language}", found.id, context.language))


async def _media(context: Context, _member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    if rest == ("-",):
        await change(context, _member, found, lambda content: replace(content, media=""))
        return
    forms.expect(context, f"{forms.ANNOUNCEMENT}:media:{found.id}")
    none = ((Button(Say("button-desk-no-media"), f"V:m:{found.id}:-"),),) if found.content.media else ()
    await context.show(Reply(context.language, (Say("desk-media"),), (*none, (Button(Say("button-desk"), f"V:e:{found.id}"),))))


async def _missing(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    if not rest:
        await context.show(desk.missing(found.content, found.id, context.language))
        return
    await change(context, member, found, lambda content: replace(content, fallback=rest[0] if rest[0] in LANGUAGES else ""))


async def _buttons(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    name = (*rest, "")[0]
    if name in ("open", "register"):
        found = await edit(context, member, found, lambda content: replace(
            content, buttons=tuple(one for one in content.buttons if one != name) if name in content.buttons else (*content.buttons, name))) or found
    await context.show(desk.buttons(found.content, found.id, context.language))


async def _who(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    """Show the rules, the values of one, or change one: `n` those who get it, `o` those who do not, then a letter and a place."""
    side, rule = (*rest, "n", "")[:2]
    out, letter, place = side == "o", rule[:1], rule[1:]
    if letter not in audience.LETTERS:
        reader = await audience.reader(context, found.content)
        await context.show(audience.choose(found.content, found.id, reader, out=out, below=await audience.unsure(context, found.content, reader)))
        return
    courses = tuple(course.id for course in await context.services.courses.offered())
    by = audience.LETTERS[letter]
    offered = audience.values(by, courses, audience.months_before(f"{context.services.now():%Y-%m}"))
    if place.isdecimal() and int(place) < len(offered):
        value = offered[int(place)]
        found = await edit(context, member, found, lambda content: audience.toggled(content, by, value, out=out)) or found
    reader = await audience.reader(context, found.content)
    below = await audience.unsure(context, found.content, reader)
    await context.show(audience.choose_value(found.content, found.id, reader, letter, offered, out=out, below=below))


async def _when(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    choice = (*rest, "")[0]
    if choice == "n":
        await change(context, member, found, lambda content: replace(content, send_at=None))
        return
    if choice.isdecimal() and int(choice) < len(desk.ZONES):
        zone = desk.ZONES[int(choice)]
        found = await edit(context, member, found, lambda content: replace(content, zone=zone)) or found
    forms.expect(context, f"{forms.ANNOUNCEMENT}:time:{found.id}")
    await context.show(desk.times(found.content, found.id, context.language))


async def _preview(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    """Send each version, exactly as its readers will get it, to whoever writes it."""
    over = desk.longest(found.content, context.services.renderer, context.person.chat_id)
    if over > 0:
        await context.put(desk.ask("desk-too-long", found.id, context.language, over=over))
        return
    for language in LANGUAGES:
        read = found.content.language_for(language)
        if read is None:
            await context.say(Reply(context.language, (Say("preview-skipped", {"language": Choice(language)}),)))
        elif read == language:
            await announced.preview(context, found, language)
        else:
            await context.say(Reply(context.language, (Say("preview-falls-back", {"language": Choice(language), "other": Choice(read)}),)))
    await context.say(Reply(context.language, (Say("preview-done"),), ((Button(Say("button-desk"), f"V:e:{found.id}"),),)))


async def _dry_run(context: Context, _member: Member, found: Broadcast, _rest: tuple[str, ...]) -> None:
    segments = context.services.segments
    counts, left = await segments.counts(found.content), await segments.left_out(found.content)
    reader = await audience.reader(context, found.content)
    fits = (*audience.by_value(await segments.by_value(found.content), found.content, reader), *await audience.unsure(context, found.content, reader))
    await context.show(desk.dry_run(found, counts, left, fits, reader))


async def _discard(context: Context, member: Member, found: Broadcast, rest: tuple[str, ...]) -> None:
    """Erase a draft with all its texts: the first tap asks."""
    if rest != ("yes",):
        yes, back = Button(Say("button-desk-discard-yes"), f"V:x:{found.id}:yes"), Button(Say("button-desk"), f"V:e:{found.id}")
        await context.show(Reply(context.language, (Say("desk-discard"), Heading(label(found.content, context.language))), ((back,), (yes,))))
        return
    gone = await context.services.broadcasts.discard(found.id, member.id)
    await context.show(Reply(context.language, (Say("desk-discarded" if gone else "announcement-not-now"),), ((BACK, MENU),)))


async def change(context: Context, member: Member, found: Broadcast, wanted: Change, above: tuple[Part, ...] = ()) -> None:
    """Change it and show the desk; another's announcement, or one that is being sent, stays as it is."""
    edited = await edit(context, member, found, wanted)
    forms.leave(context, forms.ANNOUNCEMENT)
    if edited is None:
        await context.put(Reply(context.language, (Say("announcement-not-now"),), ((BACK, MENU),)))
        return
    await show(context, edited, above)


_LISTS: dict[str, tuple[Right, Callable[[Context, Member, int], Awaitable[None]]]] = {
    "new": (Right.WRITE, begin), "mine": (Right.WRITE, listing.mine), "wait": (Right.RELEASE, listing.waiting), "now": (Right.STOP, listing.under_way),
}
_STEPS: dict[str, tuple[Right, Step]] = {
    "e": (Right.WRITE, _edit), "t": (Right.WRITE, _text), "m": (Right.WRITE, _media), "f": (Right.WRITE, _missing), "b": (Right.WRITE, _buttons),
    "w": (Right.WRITE, _who), "h": (Right.WRITE, _when), "P": (Right.WRITE, _preview), "d": (Right.WRITE, _dry_run), "x": (Right.WRITE, _discard),
    "a": (Right.WRITE, releases.ask), "A": (Right.STOP, releases.ask_rest),
    "l": (Right.STOP, releases.look), "r": (Right.STOP, releases.read), "R": (Right.RELEASE, releases.release),
    "L": (Right.RELEASE, releases.confirm_late), "s": (Right.STOP, releases.stop), "p": (Right.STOP, releases.pause), "u": (Right.STOP, releases.resume),
    "g": (Right.STOP, releases.send_again),
}
