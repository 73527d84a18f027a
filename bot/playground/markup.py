"""From Telegram's HTML to plain text with entities, counted in UTF-16 units (source: tdlib MessageEntity.cpp)."""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.links import checked_link, mentioned_person
from bot.playground.tags import StartTag, decode_reference, mistake, read_end_tag, read_start_tag

Entity = dict[str, Any]

_SPECIAL = re.compile("[<&]")
_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}
# tdlib get_type_priority: which entity is the outer one when two cover the same characters.
_PRIORITY = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "bold": 90, "italic": 91, "underline": 92,
    "strikethrough": 93, "spoiler": 94, "text_link": 50, "text_mention": 50, "custom_emoji": 99,
}


@dataclass(frozen=True)
class Formatted:
    """A text as people see it, and what is special in it."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True)
class _Open:
    tag: StartTag
    offset: int
    chunk: int


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units in `text`: the unit of every offset and limit of Telegram's."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(text: str) -> Formatted:
    """Parse `text` as Telegram's HTML. Raises BadRequest with Telegram's description and byte offset."""
    parser = _Parser(text)
    parser.run()
    for entity in parser.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return Formatted(parser.result(), sort_entities(parser.entities))


def sort_entities(entities: list[Entity]) -> tuple[Entity, ...]:
    """Return `entities` in Telegram's order: by offset, then the longer, then the outer kind."""
    return tuple(sorted(entities, key=lambda item: (item["offset"], -item["length"], _PRIORITY.get(item["type"], 60))))


class _Parser:
    """One pass over a text, keeping what was read, the open tags and the entities of the closed ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entities: list[Entity] = []
        self._chunks: list[str] = []
        self._units = 0
        self._open: list[_Open] = []

    def run(self) -> None:
        """Read the whole text."""
        text, position = self.text, 0
        while found := _SPECIAL.search(text, position):
            begin = found.start()
            self._add(text[position:begin])
            position = self._reference(begin) if text[begin] == "&" else self._tag(begin)
        self._add(text[position:])
        if self._open:
            raise mistake(text, f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag.name}"')

    def result(self) -> str:
        """Return the text without its tags. Raises BadRequest when it holds half a surrogate pair."""
        plain = "".join(self._chunks)
        try:
            return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            reason = "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
            raise mistake(self.text, reason) from None

    def _add(self, chunk: str) -> None:
        if chunk:
            self._chunks.append(chunk)
            self._units += utf16_length(chunk)

    def _reference(self, begin: int) -> int:
        character, position = decode_reference(self.text, begin) or ("&", begin + 1)
        self._add(character)
        return position

    def _tag(self, begin: int) -> int:
        if self.text[begin + 1:begin + 2] != "/":
            tag = read_start_tag(self.text, begin)
            if tag.name == "span" and tag.attributes.get("class") != "tg-spoiler":
                raise mistake(self.text, 'Tag "span" must have class "tg-spoiler"', begin)
            self._open.append(_Open(tag, self._units, len(self._chunks)))
            return tag.end
        if not self._open:
            raise mistake(self.text, "Unexpected end tag", begin)
        name, position = read_end_tag(self.text, begin)
        expected = self._open[-1].tag.name
        if name and name != expected:
            raise mistake(self.text, f"Unmatched end tag at byte offset {len(self.text[:begin].encode())}, "
                                     f'expected "</{expected}>", found "</{name}>"')
        self._close(self._open.pop())
        return position

    def _close(self, opened: _Open) -> None:
        length = self._units - opened.offset
        if length == 0:
            return
        details = self._details(opened, length)
        if details is not None:
            self.entities.append({"offset": opened.offset, "length": length, **details})

    def _details(self, opened: _Open, length: int) -> Entity | None:
        name, attributes = opened.tag.name, opened.tag.attributes
        if name in _SIMPLE:
            return {"type": _SIMPLE[name]}
        if name == "a":
            return self._link(attributes.get("href") or "".join(self._chunks[opened.chunk:]))
        if name == "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
        if name == "tg-emoji":
            return self._emoji(attributes.get("emoji-id", ""))
        if name == "tg-time":
            # A date as the reader's phone writes it: the stand-in shows the text and keeps no entity.
            return None
        return self._code(opened, length)

    def _link(self, address: str) -> Entity | None:
        if (person := mentioned_person(address)) is not None:
            return {"type": "text_mention", "user": {"id": person}}
        url = checked_link(address)
        return None if url is None else {"type": "text_link", "url": url}

    def _emoji(self, emoji_id: str) -> Entity:
        if not emoji_id.isdecimal() or int(emoji_id) == 0:
            raise mistake(self.text, "Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": emoji_id}

    def _code(self, opened: _Open, length: int) -> Entity | None:
        """<pre><code class="language-x"> and its mirror image are one entity with a language."""
        other = "pre" if opened.tag.name == "code" else "code"
        css_class = opened.tag.attributes.get("class", "")
        language = css_class[9:] if css_class.startswith("language-") and opened.tag.name == "code" else ""
        inner = self.entities[-1] if self.entities else None
        same = inner is not None and (inner["type"], inner["offset"], inner["length"]) == (other, opened.offset, length)
        if inner is not None and same and opened.tag.name == "pre" and "language" in inner:
            inner["type"] = "pre"
            return None
        if inner is not None and same and language:
            inner["language"] = language
            return None
        return {"type": opened.tag.name, **({"language": language} if language else {})}
