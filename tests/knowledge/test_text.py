"""Texts as the index sees them."""

import time

import pytest

from bot.knowledge.features import Stems, WordFeatures
from bot.knowledge.glossary import Glossary, Term
from bot.knowledge.text import MAX_CHARACTERS, is_foreign, normalise, words


@pytest.mark.parametrize(("written", "seen"), [
    ("L’État a-t-il ratifié ?", "l etat a t il ratifie"),
    ("Défenseur", "defenseur"),
    ("De\u0301fenseur", "defenseur"),
    ("الأُمَمُ المُتّحِدَة", "الامم المتحده"),
    ("الأمــم", "الامم"),
    ("إعلان آخر أول", "اعلان اخر اول"),
    ("مسؤول رئيس على", "مسوول رييس علي"),
    ("٢٠٢٦ و ۱۹۹۸", "2026 و 1998"),
    ("مى\u200cخواهم", "ميخواهم"),
    ("upr\u200f \u200eepu\u061c", "upr epu"),
    ("\u202eUPR\u202c \u2066EPU\u2069", "upr epu"),
    ("a\x00b \ud83dc", "ab c"),
    ("\U000e0041\U000e0042upr", "upr"),
    ("ＵＰＲ ﷺ", "upr صلي الله عليه وسلم"),
    ("HELLO\nWorld\tfoo", "hello world foo"),
    ("😀 !!! ...", ""),
    ("\u200b" * 50, ""),
])
def test_one_spelling(written: str, seen: str) -> None:
    """Accents, diacritics, letter variants, digits, direction and zero-width characters make no difference."""
    assert normalise(written) == seen


@pytest.mark.parametrize("text", ["a" + "\u0301\u0316" * 50_000, "\ufdfa" * 4096, "x" * 100_000, "😀" * 4096, "aaaa " * 20_000 + "!", "ا" * 100_000])
def test_bombs_cost_little(text: str) -> None:
    """Cut before normalising and after: at most 50 ms, and nothing grows."""
    start = time.process_time()
    found = normalise(text)
    features = WordFeatures(Stems(), Glossary(), keep=False).of(found.split(), "ar")

    assert time.process_time() - start <= 0.05
    assert len(found) <= MAX_CHARACTERS
    assert features.hashes.size <= 3 * MAX_CHARACTERS


def test_words_of_two_scripts_are_told_apart() -> None:
    """A Latin acronym inside Arabic is a word of its own."""
    assert words("الـUPR") == ["ال", "upr"]


@pytest.mark.parametrize(("text", "foreign"), [("UPR été", False), ("الاستعراض", False), ("соmmission", True), ("Ελλάδα", True), ("ok 😀", False)])
def test_other_scripts_are_noticed(text: str, foreign: bool) -> None:
    """Look-alike letters of another script are seen as such."""
    assert is_foreign(text) is foreign


def test_features_of_words_make_those_of_texts() -> None:
    """Remembered word by word or made at once, the features are the same."""
    for text in ("how do we send a report", "كيف نرسل تقريرنا", "a b", "x", ""):
        kept, fresh = (WordFeatures(Stems(), Glossary([Term("demo", ("report",))]), keep=keep).of(text.split(), "fr") for keep in (True, False))
        assert kept.hashes.tolist() == fresh.hashes.tolist()
        assert kept.counts.tolist() == fresh.counts.tolist()
