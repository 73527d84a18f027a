"""pathfinder.yaml, its texts in three languages and countries.csv: read, checked, and made into a Pathfinder."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.knowledge import countries as country_file
from bot.knowledge.countries import Countries, Names, read_countries
from bot.knowledge.entry import LANGUAGES
from bot.knowledge.pathfinder import ANY, About, FactSource, Mechanism, Pathfinder, dead_ends, unreached
from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.schema import Id, https_problem, problems_of
from bot.knowledge.strictyaml import Parsed, parse

FILE = "pathfinder.yaml"
TEXTS = {language: f"pathfinder.{language}.yaml" for language in LANGUAGES}
FILES = (FILE, *TEXTS.values(), country_file.FILE)


def _https(url: str) -> str:
    if problem := https_problem(url):
        raise ValueError(problem)
    return url


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


Short = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=16)]  # it stands in buttons, with four others in 55 bytes
Answer = Annotated[str, Field(pattern=r"^[a-z]+$", max_length=10)]
Weight = Annotated[int, Field(ge=0, le=3)]
Url = Annotated[str, AfterValidator(_https)]
Text = Annotated[str, Field(min_length=3, max_length=240)]


class FactFields(_Strict):
    """One kind of fact about countries."""

    columns: Annotated[list[str], Field(min_length=1)]
    words: Answer
    check: Url
    sources: list[Url]  # none where it was read on a site to which nobody should be sent


class MechanismFields(_Strict):
    """One mechanism."""

    id: Short
    entry: Id
    regions: list[str] = []
    fact: str | None = None
    courts_first: bool = False
    what: Annotated[dict[str, Weight], Field(min_length=1)]
    seek: Annotated[dict[str, Weight], Field(min_length=1)]


class PathFields(_Strict):
    """pathfinder.yaml."""

    what: Annotated[list[Answer], Field(min_length=1)]
    seek: Annotated[list[Answer], Field(min_length=1)]
    elsewhere: list[Annotated[str, Field(min_length=2, max_length=60)]] = []
    facts: list[FactFields]
    mechanisms: Annotated[list[MechanismFields], Field(min_length=1)]


class AboutFields(_Strict):
    """The texts of one mechanism in one language."""

    can: Text
    cannot: Text
    time: Text
    risk: Text


_ABOUT = TypeAdapter(dict[str, AboutFields])


def read_pathfinder(texts: Mapping[str, str | Parsed], entries: Iterable[str], problems: list[Problem], names: Names | None = None) -> Pathfinder:
    """Return the rules in the files `texts` (by name); adds to `problems` what is wrong. Empty where there is no pathfinder.yaml.

    `names` of countries are given where all files were found good before.
    """
    if FILE not in texts:
        return Pathfinder()
    missing = [name for name in FILES if name not in texts]
    problems.extend(Problem(name, 1, "is missing", "Take it from the last version that worked") for name in missing)
    parsed = Parsed(None, {})
    try:
        parsed = parse(FILE, texts[FILE])
        fields = PathFields.model_validate(parsed.value)
    except FileRefused as refused:
        problems.append(refused.problem)
        return Pathfinder()
    except ValidationError as error:
        problems.extend(problems_of(FILE, parsed, error))
        return Pathfinder()
    known = Countries() if missing else read_countries(str(texts[country_file.FILE]), problems, names, fields.elsewhere)
    abouts = {language: _abouts(name, texts, fields, problems) for language, name in TEXTS.items()}
    wrong = [*_mistakes(fields, frozenset(entries), parsed), *_listed(fields, known, parsed)]
    problems.extend(wrong)
    if missing or wrong:
        return Pathfinder()
    made = _made(fields, known, abouts)
    problems.extend(_paths(made))
    return made


def _made(fields: PathFields, known: Countries, abouts: Mapping[str, Mapping[str, AboutFields]]) -> Pathfinder:
    facts = {column: FactSource(one.words, one.check, tuple(one.sources)) for one in fields.facts for column in one.columns}
    mechanisms = tuple(
        Mechanism(one.id, one.entry, tuple(one.regions), one.fact, one.courts_first, one.what, one.seek,
                  {language: About(**about[one.id].model_dump()) for language, about in abouts.items() if one.id in about})
        for one in fields.mechanisms)
    return Pathfinder(tuple(fields.what), tuple(fields.seek), mechanisms, facts, known)


def _abouts(name: str, texts: Mapping[str, str | Parsed], fields: PathFields, problems: list[Problem]) -> dict[str, AboutFields]:
    parsed = Parsed(None, {})
    try:
        parsed = parse(name, texts.get(name, "{}"))
        found = _ABOUT.validate_python(parsed.value, strict=True)
    except FileRefused as refused:
        problems.append(refused.problem)
        return {}
    except ValidationError as error:
        problems.extend(problems_of(name, parsed, error))
        return {}
    ids = [one.id for one in fields.mechanisms]
    problems.extend(Problem(name, 1, f"{one} has no texts", "Write can, cannot, time and risk") for one in ids if one not in found)
    problems.extend(Problem(name, parsed.line((one,)), f"{one} is no mechanism", f"Use the ids of {FILE}") for one in found if one not in ids)
    return found


def _mistakes(fields: PathFields, entries: frozenset[str], parsed: Parsed) -> Iterator[Problem]:
    columns = {column for one in fields.facts for column in one.columns}
    for column in sorted(columns ^ set(country_file.FACTS)):
        yield Problem(FILE, parsed.line(("facts",)), f"{column} is no column of {country_file.FILE}, or has no source", "Each fact stands under facts, once")
    seen: set[str] = set()
    for place, one in enumerate(fields.mechanisms):
        line = parsed.line(("mechanisms", place))
        if one.id in seen:
            yield Problem(FILE, line, f"{one.id} stands twice", "Choose another id")
        seen.add(one.id)
        if one.entry not in entries:
            yield Problem(FILE, line, f"{one.id}: there is no entry {one.entry}", "Name an entry that exists")
        if one.fact is not None and one.fact not in columns:
            yield Problem(FILE, line, f"{one.id}: {one.fact} is no fact", f"Use a column of {country_file.FILE}")
        for odd in (set(one.what) - {ANY, *fields.what}) | (set(one.seek) - set(fields.seek)):
            yield Problem(FILE, line, f"{one.id}: {odd} is no answer", "Use the words under what and seek")
        for region in one.regions:
            if not any(known.startswith(region) for known in country_file.REGIONS):
                yield Problem(FILE, line, f"{one.id}: {region} is no region", f"Use {', '.join(country_file.REGIONS)}, or a beginning of them")


def _listed(fields: PathFields, known: Countries, parsed: Parsed) -> Iterator[Problem]:
    for place, name in enumerate(fields.elsewhere):
        if known.named(name):
            yield Problem(FILE, parsed.line(("elsewhere", place)), f'elsewhere: "{name}" is a country of {country_file.FILE}', "Remove it")


def _paths(made: Pathfinder) -> Iterator[Problem]:
    for name in unreached(made):
        yield Problem(FILE, 1, f"no answers lead to {name}", "Give it a weight above 0 under what and under seek")
    for what, seek in dead_ends(made):
        yield Problem(FILE, 1, f"{what} and {seek} lead nowhere for someone who names no country", "Let a mechanism that is open to all serve them")
