"""The files beside the entries: glossary, urgent phrases, small talk, follow-ups and thresholds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.knowledge.characters import is_arabic
from bot.knowledge.entry import LANGUAGES, Correction, Section
from bot.knowledge.followup import COST, FILLER, SOURCES, FollowUps
from bot.knowledge.glossary import Glossary
from bot.knowledge.glossary import Term as Mark
from bot.knowledge.index import Document
from bot.knowledge.problems import FileRefused, Problem
from bot.knowledge.schema import BandFields, Line, OutsideFields, TermFields, problems_of
from bot.knowledge.smalltalk import SETS as SMALLTALK
from bot.knowledge.smalltalk import SmallTalk
from bot.knowledge.strictyaml import Parsed, parse
from bot.knowledge.terms import Term, Terms
from bot.knowledge.text import words
from bot.knowledge.thresholds import DEFAULT, FILE, Thresholds
from bot.knowledge.urgent import FILES as URGENT
from bot.knowledge.urgent import UrgentPhrases, is_group

OUTSIDE = "outside.yaml"
FILES = ("glossary.yaml", *URGENT, "smalltalk.yaml", "followup.yaml", FILE, OUTSIDE)
_NAMES = {**URGENT, "smalltalk.yaml": SMALLTALK, "followup.yaml": (*(section.value for section in Section), COST, SOURCES, FILLER)}
_PHRASES = TypeAdapter(dict[str, list[Line]])
_TERMS = TypeAdapter(list[TermFields])
_OUTSIDE = TypeAdapter(list[OutsideFields])
_BANDS = TypeAdapter(dict[str, BandFields])


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the matcher knows besides the entries."""

    glossary: Glossary = field(default_factory=Glossary)
    urgent: UrgentPhrases = field(default_factory=lambda: UrgentPhrases({}))
    smalltalk: SmallTalk = field(default_factory=lambda: SmallTalk({}))
    followups: FollowUps = field(default_factory=lambda: FollowUps({}))
    thresholds: Mapping[str, Thresholds] = field(default_factory=lambda: DEFAULT)
    terms: Terms = field(default_factory=Terms)
    outside: tuple[Document, ...] = ()
    danger: tuple[Document, ...] = ()
    corrections: tuple[Correction, ...] = ()


def read_vocabulary(texts: Mapping[str, str | Parsed], problems: list[Problem]) -> Vocabulary:
    """Return what the files in `texts` (by name) say; adds to `problems` what is wrong with them. thresholds.yaml and outside.yaml may be missing."""
    terms = _read("glossary.yaml", texts, _TERMS, problems) or []
    phrases = {name: _phrases(name, texts, problems) for name in _NAMES}
    bands = _read(FILE, texts, _BANDS, problems) if FILE in texts else {}
    outside = (_read(OUTSIDE, texts, _OUTSIDE, problems) if OUTSIDE in texts else None) or []
    for name in bands or {}:
        if name not in LANGUAGES:
            problems.append(Problem(FILE, 1, f"{name[:20]} is no language of the bot", f"Use {', '.join(LANGUAGES)}"))
    return Vocabulary(
        Glossary(Mark(term.id, _forms(term)) for term in terms if term.mark),
        UrgentPhrases({name: found for file in URGENT for name, found in phrases[file].items()}),
        SmallTalk(phrases["smalltalk.yaml"]), FollowUps(phrases["followup.yaml"]),
        {name: Thresholds(one.answer, one.choose) for name, one in (bands or {}).items()},
        Terms.made([Term(one.id, one.name.model_dump(), one.meaning.model_dump(), one.entry) for one in terms], {one.id: _forms(one) for one in terms}),
        tuple(Document(f"outside:{one.id}", language, tuple(getattr(one, language)), "") for one in outside for language in LANGUAGES),
        _danger(phrases["urgent.yaml"].get("danger", ())))


def _danger(phrases: Sequence[str]) -> tuple[Document, ...]:
    """Return the words of danger as texts to be alike to: those in Latin letters serve both English and French."""
    texts = [" ".join(part.removesuffix("~") for part in phrase.split() if part != "*") for phrase in phrases if "|" not in phrase and "<" not in phrase]
    latin, arabic = tuple(one for one in texts if not is_arabic(one)), tuple(one for one in texts if is_arabic(one))
    found = (("en", latin), ("fr", latin), ("ar", arabic))
    return tuple(Document("danger", language, own, "") for language, own in found if own)


def check_terms(terms: Terms, entries: Iterable[str], problems: list[Problem]) -> None:
    """Add to `problems` each term that sends readers to an entry which does not exist."""
    known = frozenset(entries)
    for term in terms.terms.values():
        if term.entry is not None and term.entry not in known:
            problems.append(Problem("glossary.yaml", 1, f"{term.id}: there is no entry {term.entry}", "Name an entry that exists, or none"))


def _forms(term: TermFields) -> tuple[str, ...]:
    return (*term.en, *term.fr, *term.ar, *term.any)


def _read(name: str, texts: Mapping[str, str | Parsed], shape: TypeAdapter[Value], problems: list[Problem]) -> Value | None:
    parsed = Parsed(None, {})
    try:
        parsed = parse(name, texts[name])
        return shape.validate_python(parsed.value, strict=True)
    except KeyError:
        problems.append(Problem(name, 1, "is missing", "Take it from the last version that worked"))
    except FileRefused as refused:
        problems.append(refused.problem)
    except ValidationError as error:
        problems.extend(problems_of(name, parsed, error))
    return None


def _phrases(name: str, texts: Mapping[str, str | Parsed], problems: list[Problem]) -> dict[str, list[str]]:
    """Return the sets of phrases in a file. Raises nothing: sets that are missing or odd are problems."""
    known = _NAMES[name]
    sets = _read(name, texts, _PHRASES, problems) or {}
    for odd in sorted({one for one in sets if not is_group(one)} - set(known)):
        problems.append(Problem(name, 1, f'"{odd[:30]}" is no set of this file', f"Use {', '.join(known)}"))
    for missing in sorted(set(known) - set(sets)) if sets else ():
        problems.append(Problem(name, 1, f'the set "{missing}" is missing', "Add it, with at least one phrase"))
    for own, phrases in sets.items():
        for phrase in phrases:
            if not words(phrase):
                problems.append(Problem(name, 1, f'{own}: a phrase has no words', "Write it in English, French or Arabic letters"))
    return sets
