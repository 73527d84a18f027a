"""The body of an entry's text: its sections, and the little Markdown that Telegram can carry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.knowledge.entry import Section
from bot.knowledge.problems import Problem
from bot.knowledge.schema import https_problem

LONGEST = {section: 600 if section is Section.SUMMARY else 1200 for section in Section}
_BY_HEADING = {section.heading: section for section in Section}
_ORDER = list(Section)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_BLOCKS = ("paragraph", "bullet_list", "ordered_list", "list_item", "inline")
_INLINE = ("text", "text_special", "softbreak", "strong_open", "strong_close", "link_open", "link_close")
_NAMES = {"em_open": "italics", "code_inline": "code", "html_inline": "HTML", "image": "a picture", "hardbreak": "a forced line break",
          "html_block": "HTML", "code_block": "an indented block", "fence": "a code block", "hr": "a rule", "blockquote_open": "a quotation",
          "heading_open": "a heading", "table_open": "a table"}
# Sentences and "- " or "1. " lists of one level, without any character that Markdown gives a meaning to: no need to parse them.
_PLAIN_TEXT = re.compile(r"(?:(?:- |\d{1,2}\. )?(?!\d+[.)])[^\s*_`\[\]<>\\&|~#!=+-][^\n*_`\[\]<>\\&|~]*(?<! )(?:\n+|$))+")
_ALLOWED = 'Use only paragraphs, "- " or "1. " lists of one level, **bold** and [text](https://...)'


@dataclass(frozen=True, slots=True)
class Part:
    """One section as it stands in the file; `line` is that of its heading, `start` that of its text."""

    section: Section
    text: str
    line: int
    start: int


def sections(name: str, body: str, first_line: int) -> tuple[list[Part], list[Problem]]:
    """Return the sections of `body`, which begins at line `first_line` of the file `name`, and what is wrong with their order and length."""
    parts: list[Part] = []
    lines = body.split("\n")
    problems = list(_glued(name, lines, first_line))
    marks = [(at, match) for at, line in enumerate(lines) if (match := _HEADING.match(line))]
    ends = [at for at, _ in marks[1:]] + [len(lines)]
    if any(line.strip() for line in lines[: marks[0][0] if marks else len(lines)]):
        problems.append(Problem(name, first_line, "has text before the first heading", 'Put it below "## Summary"'))
    for (at, match), end in zip(marks, ends, strict=True):
        heading = (match[2] or "").strip()
        section = _BY_HEADING.get(heading) if match[1] == "##" else None
        if section is None:
            hint = f"Use one of: {', '.join(f'## {one}' for one in _BY_HEADING)}"
            problems.append(Problem(name, first_line + at, f'"{heading[:40]}" is no heading of an entry', hint))
            continue
        text = "\n".join(lines[at + 1 : end])
        blank = len(text) - len(text.lstrip("\n"))
        parts.append(Part(section, text.strip(), first_line + at, first_line + at + 1 + blank))
    return parts, [*problems, *_order(name, parts, first_line), *_lengths(name, parts)]


def _glued(name: str, lines: list[str], first_line: int) -> Iterator[Problem]:
    """A line of text right below one of a list: Markdown reads it as a part of the last item."""
    for at, (above, line) in enumerate(pairwise(lines), 1):
        if _ITEM.match(above) and line.strip() and not _ITEM.match(line) and not _HEADING.match(line):
            hint = "Put an empty line between them; write an item of a list on one line"
            yield Problem(name, first_line + at, "stands right below a list, and would be read as the end of its last item", hint)


def _order(name: str, parts: list[Part], first_line: int) -> Iterator[Problem]:
    if not any(part.section is Section.SUMMARY for part in parts):
        yield Problem(name, first_line, 'has no "## Summary"', "Add it: at most 600 characters, the next step first")
    latest = -1
    for part in parts:
        place = _ORDER.index(part.section)
        if place == latest:
            yield Problem(name, part.line, f'"## {part.section.heading}" stands twice', "Keep one")
        elif place < latest:
            yield Problem(name, part.line, f'"## {part.section.heading}" is out of order', f"Order: {', '.join(one.heading for one in _ORDER)}")
        latest = max(latest, place)


def _lengths(name: str, parts: list[Part]) -> Iterator[Problem]:
    for part in parts:
        allowed = LONGEST[part.section]
        if not part.text:
            yield Problem(name, part.line, f'"## {part.section.heading}" is empty', "Write it, or remove the heading in all languages")
        elif len(part.text) > allowed:
            yield Problem(name, part.line, f'"## {part.section.heading}" has {len(part.text)} characters', f"At most {allowed}: shorten it")


class Markup:
    """Finds Markdown that Telegram's HTML could not carry."""

    def __init__(self) -> None:
        self._markdown = MarkdownIt("commonmark").enable("table")
        self._markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # so that a bad link is found, not passed as text

    def problems(self, name: str, part: Part) -> Iterator[Problem]:
        """Yield what in `part` is not allowed, with its line."""
        if _PLAIN_TEXT.fullmatch(part.text):
            return
        line = part.start
        depth = 0
        for token in self._markdown.parse(part.text):
            line = part.start + token.map[0] if token.map else line
            depth += {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}.get(token.type, 0)
            if depth > 1:
                yield Problem(name, line, "has a list within a list", _ALLOWED)
                return
            if token.type == "inline":
                yield from self._inline(name, line, token.children or [])
            elif token.type.removesuffix("_open").removesuffix("_close") not in _BLOCKS and not token.type.endswith("_close"):
                yield Problem(name, line, f"has {_NAMES.get(token.type, token.type)}", _ALLOWED)

    def _inline(self, name: str, line: int, tokens: list[Token]) -> Iterator[Problem]:
        for token in tokens:
            line += token.type == "softbreak"
            if token.type == "link_open":
                problem = https_problem(str(token.attrGet("href")))
                if problem or token.attrGet("title") is not None:
                    yield Problem(name, line, f"has a link that {problem or 'carries a title'}", "Write [text](https://...), e-mail addresses plainly")
            elif token.type not in _INLINE and not token.type.endswith("_close"):
                yield Problem(name, line, f"has {_NAMES.get(token.type, token.type)}", _ALLOWED)
