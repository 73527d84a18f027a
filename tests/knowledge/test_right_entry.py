"""Questions that once led to the wrong entry: they are answered by the right one, or it is among the three."""

import pytest

from bot.knowledge.library import Library
from bot.knowledge.outcome import Band


@pytest.mark.parametrize(("language", "question", "entry"), [
    ("en", "what happens after urgent appeal", "sp-communications"),
    ("en", "SR freedom of expression email", "sr-freedom-of-expression"),
    ("en", "can the government see my complaint", "informed-consent-and-do-no-harm"),
    ("ar", "هل تعرف الحكومة اسمي", "informed-consent-and-do-no-harm"),
    ("en", "is there asia human rights court", "aichr-asean"),
    ("en", "what is GANHRI", "nhri-at-the-un-ganhri"),
    ("fr", "c'est quoi la GANHRI", "nhri-at-the-un-ganhri"),
    ("ar", "فين نلقا محامي مجاني", "legal-support-strategic-litigation"),
    ("fr", "interdiction de voyager", "reprisals-un"),
    ("ar", "ممنوع من السفر", "reprisals-un"),
    ("ar", "كيفاش نسجل الجمعية ديالي عند اللجنة الافريقية", "achpr-observer-status-ngo"),
])
def test_the_answer_is_the_right_entry(real: Library, language: str, question: str, entry: str) -> None:
    """A neighbour with the same words does not stand in for it."""
    match = real.match(question, language)

    assert match.band is Band.ANSWER
    assert match.entries[0] == entry


@pytest.mark.parametrize(("language", "question", "entry"), [
    ("en", "travel ban", "reprisals-un"),
    ("en", "internet shutdown", "sr-freedom-of-expression"),
    ("ar", "انقطع النت عنا بالبلد", "sr-freedom-of-expression"),
    ("fr", "journaliste emprisonné", "wg-arbitrary-detention"),
    ("ar", "صحفي محبوس بلا محاكمة", "wg-arbitrary-detention"),
])
def test_the_right_entry_is_offered(real: Library, language: str, question: str, entry: str) -> None:
    """Where several may be meant, it is one of them, below the urgent card too."""
    match = real.match(question, language)

    assert match.band is not Band.DECLINE
    assert entry in match.entries
