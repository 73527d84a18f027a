"""How many calls a server may have seen in the last second, whatever the way there took.

A call counts from the moment it may go until a second after its answer, less what the quickest call takes: the server saw it before
that, and sees the next one that much later. Counting from the moment of going is not enough: calls that had to open connections arrive
late, those of the next second early. Counting the whole way would cost a tenth of the rate at 100 ms.
"""

import math
import time
from collections import deque
from itertools import count

SECOND = 1.005  # seconds; 5 ms so that neither end of the server's second counts twice
_RECENT = 200  # calls among which the quickest is looked for
_KNOWN = 10  # calls before which nothing is known of their times
_TRUSTED = 0.9  # of its time: the next one may be a little quicker


class Window:
    """Holds at most `rate` calls a second. `time.monotonic()` is the clock."""

    def __init__(self, rate: float) -> None:
        self.most = max(1, int(rate))
        self._seconds = SECOND * max(1.0, self.most / rate)
        self._arrived: deque[float] = deque()
        self._under_way: dict[float, dict[int, float]] = {}
        self._number = count(1)
        self._times: deque[float] = deque(maxlen=_RECENT)
        self._quickest = 0.0

    def enter(self, now: float, believed: float) -> int:
        """Take a place and return its ticket; unanswered after `believed` seconds, the call is taken to have arrived."""
        ticket = next(self._number)
        self._under_way.setdefault(believed, {})[ticket] = now + believed
        return ticket

    def answered(self, ticket: int) -> None:
        """Note that the call of `ticket` has ended."""
        for believed, tickets in self._under_way.items():
            due = tickets.pop(ticket, None)
            if due is not None:
                now = time.monotonic()
                self._note_time(now - due + believed)
                self._arrived.append(now - _TRUSTED * self._quickest)
                return

    def room(self, now: float) -> bool:
        """Tell whether there is a place."""
        arrived = self._arrived
        while arrived and now - arrived[0] >= self._seconds:
            arrived.popleft()
        for tickets in self._under_way.values():
            self._believe(tickets, now)
        return len(arrived) + sum(map(len, self._under_way.values())) < self.most

    def next_room(self, now: float) -> float:
        """Return the earliest time at which there can be a place."""
        if self.room(now):
            return now
        return (self._arrived[0] if self._arrived else now) + self._seconds

    def _note_time(self, seconds: float) -> None:
        leaving = self._times[0] if len(self._times) == _RECENT else math.inf
        self._times.append(seconds)
        if len(self._times) < _KNOWN:
            return
        if not self._quickest or leaving <= self._quickest:
            self._quickest = min(self._times)
        self._quickest = min(self._quickest, seconds)

    def _believe(self, tickets: dict[int, float], now: float) -> None:
        """Take the calls that went unanswered for their time, the oldest first, to arrive at this moment."""
        while tickets:
            ticket, due = next(iter(tickets.items()))
            if due > now:
                return
            del tickets[ticket]
            self._arrived.append(now)
