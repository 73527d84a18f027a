"""Texts as the index sees them."""

import pytest

from bot.knowledge.features import Stems, features
from bot.knowledge.glossary import Glossary, Term
from bot.knowledge.table import Tabulator
from bot.knowledge.text import MAX_CHARACTERS, is_foreign, normalise, words
from tests.timing import processor_seconds


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
    found = normalise(text)
    found_features = features(found.split(), "ar", Stems(), Glossary())

    assert processor_seconds(lambda: features(normalise(text).split(), "ar", Stems(), Glossary())) <= 0.05
    assert len(found) <= MAX_CHARACTERS
    assert found_features.hashes.size <= 3 * MAX_CHARACTERS


def test_words_of_two_scripts_are_told_apart() -> None:
    """A Latin acronym inside Arabic is a word of its own."""
    assert words("الـUPR") == ["ال", "upr"]


@pytest.mark.parametrize(("text", "foreign"), [("UPR été", False), ("الاستعراض", False), ("соmmission", True), ("Ελλάδα", True), ("ok 😀", False)])
def test_other_scripts_are_noticed(text: str, foreign: bool) -> None:
    """Look-alike letters of another script are seen as such."""
    assert is_foreign(text) is foreign


def test_a_table_holds_the_features_of_each_text() -> None:
    """Looked at together or one by one, texts have the same features, also where a word is repeated."""
    texts = [(text.split(), "fr") for text in ("how do we send a report", "كيف نرسل تقريرنا", "a b", "x", "", "report the report")]
    stems, glossary = Stems(), Glossary([Term("demo", ("report",))])
    table = Tabulator(stems, glossary).table(texts)
    for row, (found, language) in enumerate(texts):
        alone = features(found, language, stems, glossary)
        assert alone.hashes.tolist() == table.hashes[table.rows == row].tolist()
        assert alone.counts.tolist() == table.counts[table.rows == row].tolist()
