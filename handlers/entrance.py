"""Before every handler: who writes, and is this a private chat with a person at all?"""

from telegram import Chat, Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.i18n import propose
from handlers import groups, selectforms


async def enter(update: Update, context: Context) -> None:
    """Fill in person, message and button. Bots and messages without a sender end here, silently; a group or channel is left."""
    if update.my_chat_member is not None:
        return
    if update.inline_query is not None:  # comes only where the operator turned inline mode on
        context.proposed = propose(update.inline_query.from_user.language_code)
        return
    chat, sender = update.effective_chat, update.effective_user
    if chat is not None and chat.type in (Chat.GROUP, Chat.SUPERGROUP, Chat.CHANNEL):
        await groups.leave(chat, sender.language_code if sender else None, context)
        raise ApplicationHandlerStop
    chat_id = _private_chat(update)
    if chat_id is None or sender is None or sender.is_bot:
        raise ApplicationHandlerStop
    context.query = update.callback_query
    message = update.callback_query.message if update.callback_query else update.message or update.edited_message
    context.message = message if isinstance(message, Message) else None
    context.proposed = propose(sender.language_code)
    context.person = await context.services.people.look_up(chat_id)
    context.write(*context.services.people.keep_active(context.person))
    if context.text.startswith("/"):  # a command is no answer to what was asked of staff
        selectforms.leave(context)


def _private_chat(update: Update) -> int | None:
    """Return the chat to answer in; for a press that comes without its message, the one with whoever pressed: it has their id."""
    chat = update.effective_chat
    if chat is None:
        return update.callback_query.from_user.id if update.callback_query else None
    return chat.id if chat.type == Chat.PRIVATE and chat.id > 0 else None
