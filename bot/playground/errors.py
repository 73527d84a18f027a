"""What Telegram answers when it refuses a call: a code, a description and sometimes parameters."""

from typing import Any


class ApiError(Exception):
    """A refused call, in Telegram's words. Becomes {"ok": false, "error_code": ..., "description": ...}."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, Any]:
        """Return the JSON answer, in Telegram's order of fields."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class BadRequest(ApiError):
    """400: the call itself is wrong; trying again does not help."""

    def __init__(self, reason: str) -> None:
        super().__init__(400, f"Bad Request: {reason}")


class Forbidden(ApiError):
    """403: the person or the group does not want this bot."""

    def __init__(self, reason: str) -> None:
        super().__init__(403, f"Forbidden: {reason}")


class Conflict(ApiError):
    """409: two receivers of updates."""

    def __init__(self, reason: str) -> None:
        super().__init__(409, f"Conflict: {reason}")


class TooManyRequests(ApiError):
    """429, with the seconds to wait."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


class UnknownMethod(ApiError):
    """404: there is no such method (or not in this stand-in)."""

    def __init__(self) -> None:
        super().__init__(404, "Not Found: method not found")


class NotLoopback(Exception):
    """The stand-in was asked to listen on, or deliver to, an address outside this computer."""


class SteeringError(Exception):
    """A test or the chat page asked for something a person could not do, such as pressing a button that is not there."""


class NothingCame(SteeringError):
    """What was waited for did not happen in time."""
