"""The benchmark with many people, in small: it fills both databases, takes every step and writes its table."""

from tests.benchmarks.crowd import Sizes
from tests.benchmarks.people import BARRED, compare, written


async def test_the_large_bench_runs_in_small() -> None:
    """Each step is measured on both databases; none fails, none takes nothing."""
    sizes = Sizes(people=300, interests=120, courses=6, drafts=40)

    figures = await compare(sizes, steps=20, rounds=40)

    assert [one.kind for one in figures] == ["SQLite", "PostgreSQL"]
    for one in figures:
        assert set(BARRED) < set(one.steps)
        assert all(0 < p50 <= p99 for p50, p99 in one.steps.values())
        assert 0 < one.before < 2 * one.after
    assert "300 people" in written(figures, sizes)
