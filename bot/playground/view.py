"""A message as a test sees it."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground.chats import Chat, StoredMessage
from bot.playground.state import State


@dataclass(frozen=True)
class Button:
    """A button under a message."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Message:
    """A message at one moment; `raw` is Telegram's JSON of it."""

    id: int
    text: str
    from_bot: bool
    deleted: bool
    edits: int
    raw: dict[str, Any] = field(repr=False)

    @property
    def entities(self) -> list[dict[str, Any]]:
        """Return the entities of the text or caption, offsets in UTF-16 units."""
        found: list[dict[str, Any]] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return found

    @property
    def rows(self) -> list[list[Button]]:
        """Return the inline keyboard, row by row."""
        markup = self.raw.get("reply_markup") or {}
        return [[_button(item) for item in row] for row in markup.get("inline_keyboard", [])]

    @property
    def buttons(self) -> list[Button]:
        """Return all inline buttons, in reading order."""
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """Return what the buttons say."""
        return [button.label for button in self.buttons]

    @property
    def links(self) -> list[str]:
        """Return every address the text links to, in order."""
        return [str(item["url"]) if "url" in item else self.cut(item) for item in self.entities if item["type"] in ("text_link", "url")]

    def cut(self, entity: dict[str, Any]) -> str:
        """Return the characters an entity covers."""
        units = self.text.encode("utf-16-le")
        return units[2 * entity["offset"]:2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def view(stored: StoredMessage) -> Message:
    """Return a message as it is now."""
    raw = stored.content
    return Message(stored.message_id, str(raw.get("text") or raw.get("caption") or ""), stored.from_bot, stored.deleted,
                   len(stored.earlier), raw)


def message_json(stored: StoredMessage) -> dict[str, Any]:
    """Return a message for the controls and the chat page."""
    return {"message": stored.content, "from_bot": stored.from_bot, "deleted": stored.deleted, "earlier": stored.earlier}


def chat_json(state: State, chat: Chat) -> dict[str, Any]:
    """Return a chat for the controls and the chat page, with what the bot shows in its language."""
    language = (chat.language_code or "")[:2]
    return {"id": chat.chat_id, "kind": chat.kind, "name": chat.name, "language_code": chat.language_code,
            "started": chat.started, "blocked": chat.blocked, "deactivated": chat.deactivated, "left": chat.left,
            "bot_name": state.profile.text("name", language) or state.bot_as_json()["first_name"],
            "commands": state.profile.menu_for(chat), "description": state.profile.text("description", language)}


def _button(item: dict[str, Any]) -> Button:
    return Button(str(item["text"]), item.get("callback_data"), item.get("url"))
