"""Any corpus and its queries as JSON lines, for ranking outside the knowledge base: the protocol of the public suites."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.knowledge.index import Document
from bot.knowledge.problems import FileRefused, Problem

_LARGEST = 64 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Query:
    """One line of a file of queries."""

    id: str
    language: str
    text: str


def read_corpus(path: Path) -> list[Document]:
    """Return the documents of a file of lines {"id", "lang", "title", "text", "questions"}. Raises FileRefused."""
    documents = [_document(path, number, fields) for number, fields in _lines(path)]
    if not documents:
        raise FileRefused(Problem(str(path), 1, "has no lines", 'A line is {"id", "lang", "title", "text", "questions": []}'))
    return documents


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a file of lines {"id", "lang", "text"}; "query" is another name for "text". Raises FileRefused."""
    return [_query(path, number, fields) for number, fields in _lines(path)]


def write_lines(path: Path, lines: Iterator[Mapping[str, Any]]) -> int:
    """Write `lines` as JSON lines; returns how many. Raises FileRefused when the file can't be written."""
    count = 0
    try:
        with path.open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
    except OSError as error:
        raise FileRefused(Problem(str(path), 1, f"cannot be written ({error.strerror})", "Choose another place for --out")) from error
    return count


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FileRefused(Problem(str(path), number, "is not JSON", "Each line holds one JSON object")) from error
        if not isinstance(fields, dict):
            raise FileRefused(Problem(str(path), number, "is no JSON object", 'Each line is an object such as {"id": "1", "lang": "en", ...}'))
        yield number, fields


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise FileRefused(Problem(str(path), 1, "is too large", f"At most {_LARGEST // 2**20} MB"))
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise FileRefused(Problem(str(path), 1, f"cannot be read ({error.strerror})", "Check the path")) from error
    except UnicodeDecodeError as error:
        raise FileRefused(Problem(str(path), 1, "is not UTF-8", "Save it as UTF-8")) from error


def _document(path: Path, number: int, fields: Mapping[str, Any]) -> Document:
    questions = fields.get("questions") or []
    if not isinstance(questions, list) or not all(isinstance(one, str) for one in questions):
        raise FileRefused(Problem(str(path), number, '"questions" is no list of texts', 'Write "questions": ["...", "..."]'))
    title = _field(path, number, fields, "title", optional=True)
    phrases = tuple(one for one in (title, *questions) if one)
    language = _field(path, number, fields, "lang")
    return Document(_field(path, number, fields, "id"), language, phrases, _field(path, number, fields, "text", optional=True))


def _query(path: Path, number: int, fields: Mapping[str, Any]) -> Query:
    name = "text" if "text" in fields else "query"
    language = _field(path, number, fields, "lang", optional=True) or "en"
    return Query(_field(path, number, fields, "id"), language, _field(path, number, fields, name, empty=True))


def _field(path: Path, number: int, fields: Mapping[str, Any], name: str, *, optional: bool = False, empty: bool = False) -> str:
    value = fields.get(name)
    if isinstance(value, int) and name == "id":
        value = str(value)
    if value is None and optional:
        return ""
    if not isinstance(value, str) or (not value and not optional and not empty):
        raise FileRefused(Problem(str(path), number, f'"{name}" is missing or is no text', "Each line needs id, lang and text"))
    return value
