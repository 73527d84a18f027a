"""`python -m bot knowledge ...`: check, look at, ask and measure the knowledge base. What is heavy is imported inside the commands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from bot.knowledge.library import Library
    from bot.knowledge.outcome import Match

app = typer.Typer(help="Check, ask and measure the knowledge base.", no_args_is_help=True, pretty_exceptions_enable=False)
BAD_INPUT = 2
LANGUAGES = ("en", "fr", "ar")
_FOLDER = Path(__file__).resolve().parents[2] / "knowledge"
Folder = Annotated[Path, typer.Option("--folder", help="Folder of the knowledge base.", show_default="knowledge/ of the checkout")]
Queries = Annotated[Path, typer.Option("--queries", help='Lines {"id", "lang", "text"}.')]
Out = Annotated[Path, typer.Option("--out", help="Where to write the results, a JSON object a line.")]


@app.command()
def check(folder: Folder = _FOLDER) -> None:
    """Find what is wrong with the files: file, line, and what to do."""
    from bot.knowledge.loader import load
    from bot.knowledge.problems import Severity

    loaded = load(folder, again=True)
    console, errors = _console(), len(loaded.errors)
    for problem in loaded.problems:
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        console.print(f"[{colour}]{problem.severity.value}[/] ", end="")
        console.print(str(problem), markup=False, highlight=False, soft_wrap=True)
    if loaded.library is None:
        console.print(f"{errors} errors: the bot keeps serving the last good version.")
        raise typer.Exit(1)
    console.print(f"{len(loaded.library.entries)} entries in {len(LANGUAGES)} languages are good, revision {loaded.library.revision}; "
                  f"{len(loaded.problems)} warnings.")


@app.command()
def stats(folder: Folder = _FOLDER) -> None:
    """Show how many entries, ways of asking and sources there are, and which reviews come next."""
    from bot.commands import tables

    library = _library(folder)
    console = _console()
    console.print(tables.categories(library))
    console.print(tables.reviews(library, datetime.now(UTC).date()))
    console.print(f"Index: {library.matcher.bytes / 2**20:.1f} MB, revision {library.revision}")


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="What a person would write.")],
    lang: Annotated[str, typer.Option("--lang", help="The language that the person chose: en, fr or ar.")] = "en",
    folder: Folder = _FOLDER,
) -> None:
    """Show what the bot would answer to TEXT."""
    _known_language(lang)
    library = _library(folder)
    match = library.match(text, lang)
    console = _console()
    console.print(f"[bold]{match.band.value}[/] in {match.language} (written in {match.detected}), score {match.score:.3f}")
    for name in match.entries:
        console.print(f"- {library.entries[name].texts[match.language].title} ({name})", markup=False, highlight=False, soft_wrap=True)
    if match.smalltalk:
        console.print(f"small talk: {match.smalltalk}")


@app.command()
def answer(queries: Queries, out: Out, folder: Folder = _FOLDER) -> None:
    """Answer each line of a file as a fresh conversation."""
    from bot.knowledge.corpus import read_queries, write_lines

    with _clear_errors():
        asked = read_queries(queries)
        for one in asked:
            _known_language(one.language)
        library = _library(folder)
        count = write_lines(out, (_answered(one.id, *_timed_match(library, one.text, one.language)) for one in asked))
    _console(stderr=True).print(f"{count} answers written.")


@app.command()
def rank(
    corpus: Annotated[Path, typer.Option("--corpus", help='Lines {"id", "lang", "title", "text", "questions"}.')], queries: Queries, out: Out,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many entries a query.")] = 10,
) -> None:
    """Rank the entries of any corpus for each query, with the matcher of the bot."""
    from bot.knowledge.corpus import read_corpus, read_queries, write_lines
    from bot.knowledge.matcher import Matcher

    with _clear_errors():
        documents, asked = read_corpus(corpus), read_queries(queries)
        matcher = Matcher(documents)

        def ranked() -> Iterator[dict[str, Any]]:
            for one in asked:
                start = time.perf_counter()
                found = matcher.rank(one.text, one.language, limit)
                milliseconds = (time.perf_counter() - start) * 1000
                yield {"id": one.id, "ranking": [[entry.id, entry.score] for entry in found.entries], "ms": milliseconds}

        count = write_lines(out, ranked())
    _console(stderr=True).print(f"{count} queries ranked over {len(documents)} entries.")


@app.command()
def evaluate(
    calibrate: Annotated[bool, typer.Option("--calibrate", help="Set the thresholds anew first, from 30 % of the questions.")] = False,
    confusions: Annotated[bool, typer.Option("--confusions", help="List which entries are mistaken for which, among the calibration questions.")] = False,
    folder: Folder = _FOLDER,
) -> None:
    """Measure the answers on questions that others wrote; thresholds are set on 30 % of them, the figures are of the other 70 %."""
    from bot.commands import tables
    from bot.knowledge import calibrate as calibration
    from bot.knowledge import evaluate as evaluation
    from bot.knowledge.questions import read_questions
    from bot.knowledge.thresholds import FILE, dump

    with _clear_errors():
        questions, library, console = read_questions(folder), _library(folder), _console()
        if calibrate:
            (folder / FILE).write_text(dump(calibration.calibrate(library, questions)), encoding="utf-8")
            library = _library(folder)
        report = evaluation.evaluate(library, [one for one in questions if not one.calibrates])
        console.print(tables.figures(report))
        console.print(tables.groups(report))
        if confusions:
            console.print(tables.confusions(evaluation.evaluate(library, [one for one in questions if one.calibrates])))


@app.command()
def stamp(ids: Annotated[list[str] | None, typer.Argument(help="Entry ids; none: all.")] = None, folder: Folder = _FOLDER) -> None:
    """Note in fr.md and ar.md that they were compared with the present en.md. Run it after you have re-read the translation."""
    from bot.knowledge import stamp as stamps

    with _clear_errors():
        changed = stamps.stamp(folder, ids or [])
    _console().print(f"{len(changed)} files stamped.")


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr)


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Turn what is wrong with a file into one message and exit code 2."""
    from bot.knowledge.problems import FileRefused

    try:
        yield
    except FileRefused as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"{error.filename}: {error.strerror}. Check the path and its permissions")


def _library(folder: Path) -> Library:
    """Return the library in `folder`; ends the command when its files are not good."""
    from bot.knowledge.loader import load

    loaded = load(folder)
    if loaded.library is None:
        first = loaded.errors[0]
        _refuse(f"The knowledge base has {len(loaded.errors)} errors; the first: {first} For all: python -m bot knowledge check")
    return loaded.library


def _known_language(language: str) -> None:
    if language not in LANGUAGES:
        _refuse(f'"{language[:20]}" is no language of the bot. Use one of: {", ".join(LANGUAGES)}')


def _refuse(message: str) -> NoReturn:
    _console(stderr=True).print(message, markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(BAD_INPUT)


def _timed_match(library: Library, text: str, language: str) -> tuple[Match, float]:
    start = time.perf_counter()
    match = library.match(text, language)
    return match, (time.perf_counter() - start) * 1000


def _answered(name: str, match: Match, milliseconds: float) -> dict[str, Any]:
    return {"id": name, "band": match.band.value, "entries": list(match.entries), "lang": match.language, "ms": round(milliseconds, 3)}
