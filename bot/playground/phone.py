"""A person's phone, for tests: say something, press a button, read what the bot answers."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.playground import steering
from bot.playground.callbacks import Press
from bot.playground.chats import Chat, StoredMessage
from bot.playground.errors import NothingCame, SteeringError
from bot.playground.feed import Event
from bot.playground.state import State
from bot.playground.view import Message, view

Json = dict[str, Any]

# How long a test waits for the bot unless it says otherwise, in seconds: long, since a busy machine is no defect of the bot's.
PATIENCE = 20.0


class Phone:
    """One chat, seen from the person's side.

    Reading: `reply` gives each message of the bot's once, in order; `edit`, `shown` and `deletion` do so for edits, for
    both, and for deletions. Nothing is skipped unless `forget` is called.
    """

    def __init__(self, state: State, chat: Chat) -> None:
        self._state = state
        self._chat = chat
        self._read: dict[str, int] = {}

    @property
    def id(self) -> int:
        """Return the id of the chat; in a private chat also the person's."""
        return self._chat.chat_id

    @property
    def person_id(self) -> int:
        """Return the id of the person who speaks in this chat."""
        return self._chat.person_id

    @property
    def messages(self) -> list[Message]:
        """Return what the chat shows now, oldest first."""
        return [view(stored) for stored in self._chat.visible()]

    @property
    def all_messages(self) -> list[Message]:
        """Return every message there ever was, with the deleted ones."""
        return [view(stored) for stored in self._chat.messages.values()]

    @property
    def last(self) -> Message:
        """Return the newest message. Raises SteeringError when the chat is empty."""
        if not self.messages:
            raise SteeringError("the chat is empty")
        return self.messages[-1]

    @property
    def menu(self) -> list[Json]:
        """Return the commands in this chat's menu."""
        return self._state.profile.menu_for(self._chat)

    async def says(self, text: str, **fields: Any) -> Message:
        """Send a text. `fields` are laid over the message, such as `date=` (seconds since 1970) for an old one."""
        return await self.sends({"text": text, **fields})

    async def sends(self, content: Json, kind: str = "message") -> Message:
        """Send a message with any content (see `samples`); `kind` is the field of the update it comes in."""
        return view(steering.writes(self._state, self._chat, content, kind))

    async def asks(self, text: str, within: float = PATIENCE) -> Message:
        """Send a text and return the bot's next message."""
        await self.says(text)
        return await self.reply(within)

    async def sends_document(self, name: str, content: bytes, content_type: str = "application/octet-stream",
                             caption: str | None = None) -> Message:
        """Send a file the bot can fetch with getFile."""
        stored = self._state.files.keep(name, content_type, content)
        return await self.sends({"document": stored.as_document(), "caption": caption})

    async def sends_photo(self, content: bytes, caption: str | None = None) -> Message:
        """Send a PNG or JPEG the bot can fetch with getFile."""
        stored = self._state.files.keep("photo.jpg", "image/jpeg", content, "photos")
        return await self.sends({"photo": stored.as_photo(), "caption": caption})

    async def edits(self, message: Message | int, text: str) -> Message:
        """Edit one of the person's own messages."""
        message_id = message if isinstance(message, int) else message.id
        return view(steering.rewrites(self._state, self._chat, message_id, text))

    async def press(self, label: str | None = None, message: Message | int | None = None, data: str | None = None) -> Press:
        """Press a button by its label (or data): under `message`, or under the newest message that has it."""
        message_id = message.id if isinstance(message, Message) else message
        return steering.press(self._state, self._chat, label, message_id, data)

    async def press_raw(self, message: Message | int, data: str) -> Press:
        """Send a callback query with any data for a message, even a deleted one or one without buttons."""
        stored = self._chat.messages[message if isinstance(message, int) else message.id]
        return steering.query(self._state, self._chat, stored, data)

    async def types_inline(self, text: str, within: float = PATIENCE) -> list[Json]:
        """Type behind the bot's name in another chat and return what it offers. Raises TimeoutError when it offers nothing."""
        return await asyncio.wait_for(steering.types_inline(self._state, self._chat, text), within)

    async def block(self) -> None:
        """Block the bot."""
        steering.set_blocked(self._state, self._chat, True)

    async def unblock(self) -> None:
        """Unblock the bot."""
        steering.set_blocked(self._state, self._chat, False)

    async def adds_bot(self) -> None:
        """Add the bot to this group; it is told by `my_chat_member`."""
        steering.set_blocked(self._state, self._chat, False)

    async def deactivate(self) -> None:
        """Delete the person's Telegram account."""
        steering.deactivate(self._state, self._chat)

    async def clear(self) -> None:
        """Empty the chat; the bot is not told."""
        steering.clear(self._state, self._chat)

    async def reply(self, within: float = PATIENCE) -> Message:
        """Return the bot's next message. Raises NothingCame after `within` seconds."""
        return await self._next("message", lambda event: event.what == "message" and event.from_bot, within)

    async def replies(self, count: int, within: float = PATIENCE) -> list[Message]:
        """Return the bot's next `count` messages."""
        return [await self.reply(within) for _ in range(count)]

    async def edit(self, within: float = PATIENCE) -> Message:
        """Return the bot's next edited message (text, caption or buttons), as it is now."""
        return await self._next("edit", lambda event: event.what in ("edit", "markup") and event.from_bot, within)

    async def shown(self, within: float = PATIENCE) -> Message:
        """Return what the bot shows next: a new message, or a message with a new text."""
        return await self._next("shown", lambda event: event.what in ("message", "edit") and event.from_bot, within)

    async def deletion(self, within: float = PATIENCE) -> Message:
        """Return the next message that the bot deletes."""
        return await self._next("delete", lambda event: event.what == "delete", within)

    async def typing(self, within: float = PATIENCE) -> str:
        """Return the bot's next chat action."""
        event = await self._wait("typing", lambda event: event.what == "typing", within)
        return str(event.content)

    async def stays_silent(self, seconds: float = 0.3) -> None:
        """Raise SteeringError when the bot sends a message within `seconds`."""
        try:
            message = await self.reply(seconds)
        except NothingCame:
            return
        raise SteeringError(f"the bot said: {message.text!r}")

    def forget(self) -> None:
        """Skip everything the bot has shown so far."""
        self._read = dict.fromkeys(("message", "edit", "shown", "delete", "typing"), self._chat.feed.last_number)

    async def _next(self, what: str, wanted: Callable[[Event], bool], within: float) -> Message:
        event = await self._wait(what, wanted, within)
        stored: StoredMessage = event.content
        return view(stored)

    async def _wait(self, what: str, wanted: Callable[[Event], bool], within: float) -> Event:
        event = await self._chat.feed.wait_for(self._read.get(what, 0), wanted, within)
        if event is None:
            raise NothingCame(f"no {what} within {within} s")
        self._read[what] = event.number
        return event
