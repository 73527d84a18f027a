"""Whose call may go now: at most `rate` in any second, replies before broadcasts, chats by turns, broadcasts evenly spread."""

import asyncio
import heapq
import time
from collections import deque
from itertools import count

from bot.telegram.window import Window

EVEN = 0.99  # of the rate for broadcasts; at 100 % single calls arrive too early, and each 429 stops them all (telegram.md B2)
MADE_UP = 0.2  # seconds of lateness that are made up for, within the rate of each second: a busy machine must not lose its rate, a pause leads to no burst
CHAT_GAP = 1.05  # seconds between two broadcast messages to one chat; Telegram allows about one a second
REPLY_BELIEVED = 0.5  # seconds after which an unanswered reply is taken to have arrived: replies come in bursts
BROADCAST_BELIEVED = 1.0  # for broadcasts: they never come so many at once that a slow server would halve their rate
_FEW = 4096  # chats remembered before those whose gap is over are let go

Chat = int | str | None
Turn = asyncio.Future[int]


class Turns:
    """Gives turns on one event loop, as tickets that are given back with `ended`. `rate` is calls per second."""

    def __init__(self, rate: float) -> None:
        self._window = Window(rate)
        self._interval = 1 / (rate * EVEN)
        self._replies: dict[Chat, deque[Turn]] = {}  # the chat whose turn is next comes first
        self._broadcasts: list[tuple[float, int, Chat, Turn]] = []
        self._number = count()
        self._next_broadcast = 0.0
        self._written: dict[Chat, float] = {}
        self._writing: dict[int, Chat] = {}  # the broadcasts under way, by ticket
        self._no_reply_before = self._no_broadcast_before = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def try_reply(self) -> int:
        """Take a reply's turn if it is free right now, the way of nearly every reply; 0 when it is not."""
        now = time.monotonic()
        if self._replies or now < self._no_reply_before or not self._window.room(now):
            return 0
        return self._window.enter(now, REPLY_BELIEVED)

    async def reply(self, chat: Chat) -> int:
        """Wait for the turn of a reply to `chat`: however many wait for one chat, another waits for one of them only."""
        turn: Turn = asyncio.get_running_loop().create_future()
        self._replies.setdefault(chat, deque()).append(turn)
        self._release()
        return await turn

    async def broadcast(self, chat: Chat) -> int:
        """Wait for a broadcast's turn to write to `chat`."""
        turn: Turn = asyncio.get_running_loop().create_future()
        if not self._broadcasts:  # nobody waited: that is a pause, and no lateness
            self._next_broadcast = max(self._next_broadcast, time.monotonic() - self._interval)
        heapq.heappush(self._broadcasts, (0.0, next(self._number), chat, turn))
        self._release()
        return await turn

    def ended(self, ticket: int) -> None:
        """Note that the call of `ticket` was answered or given up."""
        self._window.answered(ticket)
        if ticket in self._writing:  # it may have arrived only now
            self._written[self._writing.pop(ticket)] = time.monotonic()

    def stop_replies(self, seconds: float) -> None:
        """Give no reply a turn for `seconds`, and no broadcast either: a broadcast never overtakes a reply."""
        self._no_reply_before = max(self._no_reply_before, time.monotonic() + seconds)
        self.stop_broadcasts(seconds)

    def stop_broadcasts(self, seconds: float) -> None:
        """Give no broadcast a turn for `seconds`."""
        self._no_broadcast_before = max(self._no_broadcast_before, time.monotonic() + seconds)
        self._next_broadcast = max(self._next_broadcast, self._no_broadcast_before)

    @property
    def reply_stop(self) -> float:
        """Seconds until replies go again; 0 when they are not stopped."""
        return max(0.0, self._no_reply_before - time.monotonic())

    @property
    def broadcast_stop(self) -> float:
        """Seconds until broadcasts go again; 0 when they are not stopped."""
        return max(0.0, self._no_broadcast_before - time.monotonic())

    def _release(self) -> None:
        """Give every turn that is due, and come back when the next one is."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = time.monotonic()
        self._release_replies(now)
        if not self._replies:
            self._release_broadcasts(now)
        if self._replies or self._broadcasts:
            self._timer = asyncio.get_running_loop().call_later(max(self._next_due(now) - now, 0.0005), self._release)

    def _release_replies(self, now: float) -> None:
        while self._replies and now >= self._no_reply_before and self._window.room(now):
            turn = self._next_reply()
            if not turn.done():  # its call was cancelled meanwhile
                turn.set_result(self._window.enter(now, REPLY_BELIEVED))

    def _next_reply(self) -> Turn:
        """Take the first turn of the first chat, which then goes behind all others."""
        chat = next(iter(self._replies))
        waiting = self._replies.pop(chat)
        turn = waiting.popleft()
        if waiting:
            self._replies[chat] = waiting
        return turn

    def _release_broadcasts(self, now: float) -> None:
        while self._broadcasts and now >= self._broadcast_due() and self._window.room(now):
            _, number, chat, turn = heapq.heappop(self._broadcasts)
            free = self._written.get(chat, 0.0) + CHAT_GAP
            if turn.done():
                continue
            if chat is not None and now < free:
                heapq.heappush(self._broadcasts, (free, number, chat, turn))
                continue
            ticket = self._window.enter(now, BROADCAST_BELIEVED)
            turn.set_result(ticket)
            self._note(ticket, chat, now)

    def _note(self, ticket: int, chat: Chat, now: float) -> None:
        self._next_broadcast = max(self._next_broadcast, now - max(self._interval, MADE_UP)) + self._interval
        if len(self._written) >= _FEW:
            self._written = {known: at for known, at in self._written.items() if now - at < CHAT_GAP}
            self._writing = {known: chat for known, chat in self._writing.items() if chat in self._written}  # no answer came of the others
        self._written[chat] = now
        self._writing[ticket] = chat

    def _next_due(self, now: float) -> float:
        return max(self._window.next_room(now), self._no_reply_before if self._replies else self._broadcast_due())

    def _broadcast_due(self) -> float:
        return max(self._no_broadcast_before, self._next_broadcast, self._broadcasts[0][0])
