"""Evaluation: questions are read strictly, slips are always the same, thresholds keep to their limits."""

import json
from pathlib import Path

import pytest

from bot.knowledge.calibrate import calibrate
from bot.knowledge.evaluate import evaluate
from bot.knowledge.library import Library
from bot.knowledge.loader import load
from bot.knowledge.outcome import Ranked, Ranking
from bot.knowledge.problems import FileRefused
from bot.knowledge.questions import Question, read_questions
from bot.knowledge.spelling import informal_arabic, typos, without_accents
from bot.knowledge.thresholds import DEFAULT, FILE, dump
from tests.knowledge import small

ASKED = [
    ("how do we send our UPR report", small.UPR, "in"), ("schengen visa for switzerland", small.VISA, "in"), ("emergency hotline", small.HELP, "in"),
    ("best pizza in town", None, "far"), ("asylum in Germany", None, "near"),
]


def _questions() -> list[Question]:
    return [Question(f"q{number}-{place}", "en", text, frozenset([right] if right else []), kind, "plain")
            for number in range(10) for place, (text, right, kind) in enumerate(ASKED)]


def test_figures(small_library: Library) -> None:
    """Hits, answers and refusals are shares of the right questions."""
    report = evaluate(small_library, _questions())
    figures = report.languages["en"]

    assert (figures.questions, figures.hit1, figures.hit3, figures.far) == (50, 1.0, 1.0, 0.0)
    assert report.groups["plain"].questions == 30
    assert report.confusions == ()
    assert report.languages["fr"].hit1 == 0


def test_questions_of_missing_entries_are_left_out(small_library: Library) -> None:
    """An entry that is still to be written counts for nothing."""
    gone = Question("x", "en", "anything", frozenset(["gone"]), "in", "plain")

    assert evaluate(small_library, [gone]).languages["en"].questions == 0


def test_calibration_uses_its_part_only(small_library: Library, tmp_path: Path) -> None:
    """Thresholds come from 30 % of the questions, and can be written and read again."""
    questions = _questions()
    found = calibrate(small_library, questions)

    assert 0 < sum(one.calibrates for one in questions) < len(questions)
    assert found == calibrate(small_library, [one for one in questions if one.calibrates])
    assert found["fr"] == DEFAULT["fr"]
    folder = small.write(tmp_path / "knowledge")
    (folder / FILE).write_text(dump(found), encoding="utf-8")
    library = load(folder).library
    assert library is not None
    assert library.match("how do we send our UPR report", "en").entries == (small.UPR,)


def test_confidence_grows_with_the_lead() -> None:
    """A score that stands alone is surer than one among equals."""
    assert Ranking((Ranked("a", 0.5), Ranked("b", 0.1))).confidence > Ranking((Ranked("a", 0.5), Ranked("b", 0.5))).confidence == 0.5
    assert Ranking().confidence == 0.0
    assert Ranking((Ranked("a", 0.5),), outside=0.4).confidence < Ranking((Ranked("a", 0.5),)).confidence
    assert Ranking((Ranked("a", 0.5),), outside=0.5).confidence == 0.0


def test_slips_are_the_same_each_time() -> None:
    """One slip in short texts, two in long ones, none in short words."""
    text = "how can defenders submit their communication"

    assert typos(text, "q1") == typos(text, "q1") != text
    assert sum(one != other for one, other in zip(typos(text, "q1").split(), text.split(), strict=True)) == 2
    assert typos("to be or", "q1") == "to be or"
    assert without_accents("délai État") == "delai Etat"
    assert informal_arabic("إلى اللجنة") == "الي اللجنه"


@pytest.mark.parametrize(("line", "what"), [
    ("{", "is no question"), ("[]", "is no question"), ('{"id": "1", "lang": "de", "text": "x", "kind": "in"}', "is no question"),
])
def test_bad_questions_are_named(tmp_path: Path, line: str, what: str) -> None:
    """File and line of a question that can't be used."""
    (tmp_path / "questions").mkdir()
    good = json.dumps({"id": "1", "lang": "en", "text": "x", "expected": None, "also": [], "kind": "far", "group": "plain"})
    for language in ("en", "fr", "ar"):
        (tmp_path / "questions" / f"{language}.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")

    with pytest.raises(FileRefused) as refused:
        read_questions(tmp_path)
    assert (refused.value.problem.file, refused.value.problem.line, refused.value.problem.what) == ("questions/en.jsonl", 2, what)


def test_a_question_stands_once(tmp_path: Path) -> None:
    """The same id in two files is refused."""
    (tmp_path / "questions").mkdir()
    for language in ("en", "fr", "ar"):
        (tmp_path / "questions" / f"{language}.jsonl").write_text('{"id": "1", "lang": "en", "text": "x", "kind": "far"}\n', encoding="utf-8")

    with pytest.raises(FileRefused, match="stands twice"):
        read_questions(tmp_path)
