"""When a handler failed: who has blocked the bot or deleted their account is forgotten; everything else is intake's matter."""

from telegram import Update
from telegram.error import BadRequest, Forbidden

from bot.context import Context
from handlers.other import left


async def note_gone(update: object, context: Context) -> None:
    """Write that the person is gone when Telegram says so: nothing is sent again, and their data goes."""
    if not isinstance(update, Update) or not _is_gone(context.error):
        return
    chat = update.effective_chat
    if chat is not None and chat.type == "private":
        person = await context.services.people.look_up(chat.id)
        context.write(*left(person, context))


def _is_gone(error: Exception | None) -> bool:
    return isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower())
