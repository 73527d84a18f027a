"""Whose turn an update has to wait for: one lane per chat, taken in order."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Lane = tuple[str, int]


class Outcome(StrEnum):
    """How an update ended. Every one of them is final: Telegram need not deliver it again."""

    FINISHED = "finished"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    DROPPED = "dropped"


@dataclass(slots=True, eq=False)
class Job:
    """One update on its way, and the future that everybody who delivered it waits for."""

    update_id: int
    raw: dict[str, Any]
    chat_id: int | None
    done: "asyncio.Future[Outcome]"
    urgent: bool = False  # asks for urgent help: heard however many others are not

    @property
    def lane(self) -> Lane:
        """The chat, or for an update without one the update itself."""
        return ("chat", self.chat_id) if self.chat_id is not None else ("update", self.update_id)


@dataclass(slots=True)
class Lanes:
    """The waiting updates of every chat that has any; `most` per chat."""

    most: int
    _waiting: dict[Lane, deque[Job]] = field(default_factory=dict)

    def add(self, job: Job) -> bool:
        """Queue `job`; True when its lane was empty, so that somebody must start to drive it. Check `full` first."""
        queue = self._waiting.get(job.lane)
        if queue is None:
            self._waiting[job.lane] = deque([job])
            return True
        queue.append(job)
        return False

    def full(self, job: Job) -> bool:
        """Tell whether the lane of `job` holds as many as it may."""
        return len(self._waiting.get(job.lane, ())) >= self.most

    def next(self, lane: Lane) -> Job | None:
        """Return the first of `lane`, which stays in it until `leave`; None, and the lane is gone, when it is empty."""
        queue = self._waiting.get(lane)
        if not queue:
            self._waiting.pop(lane, None)
            return None
        return queue[0]

    def leave(self, job: Job) -> None:
        """Take `job`, the first of its lane, out."""
        self._waiting[job.lane].popleft()

    def shed(self, lane: Lane) -> list[Job]:
        """Take all out of `lane` but the first, which is under way, and what is urgent, and return them."""
        queue = self._waiting.get(lane, deque())
        gone = [job for place, job in enumerate(queue) if place and not job.urgent]
        for job in gone:
            queue.remove(job)
        return gone

    def empty(self, lane: Lane) -> list[Job]:
        """Take all out of `lane` and return them."""
        return list(self._waiting.pop(lane, ()))

    def __len__(self) -> int:
        """Count the updates that wait or are under way."""
        return sum(map(len, self._waiting.values()))


def chat_of(raw: dict[str, Any]) -> int | None:
    """Return the chat that a raw update of any kind belongs to, or the account it comes from, or None.

    A private chat has the id of its account, so updates without a chat (an inline query) keep a person's order.
    """
    for name, content in raw.items():
        if name != "update_id" and isinstance(content, dict):
            message = content.get("message")
            within = message.get("chat") if isinstance(message, dict) else None
            places = (content.get("chat"), within, content.get("from"), content.get("user"))
            for place in places:
                found = place.get("id") if isinstance(place, dict) else None
                if isinstance(found, int) and not isinstance(found, bool):
                    return found
    return None
