"""The two kinds of course files, YAML and CSV, as one: records of named texts, each with its line. What they mean is `importing`'s matter."""

import csv
import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.courses.catalogue import CourseText
from bot.i18n import LANGUAGES
from bot.knowledge import strictyaml
from bot.knowledge.problems import FileRefused, Problem

PARTS = tuple(CourseText.__dataclass_fields__)
NAMES = ("id", "state", "kind", "regions", "languages", "audiences", "starts_on", "ends_on", "city", "country", "seats", "opens_at", "deadline",
         "zone", "partners", "share_with")
COLUMNS = (*NAMES, *(f"{part}_{language}" for language in LANGUAGES for part in PARTS))
MOST = 500  # courses in one file


@dataclass(frozen=True, slots=True)
class Record:
    """What stands about one course: texts by name, "" or nothing where there is none; `lines` where each stands, if not at `line`."""

    line: int
    values: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> int:
        """Return the line on which `name` stands."""
        return self.lines.get(name, self.line)


def from_csv(name: str, text: str, problems: list[Problem]) -> list[Record]:
    """Return the rows of a table with commas or semicolons; adds to `problems` what is wrong with its shape."""
    lines = text.split("\n")
    skipped = 1 if lines[0].strip('"').startswith("sep=") else 0  # Excel's own first line
    head = lines[skipped] if len(lines) > skipped else ""
    reader = csv.reader([f"{line}\n" for line in lines[skipped:]], delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        begun = 0
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begun + skipped + 1, row))
            begun = reader.line_num
    except csv.Error as error:
        raise FileRefused(Problem(name, reader.line_num + skipped, f"is no proper table: {error}", "Check the quotes, and save it as CSV again")) from error
    if not rows:
        raise FileRefused(Problem(name, 1, "is empty", "python -m bot courses example shows what to write"))
    columns = [cell.strip().lower() for cell in rows[0][1]]
    _check_names(name, columns, rows[0][0], problems)
    return list(_rows(name, columns, rows[1:], problems))


def from_yaml(name: str, text: str, problems: list[Problem]) -> list[Record]:
    """Return the courses of a YAML list; adds to `problems` what is wrong with its shape. Raises FileRefused."""
    parsed = strictyaml.parse(name, text, only_text=True)
    if not isinstance(parsed.value, list) or not all(isinstance(one, dict) for one in parsed.value):
        raise FileRefused(Problem(name, 1, "is no list of courses", "Begin each course with a dash and its id, as python -m bot courses example shows"))
    return [_from_map(name, place, one, parsed, problems) for place, one in enumerate(parsed.value)]


def _rows(name: str, columns: Sequence[str], rows: Sequence[tuple[int, list[str]]], problems: list[Problem]) -> Iterator[Record]:
    for line, cells in rows:
        if len(cells) != len(columns):
            problems.append(Problem(name, line, f"the row has {len(cells)} cells, the first line {len(columns)}",
                                    "Put texts with commas, semicolons or line ends into double quotes"))
            continue
        yield Record(line, {column: cell.strip() for column, cell in zip(columns, cells, strict=True)})


def _from_map(name: str, place: int, course: Mapping[str, Any], parsed: strictyaml.Parsed, problems: list[Problem]) -> Record:
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, value in course.items():
        if key == "texts":
            _add_texts(name, place, value, parsed, problems, values, lines)
        else:
            lines[key] = parsed.line((place, key))
            _check_names(name, [key], lines[key], problems)
            values[key] = _one_text(name, key, value, lines[key], problems)
    return Record(parsed.line((place,)), values, lines)


def _add_texts(name: str, place: int, texts: Any, parsed: strictyaml.Parsed, problems: list[Problem],
               values: dict[str, str], lines: dict[str, int]) -> None:
    line = parsed.line((place, "texts"))
    if not isinstance(texts, dict) or not all(isinstance(one, dict) for one in texts.values()):
        problems.append(Problem(name, line, "texts: holds no texts by language", "Write texts:, below it en:, below that title: and the other parts"))
        return
    for language, parts in texts.items():
        for part, value in parts.items():
            column = f"{part}_{language}"
            lines[column] = parsed.line((place, "texts", language, part))
            _check_names(name, [column], lines[column], problems)
            values[column] = _one_text(name, column, value, lines[column], problems)


def _one_text(name: str, key: str, value: Any, line: int, problems: list[Problem]) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(one.strip() for one in value)
    problems.append(Problem(name, line, f"{key[:40]}: is no text and no list of texts", "Write one value, or a list with one value a line"))
    return ""


def _check_names(name: str, names: Sequence[str], line: int, problems: list[Problem]) -> None:
    for place, one in enumerate(names):
        if one not in COLUMNS:
            near = difflib.get_close_matches(one, COLUMNS, 1)
            hint = f"Did you mean {near[0]}?" if near else "Remove it; python -m bot courses example shows all names"
            problems.append(Problem(name, line, f'"{one[:40]}" is no name of a field', hint))
        elif one in names[:place]:
            problems.append(Problem(name, line, f"the column {one} stands twice", "Keep it once"))
