"""Languages that the guide does not speak are told from the three it speaks, and unsure means that it answers."""

import pytest

from bot.knowledge.foreign import is_unspoken as is_unspoken_in
from bot.knowledge.library import Library
from bot.knowledge.questions import read_questions
from bot.knowledge.text import words
from bot.knowledge.tongues import spoken
from tests.conftest import ROOT


def is_unspoken(text: str) -> bool:
    """Tell so of a text as it comes."""
    return is_unspoken_in(spoken(text), words(spoken(text)))


@pytest.mark.parametrize("text", [
    "मुझे मदद चाहिए", "帮帮我", "помогите мне", "도와주세요", "የፖሊስ", "βοήθεια", "چطور می‌توانم شکایت کنم", "برادرم را بازداشت کردند",
    "مجھے مدد چاہیے", "پولیس گھر میں ہے",
    "mi hermano fue detenido", "necesito ayuda por favor", "cómo puedo presentar una queja", "quero fazer uma denúncia", "onde posso fazer uma queixa",
    "naomba msaada", "nahitaji kujua kuhusu haki za binadamu", "ich brauche hilfe", "aiuto la polizia è qui", "polis kapıda yardım edin",
    "saya takut polisi di depan rumah",
    "waxaan rabaa caawimaad", "tulungan ninyo ako"])
def test_other_languages_are_recognised(text: str) -> None:
    """By script, by letters, by small words."""
    assert is_unspoken(text)


@pytest.mark.parametrize("text", [
    "", "?", "123", "UPR", "ok", "OHCHR email", "Maria da Penha", "Nairobi", "Como", "casa",
    "what is the UPR", "c'est quoi l'EPU", "la procedure", "est-ce que", "je suis au Mali",
    "fin lpolice", "wach kayn chi dawra",
    "ana f khatar", "bolis 3al bab", "شنو هو هاد الشي", "كيفاش ندير", "گالو لي", "أين المكتب", "پوليس قدام الدار",
    "محتاج مساعدة", "شکرا",
    "كیف اقدم شکوی", "le comité contre la torture 委员会", "Comisión Interamericana", "sana", "salamat", "dada"])
def test_the_three_languages_are_not_sent_away(text: str) -> None:
    """Names, acronyms, dialects, letters of a Persian keyboard, a word of another script."""
    assert not is_unspoken(text)


def test_no_question_of_the_three_languages_is_sent_away() -> None:
    """All that others have asked."""
    assert [one.id for one in read_questions(ROOT / "knowledge") if is_unspoken(one.text)] == []


def test_danger_comes_before_the_language(real: Library) -> None:
    """A cry that is known is answered as one; all else in another language is declined as such, in the person's language."""
    assert real.match("wananifuata", "en").urgent
    match = real.match("nahitaji kujua kuhusu haki za binadamu", "fr")
    assert (match.unspoken, match.language) == (True, "fr")
