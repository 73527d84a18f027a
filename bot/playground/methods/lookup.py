"""getChat, leaveChat, getFile."""

from bot.playground.chats import Json
from bot.playground.errors import BadRequest, Forbidden
from bot.playground.files import MAX_DOWNLOAD
from bot.playground.parameters import Parameters
from bot.playground.state import State

# Bot API, ChatFullInfo: fields every chat has.
_FULL = {"accent_color_id": 0, "max_reaction_count": 11,
         "accepted_gift_types": {"unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True,
                                 "premium_subscription": True, "gifts_from_channels": True}}


async def get_chat(state: State, call: Parameters) -> Json:
    """Return what the bot may know of a chat."""
    chat = state.chats.addressed(call.text("chat_id"))
    return {**chat.as_json(), **_FULL}


async def leave_chat(state: State, call: Parameters) -> bool:
    """Leave a group."""
    chat = state.chats.addressed(call.text("chat_id"))
    if chat.kind == "private":
        raise BadRequest("chat member status can't be changed in private chats")
    if chat.left:
        raise Forbidden("bot is not a member of the group chat")
    chat.left = True
    state.tell("chat", chat, True, None)
    return True


async def get_file(state: State, call: Parameters) -> Json:
    """Return a file's size and path, to be fetched under /file/bot<token>/."""
    if not call.text("file_id"):
        raise BadRequest("file_id not specified")
    stored = state.files.get(call.text("file_id"))
    if len(stored.content) > MAX_DOWNLOAD:
        raise BadRequest("file is too big")
    return {**stored.as_json(), "file_path": stored.path}
