"""What a person can do at a question of the form: write, choose, skip, go back, keep, change, send."""

from dataclasses import dataclass

from bot.courses.steps import REVIEW

Place = tuple[str, str]  # code of a country and its region; the code is empty for a region alone


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was typed, in message `number`. `places` are the countries it names, `danger`: it speaks of danger now."""

    text: str
    number: int = 0
    places: tuple[Place, ...] = ()
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of `step`; for languages "+xx" ticks and "-xx" unticks, so that a second tap changes nothing."""

    step: str
    value: str


@dataclass(frozen=True, slots=True)
class Where:
    """A country with its region, or a region alone."""

    place: Place
    step: str = "country"


@dataclass(frozen=True, slots=True)
class Skip:
    """No answer to `step`."""

    step: str


@dataclass(frozen=True, slots=True)
class Back:
    """The question before `step`; from a question opened in the review, the review."""

    step: str


@dataclass(frozen=True, slots=True)
class Onward:
    """Leave the answer to `step` as it is and go on; for languages: done."""

    step: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Take the pending text as it is."""

    step: str


@dataclass(frozen=True, slots=True)
class Again:
    """Write the pending text again, without what should not be in it."""

    step: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Change the answer to `wanted`, from the review."""

    wanted: str
    step: str = REVIEW


@dataclass(frozen=True, slots=True)
class Send:
    """Send what the review shows."""

    step: str = REVIEW


Message = Text | Choice | Where | Skip | Back | Onward | Keep | Again | Edit | Send
