"""Telegram's HTML: which tags it knows and how it reads one start tag (source: tdlib MessageEntity.cpp, parse_html).

Positions are character positions in the text; a mistake is reported as a byte offset, as Telegram does.
"""

import re
from dataclasses import dataclass, field

from bot.playground.errors import BadRequest

TAGS = frozenset({
    "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time",
    "span", "pre", "code", "blockquote",
})
_SPACE = " \t\r\n\0\v"
_LITERALS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<decimal>[0-9]*)|(?P<name>[A-Za-z]*))")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
# Code points in a reference: more digits than this are left as they are (tdlib: end_pos - pos >= 10).
_MAX_REFERENCE = 10


@dataclass(frozen=True)
class StartTag:
    """A start tag: its name, the attributes Telegram read, and where the text goes on."""

    name: str
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


def mistake(text: str, reason: str, position: int | None = None) -> BadRequest:
    """Return Telegram's complaint about `text`; `position` (characters) becomes a byte offset."""
    where = "" if position is None else f" at byte offset {len(text[:position].encode())}"
    return BadRequest(f"can't parse entities: {reason}{where}")


def decode_reference(text: str, position: int) -> tuple[str, int] | None:
    """Read the character reference at `position` (an ampersand): its character and where the text goes on, or None."""
    found = _REFERENCE.match(text, position)
    if found is None:
        return None
    end = found.end()
    if found["name"] is not None:
        character = _LITERALS.get(found["name"])
    else:
        digits, base = (found["hex"], 16) if found["hex"] is not None else (found["decimal"], 10)
        code = int(digits or "0", base) if len(digits) < _MAX_REFERENCE else 0
        valid = 0 < code < 0x10FFFF and end - position < _MAX_REFERENCE
        character = chr(code) if valid else None
    if character is None:
        return None
    return character, end + 1 if text[end:end + 1] == ";" else end


def read_start_tag(text: str, begin: int) -> StartTag:
    """Read the start tag whose `<` is at `begin`. Raises BadRequest in Telegram's words."""
    position = _until_space(text, begin + 1)
    if position == len(text):
        raise mistake(text, "Unclosed start tag", begin)
    name = text[begin + 1:position].lower()
    if name not in TAGS:
        raise mistake(text, f'Unsupported start tag "{name}"', begin)
    attributes: dict[str, str] = {}
    while True:
        position = _skip_space(text, position)
        if text[position:position + 1] == ">":
            return StartTag(name, position + 1, attributes)
        key, value, position = _read_attribute(text, name, position, begin)
        attributes[key] = value


def read_end_tag(text: str, begin: int) -> tuple[str, int]:
    """Read the end tag whose `<` is at `begin`: its name in lower case and where the text goes on."""
    position = _until_space(text, begin + 2)
    name = text[begin + 2:position].lower()
    position = _skip_space(text, position)
    if text[position:position + 1] != ">":
        raise mistake(text, "Unclosed end tag", begin)
    return name, position + 1


def _read_attribute(text: str, tag: str, position: int, begin: int) -> tuple[str, str, int]:
    found = _ATTRIBUTE_NAME.match(text, position)
    key = found.group() if found else ""
    if not key:
        raise mistake(text, f'Empty attribute name in the tag "{tag}"', begin)
    position = _skip_space(text, position + len(key))
    if position == len(text):
        raise mistake(text, f'Unclosed start tag "{tag}"', begin)
    if text[position] != "=":
        return key, "", position
    position = _skip_space(text, position + 1)
    if position == len(text):
        raise mistake(text, f'Unclosed start tag "{tag}"', begin)
    quoted = text[position] in "'\""
    value, position = _quoted(text, position) if quoted else _name_token(text, position)
    if position >= len(text):
        raise mistake(text, "Unclosed start tag", begin)
    return key, value, position


def _name_token(text: str, position: int) -> tuple[str, int]:
    found = _NAME_TOKEN.match(text, position)
    value = found.group() if found else ""
    end = position + len(value)
    if end < len(text) and text[end] not in _SPACE and text[end] != ">":
        raise mistake(text, "Unexpected end of name token", position)
    return value.lower(), end


def _quoted(text: str, position: int) -> tuple[str, int]:
    quote, position, value = text[position], position + 1, ""
    while position < len(text) and text[position] != quote:
        decoded = decode_reference(text, position) if text[position] == "&" else None
        character, position = decoded or (text[position], position + 1)
        value += character
    return value, position + 1


def _until_space(text: str, position: int) -> int:
    while position < len(text) and text[position] not in _SPACE and text[position] != ">":
        position += 1
    return position


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position
