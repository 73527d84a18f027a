"""Everything the stand-in knows, in one place. Methods and steering both work on it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.playground.callbacks import Callbacks
from bot.playground.calls import CallLog
from bot.playground.chats import Chat, Chats, Json, StoredMessage
from bot.playground.clock import Clock
from bot.playground.faults import Misbehaviours
from bot.playground.feed import Feed, Happening
from bot.playground.files import Files
from bot.playground.limits import Gate, Limits
from bot.playground.profile import Profile
from bot.playground.updates import UpdateQueue
from bot.playground.webhook import WebhookSender

# Events the chat page may still ask for after a short break of its connection.
KEPT_EVENTS = 2_000


@dataclass
class State:
    """The bot's account, its chats and everything that happens to it."""

    token: str
    clock: Clock
    limits: Limits
    retry_scale: float = 1.0
    callback_seconds: float = 15.0
    chats: Chats = field(default_factory=Chats)
    files: Files = field(default_factory=Files)
    profile: Profile = field(default_factory=Profile)
    calls: CallLog = field(default_factory=CallLog)
    misbehaviours: Misbehaviours = field(default_factory=Misbehaviours)
    live: Feed = field(default_factory=lambda: Feed(KEPT_EVENTS))
    inline: dict[str, asyncio.Future[list[Json]]] = field(default_factory=dict)  # inline queries that wait for their results, by id
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    webhook: WebhookSender | None = None
    logged_out: bool = False

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.clock)
        self.gate = Gate(self.limits, self.clock)
        self.callbacks = Callbacks(self.clock, self.callback_seconds)
        self.bot_id = int(self.token.split(":", 1)[0])

    def bot_as_json(self) -> Json:
        """Return Telegram's User object of the bot."""
        name = self.profile.text("name", "") or "Playground"
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": "playground_bot"}

    def now(self) -> int:
        """Return the date of a message sent now."""
        return int(self.clock.now())

    def tell(self, what: Happening, chat: Chat, from_bot: bool, content: Any) -> None:
        """Report what happened in a chat to whoever waits for it."""
        chat.feed.add(what, chat.chat_id, from_bot, content)
        self.live.add(what, chat.chat_id, from_bot, content)

    def post(self, chat: Chat, content: Json, from_bot: bool) -> StoredMessage:
        """Put a message into a chat, numbered and dated, and report it."""
        header = {"message_id": self.chats.next_message_id(), "from": self.bot_as_json() if from_bot else chat.person_as_json(),
                  "chat": chat.as_json(), "date": self.now()}
        stored = StoredMessage({**header, **content}, from_bot)
        chat.messages[stored.message_id] = stored
        self.tell("message", chat, from_bot, stored)
        return stored

    def replace(self, chat: Chat, stored: StoredMessage, content: Json, what: Happening = "edit") -> None:
        """Change a message and report it; what it was is kept."""
        stored.earlier.append(stored.content)
        stored.content = content
        self.tell(what, chat, stored.from_bot, stored)

    def remove(self, chat: Chat, stored: StoredMessage) -> None:
        """Delete a message for everyone and report it."""
        stored.deleted = True
        self.tell("delete", chat, stored.from_bot, stored)
