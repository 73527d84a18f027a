"""Replies as data: what to say, in which language, with which buttons. One renderer turns them into Telegram's HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Choice(str):
    """A value that chooses a variant of a message and is never shown itself."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Say:
    """A message of the locales with its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """Text of the knowledge base or of a file of courses, in its small Markdown (paragraphs, lists, bold, links)."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that staff typed in a chat: line ends stay, two stars make bold, nothing else is markup. `language`: another than the reply's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in bold, taken literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Parts that stand below each other without a blank line between them."""

    parts: "tuple[Say | Copy | Typed | Heading, ...]"


Part = Say | Copy | Typed | Heading | Lines


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label (a message key, or literal text) and what it does (a verb and its arguments), or a link."""

    label: Say | str
    action: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a person: parts become paragraphs; `rows` become the keyboard below it."""

    language: str
    parts: tuple[Part, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
