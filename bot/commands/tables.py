"""Tables of the knowledge commands."""

from datetime import date, timedelta

from rich.table import Table

from bot.knowledge.entry import LANGUAGES, Freshness
from bot.knowledge.evaluate import Report
from bot.knowledge.library import Library

_NEXT_REVIEWS = 10
_FIGURES = (
    ("questions", "questions"), ("hit1", "right entry first"), ("hit3", "right among three"), ("answered", "answered directly"),
    ("precision", "right of direct answers"), ("declined", "declined wrongly"), ("near", "near, answered all the same"),
    ("far", "far, answered all the same"), ("typo_loss", "lost by typos"), ("accent_loss", "lost without accents"),
    ("spelling_loss", "lost by informal spelling"),
)


def categories(library: Library) -> Table:
    """Entries, ways of asking and sources by category."""
    table = Table("category", "entries", *(f"ways of asking, {language}" for language in LANGUAGES), "sources", title="Knowledge base")
    for category, entries in library.categories():
        asks = [str(sum(entry.texts[language].ways for entry in entries)) for language in LANGUAGES]
        table.add_row(category, str(len(entries)), *asks, str(sum(len(entry.sources) for entry in entries)))
    table.add_row("all", str(len(library.entries)), end_section=True)
    return table


def reviews(library: Library, today: date) -> Table:
    """The entries that are due for review first."""
    table = Table("entry", "owner", "due", "state", title="Next reviews")
    due = sorted((entry.checked_on + timedelta(days=entry.review_every_days), entry.id) for entry in library.entries.values())
    for day, name in due[:_NEXT_REVIEWS]:
        entry = library.entries[name]
        state = entry.freshness(today)
        table.add_row(name, entry.owner, day.isoformat(), state.value if state is not Freshness.FRESH else "")
    return table


def figures(report: Report) -> Table:
    """The figures of each language, as percentages."""
    table = Table("figure (70 % of the questions)", *report.languages, title="Answers")
    for name, label in _FIGURES:
        values = [getattr(one, name) for one in report.languages.values()]
        table.add_row(label, *(str(value) if name == "questions" else f"{value:.1%}" for value in values))
    return table


def groups(report: Report) -> Table:
    """Hits by group of questions."""
    table = Table("group", "questions", "right entry first", "right among three", title="Groups")
    for name, group in report.groups.items():
        table.add_row(name, str(group.questions), f"{group.hit1:.1%}", f"{group.hit3:.1%}")
    return table


def confusions(report: Report) -> Table:
    """Which entries are mistaken for which, the most frequent first, with the ids of the questions: their texts stay in the file."""
    mistaken: dict[tuple[str, str], list[str]] = {}
    for question, expected, got in report.confusions:
        mistaken.setdefault((expected, got), []).append(question)
    table = Table("expected", "got instead", "times", "questions", title="Wrong first entries among the calibration questions")
    for (expected, got), questions in sorted(mistaken.items(), key=lambda one: (-len(one[1]), one[0])):
        table.add_row(expected, got, str(len(questions)), " ".join(questions))
    return table
