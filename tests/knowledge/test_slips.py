"""Words that are one slip of the finger away from a mistyped one."""

import pytest

from bot.knowledge.features import stem_number
from bot.knowledge.index import Document, Index
from bot.knowledge.slips import may_be_a_slip, one_slip_away

COMPLAINT, TRAVEL = "submit a complaint", "travel to geneva"


@pytest.mark.parametrize(("written", "meant"), [
    ("reprt", "report"), ("reeport", "report"), ("repart", "report"), ("reprot", "report"), ("eport", "report"), ("reporty", "report"),
    ("تقرر", "تقرير"), ("تقريرر", "تقرير"), ("تقزير", "تقرير"), ("تقيرر", "تقرير"),
])
def test_the_word_meant_is_one_slip_away(written: str, meant: str) -> None:
    """A letter too few, too many or wrong, or two swapped, at any place."""
    assert stem_number(meant) in one_slip_away(written).tolist()


@pytest.mark.parametrize("other", ["report", "rport", "repairs", ""])
def test_the_word_itself_and_those_further_away_are_not(other: str) -> None:
    """Two slips are too many: nearly every word is two away from some other."""
    assert stem_number(other) not in set(one_slip_away("reprts").tolist()) - {stem_number("reprts")}


@pytest.mark.parametrize(("stem", "may"), [("reprt", True), ("upr", False), ("1503", False), ("c169", False), ("x" * 25, False), ("تقرر", True)])
def test_codes_and_short_words_are_left_alone(stem: str, may: bool) -> None:
    """An unknown number or acronym is what it is."""
    assert may_be_a_slip(stem) is may


def _index() -> Index:
    return Index([
        Document("complaint", "en", (COMPLAINT, "how to submit a complaint", "the form of a complaint", "complaint"), ""),
        Document("travel", "en", (TRAVEL, "how to travel", "a travel grant", "travel"), ""),
    ])


def test_a_mistyped_word_counts_as_the_word_meant() -> None:
    """The first entry scores as much by words as if nothing had been mistyped; a word that nobody knows stays unknown."""
    index = _index()
    right, slipped, unknown = (index.scores(["my", word], "en")[0] for word in ("complaint", "complaimt", "xylophone"))

    assert right > slipped > 2 * unknown
