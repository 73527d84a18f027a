"""What is not a question: photos and voice, places, unknown commands, coming and going."""

from datetime import timedelta

from telegram import Update
from telegram.constants import ChatMemberStatus

from bot.context import Context
from bot.db.writes import Write
from bot.people.service import Person
from bot.replies import Reply, Say
from handlers import ask, cards, groups, urgent

_NOTICE_EVERY = timedelta(minutes=10)  # safety.md, bad input 37
_AWAY = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def media(update: Update, context: Context) -> None:
    """A photo, voice message or file is never downloaded: take it off the chat and say why. The words below it are answered."""
    removed = await context.take_away()
    if context.question and not context.dialog.form:
        notice = _notice("media", "media-words-removed" if removed else "media-words-kept", context)
        if notice is not None:
            await context.add(notice)
        await ask.ask(update, context)
        return
    card = await urgent.in_caption(context)  # a form is open: only danger is answered
    notice = _notice("media", "media-removed" if removed else "media-kept", context)
    if notice is not None:
        await (context.add(notice) if card else context.say(notice))
    if card is not None:
        await context.say(card)


async def place(_update: Update, context: Context) -> None:
    """A place or contact: the same, with a notice of its own. Who sends one may be in danger, or endanger others."""
    await context.take_away()
    notice = _notice("place", "media-place", context)
    if notice is not None:
        await context.say(notice)


async def sticker(_update: Update, context: Context) -> None:
    """Answer a sticker with how to ask."""
    now = context.services.now()
    if context.dialog.due("sticker", _NOTICE_EVERY, now):
        context.remember(context.dialog.noticed("sticker", now))
        await context.say(Reply(context.language, (Say("sticker"),), ((cards.TOPICS,), (cards.URGENT,), (cards.MENU,))))


async def unknown_command(_update: Update, context: Context) -> None:
    """Say which commands there are."""
    await context.say(Reply(context.language, (Say("unknown-command"),), ((cards.URGENT,), (cards.MENU,))))


async def membership(update: Update, context: Context) -> None:
    """The bot was blocked, unblocked, or put into a group."""
    change = update.my_chat_member
    if change is None:
        return
    away = change.new_chat_member.status in _AWAY
    if change.chat.type != "private":
        if not away:
            await groups.leave(change.chat, change.from_user.language_code, context)
        return
    person = await context.services.people.look_up(change.chat.id)
    if away:
        context.write(*left(person, context))
    elif change.old_chat_member.status in _AWAY:
        context.write(context.services.people.come_back(person), *forgotten(person, context))  # also when nobody was told of the block


def left(person: Person, context: Context) -> tuple[Write, ...]:
    """Write that a person blocked the bot or deleted their account, wherever that was noticed."""
    return *context.services.people.leave(person), *forgotten(person, context)


def forgotten(person: Person, context: Context) -> tuple[Write, ...]:
    """Write that wishes and an unfinished form of a person who blocked the bot are gone."""
    return context.services.subscriptions.forget(person), context.services.drafts.forget(person)


def _notice(kind: str, key: str, context: Context) -> Reply | None:
    """Return notice `key`, or None when one of its kind was given within the last 10 minutes."""
    now = context.services.now()
    if not context.dialog.due(kind, _NOTICE_EVERY, now):
        return None
    context.remember(context.dialog.noticed(kind, now))
    return Reply(context.language, (Say(key),), ((cards.URGENT,), (cards.MENU,)))
