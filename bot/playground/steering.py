"""What people do in their chats, and what a test does to the wire. Phones, controls and the chat page all use it."""

import asyncio
from typing import Any

from bot.playground.callbacks import Press
from bot.playground.chats import Chat, Json, StoredMessage
from bot.playground.errors import SteeringError
from bot.playground.markup import Formatted
from bot.playground.state import State
from bot.playground.text import with_found_entities


def writes(state: State, chat: Chat, content: Json, kind: str = "message") -> StoredMessage:
    """Let the person of `chat` send a message and deliver its update.

    `content` is laid over the message (text, photo, date, ...); a value of None takes a field away, such as `from`.
    """
    _may_write(chat)
    chat.started = True
    if isinstance(content.get("text"), str) and "entities" not in content:
        content = {**content, **text_fields(content["text"])}
    stored = state.post(chat, {key: value for key, value in content.items() if value is not None}, from_bot=False)
    for key in [key for key, value in content.items() if value is None]:
        stored.content.pop(key, None)
    state.updates.add({kind: stored.content})
    return stored


def rewrites(state: State, chat: Chat, message_id: int, text: str) -> StoredMessage:
    """Let the person edit one of their messages and deliver `edited_message`."""
    _may_write(chat)
    stored = chat.find(message_id)
    if stored is None or stored.from_bot:
        raise SteeringError("this person wrote no such message")
    kept = {key: value for key, value in stored.content.items() if key not in ("text", "entities")}
    state.replace(chat, stored, {**kept, "edit_date": state.now(), **text_fields(text)})
    state.updates.add({"edited_message": stored.content})
    return stored


def press(state: State, chat: Chat, label: str | None = None, message_id: int | None = None, data: str | None = None) -> Press:
    """Press a button, found by its label or data: under one message, or the newest one that has it."""
    if chat.blocked or chat.deactivated:
        raise SteeringError("this person has left the bot")
    stored, button = _find_button(chat, label, message_id, data)
    if "callback_data" not in button:
        raise SteeringError("this button does not call the bot")
    return query(state, chat, stored, str(button["callback_data"]), str(button["text"]))


def query(state: State, chat: Chat, stored: StoredMessage, data: str, label: str = "") -> Press:
    """Deliver a callback query with any data, even one no button has; for a deleted message it is inaccessible."""
    pressed = state.callbacks.open(chat.chat_id, stored.message_id, label)
    message = stored.content
    if stored.deleted:
        message = {"chat": chat.as_json(), "message_id": stored.message_id, "date": 0}
    state.updates.add({"callback_query": {
        "id": pressed.query_id, "from": chat.person_as_json(), "message": message,
        "chat_instance": str(-7_000_000_000_000_000_000 - chat.chat_id % 1_000_000), "data": data,
    }})
    return pressed


def types_inline(state: State, chat: Chat, text: str) -> asyncio.Future[list[Json]]:
    """Let the person type behind the bot's name in another chat; the future gets the results, if the bot takes inline queries."""
    results: asyncio.Future[list[Json]] = asyncio.get_running_loop().create_future()
    query_id = str(6_000_000_000_000_000 + len(state.inline) + state.chats.next_message_id())
    state.inline[query_id] = results
    state.updates.add({"inline_query": {
        "id": query_id, "from": chat.person_as_json(), "query": text, "offset": "", "chat_type": "private"}})
    return results


def set_blocked(state: State, chat: Chat, blocked: bool) -> None:
    """Block or unblock the bot and deliver `my_chat_member`; in a group, throw it out or add it.

    A new group already has the bot in it, without an update; adding it then tells of its coming.
    """
    is_group = chat.kind == "group"
    if chat.blocked == blocked and not (is_group and not blocked):
        return
    outside = chat.left or (is_group and not blocked and not chat.blocked)
    was = "left" if outside else "kicked" if chat.blocked else "member"
    now = "kicked" if blocked else "member"
    chat.blocked, chat.left = blocked, False
    state.updates.add({"my_chat_member": {
        "chat": chat.as_json(), "from": chat.person_as_json(), "date": state.now(),
        "old_chat_member": _membership(state, was), "new_chat_member": _membership(state, now),
    }})
    state.tell("chat", chat, False, None)


def deactivate(state: State, chat: Chat) -> None:
    """Delete the person's account. Telegram tells the bot nothing."""
    chat.deactivated = True
    state.tell("chat", chat, False, None)


def clear(state: State, chat: Chat) -> None:
    """Empty the chat on both sides, without a word to the bot, as when a person deletes a chat for both."""
    for stored in chat.visible():
        stored.deleted = True
    state.tell("clear", chat, False, None)


def text_fields(text: str) -> Json:
    """Return text and the entities Telegram finds in what a person writes (commands, links, mentions)."""
    found = with_found_entities(Formatted(text)).entities
    return {"text": text, **({"entities": list(found)} if found else {})}


def _may_write(chat: Chat) -> None:
    if chat.deactivated:
        raise SteeringError("this account is deactivated")
    if chat.blocked:
        raise SteeringError("this person has blocked the bot: unblock first")


def _membership(state: State, status: str) -> Json:
    extra: dict[str, Any] = {"until_date": 0} if status == "kicked" else {}
    return {"user": state.bot_as_json(), "status": status, **extra}


def _find_button(chat: Chat, label: str | None, message_id: int | None, data: str | None) -> tuple[StoredMessage, Json]:
    candidates = chat.visible()[::-1]
    if message_id is not None:
        candidates = [stored for stored in candidates if stored.message_id == message_id]
    labels: list[str] = []
    for stored in candidates:
        for row in stored.content.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if (label is None or button["text"] == label) and (data is None or button.get("callback_data") == data):
                    return stored, button
                labels.append(button["text"])
    raise SteeringError(f"no button {label or data!r}; there are: {labels}")
