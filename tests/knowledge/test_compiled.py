"""The kept index: it answers as the built one does, belongs to one revision, and is made anew when it can't be read."""

from pathlib import Path

import pytest

from bot.knowledge import compiled
from bot.knowledge.compiled import FOLDER
from bot.knowledge.library import Library
from bot.knowledge.loader import load
from tests.knowledge import small

QUESTIONS = ("how do we send our UPR report", "visa schengen suisse", "رقم المساعدة العاجلة", "best pizza in town", "")


def read(folder: Path) -> Library:
    """Read the folder, which must be good."""
    library = load(folder).library
    assert library is not None
    return library


def kept(folder: Path) -> list[Path]:
    """Return what is kept."""
    return sorted((folder / FOLDER).iterdir())


def test_the_kept_index_answers_like_the_built_one(folder: Path) -> None:
    """The same ranking, to the last digit, and the same entries."""
    built, again = read(folder), read(folder)

    assert len(kept(folder)) == 1
    assert built.revision == again.revision
    for name, entry in built.entries.items():
        kept_texts = again.entries[name].texts
        assert all(kept_texts[language].sections == text.sections and kept_texts[language].ways == text.ways for language, text in entry.texts.items())
        assert again.entries[name].sources == entry.sources
    for text in QUESTIONS:
        assert built.matcher.rank(text, "en") == again.matcher.rank(text, "en")


def test_a_change_makes_another_and_the_old_one_goes(folder: Path) -> None:
    """Each revision has its own; one is kept."""
    read(folder)
    before = kept(folder)
    small.replace(small.path(folder), "Report for the", "A report for the")
    read(folder)

    assert len(kept(folder)) == 1
    assert kept(folder) != before


def test_a_mistake_is_found_although_an_index_is_kept(folder: Path) -> None:
    """A changed file is another revision: it is checked."""
    read(folder)
    small.replace(small.path(folder), "early", "ear\u202ely")

    assert load(folder).library is None


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 not an index", b"\x00" * 1000])
def test_a_damaged_one_is_made_anew(folder: Path, damage: bytes) -> None:
    """Cut off, overwritten: the texts are read, the index is built."""
    built = read(folder)
    for file in kept(folder)[0].iterdir():
        file.unlink()  # whoever has the old file open keeps reading what it was
        file.write_bytes(damage)
    again = read(folder)

    assert built.matcher.rank(QUESTIONS[0], "en") == again.matcher.rank(QUESTIONS[0], "en")
    assert sum(file.stat().st_size for file in kept(folder)[0].iterdir()) > 10_000


def test_where_nothing_can_be_kept_it_is_built(folder: Path) -> None:
    """A knowledge base that may only be read is served all the same."""
    (folder / FOLDER).write_text("a file where the folder should be")

    assert read(folder).entries
    assert compiled.read(folder, "nothing") is None


def test_the_check_looks_at_everything_again(folder: Path) -> None:
    """`knowledge check` does not trust what is kept: it finds a review that became overdue since."""
    from datetime import date

    read(folder)
    assert load(folder, date(2027, 6, 1)).problems == ()
    assert len(load(folder, date(2027, 6, 1), again=True).problems) == 3
