"""`knowledge check`: each mistake is found, with file, line and a hint."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.i18n import Words
from bot.knowledge.check import URGENT_HELP
from bot.knowledge.loader import load
from bot.knowledge.problems import Severity
from tests.conftest import ROOT
from tests.knowledge.small import HELP, VISA, path, replace

TODAY = date(2026, 11, 24)
Breaking = Callable[[Path], object]


def test_the_check_knows_the_name_of_the_button(words: Words) -> None:
    """What entries call urgent help is what stands on the button."""
    assert words.text("en", "button-urgent").endswith(URGENT_HELP)


def test_a_good_folder_has_no_problems(folder: Path) -> None:
    """The small knowledge base is without a mistake."""
    loaded = load(folder, TODAY)

    assert loaded.problems == ()
    assert loaded.library is not None


@pytest.mark.parametrize(("breaking", "file", "line", "what"), [
    (lambda f: path(f, file="ar.md").unlink(), "upr/upr-report/entry.yaml", 1, "has no ar.md"),
    (lambda f: replace(path(f), "Start early", "Start very early"), "upr/upr-report/fr.md", 18, "was not compared"),
    (lambda f: replace(path(f, file="entry.yaml"), "related: [", "related: [no-such-entry, "), "upr-report/entry.yaml", 7, "no-such-entry is no entry"),
    (lambda f: replace(path(f), "Start early", "Start early " + "x" * 600), "upr-report/en.md", 19, "characters"),
    (lambda f: replace(path(f), "Six months", "y" * 1200), "upr-report/en.md", 26, "characters"),
    (lambda f: replace(path(f), "Start early", "<b>Start</b> early"), "upr-report/en.md", 20, "has HTML"),
    (lambda f: replace(path(f), "Start early", "# Start early"), "upr-report/en.md", 20, "is no heading"),
    (lambda f: replace(path(f), "- Six months before", "- Six\n  - months before"), "upr-report/en.md", 28, "list within a list"),
    (lambda f: replace(path(f), "Start early", "*Start* early"), "upr-report/en.md", 20, "italics"),
    (lambda f: replace(path(f), "Start early", "`Start` early"), "upr-report/en.md", 20, "code"),
    (lambda f: replace(path(f, HELP), "Think of who", "Think of  \nwho"), "urgent-help-overview/en.md", 30, "forced line break"),
    (lambda f: replace(path(f, HELP), "Think of who", "- 1. Think of who"), "urgent-help-overview/en.md", 30, "list within a list"),
    (lambda f: replace(path(f), "Start early", "> Start early"), "upr-report/en.md", 20, "quotation"),
    (lambda f: replace(path(f), "Start early", "![x](https://a.org/b.png) early"), "upr-report/en.md", 20, "picture"),
    (lambda f: replace(path(f), "https://www.ohchr.org/en/demo)", "http://www.ohchr.org/en/demo)"), "upr-report/en.md", 23, "must begin with https"),
    (lambda f: replace(path(f), "https://www.ohchr.org/en/demo)", "javascript:alert(1))"), "upr-report/en.md", 23, "must begin with https"),
    (lambda f: replace(path(f, file="entry.yaml"), "url: https://", "url: http://"), "upr-report/entry.yaml", 12, "must begin with https"),
    (lambda f: replace(path(f, file="entry.yaml"), "url: https://www.ohchr.org/en/demo", "url: javascript:alert(1)"), "entry.yaml", 12, "https"),
    (lambda f: replace(path(f, file="entry.yaml"), "url: https://www", "url: https://me:pw@www"), "entry.yaml", 12, "not a plain https address"),
    (lambda f: replace(path(f, file="entry.yaml"), "url: https://www.ohchr.org", "url: https://docslib.org"), "upr-report/entry.yaml", 12, "docslib.org"),
    (lambda f: replace(path(f, file="entry.yaml"), "url: https://www.ohchr.org", "url: https://m.PDFslide.net"), "upr-report/entry.yaml", 12, "pdfslide.net"),
    (lambda f: replace(path(f, file="entry.yaml"), "publisher: OHCHR", "publisher: docslib.org (copy)"), "upr-report/entry.yaml", 13, "docslib.org"),
    (lambda f: replace(path(f), "https://www.ohchr.org/en/demo)", "https://docslib.org/en/demo)"), "upr-report/en.md", 23, "docslib.org"),
    (lambda f: replace(path(f, file="entry.yaml"), "    url: https://www.ohchr.org/en/demo\n", ""), "upr-report/entry.yaml", 11, "either url or read_on"),
    (lambda f: replace(path(f, file="entry.yaml"), "    publisher", "    read_on: docslib.org\n    publisher"), "entry.yaml", 11, "either url or read_on"),
    (lambda f: replace(f / "copysites.yaml", "- docslib.org", "- https://docslib.org"), "copysites.yaml", 16, "match"),
    (lambda f: replace(path(f), "- Six months before (2026).", "- Six months before (2026).\nThen wait."), "upr-report/en.md", 28, "right below a list"),
    (lambda f: replace(path(f, file="fr.md"), "2. Écrivez à demo@ohchr.org.", "2. Écrivez à\ndemo@ohchr.org."), "upr-report/fr.md", 26, "right below a list"),
    (lambda f: replace(path(f, VISA), "how do we send a Schengen visa", "How do we send our UPR report?"), "upr-report/en.md", 4, "also stands in"),
    (lambda f: replace(path(f), "early with", "early\u202e with"), "upr-report/en.md", 20, "U+202E"),
    (lambda f: replace(path(f), "early with", "ear\u200bly with"), "upr-report/en.md", 20, "U+200B"),
    (lambda f: replace(path(f), "early with", "ear\u200dly with"), "upr-report/en.md", 20, "U+200D"),
    (lambda f: replace(path(f), "early with", "early\U000e0041 with"), "upr-report/en.md", 20, "U+E0041"),
    (lambda f: replace(path(f, file="ar.md"), "قبل ستة أشهر", "six months before"), "upr-report/ar.md", 27, "not in Arabic letters"),
    (lambda f: replace(path(f), "## How", "## Deadlines"), "upr-report/en.md", 26, "stands twice"),
    (lambda f: replace(path(f), "## How", "## What happens next"), "upr-report/en.md", 26, "out of order"),
    (lambda f: replace(path(f, file="fr.md"), "## Deadlines\n- Six mois avant (2026).\n\n", ""), "upr-report/fr.md", 20, "other sections"),
    (lambda f: replace(path(f), '  - "how do we send our UPR report"\n  - "who can ask for our UPR report"\n  - "where do I find our UPR report"\n', ""),
     "upr-report/en.md", 4, "at least 10"),
    (lambda f: replace(path(f), "aliases:", "colour: red\naliases:"), "upr-report/en.md", 16, "colour"),
    (lambda f: replace(path(f), "---\ntitle", "title"), "upr-report/en.md", 1, "does not begin with ---"),
    (lambda f: replace(path(f, HELP, "entry.yaml"), "urgent: true", "urgent: maybe"), "urgent-help-overview/entry.yaml", 3, "urgent"),
    (lambda f: replace(path(f), "Start early", "Urgent help first. Start early"), "upr-report/entry.yaml", 1, "no button for it"),
    (lambda f: replace(path(f, file="entry.yaml"), "urgent: false", "urgent: false\nurgent_first: true"), "upr-report/entry.yaml", 4, "says nothing of"),
    (lambda f: replace(path(f, file="entry.yaml"), "2026-11-01", "2027-01-01"), "upr-report/entry.yaml", 4, "day to come"),
    (lambda f: replace(path(f, file="entry.yaml"), "category: upr", "category: travel"), "upr-report/entry.yaml", 1, "folder's name"),
    (lambda f: path(f, file="notes.txt").write_text("x"), "upr-report/notes.txt", 1, "no place here"),
    (lambda f: replace(f / "urgent.yaml", "- they are at my door", "- 😀"), "urgent.yaml", 1, "has no words"),
    (lambda f: (f / "glossary.yaml").write_text("- {id: x, en: [a], fr: [b]}"), "glossary.yaml", 1, "ar"),
    (lambda f: (f / "thresholds.yaml").write_text("de: {answer: 0.5, choose: 0.2}"), "thresholds.yaml", 1, "de is no language"),
])
def test_each_mistake_is_found(folder: Path, breaking: Breaking, file: str, line: int, what: str) -> None:
    """File, line and what is wrong; nothing is served then."""
    breaking(folder)
    loaded = load(folder, TODAY)

    assert loaded.library is None
    found = [problem for problem in loaded.errors if problem.file.endswith(file) and what in problem.what]
    assert found, loaded.problems
    assert found[0].line == line
    assert found[0].hint


def test_what_was_read_on_a_copy_site_is_a_source_without_link(folder: Path) -> None:
    """Curators keep where it was read, readers are not sent there; a host that only looks alike is left alone."""
    entry = path(folder, file="entry.yaml")
    replace(entry, "url: https://www.ohchr.org/en/demo", "read_on: docslib.org")
    replace(path(folder, VISA, "entry.yaml"), "https://www.ohchr.org", "https://notdocslib.org")
    replace(path(folder, HELP, "entry.yaml"), "https://www.ohchr.org", "https://docslib.org.example")
    loaded = load(folder, TODAY)

    assert loaded.problems == ()
    assert loaded.library is not None
    assert [source.url for source in loaded.library.entries["upr-report"].sources] == [None]
    replace(folder / "copysites.yaml", "- docslib.org\n", "")
    assert load(folder, TODAY).library is not None


def test_an_overdue_review_is_a_warning(folder: Path) -> None:
    """Entries past their review are still served, and named."""
    loaded = load(folder, date(2027, 2, 15))

    assert loaded.library is not None
    assert {problem.severity for problem in loaded.problems} == {Severity.WARNING}
    assert "due for review on 2027-01-30" in loaded.problems[0].what


def test_joiners_are_allowed_inside_arabic_words(folder: Path) -> None:
    """ZWNJ is part of how some words are written."""
    replace(path(folder, file="ar.md"), "فكروا", "فك\u200cروا")

    assert load(folder, TODAY).problems == ()


def test_more_ways_of_asking_feed_the_index(folder: Path) -> None:
    """asks.en.txt is read, matched, and shown nowhere."""
    path(folder, VISA, "asks.en.txt").write_text("zebra crossing paperwork\n\n", encoding="utf-8")
    library = load(folder, TODAY).library

    assert library is not None
    assert library.entries[VISA].texts["en"].ways == 13
    assert library.match("zebra crossing paperwork", "en").entries[0] == VISA


def test_hidden_and_backup_files_are_left_alone(folder: Path) -> None:
    """What editors leave beside the files does no harm."""
    path(folder, file=".en.md.swp").write_bytes(b"\xff\xfe")
    path(folder, file="en.md~").write_bytes(b"\xff\xfe")

    assert load(folder, TODAY).problems == ()


def test_the_real_knowledge_base_is_good() -> None:
    """What is published passes its own check."""
    loaded = load(ROOT / "knowledge")

    assert loaded.errors == (), "\n".join(map(str, loaded.errors[:10]))
