"""The benches of announcements, in small: each measures, none fails, none takes nothing."""

from pathlib import Path

import pytest

from tests.benchmarks import broadcasts, million


@pytest.mark.soak
async def test_the_rate_is_measured_from_outside(tmp_path: Path) -> None:
    """A strict stand-in sees no more than the rate and refuses nothing."""
    seen = await broadcasts.rate(tmp_path, people=60, per_second=60, latency=0.005)
    assert (seen.refused, seen.people) == (0, 60)
    assert seen.most <= 60
    assert 0.3 < seen.share <= 1.05
    assert "60 people at 60/s" in broadcasts.written(seen)


@pytest.mark.soak
async def test_replies_are_measured_while_an_announcement_is_sent(tmp_path: Path) -> None:
    """Questions to the real bot are answered within a second or so, and messages of the announcement go out meanwhile."""
    waits, sent = await broadcasts.replies(tmp_path, people=40, seconds=0.6)
    assert len(waits) == 3
    assert sent >= 5
    assert 0 < waits[0] <= waits[-1] < 5


async def test_many_people_are_counted_and_planned() -> None:
    """On both databases, every segment has somebody."""
    figures = await million.compare(people=900)
    assert [one.kind for one in figures] == ["SQLite", "PostgreSQL"]
    assert all(number for one in figures for _, number in one.counts.values())
    assert figures[0].recipients == figures[1].recipients == figures[0].counts["everybody"][1]
    assert "900 people" in million.written(figures, 900)
