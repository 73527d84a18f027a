"""The evaluation questions: written by other people than the entries, in three languages, with what should come out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.knowledge.entry import LANGUAGES
from bot.knowledge.files import decode, read_bytes
from bot.knowledge.problems import FileRefused, Problem

FOLDER = "questions"
_CALIBRATION = 3  # of 10: these set thresholds, the others report


class _Fields(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, hide_input_in_errors=True)

    id: Annotated[str, Field(min_length=1)]
    lang: Literal["en", "fr", "ar"]
    text: Annotated[str, Field(min_length=1)]
    expected: str | None = None
    also: list[str] = []
    kind: Literal["in", "near", "far"]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `right` are the entries that answer it; none for kind near or far, which must not be answered."""

    id: str
    language: str
    text: str
    right: frozenset[str]
    kind: str
    group: str

    @property
    def calibrates(self) -> bool:
        """Tell whether this question sets thresholds; if not, it reports."""
        return int(md5(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % 10 < _CALIBRATION


def read_questions(folder: Path) -> tuple[Question, ...]:
    """Return the questions of `folder`/questions/{en,fr,ar}.jsonl. Raises FileRefused with file and line."""
    found = [question for language in LANGUAGES for question in _read(folder, f"{FOLDER}/{language}.jsonl")]
    seen: set[str] = set()
    for question in found:
        if question.id in seen:
            raise FileRefused(Problem(FOLDER, 1, f"the question {question.id[:40]} stands twice", "Give it another id"))
        seen.add(question.id)
    return tuple(found)


def _read(folder: Path, name: str) -> Iterator[Question]:
    for number, line in enumerate(decode(name, read_bytes(folder, name)).split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = _Fields.model_validate(json.loads(line))
        except (ValueError, ValidationError) as error:
            hint = 'A line is {"id", "lang", "text", "expected", "also", "kind": "in|near|far", "group"}'
            raise FileRefused(Problem(name, number, "is no question", hint)) from error
        right = frozenset([fields.expected, *fields.also]) if fields.kind == "in" and fields.expected else frozenset[str]()
        yield Question(fields.id, fields.lang, fields.text, right, fields.kind, fields.group)
