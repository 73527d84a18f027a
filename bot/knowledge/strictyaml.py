"""YAML without its traps: no anchors, aliases, tags, duplicate keys or deep nesting; and the line of each value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.knowledge.problems import FileRefused, Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one reads 44 entries in a tenth of the time
_DEEPEST = 8
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value and the line (from 1) of each of its parts, by path."""

    value: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the part at `path`, or of the nearest part that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(name: str, text: str | Parsed, first_line: int = 1, *, only_text: bool = False) -> Parsed:
    """Return the value of `text`, which begins at line `first_line` of the file `name`. Raises FileRefused.

    What was parsed before, and kept, is returned as it is. With `only_text` nothing is taken for a date, a number or yes and no:
    each value is the text that stands there (NO is Norway).
    """
    if isinstance(text, Parsed):
        return text
    try:
        _refuse_traps(name, text, first_line)
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            raise FileRefused(Problem(name, first_line, "is empty", "Fill it in as the other files of its kind"))
        lines: dict[Path, int] = {}
        _note_lines(name, node, (), lines, first_line)
        build = yaml.constructor.BaseConstructor if only_text else yaml.constructor.SafeConstructor
        return Parsed(build().construct_document(node), lines)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        raise FileRefused(Problem(name, line, f"is not valid YAML: {error.problem}", "Check quotes, colons and indentation")) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date such as 2026-13-45
        raise FileRefused(Problem(name, first_line, f"is not valid YAML: {_short(error)}", "Check quotes, dates and special characters")) from error


def _refuse_traps(name: str, text: str, first_line: int) -> None:
    """Go through the events, which cost nothing to make, before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FileRefused(Problem(name, line, "uses a YAML anchor or alias", "Write the value out"))
        if getattr(event, "tag", None):
            raise FileRefused(Problem(name, line, "uses a YAML tag (!)", "Put the value in quotes"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise FileRefused(Problem(name, line, "is nested too deeply", "Use the fields of the schema only"))


def _note_lines(name: str, node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int) -> None:
    lines[path] = first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            _note_lines(name, item, (*path, place), lines, first_line)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen or key.value == "<<":
                line = first_line + key.start_mark.line
                raise FileRefused(Problem(name, line, f"the key {_key(key)} stands twice or is no name", "Keep each name once"))
            seen.add(key.value)
            _note_lines(name, value, (*path, key.value), lines, first_line)


def _key(node: yaml.Node) -> str:
    return repr(str(node.value)[:40]) if isinstance(node, yaml.ScalarNode) else "of a list or map"


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__
