"""Pressed buttons that wait for answerCallbackQuery."""

import asyncio
from dataclasses import dataclass, field
from itertools import count

from bot.playground.clock import Clock
from bot.playground.errors import BadRequest

# So long a press can be answered. Telegram publishes no number; the spinner in its apps gives up at about this age.
ANSWER_SECONDS = 15.0
MAX_ANSWER = 200


@dataclass(frozen=True)
class CallbackAnswer:
    """What a press brings up: nothing, a short notice, or an alert to be closed."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass
class Press:
    """A pressed button. `answered` waits for the bot's answer."""

    query_id: str
    chat_id: int
    message_id: int
    label: str
    at: float
    answer: CallbackAnswer | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def finish(self, answer: CallbackAnswer) -> None:
        """Record the bot's answer."""
        self.answer = answer
        self._done.set()

    async def answered(self, within: float = 5.0) -> CallbackAnswer:
        """Return the bot's answer. Raises TimeoutError when there is none within `within` seconds."""
        await asyncio.wait_for(self._done.wait(), within)
        return self.answer or CallbackAnswer()


class Callbacks:
    """All presses of the last moments."""

    def __init__(self, clock: Clock, lifetime: float = ANSWER_SECONDS) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._ids = count(4_000_000_000_000_001)
        self._open: dict[str, Press] = {}

    def open(self, chat_id: int, message_id: int, label: str) -> Press:
        """Register a press and return it with its query id."""
        press = Press(str(next(self._ids)), chat_id, message_id, label, self._clock.now())
        self._open[press.query_id] = press
        return press

    def answer(self, query_id: str, answer: CallbackAnswer) -> Press:
        """Answer a press, once. Raises BadRequest when it is unknown, answered or too old."""
        press = self._open.pop(query_id, None)
        if press is None or self._clock.now() - press.at > self._lifetime:
            raise BadRequest("query is too old and response timeout expired or query ID is invalid")
        if len(answer.text) > MAX_ANSWER:
            self._open[query_id] = press
            raise BadRequest("MESSAGE_TOO_LONG")
        press.finish(answer)
        return press
