"""Misbehaviour on request: what can go wrong between a bot and Telegram, as data."""

import json
import random
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from bot.playground.errors import SteeringError


class Ending(StrEnum):
    """How the connection goes on once the answer is known."""

    WHOLE = "whole"
    SILENT = "silent"
    RESET = "reset"
    RESET_MID_BODY = "reset_mid_body"
    DRIP = "drip"


@dataclass(frozen=True)
class Fault:
    """One way to misbehave. Make it with the named constructors.

    `takes_effect`: whether the call is carried out first. `status` and `body`: what is answered instead of the true answer
    (None: the true one). `delay`: seconds before anything happens. `ending`: what becomes of the answer.
    """

    takes_effect: bool = False
    status: int | None = None
    body: str | None = None
    content_type: str = "application/json"
    delay: float = 0.0
    ending: Ending = Ending.WHOLE
    seconds: float = 3600.0

    @property
    def only_delays(self) -> bool:
        """Tell whether the call is answered truly, only later."""
        return self.takes_effect and self.status is None and self.ending is Ending.WHOLE

    @classmethod
    def flood(cls, retry_after: int | None = 1) -> "Fault":
        """429; without `parameters` when `retry_after` is None."""
        if retry_after is None:
            return cls(status=429, body='{"ok":false,"error_code":429,"description":"Too Many Requests"}')
        return cls(status=429, body='{"ok":false,"error_code":429,"description":"Too Many Requests: retry after '
                                    f'{retry_after}","parameters":{{"retry_after":{retry_after}}}}}')

    @classmethod
    def server_error(cls, status: int = 502, html: bool = False, takes_effect: bool = False) -> "Fault":
        """5xx, with Telegram's JSON or with a proxy's HTML page."""
        if html:
            page = f"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"
            return cls(takes_effect, status, page, "text/html")
        description = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
        text = description.get(status, "Internal Server Error")
        return cls(takes_effect, status, f'{{"ok":false,"error_code":{status},"description":"{text}"}}')

    @classmethod
    def refused(cls, code: int, description: str) -> "Fault":
        """An error of Telegram's, such as 401 "Unauthorized", with that HTTP status."""
        return cls(status=code, body=_error_body(code, description))

    @classmethod
    def not_ok(cls, code: int = 400, description: str = "Bad Request: something went wrong") -> "Fault":
        """HTTP 200 whose JSON says ok: false."""
        return cls(status=200, body=_error_body(code, description))

    @classmethod
    def not_json(cls, takes_effect: bool = False) -> "Fault":
        """HTTP 200 with a body that is no JSON."""
        return cls(takes_effect, 200, "<!doctype html><title>Not what you asked for</title>", "text/html")

    @classmethod
    def odd_json(cls, body: str) -> "Fault":
        """HTTP 200 with `body` as JSON: unknown fields, wrong types."""
        return cls(status=200, body=body)

    @classmethod
    def timeout(cls, takes_effect: bool = False, seconds: float = 3600.0) -> "Fault":
        """No answer for `seconds`, then a closed connection; the call takes effect first, or not at all."""
        return cls(takes_effect, ending=Ending.SILENT, seconds=seconds)

    @classmethod
    def reset(cls, takes_effect: bool = False, mid_body: bool = False) -> "Fault":
        """The connection is cut: before the answer, or in the middle of its body."""
        return cls(takes_effect or mid_body, ending=Ending.RESET_MID_BODY if mid_body else Ending.RESET)

    @classmethod
    def drip(cls, seconds_per_byte: float = 1.0) -> "Fault":
        """The true answer, one byte at a time."""
        return cls(takes_effect=True, ending=Ending.DRIP, seconds=seconds_per_byte)

    @classmethod
    def latency(cls, seconds: float) -> "Fault":
        """The true answer, `seconds` later."""
        return cls(takes_effect=True, delay=seconds)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Fault":
        """Read a fault as `as_json` wrote it. Raises SteeringError for an unknown field or ending."""
        unknown = value.keys() - {item.name for item in fields(cls)}
        if unknown:
            raise SteeringError(f"a fault has no field {sorted(unknown)}")
        try:
            return cls(**{**value, "ending": Ending(value.get("ending", "whole"))})
        except ValueError as error:
            raise SteeringError(str(error)) from error

    def as_json(self) -> dict[str, Any]:
        """Return the fault as JSON."""
        return asdict(self)


@dataclass
class Misbehaviour:
    """A fault laid on a method: for a number of calls, or for a share of them. `hits` counts how often it struck."""

    method: str
    fault: Fault
    times: int | None
    probability: float
    hits: int = 0

    def stop(self) -> None:
        """Behave again."""
        self.times = 0


class Misbehaviours:
    """The faults laid, in the order they were laid. Delays add up; of the others, the first one strikes."""

    def __init__(self, seed: int = 1) -> None:
        self._laid: list[Misbehaviour] = []
        self._random = random.Random(seed)  # noqa: S311  not a secret: tests repeat

    def lay(self, method: str, fault: Fault, times: int | None, probability: float) -> Misbehaviour:
        """Lay a fault on `method` ("*" for all)."""
        laid = Misbehaviour(method.lower(), fault, times, probability)
        self._laid.append(laid)
        return laid

    def strike(self, method: str) -> tuple[float, Fault | None]:
        """Return what befalls one call: seconds of delay and the fault, if any."""
        if not self._laid:
            return 0.0, None
        delay, struck = 0.0, None
        for laid in self._laid:
            if (struck is None or laid.fault.only_delays) and self._hits(laid, method.lower()):
                laid.hits += 1
                delay += laid.fault.delay
                struck = struck if laid.fault.only_delays else laid.fault
        self._laid = [laid for laid in self._laid if laid.times is None or laid.hits < laid.times]
        return delay, struck

    def clear(self) -> None:
        """Behave again."""
        for laid in self._laid:
            laid.stop()
        self._laid.clear()

    def _hits(self, laid: Misbehaviour, method: str) -> bool:
        over = laid.times is not None and laid.hits >= laid.times
        return not over and laid.method in ("*", method) and (laid.probability >= 1 or self._random.random() < laid.probability)


def _error_body(code: int, description: str) -> str:
    return json.dumps({"ok": False, "error_code": code, "description": description})
