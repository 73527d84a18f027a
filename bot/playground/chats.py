"""The chats of the stand-in and the messages in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from bot.playground.errors import BadRequest, Forbidden
from bot.playground.feed import Feed

Json = dict[str, Any]
Kind = Literal["private", "group"]

# Where the stand-in starts to count its own people and groups; a test may choose any other id.
FIRST_PERSON = 700_000_001
FIRST_GROUP = -500_000_001


@dataclass(slots=True)
class StoredMessage:
    """A message, as it is now, as it was before each edit, and whether it was deleted."""

    content: Json
    from_bot: bool
    deleted: bool = False
    earlier: list[Json] = field(default_factory=list)

    @property
    def message_id(self) -> int:
        """Return the number of the message."""
        return int(self.content["message_id"])


@dataclass(slots=True)
class Chat:
    """A private chat with one person, or a group: what Telegram knows of it."""

    chat_id: int
    kind: Kind
    name: str
    language_code: str | None
    person_id: int
    started: bool = True
    blocked: bool = False
    deactivated: bool = False
    left: bool = False
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    feed: Feed = field(default_factory=Feed)

    def as_json(self) -> Json:
        """Return Telegram's Chat object."""
        if self.kind == "group":
            return {"id": self.chat_id, "title": self.name, "type": "group", "all_members_are_administrators": False}
        return {"id": self.chat_id, "first_name": self.name, "type": "private"}

    def person_as_json(self) -> Json:
        """Return Telegram's User object of the person of this chat (in a group: of its one speaking member)."""
        person: Json = {"id": self.person_id, "is_bot": False, "first_name": self.name}
        if self.language_code is not None:
            person["language_code"] = self.language_code
        return person

    def visible(self) -> list[StoredMessage]:
        """Return what is still in the chat, oldest first."""
        return [stored for stored in self.messages.values() if not stored.deleted]

    def find(self, message_id: int) -> StoredMessage | None:
        """Return a message that is still in the chat, or None."""
        stored = self.messages.get(message_id)
        return None if stored is None or stored.deleted else stored


class Chats:
    """All chats. Message numbers rise over all of them, as in a real account."""

    def __init__(self) -> None:
        self._chats: dict[int, Chat] = {}
        self._message_ids = count(1)
        self._person_ids = count(FIRST_PERSON)
        self._group_ids = count(FIRST_GROUP, -1)

    def __iter__(self) -> Iterator[Chat]:
        return iter(list(self._chats.values()))

    def next_message_id(self) -> int:
        """Return a number no message has had."""
        return next(self._message_ids)

    def open(self, name: str, language_code: str | None, chat_id: int | None = None, kind: Kind = "private",
             started: bool = True) -> Chat:
        """Create a chat. With an id that exists already, return that chat, renamed."""
        if chat_id is not None and chat_id in self._chats:
            chat = self._chats[chat_id]
            chat.name, chat.language_code = name, language_code
            return chat
        person_id = chat_id if chat_id is not None and kind == "private" else next(self._person_ids)
        if chat_id is None:
            chat_id = person_id if kind == "private" else next(self._group_ids)
        chat = Chat(chat_id, kind, name, language_code, person_id, started)
        self._chats[chat_id] = chat
        return chat

    def get(self, chat_id: int) -> Chat | None:
        """Return a chat, or None."""
        return self._chats.get(chat_id)

    def addressed(self, chat_id: str) -> Chat:
        """Return the chat a call names. Raises BadRequest when it is missing or unknown."""
        if not chat_id:
            raise BadRequest("chat_id is empty")
        try:
            chat = self._chats.get(int(chat_id))
        except ValueError:
            chat = None
        if chat is None:
            raise BadRequest("chat not found")
        return chat

    def writable(self, chat_id: str) -> Chat:
        """Return the chat a call writes to. Raises BadRequest or Forbidden as Telegram does."""
        chat = self.addressed(chat_id)
        if chat.kind == "group":
            if chat.blocked:
                raise Forbidden("bot was kicked from the group chat")
            if chat.left:
                raise Forbidden("bot is not a member of the group chat")
        elif chat.deactivated:
            raise Forbidden("user is deactivated")
        elif chat.blocked:
            raise Forbidden("bot was blocked by the user")
        elif not chat.started:
            raise Forbidden("bot can't initiate conversation with a user")
        return chat
