"""Thresholds from the calibration part of the questions: as many direct answers as may be, hardly a wrong one among them."""

from collections.abc import Mapping, Sequence
from statistics import median

from bot.knowledge.entry import LANGUAGES
from bot.knowledge.evaluate import ARABIZI, Outcome, outcome
from bot.knowledge.library import Library
from bot.knowledge.questions import Question
from bot.knowledge.thresholds import DEFAULT, Thresholds

# Stricter than what is promised (.95, 10 %, 3 %): about 130 questions a language set them, others must keep to them.
_PRECISION, _NEAR, _FAR = 0.98, 0.05, 0.02
_DECLINED = 0.03  # of the questions whose entry is among the first three
_STEPS = tuple(step / 100 for step in range(30, 600))  # in units of the usual confidence
_NEVER = 100.0


def calibrate(library: Library, questions: Sequence[Question]) -> Mapping[str, Thresholds]:
    """Return thresholds by language, from those of `questions` that calibrate.

    One rule is sought for all languages together, in units of each language's usual confidence: a language alone has too few
    questions, and rules that fitted them by chance failed on the others.
    """
    asked = [one for one in questions if one.calibrates and (one.kind != "in" or one.right & set(library.entries))]
    outcomes = [outcome(library, one) for one in asked]
    inside = [one for one in outcomes if one.question.kind == "in" and one.question.group != ARABIZI]
    confidences = {language: median(own) for language in LANGUAGES if (own := [one.confidence for one in inside if one.question.language == language])}
    scores = {language: median(one.score for one in inside if one.question.language == language) for language in confidences}
    step = _best([one for one in outcomes if one.question.language in confidences], confidences)
    known = sorted(one.score / (scores[one.question.language] or 1) for one in inside if one.among)
    least = known[int(_DECLINED * len(known))] if known else 0.0
    found = {language: Thresholds(min(step * unit, _NEVER), min(least * scores[language], 1.0)) for language, unit in confidences.items()}
    return {**DEFAULT, **found}


def _best(outcomes: Sequence[Outcome], units: Mapping[str, float]) -> float:
    """Return the least confidence, in units, from which on hardly an answer is wrong; out of reach where there is none."""
    fit = [step for step in _STEPS if _holds([one for one in outcomes if one.confidence >= step * units[one.question.language]], outcomes)]
    return fit[0] if fit else _NEVER


def _holds(direct: Sequence[Outcome], outcomes: Sequence[Outcome]) -> bool:
    for kind, allowed in (("near", _NEAR), ("far", _FAR)):
        if sum(one.question.kind == kind for one in direct) > allowed * sum(one.question.kind == kind for one in outcomes):
            return False
    return bool(direct) and sum(one.right for one in direct) >= _PRECISION * len(direct)
