"""The matcher on public question sets: hits and knowing when not to answer, each beside the prototype that it has to equal.

The suites lie in the folder DALIL_BENCHMARKS (files NAME.corpus.jsonl, NAME.queries.jsonl, NAME.queries.typo.jsonl); by default
in shared/benchmarks beside the checkout. Without them this part is left out.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from bot.knowledge.corpus import Query, read_corpus, read_queries
from bot.knowledge.matcher import Matcher
from bot.knowledge.outcome import Ranked
from tests.conftest import ROOT

FOLDER = "DALIL_BENCHMARKS"
# hit@1, hit@3 of the prototype (the best of thirteen engines on 12 of 13 suites), and hit@1 with typos where it was published.
BARS: dict[str, tuple[float, float, float | None]] = {
    "xquad-en": (0.944, 0.987, 0.921), "xquad-ar": (0.909, 0.980, 0.866), "cnil-fr": (0.553, 0.767, 0.541), "stackfaq-en-q5": (0.936, 0.989, None),
    "clinc150-mini": (0.832, 0.934, 0.745), "arbanking-msa": (0.738, 0.890, 0.673), "arbanking-dialect": (0.547, 0.735, None),
    "hint3-sofmattress": (0.801, 0.944, 0.727), "hint3-curekart": (0.814, 0.936, 0.754), "hint3-powerplay11": (0.622, 0.796, None),
}


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of a suite: right entry first, among three, first with typos; in scope told from out of scope (None without such)."""

    hit1: float
    hit3: float
    typo: float
    auroc: float | None
    kept: tuple[float, float] | None  # right of in-scope, refused of the rest, at the threshold that keeps 90 % of calibration queries


def folder() -> Path:
    """Return where the suites lie, or would lie."""
    given = Path(os.environ.get(FOLDER) or ROOT.parent / "shared" / "benchmarks")
    return given / "data" if (given / "data").is_dir() else given


def measure(name: str) -> Scores:
    """Rank one suite, and once more with typos."""
    matcher = Matcher(read_corpus(folder() / f"{name}.corpus.jsonl"))
    right = _right(folder() / f"{name}.queries.jsonl")
    ranked = _ranked(matcher, read_queries(folder() / f"{name}.queries.jsonl"))
    slipped = _ranked(matcher, read_queries(folder() / f"{name}.queries.typo.jsonl"))
    inside = [one for one in ranked if right[one]]
    outside = [one for one in ranked if not right[one]]
    top = {one: found[0].score if found else 0.0 for one, found in ranked.items()}
    return Scores(
        _hits(ranked, right, inside, 1), _hits(ranked, right, inside, 3), _hits(slipped, right, inside, 1),
        _auroc([top[one] for one in inside], [top[one] for one in outside]) if outside else None,
        _kept(ranked, right, top, inside, outside) if outside else None)


def table() -> str:
    """Measure, and return a table of figures and of their ratios to the bars."""
    if not (folder() / "xquad-en.corpus.jsonl").exists():
        return f"Public suites: left out, there are none in {FOLDER} or beside the checkout."
    rows = [f"{'suite':<18} {'hit@1':>6} {'ratio':>6} {'hit@3':>6} {'ratio':>6} {'typos':>6} {'ratio':>6} {'AUROC':>6} {'right/refused at k90':>21}"]
    for name, (hit1, hit3, typo) in BARS.items():
        one = measure(name)
        rows.append(f"{name:<18} {one.hit1:>6.3f} {one.hit1 / hit1:>6.2f} {one.hit3:>6.3f} {one.hit3 / hit3:>6.2f} {one.typo:>6.3f} "
                    f"{f'{one.typo / typo:.2f}' if typo else '-':>6} {f'{one.auroc:.3f}' if one.auroc else '-':>6} "
                    f"{f'{one.kept[0]:.3f} / {one.kept[1]:.3f}' if one.kept else '-':>21}")
    return "Public suites (ratio: to the prototype's figure; bars at clinc150-mini: AUROC 0.940, k90 0.762 / 0.880)\n" + "\n".join(rows)


def _right(path: Path) -> dict[str, str | None]:
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {one["id"]: one["relevant_id"] for one in found}


def _ranked(matcher: Matcher, queries: Sequence[Query]) -> dict[str, list[Ranked]]:
    return {one.id: list(matcher.rank(one.text, one.language, 3).entries) for one in queries}


def _hits(ranked: dict[str, list[Ranked]], right: dict[str, str | None], inside: Sequence[str], first: int) -> float:
    return sum(right[one] in [entry.id for entry in ranked[one][:first]] for one in inside) / len(inside)


def _auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    wins = sum((one > other) + 0.5 * (one == other) for one in inside for other in outside)
    return wins / (len(inside) * len(outside))


def _kept(
    ranked: dict[str, list[Ranked]], right: dict[str, str | None], top: dict[str, float], inside: Sequence[str], outside: Sequence[str]
) -> tuple[float, float]:
    scores = sorted(top[one] for one in inside if _calibrates(one))
    least = scores[int(0.1 * len(scores))]
    asked = [one for one in inside if not _calibrates(one)]
    others = [one for one in outside if not _calibrates(one)]
    correct = sum(top[one] >= least and ranked[one][0].id == right[one] for one in asked if ranked[one])
    return correct / len(asked), sum(top[one] < least for one in others) / len(others)


def _calibrates(query: str) -> bool:
    return int(md5(query.encode(), usedforsecurity=False).hexdigest(), 16) % 10 < 3


if __name__ == "__main__":
    print(table())
