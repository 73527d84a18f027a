"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages."""

from typing import Any

from bot.playground.chats import Chat, Json, StoredMessage
from bot.playground.errors import BadRequest
from bot.playground.keyboards import checked_markup
from bot.playground.methods.sending import entity_field
from bot.playground.parameters import Parameters
from bot.playground.state import State
from bot.playground.text import caption_text, message_text

# Bot API, deleteMessage: seconds after which a message stays.
DELETABLE_SECONDS = 48 * 3600
MAX_DELETED = 100
_SAME = ("message is not modified: specified new message content and reply markup are exactly the same as a current "
         "content and reply markup of the message")


async def edit_message_text(state: State, call: Parameters) -> Json:
    """Replace the text and the buttons of one of the bot's messages."""
    formatted = message_text(call.text("text"), call.text("parse_mode"), call.entities("entities"))
    chat, stored = _own_message(state, call)
    if "text" not in stored.content:
        raise BadRequest("there is no text in the message to edit")
    fields = {"text": formatted.text, **entity_field(state, "entities", formatted)}
    return _edit(state, chat, stored, call, ("text", "entities", "reply_markup"), fields)


async def edit_message_caption(state: State, call: Parameters) -> Json:
    """Replace the caption and the buttons of one of the bot's documents or photos."""
    formatted = caption_text(call.text("caption"), call.text("parse_mode"), call.entities("caption_entities"))
    chat, stored = _own_message(state, call)
    if "document" not in stored.content and "photo" not in stored.content:
        raise BadRequest("there is no caption in the message to edit")
    fields: Json = {"caption": formatted.text, **entity_field(state, "caption_entities", formatted)} if formatted.text else {}
    return _edit(state, chat, stored, call, ("caption", "caption_entities", "reply_markup"), fields)


async def edit_message_reply_markup(state: State, call: Parameters) -> Json:
    """Replace or remove the buttons of one of the bot's messages."""
    chat, stored = _own_message(state, call)
    return _edit(state, chat, stored, call, ("reply_markup",), {})


async def delete_message(state: State, call: Parameters) -> bool:
    """Delete one message: the bot's, or in a private chat the person's; not older than 48 h."""
    if not call.text("chat_id"):
        raise BadRequest("chat identifier is not specified")
    message_id = call.integer("message_id")
    if message_id <= 0:
        raise BadRequest("message identifier is not specified")
    chat = state.chats.writable(call.text("chat_id"))
    stored = chat.find(message_id)
    if stored is None:
        raise BadRequest("message to delete not found")
    _check_deletable(state, chat, stored)
    state.remove(chat, stored)
    return True


async def delete_messages(state: State, call: Parameters) -> bool:
    """Delete up to 100 messages; unknown ones are skipped, one that must stay refuses the whole call."""
    message_ids = _message_ids(call)
    chat = state.chats.writable(call.text("chat_id"))
    found = [stored for stored in map(chat.find, message_ids) if stored is not None]
    for stored in found:
        _check_deletable(state, chat, stored)
    for stored in found:
        if not stored.deleted:
            state.remove(chat, stored)
    return True


def _own_message(state: State, call: Parameters) -> tuple[Chat, StoredMessage]:
    if call.text("inline_message_id"):
        raise BadRequest("MESSAGE_ID_INVALID")
    chat = state.chats.writable(call.text("chat_id"))
    message_id = call.integer("message_id")
    if message_id <= 0:
        raise BadRequest("message identifier is not specified")
    stored = chat.find(message_id)
    if stored is None:
        raise BadRequest("message to edit not found")
    if not stored.from_bot:
        raise BadRequest("message can't be edited")
    return chat, stored


def _edit(state: State, chat: Chat, stored: StoredMessage, call: Parameters, replaced: tuple[str, ...], fields: Json) -> Json:
    """Put `fields` and the call's buttons in the place of the `replaced` ones."""
    markup = checked_markup(call.structure("reply_markup", "can't parse reply keyboard markup JSON object"))
    if markup is not None:
        if "inline_keyboard" not in markup:
            raise BadRequest("inline keyboard expected")
        fields = {**fields, "reply_markup": markup}
    before = {name: stored.content[name] for name in replaced if name in stored.content}
    if before == fields:
        raise BadRequest(_SAME)
    kept = {name: value for name, value in stored.content.items() if name not in replaced}
    only_buttons = replaced == ("reply_markup",)
    # A change of buttons alone leaves no trace of an edit in Telegram's apps, but it does bear a date.
    state.replace(chat, stored, {**kept, **fields, "edit_date": state.now()}, "markup" if only_buttons else "edit")
    return stored.content


def _check_deletable(state: State, chat: Chat, stored: StoredMessage) -> None:
    if chat.kind == "group" and not stored.from_bot:
        raise BadRequest("message can't be deleted for everyone")
    if state.now() - int(stored.content["date"]) > DELETABLE_SECONDS:
        raise BadRequest("message can't be deleted for everyone")


def _message_ids(call: Parameters) -> list[int]:
    given: Any = call.structure("message_ids", "can't parse message_ids JSON object")
    if given is None or given == []:
        raise BadRequest("message identifiers are not specified")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of message identifiers")
    if len(given) > MAX_DELETED:
        raise BadRequest("too many message identifiers specified")
    try:
        numbers = [int(item) for item in given]
    except (TypeError, ValueError):
        raise BadRequest("can't parse message identifier as a Number") from None
    if min(numbers) <= 0:
        raise BadRequest("invalid message identifier specified")
    return numbers
