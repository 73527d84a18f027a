"""Every message whose key is put together for staff exists: for each state, answer, refusal and outcome that the services can return."""

import pytest

from bot.broadcasts import letters as releases
from bot.broadcasts.content import Kind
from bot.courses import export
from bot.courses.accepted import CONTACT
from bot.courses.decisions import Move
from bot.courses.letters import Outcome, Verdict
from bot.courses.redaction import SHOWN
from bot.courses.scores import Criterion
from bot.courses.selection import Answer
from bot.i18n import LANGUAGES, Words
from bot.people.tallies import BANDS
from handlers import selectcards
from tests.conftest import ROOT
from tests.contracts.test_locales import messages

SAID_OTHERWISE = {Answer.DONE, Answer.WRONG}  # "filed"; the sheet again
KEYS = {
    *(f"selecting-{name}-{one or 'none'}" for name, values in selectcards._COUNTED.items() for one in values),
    *(f"review-{name}-{one}" for name, values in selectcards._WORDED.items() for one in values),
    *(f"selecting-by-{name}" for name in selectcards._COUNTED),
    *(f"review-answer-{name}" for name in SHOWN),
    *(f"{begin}{one}" for one in Criterion for begin in ("review-line-", "review-criterion-", "button-review-")),
    *(f"review-{one}" for one in Answer if one not in SAID_OTHERWISE),
    *(f"{begin}{one}" for one in Outcome for begin in ("ranked-", "button-decide-", "button-letter-")),
    *(f"decide-{one}" for one in (Move.GONE, Move.CONFLICT, Move.TOO_FEW, Move.RELEASED)),
    *(f"letters-{one}" for one in (Move.GONE, Move.OPEN, Move.NOTHING, Move.UNDECIDED)),
    *(f"letters-{one}" for one in releases.Step if one not in (releases.Step.DONE, releases.Step.REFUSED)),
    *(f"letter-{one}" for one in Verdict if one is not Verdict.SAVED),
    *(f"export-{one}" for one in export.Step),
    *(f"accepted-{one}" for one in CONTACT),
    *(f"stats-band-{one}" for one in BANDS),
    *(f"stats-language-{one}" for one in LANGUAGES),
    *(f"announcement-why-{one}" for one in Kind if one is not Kind.CORRECTION),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_put_together_exists(words: Words, language: str) -> None:
    """Nobody on staff meets an empty line."""
    assert {key for key in KEYS if not words.has(language, key)} == set()


def test_no_message_for_staff_is_left_over(words: Words) -> None:
    """What begins like one of these keys is one of them, or stands in the code."""
    code = "".join(path.read_text(encoding="utf-8") for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py"))
    begins = ("selecting-", "review-", "ranked-", "decide-", "letters-", "letter-", "export-", "accepted-", "stats-", "announcement-why-")
    assert {key for key in messages("en") if key.startswith(begins) and key not in KEYS and f'"{key}"' not in code} == set()
