"""The glossary for readers: terms in three languages, found by what people write."""

import pytest

from bot.i18n import LANGUAGES
from bot.knowledge.library import Library
from bot.knowledge.terms import Terms


@pytest.fixture(scope="module")
def terms(real: Library) -> Terms:
    """The terms of the real knowledge base."""
    return real.terms


def test_there_are_about_150_terms_complete_in_three_languages(terms: Terms) -> None:
    """Names and meanings, short enough for a phone; every letter leads to its terms."""
    assert len(terms.terms) >= 140
    for language in LANGUAGES:
        assert all(3 <= len(one.names[language]) <= 140 and 10 <= len(one.meanings[language]) <= 300 for one in terms.terms.values())
        under_letters = [term.id for letter in terms.letters(language) for term in terms.beginning(letter, language)]
        assert sorted(under_letters) == sorted(terms.terms)


@pytest.mark.parametrize(("text", "term"), [
    ("UPR", "upr"), ("what does UPR mean?", "upr"), ("c'est quoi l'EPU", "upr"), ("الاستعراض الدوري الشامل", "upr"),
    ("ما معنى الاستعراض الدوري الشامل؟", "upr"),
    ("What is CEDAW", "cedaw"), ("que signifie CADHP ?", "achpr"), ("ايه معنى اللجنة الأفريقية", "achpr")])
def test_a_term_is_found_in_what_is_asked(terms: Terms, text: str, term: str) -> None:
    """Alone, or within the usual ways of asking for a meaning."""
    found = terms.asked(text)
    assert found is not None
    assert found.id == term


@pytest.mark.parametrize("text", ["", "UPR deadline for my country", "how do I write a UPR report", "pizza", "what is", "ما هو", "x" * 5000])
def test_a_question_about_a_term_is_no_request_for_its_meaning(terms: Terms, text: str) -> None:
    """Questions go to the entries."""
    assert terms.asked(text) is None


def test_the_terms_of_an_entry_are_found_in_its_language(real: Library) -> None:
    """What is explained stands in the text."""
    entry = real.entries["upr-ngo-submission"]
    for language in LANGUAGES:
        assert "upr" in [one.id for one in real.terms.of_entry(entry, language)]
