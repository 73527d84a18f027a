"""Danger now comes first; questions about danger do not look like it."""

import pytest

from bot.knowledge.library import Library
from bot.knowledge.outcome import Band

DANGER = [
    "they are at my door", "Police are outside my house!!", "someone is following me", "my brother was arrested this morning",
    "they arrested my brother, can the UN do something?", "our colleague was kidnapped last night", "we received death threats",
    "they want to kill me", "my life is in danger", "they are torturing him", "police raid our office right now", "i am hiding",
    "my son disappeared yesterday", "he hasn't come home since monday and we don't know where he is",
    "ils ont arrêté mon frère ce matin", "ils ont arrete mon frere", "on me suit", "je suis en danger", "la police est à la porte",
    "ma vie est en danger", "menacé de mort par la police", "mon mari a disparu depuis hier", "perquisition en cours dans nos bureaux",
    "ils le torturent", "nos collègues ont été arrêtés", "ils l'ont emmené cette nuit",
    "اعتقلوا أخي", "خدو اخويا امبارح", "الشرطة على الباب", "هددوني بالقتل", "حياتي في خطر", "زوجي مختفي من امبارح", "اقتحموا مكتبنا",
    "خطفوا زميلي", "سيارة تلاحقني", "بيعذبوه", "شدو خويا", "وقّفوا رفيقي", "عايزين يقبضوا عليا",
    "homa 3al bab", "khdaw khouya", "ana f khatar", "5daw 5ouya lbare7",
]
CALM = [
    "what is an urgent appeal?", "what is arbitrary detention", "how do I report torture to the UN?", "nobody was arrested",
    "they did not arrest my brother", "what if they arrest me", "my brother was arrested in 2015", "they arrested my father ten years ago, can we complain",
    "training on torture documentation", "which committee deals with enforced disappearances", "he was not tortured",
    "what happens if the police raid our office", "I am writing about people who were kidnapped",
    "qu'est-ce qu'une détention arbitraire ?", "ils n'ont pas arrêté mon frère", "comment éviter d'être arrêté", "que faire si on m'arrête",
    "mon frère a été arrêté il y a dix ans", "définition de la torture", "personne n'a été arrêté",
    "ما هو النداء العاجل؟", "ما معنى الاختفاء القسري", "لم يعتقلوا أخي", "ماذا أفعل إذا اعتقلوا أخي", "كيف أقدم شكوى عن التعذيب", "اعتقلوا أبي قبل سنوات",
    "hello", "how do I apply for the training?", "",
]


@pytest.mark.parametrize("text", DANGER)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_danger_comes_first(real: Library, text: str, language: str) -> None:
    """Threat to life, arrest, disappearance, torture, raid, pursuit: in three languages, dialects and Arabizi."""
    match = real.match(text, language)

    assert (match.band, match.urgent) == (Band.URGENT, True)
    assert len(match.entries) <= 3


@pytest.mark.parametrize("text", CALM)
def test_questions_are_not_danger(real: Library, text: str) -> None:
    """General and hypothetical questions, negations and the distant past get an ordinary answer."""
    assert not real.match(text, "en").urgent


def test_danger_wins_over_a_follow_up(real: Library) -> None:
    """After an answer, danger still comes first."""
    assert real.match("they are at my door", "en", "upr-overview").band is Band.URGENT


@pytest.mark.parametrize("text", [
    "on ma arreté", "my friend was kidnapped", "اعتقلو صديقي", "I am in danger", "They are going to kill me tonight", "my brother was arrested this morning",
])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_guess_stands_beside_the_urgent_card(real: Library, text: str, language: str) -> None:
    """What is offered with it would be the answer by itself, and is one at most: a guess at who somebody is harms on a phone that is seized."""
    match = real.match(text, language)

    assert match.urgent
    assert set(match.entries) <= {"urgent-help-overview"}


def test_what_answers_surely_comes_with_the_urgent_card(real: Library) -> None:
    """Danger and a plain question in one message: the entry that answers the question is offered too."""
    match = real.match("police are outside, what are interim measures of a treaty body", "en")

    assert match.band is Band.URGENT
    assert match.entries == ("interim-measures",)
