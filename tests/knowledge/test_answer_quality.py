"""The answers are good: figures on questions that others wrote and that set no threshold, against the bars in knowledge/bars.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.knowledge.evaluate import Report, evaluate
from bot.knowledge.library import Library
from bot.knowledge.questions import read_questions
from tests.conftest import ROOT

BARS: dict[str, Any] = yaml.safe_load((ROOT / "knowledge" / "bars.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report(real: Library, real_folder: Path) -> Report:
    """The figures of the reporting part."""
    return evaluate(real, [one for one in read_questions(real_folder) if not one.calibrates])


@pytest.mark.parametrize("language", BARS["at_least"])
def test_each_language_reaches_its_bars(report: Report, language: str) -> None:
    """Right answers first and among three, precision of direct answers."""
    figures = report.languages[language]
    low = {name: getattr(figures, name) for name, bar in BARS["at_least"][language].items() if getattr(figures, name) < bar}

    assert low == {}


@pytest.mark.parametrize("language", BARS["at_most"])
def test_each_language_stays_within_its_bars(report: Report, language: str) -> None:
    """Answers to what is not covered, wrong refusals, losses by typing."""
    figures = report.languages[language]
    high = {name: getattr(figures, name) for name, bar in BARS["at_most"][language].items() if getattr(figures, name) > bar}

    assert high == {}


@pytest.mark.parametrize("group", BARS["groups"])
def test_each_group_reaches_its_bar(report: Report, group: str) -> None:
    """Arabizi, dialects, SMS spelling, short and long questions."""
    assert report.groups[group].hit3 >= BARS["groups"][group]["hit3"]


@pytest.mark.parametrize("figure", BARS["best_to_worst_language"])
def test_no_language_is_left_behind(report: Report, figure: str) -> None:
    """The worst language is near the best one."""
    values = [getattr(one, figure) for one in report.languages.values()]

    assert max(values) - min(values) <= BARS["best_to_worst_language"][figure]


def test_there_are_enough_questions(real_folder: Path) -> None:
    """At least 150 questions without an answer and 200 with one, in each language."""
    questions = read_questions(real_folder)
    for language in ("en", "fr", "ar"):
        inside = sum(one.language == language and one.kind == "in" for one in questions)
        outside = sum(one.language == language and one.kind != "in" for one in questions)
        assert inside >= 200
        assert outside >= 150
