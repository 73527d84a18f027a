"""From the text of one entry's files to its parts, each with the line it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pydantic import ValidationError

from bot.knowledge.body import Part, sections
from bot.knowledge.entry import LANGUAGES
from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.schema import EntryFields, TextFields, problems_of
from bot.knowledge.strictyaml import Parsed, parse

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Written:
    """One language of an entry as it stands in its file."""

    name: str
    fields: TextFields
    front: Parsed
    parts: tuple[Part, ...]
    asks: tuple[tuple[int, str], ...]  # line and text
    body_hash: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry as it stands in its folder; parts that could not be read are missing."""

    id: str
    name: str
    fields: EntryFields
    yaml: Parsed
    written: Mapping[str, Written]


def split_front(name: str, text: str) -> tuple[str, str, int]:
    """Return front matter, body and the line on which the body begins. Raises FileRefused."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise FileRefused(Problem(name, 1, "does not begin with ---", "Begin with the front matter: title, questions, aliases"))
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2
    raise FileRefused(Problem(name, 1, "has front matter without an end", "Close it with a line ---"))


def body_hash(text: str, name: str = "en.md") -> str:
    """Return the first 12 hex digits of the SHA-256 of the body of a file's text: what a translation says it was made from."""
    return sha256(split_front(name, text)[1].strip().encode()).hexdigest()[:12]


def read_draft(folder: str, texts: Mapping[str, str]) -> tuple[Draft | None, list[Problem]]:
    """Return the entry in `folder` (relative), made of the files `texts` by name, and what is wrong with it."""
    problems: list[Problem] = []
    name = f"{folder}/entry.yaml"
    fields, yaml = None, Parsed({}, {})
    try:
        yaml = parse(name, texts[name])
        fields = EntryFields.model_validate(yaml.value)
    except KeyError:
        problems.append(Problem(name, 1, "is missing", "Each entry has entry.yaml, en.md, fr.md and ar.md"))
    except FileRefused as refused:
        problems.append(refused.problem)
    except ValidationError as error:
        problems.extend(problems_of(name, yaml, error))
    written = {language: one for language in LANGUAGES if (one := _read_text(folder, language, texts, problems)) is not None}
    return (Draft(folder.rsplit("/", 1)[-1], name, fields, yaml, written) if fields else None), problems


def _read_text(folder: str, language: str, texts: Mapping[str, str], problems: list[Problem]) -> Written | None:
    name = f"{folder}/{language}.md"
    if name not in texts:
        problems.append(Problem(f"{folder}/entry.yaml", 1, f"the entry has no {language}.md", "Write it: each entry stands in all three languages"))
        return None
    front = Parsed({}, {})
    try:
        matter, body, line = split_front(name, texts[name])
        front = parse(name, matter, 2)
        fields = TextFields.model_validate(front.value)
    except FileRefused as refused:
        problems.append(refused.problem)
        return None
    except ValidationError as error:
        problems.extend(problems_of(name, front, error))
        return None
    parts, wrong = sections(name, body, line)
    problems.extend(wrong)
    asks = texts.get(f"{folder}/asks.{language}.txt", "").split("\n")
    return Written(name, fields, front, tuple(parts), tuple((at, ask.strip()) for at, ask in enumerate(asks, 1) if ask.strip()), body_hash(texts[name], name))
