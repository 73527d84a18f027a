"""What a reviewer says of an expression of interest, and what several reviews come to. No database here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.courses.wording import tidy

LOWEST, HIGHEST = 1, 5  # points of a criterion (issue 3)
LONGEST_REASON = 600  # characters: three reasons together fit one message
NEEDED = 2  # independent reviews
NEEDED_AFTER_SPLIT = 3
SPLIT = 2  # points between two reviews of one criterion that ask for a third reviewer


class Criterion(StrEnum):
    """ISHR's three selection criteria."""

    WORK = "work"  # the human rights work now
    PLANS = "plans"  # the plans for the next year
    USE = "use"  # how the UN or the African Commission would be used


@dataclass(frozen=True, slots=True)
class Score:
    """1 to 5 points, and why: at most 600 characters."""

    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """A score for each criterion. `version` is that of the expression of interest as it was read."""

    version: int
    work: Score
    plans: Score
    use: Score

    def score(self, criterion: Criterion) -> Score:
        """Return the score of one criterion."""
        return {Criterion.WORK: self.work, Criterion.PLANS: self.plans, Criterion.USE: self.use}[criterion]


@dataclass(frozen=True, slots=True)
class Abstention:
    """The reviewer leaves it to others, and why: a conflict of interest."""

    version: int
    reason: str


def cleaned(opinion: Review | Abstention) -> Review | Abstention | str:
    """Return `opinion` with its reasons tidied, or the name of what is wrong: a criterion, or 'reason' of an abstention."""
    if isinstance(opinion, Abstention):
        reason = _reason(opinion.reason)
        return Abstention(opinion.version, reason) if reason else "reason"
    scores = {}
    for criterion in Criterion:
        given = opinion.score(criterion)
        reason = _reason(given.reason)
        if not reason or type(given.points) is not int or not LOWEST <= given.points <= HIGHEST:
            return criterion.value
        scores[criterion] = Score(given.points, reason)
    return Review(opinion.version, scores[Criterion.WORK], scores[Criterion.PLANS], scores[Criterion.USE])


def dump(opinion: Review | Abstention) -> str:
    """Return `opinion` as JSON, to be sealed."""
    if isinstance(opinion, Abstention):
        return json.dumps({"version": opinion.version, "reason": opinion.reason})
    return json.dumps({"version": opinion.version, **{one.value: [opinion.score(one).points, opinion.score(one).reason] for one in Criterion}})


def parse(text: str) -> Review | Abstention:
    """Read what `dump` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    data = json.loads(text)
    if "reason" in data:
        return Abstention(data["version"], data["reason"])
    return Review(data["version"], *(Score(*data[one.value]) for one in Criterion))


def is_split(reviews: Sequence[Review]) -> bool:
    """Tell whether two reviews differ by 2 points or more in any criterion."""
    return any(max(points) - min(points) >= SPLIT for points in _columns(reviews)) if reviews else False


def is_enough(reviews: Sequence[Review]) -> bool:
    """Tell whether no more reviews are needed: two that agree, or three. Abstentions are no reviews."""
    return len(reviews) >= NEEDED_AFTER_SPLIT or (len(reviews) >= NEEDED and not is_split(reviews))


def means(reviews: Sequence[Review]) -> Mapping[Criterion, float]:
    """Return the mean of each criterion; `reviews` must not be empty."""
    return {criterion: sum(points) / len(points) for criterion, points in zip(Criterion, _columns(reviews), strict=True)}


def _columns(reviews: Sequence[Review]) -> list[list[int]]:
    return [[review.score(criterion).points for review in reviews] for criterion in Criterion]


def _reason(text: Any) -> str:
    """Return the tidied reason, "" when there is none or it is too long: it is measured before anything else is done with it."""
    return tidy(text) if isinstance(text, str) and len(text) <= LONGEST_REASON else ""
