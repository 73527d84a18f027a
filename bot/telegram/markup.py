"""The knowledge base's small Markdown as Telegram's HTML: paragraphs, one-level lists, bold, links. Nothing else passes. What staff typed
in a chat is kept as it was typed, but for bold.

Left-to-right runs inside Arabic are put into Unicode isolates (direction.py), and a paragraph that begins with one still reads from
right to left.
"""

import re
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.telegram.direction import isolate, towards_right

_MARKDOWN = MarkdownIt("zero").enable(["list", "emphasis", "link", "escape", "entity", "newline"])
_STAR = r"\*"
_BULLET = "• "
# A star that is meant as one, or words in bold, on one line.
_TYPED = re.compile(r"\\\*|\*\*(?=[^\s*])((?:\\\*|[^*\n\\]|\\(?!\*)|\*(?!\*))+?)(?<=\S)\*\*")


@lru_cache(maxsize=256)  # what people read most of the knowledge base, and the locales' messages: all public
def to_html(markdown: str, language: str) -> str:
    """Return `markdown` as Telegram HTML, blocks separated by blank lines; every character of text escaped."""
    blocks: list[str] = []
    counters: list[int | None] = []
    for token in _MARKDOWN.parse(markdown):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            counters.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
            blocks.append("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            counters.pop()
        elif token.type == "inline":
            _add(blocks, _inline(token.children or [], language), counters, towards_right(token.content, language))
    return "\n\n".join(block for block in blocks if block)


def typed(text: str, language: str) -> str:
    """Return what staff typed as Telegram's HTML: line ends stay, two stars make bold, a star behind a backslash is a star, all else is literal."""
    html, done = "", 0
    for found in _TYPED.finditer(text):
        bold = found.group(1)
        html += literal(text[done : found.start()], language) + ("*" if bold is None else f"<b>{literal(bold.replace(_STAR, '*'), language)}</b>")
        done = found.end()
    return html + literal(text[done:], language)


def literal(text: str, language: str) -> str:
    """Return plain `text` escaped for Telegram's HTML, its left-to-right runs isolated in Arabic."""
    return escape(isolate(text, language), quote=False)


def _add(blocks: list[str], html: str, counters: list[int | None], mark: str) -> None:
    """Add a paragraph or an item of a list; `mark` gives the line its direction."""
    if not counters:
        blocks.append(mark + html)
        return
    number = counters[-1]
    if number is None:
        line = f"{mark}{_BULLET}{html}"
    else:
        line, counters[-1] = f"{mark}{number}. {html}", number + 1
    blocks[-1] += ("\n" if blocks[-1] else "") + line


def _inline(tokens: list[Token], language: str) -> str:
    pieces = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            pieces.append(literal(token.content, language))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" " if token.type == "softbreak" else "\n")
        elif token.type == "link_open":
            pieces.append(f'<a href="{escape(str(token.attrGet("href")))}">')
        else:
            pieces.append({"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "link_close": "</a>"}.get(token.type, ""))
    return "".join(pieces)
