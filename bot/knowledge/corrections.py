"""corrections.yaml: changes of entries that matter to whoever read them before, each with a note for readers."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from bot.knowledge.characters import is_arabic
from bot.knowledge.entry import Correction
from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.schema import CorrectionFields, problems_of
from bot.knowledge.strictyaml import Parsed, parse

FILE = "corrections.yaml"
_SHAPE = TypeAdapter(list[CorrectionFields])


def read_corrections(texts: Mapping[str, str | Parsed], entries: Collection[str], problems: list[Problem]) -> tuple[Correction, ...]:
    """Return the corrections in `texts`, none when the file is missing; adds to `problems` what is wrong with it."""
    if FILE not in texts:
        return ()
    try:
        parsed = parse(FILE, texts[FILE])
    except FileRefused as refused:
        problems.append(refused.problem)
        return ()
    try:
        fields = _SHAPE.validate_python(parsed.value)
    except ValidationError as error:
        problems.extend(problems_of(FILE, parsed, error))
        return ()
    known = frozenset(entries)
    seen: set[tuple[str, date]] = set()
    for place, one in enumerate(fields):
        if problem := _problem(one, known, seen):
            problems.append(Problem(FILE, parsed.line((place,)), *problem))
        seen.add((one.entry, one.corrected_on))
    return tuple(Correction(one.entry, one.corrected_on, one.note.model_dump()) for one in fields)


def _problem(one: CorrectionFields, known: Collection[str], seen: Collection[tuple[str, date]]) -> tuple[str, str] | None:
    if one.entry not in known:
        return f"there is no entry {one.entry}", "Name an entry that exists"
    if one.corrected_on > datetime.now(UTC).date() + timedelta(days=1):  # a day's grace: editors live in all time zones
        return f"a correction of {one.entry} is of a day to come", "Write the day on which the text was corrected"
    if (one.entry, one.corrected_on) in seen:
        return f"{one.entry} has two corrections of one day", "Make one note of both"
    if not is_arabic(one.note.ar):
        return f"the Arabic note on {one.entry} has no Arabic", "Write it in Arabic"
    return None
