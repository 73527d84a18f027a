"""The parameters of a call: from the query string, JSON, a form or multipart, read as Telegram reads them."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from bot.playground.errors import BadRequest

# Telegram's limit for an upload, PTB FileSizeLimit.FILESIZE_UPLOAD; some more for the other parts of the body.
MAX_UPLOAD = 50 * 1024 * 1024
MAX_BODY = MAX_UPLOAD + 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Parameters:
    """The parameters of one call; text, numbers and objects as they came, and uploaded files by field name."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a string; empty when missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """Return a whole number, kept between `low` and `high`; `default` when missing or no number, as Telegram does."""
        try:
            value = int(self.values.get(name, default))
        except (TypeError, ValueError, OverflowError):
            value = default
        value = value if low is None else max(value, low)
        return value if high is None else min(value, high)

    def flag(self, name: str) -> bool:
        """Return a truth value: true, yes or 1."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def entities(self, name: str) -> list[Any]:
        """Return a list of MessageEntity; empty when missing or no list, as Telegram takes it. Raises BadRequest for no JSON."""
        value = self.structure(name, "can't parse entities JSON object")
        return value if isinstance(value, list) else []

    def structure(self, name: str, complaint: str) -> Any:
        """Return an object or array, given as such or as JSON text; None when missing. Raises BadRequest(complaint)."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise BadRequest(complaint) from None


async def read_parameters(request: web.Request) -> Parameters:
    """Read every parameter of a call. Raises BadRequest when the body is not what its Content-Type says."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if request.method == "POST" and request.body_exists:
        kind = request.content_type
        if kind == "application/json":
            values |= _json_object(await request.read())
        elif kind == "multipart/form-data":
            await _read_multipart(request, values, files)
        else:
            values |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return Parameters(values, files)


def _json_object(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        parsed = json.loads(body)
    except ValueError:
        raise BadRequest("can't parse request: JSON expected") from None
    if not isinstance(parsed, dict):
        raise BadRequest("can't parse request: JSON object expected")
    return {name: value for name, value in parsed.items() if value is not None}


async def _read_multipart(request: web.Request, values: dict[str, Any], files: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = content.decode(errors="replace")
        else:
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, content_type, content)
