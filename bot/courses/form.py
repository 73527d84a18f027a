"""The form for an expression of interest, as a pure function: what is asked, in which order, and what an answer leads to."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.courses.messages import Again, Back, Choice, Edit, Keep, Message, Onward, Place, Send, Skip, Text, Where
from bot.courses.steps import ABOUT_OTHERS, CHOICES, CONSENT, DECLINED, HERE, OPTIONAL, QUESTIONS, REVIEW, SENT, WRITTEN, longest
from bot.people.mentions import mentions_somebody
from bot.people.risk import is_risky

Answer = str | tuple[str, ...]
_CUT = 4096  # what Telegram lets a person send: longer texts are cut before anything else is done with them
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # wanted inside Arabic and Persian words
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Note(StrEnum):
    """What is said before the question."""

    NONE = ""
    EMPTY = "empty"
    TOO_LONG = "too-long"
    CHOOSE = "choose"
    OTHERS = "others"
    OLD = "old"
    EARLY = "early"
    WHICH = "which"
    UNKNOWN = "unknown"
    EMAIL = "email"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Form:
    """Where somebody stands. `pending` waits for "keep it as it is", and came in message `flagged`; `partner` is whom answers may be shared with.

    An answer to a choice is its value, to a written question its text, "" when skipped; contact is (way, text), country (code, region),
    share (yes or no, partner), languages all that were ticked.
    """

    step: str = CONSENT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    partner: str = ""
    pending: str = ""
    flagged: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said: `note`, then the question of the form's step. `remove`: a message to be taken off the chat.

    `length` goes with TOO_LONG, `places` with WHICH; `danger`: the text spoke of danger now, so the urgent card is offered.
    """

    note: Note = Note.NONE
    length: int = 0
    places: tuple[Place, ...] = ()
    remove: int = 0
    danger: bool = False


Next = tuple[Form, Said]


def advance(form: Form, message: Message) -> Next:
    """Return the form after `message`, and what to say. A button of another question than the present one changes nothing."""
    if form.step in (SENT, DECLINED):
        return form, Said(Note.OLD)
    if isinstance(message, Text):
        return _read(form, message)
    if message.step != form.step:
        return form, Said(Note.OLD)
    match message:
        case Choice(step, value):
            return _choose(form, step, value)
        case Where(place) if form.step == "country" and any(place):
            return _answer(form, place)
        case Skip(step) if step in OPTIONAL:
            return _answer(form, "")
        case Back(step) if step in QUESTIONS:
            return _go(form, _before(form)), Said()
        case Onward(step) if step in asked(form):
            return (_go(form, open_step(form)), Said()) if _is_answered(form, step) else (form, Said(Note.ONE if step == "languages" else Note.CHOOSE))
        case Keep() if form.pending:
            return _answer(form, form.pending)
        case Again() if form.pending:
            return replace(form, pending=""), Said()
        case Edit(wanted) if form.step == REVIEW and wanted in asked(form):
            return _go(form, wanted), Said()
        case Send() if form.step == REVIEW:
            return _go(form, SENT if open_step(form) == REVIEW else open_step(form)), Said()
        case _:
            return form, Said(Note.OLD)


def asked(form: Form) -> tuple[str, ...]:
    """Return the questions of this form, in order: a contact detail and a partner only where there is something to ask."""
    here = form.answers.get("reach", HERE) == HERE
    return tuple(step for step in QUESTIONS if not (step == "contact" and here) and not (step == "share" and not form.partner))


def open_step(form: Form) -> str:
    """Return the first question without an answer, the review when there is none."""
    return next((step for step in asked(form) if not _is_answered(form, step)), REVIEW)


def placed(form: Form) -> Form:
    """Return `form` at a question that there is, also when the course has another partner than when it was last shown."""
    there = form.step in asked(form) or (form.step == REVIEW and open_step(form) == REVIEW)
    return form if there else _go(form, open_step(form))


def clean(text: str) -> str:
    """Return what is kept of a text: cut before it is normalised, without control, direction and tag characters."""
    seen = (letter for letter in text[:_CUT] if letter == "\n" or letter in _JOINERS or unicodedata.category(letter) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(seen)).strip().strip(_JOINERS)


def _read(form: Form, message: Text) -> Next:
    text = clean(message.text)
    if form.step == "country":
        return _locate(form, message)
    if form.step not in WRITTEN:
        return form, Said(Note.CHOOSE, danger=message.danger)
    if not text:
        return form, Said(Note.EMPTY)
    if len(text) > longest(form.step) or len(message.text) > _CUT:
        return form, Said(Note.TOO_LONG, length=len(text) if len(message.text) <= _CUT else len(message.text), danger=message.danger)
    if form.step == "contact":
        return _reach(form, text, message)
    if is_risky(text) or (form.step in ABOUT_OTHERS and mentions_somebody(text)):
        return replace(form, pending=text, flagged=message.number), Said(Note.OTHERS, danger=message.danger)
    return _answer(form, text, danger=message.danger)


def _reach(form: Form, text: str, message: Text) -> Next:
    """A way to write to the person: kept, and to be taken off the chat."""
    way = str(form.answers["reach"])
    if way == "email" and not _EMAIL.fullmatch(text):
        return form, Said(Note.EMAIL, danger=message.danger)
    return _answer(replace(form, flagged=message.number), (way, text), danger=message.danger)


def _locate(form: Form, message: Text) -> Next:
    if len(message.places) == 1:
        return _answer(form, message.places[0], danger=message.danger)
    return form, Said(Note.WHICH if message.places else Note.UNKNOWN, places=message.places, danger=message.danger)


def _choose(form: Form, step: str, value: str) -> Next:
    known = CHOICES.get(step, ())
    if (value[1:] if step == "languages" and value[:1] in ("+", "-") else value) not in known or (step == "languages" and value in known):
        return form, Said(Note.OLD)
    match step:
        case "consent":
            return (_go(form, open_step(form)) if value == "yes" else _go(form, DECLINED)), Said()
        case "languages":
            ticked = {*form.answers.get(step, ()), value[1:]} if value.startswith("+") else {*form.answers.get(step, ())} - {value[1:]}
            chosen = tuple(one for one in CHOICES[step] if one in ticked)
            return replace(form, answers={**form.answers, step: chosen}), Said()
        case "share":
            return _answer(form, (value, form.partner))
        case _:
            return _answer(form, value)


def _answer(form: Form, answer: Answer, *, danger: bool = False) -> Next:
    answered = replace(form, answers={**form.answers, form.step: answer})
    return _go(answered, open_step(answered)), Said(remove=form.flagged, danger=danger)


def _go(form: Form, step: str) -> Form:
    return replace(form, step=step, pending="", flagged=0)


def _before(form: Form) -> str:
    """The question before the present one; the review when it was opened from there, which shows by nothing being open."""
    order = asked(form)
    if open_step(form) == REVIEW or form.step not in order:
        return open_step(form)
    return order[max(0, order.index(form.step) - 1)]


def _is_answered(form: Form, step: str) -> bool:
    answer = form.answers.get(step)
    match step:
        case "contact":
            return isinstance(answer, tuple) and answer[0] == form.answers.get("reach")
        case "share":
            return isinstance(answer, tuple) and answer[1] == form.partner
        case "languages":
            return bool(answer)
        case _:
            return answer is not None
