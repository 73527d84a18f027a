"""The fields of the files, as pydantic models: nothing else may stand in them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.knowledge.library import CATEGORIES
from bot.knowledge.problems import Problem
from bot.knowledge.strictyaml import Parsed

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_TITLE = 80
FEWEST_QUESTIONS = 10


def https_problem(url: str) -> str | None:
    """Return what is wrong with `url` as a link for readers, or None."""
    try:
        parts = urlsplit(url)
        odd = parts.username is not None or parts.port not in (None, 443)
    except ValueError:
        return "is not an address"
    if parts.scheme != "https":
        return "must begin with https://"
    if odd or "." not in (parts.hostname or "") or any(letter.isspace() or letter in "<>\"'`\\" for letter in url):
        return "is not a plain https address"
    return None


def _https(url: str) -> str:
    if problem := https_problem(url):
        raise ValueError(problem)
    return url


def _category(value: str) -> str:
    if value not in CATEGORIES:
        raise ValueError(f"must be one of {', '.join(CATEGORIES)}")
    return value


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=300)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class SourceFields(_Strict):
    """One source in entry.yaml: a page; or what was read on the site `read_on`, to which readers are not sent."""

    title: Line
    url: Annotated[str, Field(max_length=1000), AfterValidator(_https)] | None = None
    read_on: Annotated[str, Field(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}$", max_length=80)] | None = None
    publisher: Line
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.url is None) == (self.read_on is None):
            raise ValueError("needs either url or read_on")
        return self


class EntryFields(_Strict):
    """entry.yaml."""

    category: Annotated[str, AfterValidator(_category)]
    owner: Id
    urgent: bool
    urgent_first: bool = False
    checked_on: date
    review_every_days: Annotated[int, Field(ge=1, le=730)]
    mechanisms: list[Id]
    related: Annotated[list[Id], Field(max_length=8)]
    volatile: list[Line]
    sources: Annotated[list[SourceFields], Field(min_length=1, max_length=10)]


class TextFields(_Strict):
    """The front matter of en.md, fr.md and ar.md."""

    title: Annotated[str, Field(min_length=3, max_length=LONGEST_TITLE)]
    questions: Annotated[list[Line], Field(min_length=FEWEST_QUESTIONS, max_length=60)]
    aliases: Annotated[list[Line], Field(max_length=40)]
    translated_from: str | None = None


class InEach(_Strict):
    """A text in each language."""

    en: Line
    fr: Line
    ar: Line


class TermFields(_Strict):
    """A term of glossary.yaml: official names, meaning, where to read on; and its forms in each language, and in any (acronyms, Arabizi).

    `mark: false` keeps a term that is an everyday word from weighing in matching.
    """

    id: Annotated[str, Field(pattern=ID_PATTERN, max_length=40)]
    name: InEach
    meaning: InEach
    entry: Id | None = None
    mark: bool = True
    en: list[Line]
    fr: list[Line]
    ar: list[Line]
    any: list[Line] = []


class OutsideFields(_Strict):
    """A topic of outside.yaml, which the knowledge base does not cover: ways of asking for it."""

    id: Id
    en: Annotated[list[Line], Field(min_length=1)]
    fr: Annotated[list[Line], Field(min_length=1)]
    ar: Annotated[list[Line], Field(min_length=1)]


class CorrectionFields(_Strict):
    """A material change of an entry, in corrections.yaml. Kept beside the index, a date is a text."""

    entry: Id
    corrected_on: Annotated[date, BeforeValidator(lambda value: date.fromisoformat(value) if isinstance(value, str) else value)]
    note: InEach


class BandFields(_Strict):
    """The thresholds of one language in thresholds.yaml."""

    answer: Annotated[float, Field(gt=0, le=100)]
    choose: Annotated[float, Field(gt=0, le=1)]


def problems_of(name: str, parsed: Parsed, error: ValidationError) -> Iterator[Problem]:
    """Yield a problem with its line for each mistake that pydantic found."""
    for mistake in error.errors(include_url=False, include_input=False):
        path = tuple(part for part in mistake["loc"] if isinstance(part, (str, int)))
        where = ".".join(str(part) for part in path) or "the file"
        message = mistake["msg"].removeprefix("Value error, ")
        yield Problem(name, parsed.line(path), f"{where}: {message[:1].lower()}{message[1:]}", _HINTS.get(mistake["type"], "Correct this field"))


_HINTS = {
    "missing": "Add the field",
    "extra_forbidden": "Remove the field, or correct its spelling",
    "too_short": "Add more",
    "too_long": "Remove some",
    "string_too_long": "Shorten it",
    "string_too_short": "Fill it in",
    "date_type": "Write the date as 2026-11-24, without quotes",
}
