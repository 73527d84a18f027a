"""Questions and answers as frozen data, and how each wish can end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Asked(StrEnum):
    """How sending a question ended."""

    DONE = "done"
    MANY = "many"  # five of today are open
    GONE = "gone"  # the person was erased meanwhile


class Outcome(StrEnum):
    """How answering ended."""

    DONE = "done"
    SAME = "same"  # this very answer is kept already: whether it was delivered is not known
    TAKEN = "taken"  # another answer came first
    GONE = "gone"  # withdrawn, too old, or the person left


@dataclass(frozen=True, slots=True)
class Mine:
    """A question as the person who asked sees it; `answer` is None while it is open."""

    id: str
    text: str
    answer: str | None
    erased_on: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open question in a responder's list."""

    id: str
    language: str
    asked_on: date
    gap: bool


@dataclass(frozen=True, slots=True)
class Question:
    """An open question as a responder reads it: nothing in it tells who asked, but the text itself."""

    about: Waiting
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An answer on its way. `chat_id` is for the wire only: no member of staff is shown it."""

    chat_id: int
    question_id: str
    language: str
    text: str
    erased_on: date


@dataclass(frozen=True, slots=True)
class Answered:
    """How answering ended; `letter` is None when there is nothing to deliver, or the chat's number can't be read."""

    outcome: Outcome
    letter: Letter | None = None
