"""Every call the bot made, for tests to look at."""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

# Enough for the largest benchmark; older calls are forgotten.
KEPT_CALLS = 200_000


@dataclass(slots=True)
class Call:
    """One call: its method as the bot wrote it, its parameters, when it came (clock seconds) and what was answered.

    `status` is 0 while the call is under way, and when it was cut off without an answer.
    `took_effect` tells a call that was carried out, even when its answer was spoiled on purpose.
    """

    method: str
    parameters: dict[str, Any]
    at: float
    files: dict[str, int] = field(default_factory=dict)
    status: int = 0
    description: str = ""
    took_effect: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the call as JSON, without the contents of files (their sizes only)."""
        return {"method": self.method, "parameters": self.parameters, "at": self.at, "files": self.files,
                "status": self.status, "description": self.description, "took_effect": self.took_effect}


class CallLog:
    """The calls, oldest first."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self._counts: Counter[str] = Counter()

    def add(self, call: Call) -> None:
        """Remember a call."""
        self._calls.append(call)
        self._counts[call.method.lower()] += 1

    def count(self, method: str) -> int:
        """Return how often a method was called since the last `clear`."""
        return self._counts[method.lower()]

    def seen(self, method: str | None = None) -> list[Call]:
        """Return all calls, or those of one method (in any case of letters)."""
        if method is None:
            return list(self._calls)
        wanted = method.lower()
        return [call for call in self._calls if call.method.lower() == wanted]

    def clear(self) -> None:
        """Forget all calls."""
        self._calls.clear()
        self._counts.clear()
