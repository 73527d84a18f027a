"""Before every handler: who writes, and is this a private chat with a person at all?"""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.i18n import propose


async def enter(update: Update, context: Context) -> None:
    """Fill in person, message and button. Groups, channels, bots and messages without a sender end here, silently."""
    if update.my_chat_member is not None:
        return
    if update.inline_query is not None:  # comes only where the operator turned inline mode on
        context.proposed = propose(update.inline_query.from_user.language_code)
        return
    chat, sender = update.effective_chat, update.effective_user
    if chat is None or chat.type != "private" or chat.id <= 0 or sender is None or sender.is_bot:
        raise ApplicationHandlerStop
    context.query = update.callback_query
    message = update.callback_query.message if update.callback_query else update.message or update.edited_message
    context.message = message if isinstance(message, Message) else None
    context.proposed = propose(sender.language_code)
    context.person = await context.services.people.look_up(chat.id)
    context.write(*context.services.people.keep_active(context.person))
