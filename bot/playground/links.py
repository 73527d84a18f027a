"""Addresses: which ones Telegram accepts in links and buttons, and what it finds in a text by itself."""

import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from bot.playground.errors import BadRequest

_OWN_SCHEMES = ("tg", "ton", "tonsite")
_HOST = re.compile(r"[^\s/?#@<>\"]+")
_OWN_HOST = re.compile(r"[A-Za-z0-9_\-.]*")
_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}\b)"
    r"|(?P<url>\b(?:https?|tg)://[^\s<>\"]*[^\s<>\".,;:!?)\]}'»،؛؟]"
    r"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|int|info|eu|edu|gov|io|me|ch|fr|uk|africa)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]}'])?)"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}\b)"
    r"|(?P<bot_command>(?<![\w/@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<hashtag>(?<![\w#&])#(?=\w*[^\W\d])\w{1,255})"
)


def checked_link(address: str) -> str | None:
    """Return `address` as Telegram stores it (scheme and path added), or None when it makes no link of it."""
    try:
        return button_link(address)
    except BadRequest:
        return None


def button_link(address: str) -> str:
    """Return the address of a button as Telegram stores it. Raises BadRequest in Telegram's words."""
    scheme = address.split(":", 1)[0].lower()
    if scheme in _OWN_SCHEMES and ":" in address:
        return _own_link(scheme, address)
    if "://" in address and scheme not in ("http", "https"):
        raise _invalid(address, "Unsupported URL protocol")
    if " " in address or "\n" in address:
        raise _invalid(address, "Unallowed characters in URL host")
    full = address if "://" in address else f"http://{address}"
    parts = _split(full, address)
    host = (parts.hostname or "").rstrip(".")
    if not _HOST.fullmatch(host):
        raise _invalid(address, "URL host is empty")
    if "." not in host and ":" not in host:
        raise _invalid(address, "Wrong HTTP URL")
    netloc = parts.netloc.lower() if "@" not in parts.netloc else parts.netloc
    tail = full.split("://", 1)[1][len(parts.netloc):]
    return f"{parts.scheme.lower()}://{netloc}{tail if tail.startswith('/') else '/' + tail}"


def mentioned_person(address: str) -> int | None:
    """Return the person of a tg://user?id=... link, or None."""
    found = re.fullmatch(r"tg:(?://)?user\?id=([1-9][0-9]{0,15})", address.strip())
    return int(found.group(1)) if found else None


def found_entities(text: str, taken: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Return the links, mentions, commands, addresses and hashtags in `text`, outside the `taken` UTF-16 ranges."""
    entities = []
    for found in _FOUND.finditer(text):
        offset = _units(text[:found.start()])
        length = _units(found.group())
        if not any(begin < offset + length and offset < end for begin, end in taken):
            entities.append({"offset": offset, "length": length, "type": str(found.lastgroup)})
    return entities


def _invalid(address: str, reason: str) -> BadRequest:
    return BadRequest(f"inline keyboard button URL '{address}' is invalid: {reason}")


def _split(full: str, address: str) -> SplitResult:
    try:
        parts = urlsplit(full)
        parts.port  # noqa: B018  reading it checks it
    except ValueError:
        raise _invalid(address, "Wrong port number specified in the URL") from None
    return parts


def _own_link(scheme: str, address: str) -> str:
    rest = address.split(":", 1)[1].removeprefix("//")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not host or not _OWN_HOST.fullmatch(host):
        raise _invalid(address, "Unallowed characters in URL host")
    return f"{scheme}://{rest}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
