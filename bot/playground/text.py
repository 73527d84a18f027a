"""A text on its way into a message: parsed, cleaned, trimmed, measured and searched for links, as Telegram does it."""

import re
from typing import Any

from bot.playground.errors import BadRequest
from bot.playground.links import found_entities
from bot.playground.markup import Entity, Formatted, parse_html, sort_entities, utf16_length

# Telegram's limits: UTF-16 units after parsing, bytes before it (Client.cpp get_formatted_text: 1 << 15).
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32_768
MAX_ENTITIES = 100

_BLANK = " \n\t\u00a0\u200b\u2060\u2800"
_OPAQUE = ("code", "pre", "text_link", "text_mention", "mention", "url", "custom_emoji")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_CONTROLS = {code: " " for code in range(32) if code != 10}


def message_text(raw: str, parse_mode: str, entities: list[Any]) -> Formatted:
    """Return the text of a message. Raises BadRequest: empty, too long, or wrong markup."""
    if not raw:
        raise BadRequest("message text is empty")
    formatted = _formatted(raw, parse_mode, entities)
    if not formatted.text:
        raise BadRequest("text must be non-empty")
    if utf16_length(formatted.text) > MAX_TEXT:
        raise BadRequest("message is too long")
    return formatted


def caption_text(raw: str, parse_mode: str, entities: list[Any]) -> Formatted:
    """Return the caption of a document or photo, which may be empty. Raises BadRequest: too long or wrong markup."""
    formatted = _formatted(raw, parse_mode, entities)
    if utf16_length(formatted.text) > MAX_CAPTION:
        raise BadRequest("message caption is too long")
    return formatted


def with_found_entities(formatted: Formatted) -> Formatted:
    """Return `formatted` with the links, commands and mentions that Telegram finds by itself; at most 100 in all."""
    taken = [(item["offset"], item["offset"] + item["length"]) for item in formatted.entities if item["type"] in _OPAQUE]
    found = found_entities(formatted.text, taken)
    if not found:
        return formatted
    return Formatted(formatted.text, sort_entities([*formatted.entities, *found])[:MAX_ENTITIES])


def _formatted(raw: str, parse_mode: str, entities: list[Any]) -> Formatted:
    try:
        size = len(raw.encode())
    except UnicodeEncodeError:
        raise BadRequest("strings must be encoded in UTF-8") from None
    if size > MAX_RAW_BYTES:
        raise BadRequest("text is too long")
    raw, mode = raw.replace("\r", ""), parse_mode.lower()
    if mode in ("", "none"):
        parsed = Formatted(raw, sort_entities([_given(item) for item in entities]))
    elif mode == "html":
        parsed = parse_html(raw)
    elif mode in ("markdown", "markdownv2"):
        raise BadRequest("parse_mode Markdown is not part of this stand-in: use HTML")
    else:
        raise BadRequest("unsupported parse_mode")
    return with_found_entities(_trimmed(_without_controls(parsed)))


def _without_controls(parsed: Formatted) -> Formatted:
    """Replace control characters by blanks, as tdlib's clean_input_string does; every offset stays right."""
    if _CONTROL.search(parsed.text) is None:
        return parsed
    return Formatted(parsed.text.translate(_CONTROLS), parsed.entities)


def _given(entity: Any) -> Entity:
    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise BadRequest("can't parse MessageEntity: Object expected")
    if not all(isinstance(entity.get(name), int) and entity[name] >= 0 for name in ("offset", "length")):
        raise BadRequest("can't parse MessageEntity: Field \"offset\" must be of type Number")
    user = entity.get("user")
    if entity["type"] == "text_mention" and not (isinstance(user, dict) and isinstance(user.get("id"), int)):
        raise BadRequest("can't parse MessageEntity: Can't find field \"user\"")
    return dict(entity)


def _trimmed(formatted: Formatted) -> Formatted:
    """Cut blanks at both ends and move the entities; what would cover nothing is dropped."""
    text = formatted.text.rstrip(_BLANK)
    left = len(text) - len(text.lstrip(" \n"))
    first = min((item["offset"] for item in formatted.entities), default=left)
    left = min(left, first)
    if left == 0 and text == formatted.text:
        return formatted
    end = utf16_length(text)
    kept = [
        {**item, "offset": item["offset"] - left, "length": min(item["offset"] + item["length"], end) - item["offset"]}
        for item in formatted.entities if item["offset"] < end
    ]
    return Formatted(text[left:], sort_entities(kept))
