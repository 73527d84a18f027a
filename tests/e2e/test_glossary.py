"""The glossary: by letter, by a word behind the command, by asking what it means, and the words of an entry."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import Words
from bot.playground import Phone

Known = Callable[..., Awaitable[Phone]]


@pytest.mark.parametrize(("language", "term", "other"), [
    ("en", "UPR", "Examen périodique universel"), ("fr", "EPU", "Universal Periodic Review"), ("ar", "الاستعراض الدوري الشامل", "Examen périodique universel")])
async def test_a_term_has_its_meaning_and_its_names(person: Known, words: Words, language: str, term: str, other: str) -> None:
    """`/glossary UPR` explains it, with the official names in the other languages and the entry to read on."""
    phone = await person(language)
    shown = await phone.asks(f"/glossary {term}")
    assert other in shown.text
    assert any(words.text(language, "button-glossary") in label for label in shown.labels)
    await phone.press(shown.labels[0])
    assert any(words.text(language, "button-sources") in label for label in (await phone.edit()).labels)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_letters_lead_to_terms(person: Known, language: str) -> None:
    """Letters, the terms of one, a term."""
    phone = await person(language)
    letters = await phone.asks("/glossary")
    await phone.press(letters.labels[0])
    terms = await phone.edit()
    await phone.press(terms.labels[0])
    term = await phone.edit()
    assert terms.labels[0].strip("\u200f") in term.text.replace("\u2068", "").replace("\u2069", "")


async def test_an_unknown_word_is_said_to_be_unknown(person: Known) -> None:
    """No guess."""
    phone = await person("en")
    assert "do not know that word" in (await phone.asks("/glossary flibbertigibbet")).text


async def test_the_words_of_an_entry_are_explained(person: Known) -> None:
    """A button below an answer explains the terms in it, and leads back."""
    phone = await person("en")
    await phone.asks("How can an NGO send a report to the UPR?")
    await phone.press("📖 Words")
    shown = await phone.edit()
    assert "Universal Periodic Review" in shown.text
    await phone.press("‹ Back")
    assert "📖 Words" in (await phone.edit()).labels
