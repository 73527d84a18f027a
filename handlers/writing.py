"""What is typed or sent for an announcement: a text, its time, a photo or file. A long text that came in pieces is refused as a whole."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import Update

from bot.broadcasts.content import Broadcast
from bot.broadcasts.service import with_text
from bot.context import Context
from bot.i18n import LANGUAGES, NAMES
from bot.replies import Button, Reply, Say
from bot.staff.roles import Right
from bot.staff.service import Member
from handlers import compose, desk, edits, forms, staffmenu
from handlers.cards import MENU
from handlers.staff import BACK

_CUT = "cut-"  # before a language: its text was too long, and what follows may be the rest of it


async def typed(update: Update, context: Context) -> None:
    """Take a text that was asked for: of the announcement, or its time."""
    member = await context.services.staff.member(context.person)
    _, what, row = (*context.dialog.form.split(":"), "", "")[:3]
    found = await context.services.broadcasts.get(row)
    if member is None or not member.may(Right.WRITE) or found is None:
        forms.leave(context, forms.ANNOUNCEMENT)
        gone = update.edited_message is not None and member is not None
        await (context.say(Reply(context.language, (Say("edit-gone"),), ((BACK, MENU),))) if gone else staffmenu.staff(update, context))
    elif update.edited_message is not None and (found.author != member.id or found.state not in desk.EDITABLE):
        await _too_late(context, found)
    elif what == "time":
        await _take_time(context, member, found)
    elif what in LANGUAGES:
        await _take_text(update, context, member, found, what)
    elif what.startswith(_CUT):
        await context.say(_again("desk-cut", found, what.removeprefix(_CUT), context.language))
    else:
        await context.say(desk.ask("desk-media", found.id, context.language))


async def take_media(context: Context) -> bool:
    """Take a photo or document for an announcement; False when none was asked for."""
    _, what, row = (*context.dialog.form.split(":"), "", "")[:3]
    sent = context.message
    if what != "media" or sent is None or not (sent.photo or sent.document):
        return False
    member, found = await context.services.staff.member(context.person), await context.services.broadcasts.get(row)
    if member is None or not member.may(Right.WRITE) or found is None:
        return False
    media = f"photo:{sent.photo[-1].file_id}" if sent.photo else f"document:{sent.document.file_id if sent.document else ''}"
    over = desk.longest(replace(found.content, media=media), context.services.renderer, context.person.chat_id)
    if over > 0:
        await context.say(desk.ask("desk-too-long-below", found.id, context.language, over=over))
    else:
        above = (Say("desk-caption-left"),) if sent.caption else ()
        await compose.change(context, member, found, lambda content: replace(content, media=media), above)
    return True


async def _take_text(update: Update, context: Context, member: Member, found: Broadcast, language: str) -> None:
    """Keep the text, unless it is longer than Telegram takes: then nothing is, before a new tap, for phones cut a long text in pieces."""
    text = context.text.strip()
    over = desk.too_long(with_text(found.content, language, text), language, context.services.renderer, context.person.chat_id)
    if over > 0:
        forms.expect(context, f"{forms.ANNOUNCEMENT}:{_CUT}{language}:{found.id}")
        await context.say(_again("desk-too-long-typed", found, language, context.language, over=over))
        return
    above = (edits.TAKEN,) if update.edited_message is not None else ()
    await compose.change(context, member, found, lambda old: with_text(old, language, text), above)


async def _take_time(context: Context, member: Member, found: Broadcast) -> None:
    at = desk.read_time(context.text, datetime.now(ZoneInfo(found.content.zone)))
    if at is None or at <= context.services.now():
        await context.say(desk.ask("desk-no-time" if at is None else "desk-past-time", found.id, context.language, zone=found.content.zone))
        return
    await compose.change(context, member, found, lambda content: replace(content, send_at=at))


async def _too_late(context: Context, found: Broadcast) -> None:
    """Say that a message was edited for nothing: what goes out, or went, is the text before."""
    forms.leave(context, forms.ANNOUNCEMENT)
    await context.say(Reply(context.language, (Say("edit-too-late"),), ((Button(Say("button-desk"), f"V:l:{found.id}"), MENU),)))


def _again(key: str, found: Broadcast, language: str, reader: str, **values: object) -> Reply:
    """Refuse a text, and offer to write it anew."""
    write = Button(Say("button-desk-text", {"language": NAMES[language]}), f"V:t:{found.id}:{language}")
    return Reply(reader, (Say(key, values),), ((write,), (Button(Say("button-desk"), f"V:e:{found.id}"),)))
