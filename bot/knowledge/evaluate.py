"""How good the answers are, measured on questions that other people wrote; and thresholds set on a part of them kept apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.entry import LANGUAGES
from bot.knowledge.library import Library
from bot.knowledge.outcome import Band
from bot.knowledge.questions import Question
from bot.knowledge.spelling import informal_arabic, typos, without_accents

ARABIZI = "arabizi"
_HIT = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: the first entries, the score of the first, how sure it is, and the band."""

    question: Question
    first: tuple[str, ...]
    score: float
    confidence: float
    band: Band

    @property
    def right(self) -> bool:
        """Tell whether the first entry is a right one."""
        return bool(self.first) and self.first[0] in self.question.right

    @property
    def among(self) -> bool:
        """Tell whether a right entry is among the first three."""
        return any(one in self.question.right for one in self.first[:_HIT])


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares (0..1) for one language: of questions that have an answer, unless said otherwise.

    `precision` is that of all direct answers; `near`/`far` are the shares of questions without an answer, from the
    neighbourhood and from far off, that got one all the same; `*_loss` are points of hit1 lost by a way of typing.
    """

    questions: int
    hit1: float
    hit3: float
    answered: float
    precision: float
    declined: float
    near: float
    far: float
    typo_loss: float
    accent_loss: float
    spelling_loss: float


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one group of questions (a dialect, Arabizi, short ones)."""

    questions: int
    hit1: float
    hit3: float


@dataclass(frozen=True, slots=True)
class Report:
    """Figures by language and by group, and the questions whose first entry was wrong: (id, expected, got)."""

    languages: Mapping[str, Figures]
    groups: Mapping[str, Group]
    confusions: tuple[tuple[str, str, str], ...]


def evaluate(library: Library, questions: Sequence[Question]) -> Report:
    """Return the figures for `questions`; those whose entries do not exist are left out."""
    asked = [one for one in questions if one.kind != "in" or one.right & set(library.entries)]
    outcomes = [outcome(library, one) for one in asked]
    groups = sorted({one.group for one in asked if one.group and one.kind == "in"})
    wrong = ((one.question.id, "|".join(sorted(one.question.right)), one.first[0] if one.first else "-")
             for one in outcomes if one.question.kind == "in" and not one.right)
    return Report(
        {language: _figures(library, [one for one in outcomes if one.question.language == language]) for language in LANGUAGES},
        {name: _group([one for one in outcomes if one.question.group == name and one.question.kind == "in"]) for name in groups},
        tuple(wrong))


def outcome(library: Library, question: Question, change: Callable[[str], str] = str) -> Outcome:
    """Ask `question`, its text put through `change`, as the first message of a person who chose its language."""
    text = change(question.text)
    ranking = library.rank(text, question.language, _HIT)
    band = library.match(text, question.language).band
    return Outcome(question, tuple(one.id for one in ranking.entries), ranking.score, ranking.confidence, band)


def _figures(library: Library, outcomes: Sequence[Outcome]) -> Figures:
    """Figures of one language. Arabizi is a group of its own: it stays out of Arabic's hits, and counts in its bands."""
    inside = [one for one in outcomes if one.question.kind == "in"]
    plain = [one for one in inside if one.question.group != ARABIZI]
    direct = [one for one in outcomes if one.band is Band.ANSWER]
    near = [one for one in outcomes if one.question.kind == "near"]
    far = [one for one in outcomes if one.question.kind == "far"]
    hit1 = _share(plain, lambda one: one.right)
    return Figures(
        len(outcomes), hit1, _share(plain, lambda one: one.among), _share(inside, lambda one: one.band is Band.ANSWER),
        _share(direct, lambda one: one.right), _share(inside, lambda one: one.band is Band.DECLINE),
        _share(near, lambda one: one.band is Band.ANSWER), _share(far, lambda one: one.band is Band.ANSWER),
        *(hit1 - _share([_changed(library, one, change) for one in plain], lambda one: one.right) for change in _CHANGES))


_CHANGES: tuple[Callable[[Question], str], ...] = (
    lambda question: typos(question.text, question.id),
    lambda question: without_accents(question.text),
    lambda question: informal_arabic(question.text),
)


def _changed(library: Library, one: Outcome, change: Callable[[Question], str]) -> Outcome:
    text = change(one.question)
    return one if text == one.question.text else outcome(library, one.question, lambda _: text)


def _group(outcomes: Sequence[Outcome]) -> Group:
    return Group(len(outcomes), _share(outcomes, lambda one: one.right), _share(outcomes, lambda one: one.among))


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float:
    """Return the share of `outcomes` for which it holds; 0 of none."""
    return sum(map(holds, outcomes)) / len(outcomes) if outcomes else 0.0
