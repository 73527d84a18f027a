"""The language of the answers: that of the question, or always one; changed by a tap or in words, with a way back."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import NAMES, Words
from bot.playground import Phone

Known = Callable[..., Awaitable[Phone]]
Newcomer = Callable[..., Phone]
UPR = {"en": "Universal Periodic Review", "fr": "Examen périodique universel", "ar": "الاستعراض الدوري الشامل"}
ASKED = {"en": "what is the Universal Periodic Review?", "fr": "c’est quoi l’Examen périodique universel ?", "ar": "ما هو الاستعراض الدوري الشامل؟"}


def bare(text: str) -> str:
    """Return `text` without marks of direction."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")


@pytest.mark.parametrize(("mine", "kept", "third"), [("fr", "en", "ar"), ("ar", "fr", "en"), ("en", "ar", "fr")])
async def test_always_means_always(person: Known, words: Words, mine: str, kept: str, third: str) -> None:
    """After the tap questions in both other languages, small talk and danger are answered in the one that was kept."""
    phone = await person(mine)
    await phone.asks(ASKED[kept])
    await phone.press(words.text(kept, "button-always"))
    assert bare((await phone.reply()).text) == bare(words.text(kept, "language-always"))

    for language in (mine, third):
        card = await phone.asks(ASKED[language])
        assert UPR[kept] in bare(card.text).splitlines()[0]
        assert words.text(kept, "button-always") not in [bare(label) for label in card.labels]
    for text, key in (({"en": "thank you", "fr": "merci", "ar": "شكرا"}[mine], "smalltalk-thanks"), ({"en": "police at my door", "fr": "au secours la police",
                      "ar": "الشرطة على الباب"}[mine], "urgent-title")):
        assert bare((await phone.asks(text)).text).startswith(words.text(kept, key).strip("*")[:25])


async def test_the_card_has_a_way_back_in_the_language_that_was_written(person: Known, words: Words) -> None:
    """One tap: this answer comes in the language of the question, and so do later ones."""
    phone = await person("fr")
    await phone.asks(ASKED["en"])
    await phone.press(words.text("en", "button-always"))
    await phone.reply()
    card = await phone.asks(ASKED["fr"])
    await phone.press(words.text("fr", "button-follow"), card)
    again = await phone.reply()

    assert words.text("fr", "language-follows") in again.text
    assert UPR["fr"] in again.text
    assert "Dernière vérification" in (await phone.asks(ASKED["fr"])).text
    assert "Last checked" in (await phone.asks("what is the African Commission?")).text


async def test_the_choice_of_a_language_shows_and_changes_it(person: Known, words: Words) -> None:
    """/language says that all answers are in one, and has the way back; it can be switched on there, too."""
    phone = await person("en")
    choice = await phone.asks("/language")
    await phone.press(words.text("en", "button-always"), choice)
    await phone.reply()
    assert "Last checked" in (await phone.asks(ASKED["ar"])).text
    choice = await phone.asks("/language")
    assert words.text("en", "language-always-now") in choice.text
    await phone.press(words.text("en", "button-follow"), choice)
    assert (await phone.reply()).text == words.text("en", "language-follows")

    assert UPR["ar"] in bare((await phone.asks(ASKED["ar"])).text)


@pytest.mark.parametrize(("mine", "text", "wanted"), [
    ("ar", "speak english", "en"), ("fr", "can you answer in english pls", "en"), ("fr", "en anglais s'il vous plait", "en"),
    ("ar", "بدي بالانجليزي", "en"),
    ("en", "repondez en francais", "fr"), ("ar", "parlez vous français ?", "fr"), ("ar", "هضر معايا بالفرنسية", "fr"), ("en", "French please", "fr"),
    ("en", "in arabic?", "ar"), ("fr", "réponds-moi en arabe stp", "ar"), ("en", "احكي معي عربي", "ar"), ("fr", "جاوبني بالعربية من فضلك", "ar"),
    ("en", "hi, do you speak arabic", "ar")])
async def test_a_language_is_asked_for_in_words(person: Known, words: Words, mine: str, text: str, wanted: str) -> None:
    """It changes at once, whatever is written from then on; one tap brings back the one before."""
    phone = await person(mine)
    reply = await phone.asks(text)
    assert bare(reply.text) == bare(words.text(wanted, "language-always"))
    assert UPR[wanted] in bare((await phone.asks(ASKED[mine])).text)
    await phone.press(next(label for label in reply.labels if NAMES[mine] in label), reply)
    await phone.edit()

    assert UPR[mine] in bare((await phone.asks(ASKED[mine])).text)


@pytest.mark.parametrize(("mine", "text"), [
    ("en", "Language"), ("en", "how can i change the language?"), ("en", "i dont speak english"), ("en", "do you speak Swahili"),
    ("fr", "changer de langue svp"),
    ("fr", "je comprends pas l'anglais"), ("fr", "quelles langues parlez-vous ?"), ("ar", "غيروا اللغة"), ("ar", "عايز اغير اللغة"),
    ("ar", "بلغة تانية لو سمحت"), ("ar", "لا أفهم الفرنسية")])
async def test_where_it_is_not_plain_which_the_choice_is_offered(person: Known, mine: str, text: str) -> None:
    """All three, one tap each."""
    assert {bare(label) for label in (await (await person(mine)).asks(text)).labels} >= set(NAMES.values())


async def test_an_answer_is_given_again_in_the_language_asked_for(person: Known, words: Words) -> None:
    """After an answer, "in French" gives it in French."""
    phone = await person("en")
    await phone.asks(ASKED["en"])
    again = await phone.asks("in french please")

    assert UPR["fr"] in again.text
    assert again.text.startswith("C’est fait")


async def test_a_newcomer_who_asks_for_a_language_reads_the_notice_in_it(newcomer: Newcomer) -> None:
    """The notice comes first, in the language asked for; it is not asked a second time."""
    phone = newcomer("en")
    assert "Avant d’écrire" in (await phone.asks("en français svp")).text


async def test_a_question_that_names_a_language_is_a_question(person: Known, words: Words) -> None:
    """Whether one may write to the UN in Arabic does not change the bot."""
    phone = await person("en")
    reply = await phone.asks("in which languages can I write to the special procedures")

    assert bare(reply.text) != bare(words.text("ar", "language-always"))
    assert set(NAMES.values()) - {bare(label) for label in reply.labels}
