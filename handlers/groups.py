"""Groups and channels: everybody there would read along, so Dalil says why, once, and leaves."""

from telegram import Chat
from telegram.error import TelegramError

from bot.context import Context
from bot.i18n import propose
from bot.logs import get_logger

log = get_logger()
_TOLD = "told"  # in this process's memory, for as long as the group can't be left


async def leave(chat: Chat, language_code: str | None, context: Context) -> None:
    """Leave `chat`; a group is told why, in the language of who spoke there. A channel's readers are told nothing."""
    memory = context.chat_data if context.chat_data is not None else {}
    if chat.type != Chat.CHANNEL and _TOLD not in memory:
        memory[_TOLD] = True
        await _explain(chat, language_code, context)
    try:
        await context.bot.leave_chat(chat.id)
    except TelegramError as error:
        log.info("group_not_left", error=type(error).__name__)  # already left, or not possible now: tried again at its next message
    else:
        context.application.drop_chat_data(chat.id)


async def _explain(chat: Chat, language_code: str | None, context: Context) -> None:
    try:
        await context.bot.send_message(chat.id, context.words("group-leaving", propose(language_code)))
    except TelegramError:
        log.info("group_not_told")  # it may not write there; it leaves all the same
