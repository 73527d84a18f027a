"""sendMessage, sendDocument, sendPhoto, sendChatAction."""

from typing import Any

from bot.playground.chats import Chat, Json
from bot.playground.errors import BadRequest
from bot.playground.files import MAX_PHOTO, StoredFile
from bot.playground.keyboards import checked_markup
from bot.playground.markup import Formatted
from bot.playground.parameters import Parameters
from bot.playground.state import State
from bot.playground.text import caption_text, message_text

_ACTIONS = frozenset({
    "cancel", "typing", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio", "upload_audio",
    "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location", "record_video_note",
    "upload_video_note",
})


async def send_message(state: State, call: Parameters) -> Json:
    """Send a text."""
    formatted = message_text(call.text("text"), call.text("parse_mode"), call.entities("entities"))
    return _send(state, call, {"text": formatted.text, **entity_field(state, "entities", formatted), **_preview(call)})


async def send_document(state: State, call: Parameters) -> Json:
    """Send a file: uploaded, or known by its file_id."""
    stored = _file(state, call, "document", "documents")
    return _send(state, call, {"document": stored.as_document(), **_caption(state, call)})


async def send_photo(state: State, call: Parameters) -> Json:
    """Send a picture (PNG or JPEG): uploaded, or known by its file_id."""
    stored = _file(state, call, "photo", "photos")
    if len(stored.content) > MAX_PHOTO:
        raise BadRequest("file is too big")
    return _send(state, call, {"photo": stored.as_photo(), **_caption(state, call)})


async def send_chat_action(state: State, call: Parameters) -> bool:
    """Show that the bot is typing, or doing something else."""
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = state.chats.writable(call.text("chat_id"))
    state.tell("typing", chat, True, action)
    return True


def entity_field(state: State, name: str, formatted: Formatted) -> Json:
    """Return {name: entities}, or nothing when there are none; mentions get the person's User object."""
    if not formatted.entities:
        return {}
    entities = [_with_person(state, item) if item["type"] == "text_mention" else item for item in formatted.entities]
    return {name: [item for item in entities if item is not None]}


def _with_person(state: State, entity: Json) -> Json | None:
    chat = state.chats.get(entity["user"]["id"])
    return None if chat is None else {**entity, "user": chat.person_as_json()}


def _send(state: State, call: Parameters, content: Json) -> Json:
    markup = checked_markup(call.structure("reply_markup", "can't parse reply keyboard markup JSON object"))
    chat = state.chats.addressed(call.text("chat_id"))
    content |= _reply_field(chat, call)
    chat = state.chats.writable(call.text("chat_id"))
    state.gate.pass_message(chat.chat_id, chat.kind == "group")
    if markup is not None and "inline_keyboard" in markup:
        content["reply_markup"] = markup
    if call.flag("protect_content"):
        content["has_protected_content"] = True
    return state.post(chat, content, from_bot=True).content


def _reply_field(chat: Chat, call: Parameters) -> Json:
    given: Any = call.structure("reply_parameters", "can't parse reply parameters JSON object") or {}
    if not isinstance(given, dict):
        raise BadRequest("object expected as reply parameters")
    wanted = Parameters(given).integer("message_id") or call.integer("reply_to_message_id")
    if wanted == 0:
        return {}
    stored = chat.find(wanted)
    if stored is None:
        if given.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise BadRequest("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in stored.content.items() if key != "reply_to_message"}}


def _preview(call: Parameters) -> Json:
    options = call.structure("link_preview_options", "can't parse link preview options JSON object")
    if options is None:
        return {"link_preview_options": {"is_disabled": True}} if call.flag("disable_web_page_preview") else {}
    if not isinstance(options, dict):
        raise BadRequest("object expected as link preview options")
    return {"link_preview_options": options} if options else {}


def _caption(state: State, call: Parameters) -> Json:
    formatted = caption_text(call.text("caption"), call.text("parse_mode"), call.entities("caption_entities"))
    return {"caption": formatted.text, **entity_field(state, "caption_entities", formatted)} if formatted.text else {}


def _file(state: State, call: Parameters, name: str, folder: str) -> StoredFile:
    given = call.text(name)
    field = given.removeprefix("attach://") if given.startswith("attach://") else name
    upload = call.files.get(field)
    if upload is not None:
        if not upload.content:
            raise BadRequest("file must be non-empty")
        return state.files.keep(upload.name, upload.content_type, upload.content, folder)
    if not given:
        raise BadRequest(f"there is no {name} in the request")
    if "://" in given:
        # Nothing is fetched from outside: the stand-in stays on this computer.
        raise BadRequest("failed to get HTTP URL content")
    return state.files.get(given)
