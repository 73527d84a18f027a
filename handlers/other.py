"""What is not a question: photos and voice, unknown commands, groups, coming and going."""

from datetime import timedelta

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.context import Context
from bot.i18n import propose
from bot.logs import get_logger
from bot.replies import Reply, Say
from handlers import cards

log = get_logger()
_NOTICE_EVERY = timedelta(minutes=10)  # safety.md, bad input 37
_AWAY = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def media(update: Update, context: Context) -> None:
    """A photo, voice message, file, place or contact is never downloaded: take it off the chat and say why, once in 10 minutes."""
    removed = await _remove(context)
    now = context.services.now()
    if not context.dialog.due("media", _NOTICE_EVERY, now):
        return
    context.remember(context.dialog.noticed("media", now))
    risky = context.message is not None and bool(context.message.location or context.message.contact or context.message.venue)
    keys = ["media-place" if risky else "media-removed" if removed else "media-kept"]
    await context.say(Reply(context.language, tuple(Say(key) for key in keys), ((cards.URGENT,), (cards.MENU,))))


async def sticker(_update: Update, context: Context) -> None:
    """Answer a sticker or a moving picture with how to ask."""
    now = context.services.now()
    if context.dialog.due("sticker", _NOTICE_EVERY, now):
        context.remember(context.dialog.noticed("sticker", now))
        await context.say(Reply(context.language, (Say("sticker"),), ((cards.TOPICS,), (cards.MENU,))))


async def unknown_command(_update: Update, context: Context) -> None:
    """Say which commands there are."""
    await context.say(Reply(context.language, (Say("unknown-command"),), ((cards.MENU,),)))


async def membership(update: Update, context: Context) -> None:
    """The bot was blocked, unblocked, or put into a group."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != "private":
        await _leave_group(change, context)
        return
    person = await context.services.people.look_up(change.chat.id)
    if change.new_chat_member.status in _AWAY:
        context.write(*context.services.people.leave(person))
    elif change.old_chat_member.status in _AWAY:
        context.write(context.services.people.come_back(person))


async def _leave_group(change: ChatMemberUpdated, context: Context) -> None:
    """In a group everybody would read along: say so once and leave."""
    if change.new_chat_member.status in _AWAY:
        return
    language = propose(change.from_user.language_code)
    try:
        if change.chat.type != "channel":
            await context.bot.send_message(change.chat.id, context.words("group-leaving", language))
    except TelegramError:
        log.info("group_not_told")  # it may not write there; it leaves all the same
    try:
        await context.bot.leave_chat(change.chat.id)
    except TelegramError:
        log.info("group_already_left")


async def _remove(context: Context) -> bool:
    if context.message is None:
        return False
    try:
        return await context.message.delete()
    except TelegramError:
        return False
