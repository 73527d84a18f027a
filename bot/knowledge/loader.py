"""The folder of the knowledge base, read, checked and made into a Library; or the list of what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.knowledge import compiled
from bot.knowledge.body import Markup
from bot.knowledge.characters import hidden
from bot.knowledge.check import check_entry, check_together
from bot.knowledge.compiled import Arrays, Kept
from bot.knowledge.copysites import FILE as COPY_SITES
from bot.knowledge.copysites import check_links
from bot.knowledge.corrections import FILE as CORRECTIONS
from bot.knowledge.corrections import read_corrections
from bot.knowledge.countries import FILE as COUNTRIES
from bot.knowledge.countries import Names
from bot.knowledge.entry import LANGUAGES, Entry, Source, Text
from bot.knowledge.files import names, read, revision
from bot.knowledge.index import Document
from bot.knowledge.library import Library
from bot.knowledge.matcher import Matcher
from bot.knowledge.pathfile import FILES as PATH_FILES
from bot.knowledge.pathfile import read_pathfinder
from bot.knowledge.pathfinder import Pathfinder
from bot.knowledge.problems import FileRefused, Problem, Severity
from bot.knowledge.reading import Draft, Written, read_draft
from bot.knowledge.strictyaml import Parsed, parse
from bot.knowledge.vocabulary import FILES, Vocabulary, check_terms, read_vocabulary

ENTRIES = "entries"
_BESIDE = (*FILES, *PATH_FILES, CORRECTIONS, COPY_SITES)
_FILES = ("entry.yaml", *(f"{language}.md" for language in LANGUAGES), *(f"asks.{language}.txt" for language in LANGUAGES))


Asks = Mapping[tuple[str, str], Sequence[str]]  # more ways of asking, by entry and language


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library when no problem is an error; the problems, errors first, by file and line."""

    library: Library | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the files from being served."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(folder: Path, today: date | None = None, *, again: bool = False) -> Loaded:
    """Read and check everything in `folder`; `today` (UTC) decides which reviews are overdue.

    A revision that was found good once is not checked again unless `again`: its entries and index are taken as they were kept.
    """
    found, problems = _names(folder)
    mark = revision(folder, found)
    kept = None if again or problems or not mark else compiled.read(folder, mark)
    if kept is not None:
        return Loaded(_kept(folder, mark, kept), ())
    texts = _texts(folder, found, problems)
    drafts = _drafts(found, texts, problems)
    _check(drafts, today or datetime.now(UTC).date(), problems)
    check_links(texts, problems)
    names_of_entries = [draft.id for draft in drafts]
    vocabulary, pathfinder = _beside(texts, names_of_entries, problems)
    ordered = _ordered(problems)
    if any(problem.severity is Severity.ERROR for problem in ordered):
        return Loaded(None, ordered)
    entries = {draft.id: _entry(draft) for draft in sorted(drafts, key=lambda draft: draft.id)}
    asks = {(draft.id, language): tuple(ask for _, ask in written.asks) for draft in drafts for language, written in draft.written.items()}
    library = _library(entries, asks, vocabulary, pathfinder, mark, None)
    names = {country.code: country.names for country in pathfinder.countries}
    values = {name: parse(name, text).value for name, text in texts.items() if name in _BESIDE and name.endswith(".yaml")}
    compiled.write(folder, mark, {**library.matcher.arrays(), **compiled.pack(Kept(names, entries, values))})
    return Loaded(library, ordered)


def is_kept(folder: Path) -> bool:
    """Tell whether the present revision of `folder` was built before, so that `load` is quick."""
    found, problems = _names(folder)
    mark = revision(folder, found)
    return not problems and bool(mark) and compiled.has(folder, mark)


def _kept(folder: Path, mark: str, arrays: Arrays) -> Library:
    """Return the library of a revision that was good."""
    kept = compiled.unpack(arrays)
    texts: dict[str, str | Parsed] = {name: Parsed(value, {}) for name, value in kept.values.items()}
    if (folder / COUNTRIES).exists():
        texts[COUNTRIES] = read(folder, COUNTRIES)
    vocabulary, pathfinder = _beside(texts, list(kept.entries), [], kept.names)
    return _library(kept.entries, {}, vocabulary, pathfinder, mark, arrays)


def _beside(
    texts: Mapping[str, str | Parsed], entries: Sequence[str], problems: list[Problem], names: Names | None = None,
) -> tuple[Vocabulary, Pathfinder]:
    """Read what stands beside the entries."""
    vocabulary = read_vocabulary(texts, problems)
    check_terms(vocabulary.terms, entries, problems)
    vocabulary = replace(vocabulary, corrections=read_corrections(texts, entries, problems))
    return vocabulary, read_pathfinder(texts, entries, problems, names)


def _drafts(found: Iterable[str], texts: Mapping[str, str], problems: list[Problem]) -> list[Draft]:
    drafts: list[Draft] = []
    for place in sorted({name.rsplit("/", 1)[0] for name in found if name.startswith(f"{ENTRIES}/")}):
        draft, wrong = read_draft(place, texts)
        problems.extend(wrong)
        drafts.extend([draft] if draft else [])
    if not drafts and not problems:
        problems.append(Problem(ENTRIES, 1, "has no entries", "Each entry is a folder: entries/<category>/<id>/ with entry.yaml, en.md, fr.md, ar.md"))
    return drafts


def _check(drafts: Sequence[Draft], today: date, problems: list[Problem]) -> None:
    markup = Markup()
    for draft in drafts:
        problems.extend(check_entry(draft, today, markup))
    problems.extend(check_together(drafts))


def _names(folder: Path) -> tuple[list[str], list[Problem]]:
    """Return the names of the files that matter, and a problem for each that has no place in an entry's folder."""
    if folder.is_symlink() or not (folder / ENTRIES).is_dir():
        return [], [Problem(ENTRIES, 1, "is no folder", f'The knowledge base "{folder.name}" needs a folder "{ENTRIES}"')]
    found, problems = names(folder)
    kept = []
    for name in found:
        parts = name.split("/")
        if parts[0] != ENTRIES:
            kept.extend([name] if name in _BESIDE else [])
        elif len(parts) == 4 and parts[3] in _FILES:
            kept.append(name)
        else:
            problems.append(Problem(name, 1, "has no place here", f"In entries/<category>/<id>/ stand only: {', '.join(_FILES)}"))
    return kept, [problem for problem in problems if problem.file.startswith(ENTRIES)]


def _texts(folder: Path, found: Iterable[str], problems: list[Problem]) -> dict[str, str]:
    texts = {}
    for name in found:
        try:
            texts[name] = read(folder, name)
        except FileRefused as refused:
            problems.append(refused.problem)
        else:
            problems.extend(hidden(name, texts[name]))
    return texts


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda one: (one.severity is not Severity.ERROR, one)))


def _library(
    entries: Mapping[str, Entry], asks: Asks, vocabulary: Vocabulary, pathfinder: Pathfinder, mark: str, kept: Arrays | None,
) -> Library:
    matcher = Matcher(
        documents(entries.values(), asks), vocabulary.glossary, vocabulary.urgent, vocabulary.smalltalk, vocabulary.followups, vocabulary.thresholds, kept,
        vocabulary.outside, vocabulary.danger)
    return Library(entries, mark, matcher, pathfinder, vocabulary.terms, vocabulary.corrections)


def documents(entries: Iterable[Entry], asks: Asks) -> list[Document]:
    """Return what the index knows of `entries`: each language apart. `asks` are more ways of asking, by entry and language."""
    return [Document(entry.id, language, (text.title, *text.questions, *text.aliases, *asks.get((entry.id, language), ())), "\n".join(text.sections.values()))
            for entry in entries for language, text in entry.texts.items()]


def _entry(draft: Draft) -> Entry:
    fields = draft.fields
    sources = tuple(Source(one.title, one.url, one.publisher, one.language) for one in fields.sources)
    texts = {language: _text(draft.written[language]) for language in LANGUAGES}
    return Entry(draft.id, fields.category, tuple(fields.related), sources, fields.checked_on, fields.review_every_days, fields.owner,
                 tuple(fields.volatile), tuple(fields.mechanisms), fields.urgent, texts, fields.urgent_first)


def _text(written: Written) -> Text:
    fields = written.fields
    sections = {part.section: part.text for part in written.parts}
    return Text(fields.title, tuple(fields.questions), tuple(fields.aliases), len(fields.questions) + len(written.asks), sections)
