"""From replies as data to Telegram's messages: HTML, direction, length, keyboard."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.i18n import Words
from bot.keys import KeyRing
from bot.replies import Button, Choice, Copy, Heading, Lines, Part, Reply, Say, Typed
from bot.telegram.callbacks import pack
from bot.telegram.direction import towards_right
from bot.telegram.markup import literal, to_html, typed
from bot.telegram.messenger import Keyboard

LIMIT = 4096  # UTF-16 units of a message's text after parsing (Bot API, sendMessage)
_FIRST_MARK = 0xE000  # private-use characters stand for values while the message's Markdown is parsed
_TAG = re.compile(r"<[^>]+>")
_RIGHT_TO_LEFT_MARK = "\u200f"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The texts of one reply in Telegram's HTML, each within the limit, and the keyboard of the last one."""

    texts: tuple[str, ...]
    keyboard: Keyboard | None


class Renderer:
    """Turns a reply into what Telegram takes. Values are escaped, never parsed; buttons are signed for the chat."""

    def __init__(self, words: Words, keys: KeyRing) -> None:
        self._words = words
        self._keys = keys

    def render(self, reply: Reply, chat_id: int) -> Rendered:
        """Return the messages for `chat_id`: one, or more where the text exceeds 4,096 UTF-16 units."""
        html = "\n\n".join(filter(None, (self._part(part, reply.language) for part in reply.parts)))
        rows = [[self._button(button, reply.language, chat_id) for button in row] for row in reply.rows if row]
        return Rendered(tuple(split(html)), rows or None)

    def words(self, language: str, say: Say) -> str:
        """Return a message as plain text: labels of buttons, toasts, commands."""
        return self._words.text(language, say.key, say.values)

    def _part(self, part: Part, language: str) -> str:
        match part:
            case Heading(text):
                return f"<b>{towards_right(text, language)}{literal(text, language)}</b>"
            case Copy(markdown):
                return to_html(markdown, language)
            case Typed(text, own):
                return typed(text, own or language)
            case Say(key, values):
                return self._message(key, values, language)
            case Lines(parts):
                return "\n".join(self._part(one, language) for one in parts)

    def _message(self, key: str, values: Mapping[str, object], language: str) -> str:
        plain = {name: value for name, value in values.items() if isinstance(value, (int, float, Choice))}
        marked = {name: chr(_FIRST_MARK + place) for place, name in enumerate(name for name in values if name not in plain)}
        html = to_html(self._words.text(language, key, {**plain, **marked}), language)
        for name, mark in marked.items():
            html = html.replace(mark, literal(str(values[name]), language))
        return html

    def _button(self, button: Button, language: str, chat_id: int) -> dict[str, str]:
        label = self.words(language, button.label) if isinstance(button.label, Say) else button.label
        if language == "ar" and label[:1].isascii():
            label = _RIGHT_TO_LEFT_MARK + label
        if button.url:
            return {"text": label, "url": button.url}
        return {"text": label, "callback_data": pack(button.action, chat_id, self._keys)}


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(html: str) -> str:
    """Return the text of Telegram HTML that we rendered, without its tags: the fallback when Telegram refuses the HTML."""
    text = _TAG.sub("", html)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def split(html: str, limit: int = LIMIT) -> list[str]:
    """Cut rendered HTML at paragraph ends, then at line and sentence ends, so that each piece is within `limit` units.

    Tags never span a paragraph in what we render, so a cut there leaves each piece whole.
    """
    if units(html) <= limit:
        return [html]
    pieces, current = [], ""
    for block in _blocks(html, limit):
        joined = f"{current}\n\n{block}" if current else block
        if current and units(plain(joined)) > limit:
            pieces.append(current)
            current = block
        else:
            current = joined
    return [*pieces, current]


def _blocks(html: str, limit: int) -> list[str]:
    blocks: list[str] = []
    for block in html.split("\n\n"):
        if units(plain(block)) <= limit:
            blocks.append(block)
        else:  # one giant paragraph: its markup is given up, its text is kept
            blocks.extend(literal(piece, "en") for piece in _slices(plain(block), limit))
    return blocks


def _slices(text: str, limit: int) -> list[str]:
    slices, rest = [], text
    while units(rest) > limit:
        cut = limit // 2  # every character has at most two units
        space = max(rest.rfind("\n", 0, cut), rest.rfind(". ", 0, cut) + 1, rest.rfind(" ", 0, cut))
        cut = space if space > 0 else cut
        slices.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*slices, rest]
