"""Entries as data."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest

from bot.knowledge.entry import Freshness, Section
from bot.knowledge.library import CATEGORIES, Library
from tests.knowledge import small

CHECKED = date(2026, 11, 1)


@pytest.mark.parametrize(("days", "freshness"), [
    (0, Freshness.FRESH), (90, Freshness.FRESH), (91, Freshness.OVERDUE), (180, Freshness.OVERDUE), (181, Freshness.STALE), (-5, Freshness.FRESH),
])
def test_freshness(small_library: Library, days: int, freshness: Freshness) -> None:
    """An entry is overdue after its time, stale after twice its time, to the day."""
    assert small_library.entries[small.UPR].freshness(CHECKED + timedelta(days=days)) is freshness


def test_entries_do_not_change(small_library: Library) -> None:
    """Entries are immutable."""
    with pytest.raises(FrozenInstanceError):
        small_library.entries[small.UPR].owner = "demo"  # type: ignore[misc]


def test_sections_have_their_english_headings() -> None:
    """The headings in the files are the seven of the format, in order."""
    assert [one.heading for one in Section] == [
        "Summary", "Who can use it", "How", "What to include", "Deadlines", "What happens next", "Risks and consent"]


def test_categories_are_in_their_order(small_library: Library) -> None:
    """Readers find what protects first, and only categories that have entries."""
    assert [name for name, _ in small_library.categories()] == ["protection", "upr", "travel"]
    assert len(CATEGORIES) == len(set(CATEGORIES)) == 19


def test_the_urgent_entry(small_library: Library) -> None:
    """The overview of urgent help is what the urgent card shows."""
    assert small_library.urgent_entry is small_library.entries[small.HELP]


def test_readers_see_existing_related_entries_only(small_library: Library) -> None:
    """What is related exists, and is not the entry itself."""
    assert all(other in small_library.entries and other != entry.id for entry in small_library.entries.values() for other in entry.related)
