"""Sites that serve copies of other people's documents, often with advertisements or worse: no text of ours names one, no link leads there."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.schema import problems_of
from bot.knowledge.strictyaml import Parsed, parse

FILE = "copysites.yaml"
_FAMILY = ".*"  # "pdfslide.*": the same site below many endings
_SITES = TypeAdapter(list[Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*\.([a-z]{2,}|\*)$", max_length=80)]])
_KEPT = re.compile(r"^\s*read_on:")  # where a document was read is noted for curators, and shown to nobody


def check_links(texts: Mapping[str, str], problems: list[Problem]) -> None:
    """Add a problem for each place in the files `texts` that names a site of copysites.yaml; ways of asking may name any."""
    sites = _read(texts, problems)
    for name, text in texts.items():
        if name != FILE and "/asks." not in name:
            problems.extend(_named(name, text.lower(), sites))


def _read(texts: Mapping[str, str], problems: list[Problem]) -> list[str]:
    parsed = Parsed(None, {})
    try:
        parsed = parse(FILE, texts.get(FILE, "[]"))
        return _SITES.validate_python(parsed.value, strict=True)
    except FileRefused as refused:
        problems.append(refused.problem)
    except ValidationError as error:
        problems.extend(problems_of(FILE, parsed, error))
    return []


def _named(name: str, text: str, sites: list[str]) -> Iterator[Problem]:
    for site in sites:
        stem = site.removesuffix(_FAMILY)
        if stem not in text:
            continue
        ending = r"\.[a-z]{2,}" if site.endswith(_FAMILY) else ""
        pattern = re.compile(rf"(?<![\w-]){re.escape(stem)}{ending}(?![\w-]|\.[a-z])")
        for number, line in enumerate(text.split("\n"), 1):
            if (found := pattern.search(line)) and not _KEPT.match(line):
                yield Problem(name, number, f"names {found[0]}, which serves copies and may harm a reader's phone",
                              f'Give the publisher\'s own page if you have read it there; else, for a source, write "read_on: {found[0]}" in the place of url; '
                              "in a text, the document's name without a link")
