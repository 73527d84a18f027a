"""Small talk, follow-ups, and which language an answer has."""

import pytest

from bot.knowledge.arabizi import is_arabizi, transliterate
from bot.knowledge.entry import Section
from bot.knowledge.library import Library
from bot.knowledge.outcome import Band
from bot.knowledge.phrasebook import Phrasebook
from bot.knowledge.text import words

PREVIOUS = "achpr-observer-status-ngo"


@pytest.mark.parametrize(("text", "kind"), [
    ("hello", "greeting"), ("Hellooo!!", "greeting"), ("bonjour", "greeting"), ("slt cv", None), ("السلام عليكم", "greeting"), ("salam", "greeting"),
    ("thank you so much", "thanks"), ("merci bcp", "thanks"), ("شكراً جزيلاً", "thanks"), ("bye", "goodbye"), ("au revoir", "goodbye"), ("مع السلامة", "goodbye"),
    ("who are you?", "who"), ("tu es qui", "who"), ("من أنت؟", "who"), ("help", "help"), ("aide", "help"), ("مساعدة", "help"),
    ("ok", "yes"), ("oui", "yes"), ("نعم", "yes"), ("no", "no"), ("non merci", "no"), ("لا", "no"),
    ("", "help"), ("   ", "help"), ("😀😀😀", "help"), ("?!...", "help"), ("\u200b" * 50, "help"), ("😀" * 2000, "help"),
    ("you idiot", "help"), ("ta gueule", "help"), ("يا كلب", "help"),
    ("menu", "menu"), ("Cancel", "menu"), ("stop", "menu"), ("annuler", "menu"), ("إلغاء", "menu"), ("القائمة", "menu"),
    ("what", "help"), ("Why?", "help"), ("quoi", "help"), ("ماذا؟", "help"),
    ("hello, how do I apply for observer status?", None), ("thanks, and what is the UPR", None),
])
def test_small_talk(real: Library, text: str, kind: str | None) -> None:
    """What asks nothing is small talk; insults get neutral help; a question after a greeting is a question."""
    match = real.match(text, "en")

    assert match.smalltalk == kind
    assert (match.band is Band.SMALLTALK) is (kind is not None)


@pytest.mark.parametrize(("text", "section"), [
    ("and the deadline?", Section.DEADLINES), ("et les délais ?", Section.DEADLINES), ("طيب والمهلة؟", Section.DEADLINES), ("how long", Section.NEXT),
    ("how long does it take?", Section.NEXT), ("is it risky", Section.RISKS), ("c'est dangereux ?", Section.RISKS), ("والمخاطر؟", Section.RISKS),
    ("who can use it?", Section.WHO), ("qui peut le faire ?", Section.WHO), ("how do I do it", Section.HOW), ("ازاي؟", Section.HOW),
    ("c'est quoi les risques", Section.RISKS), ("من يقدر", Section.WHO), ("شنو الوقت", Section.DEADLINES), ("how much time", Section.DEADLINES),
    ("quels documents ?", Section.INCLUDE), ("what should I write?", Section.INCLUDE), ("et après ?", Section.NEXT), ("وبعدين؟", Section.NEXT),
])
def test_follow_ups(real: Library, text: str, section: Section) -> None:
    """A short question after an answer is about that answer."""
    match = real.match(text, "en", PREVIOUS)

    assert (match.band, match.entries, match.section) == (Band.ANSWER, (PREVIOUS,), section)


@pytest.mark.parametrize(("text", "cost"), [
    ("is it free", True), ("c'est gratuit ?", True), ("combien ça coûte", True), ("هل هو مجاني؟", True), ("how much does it cost", True), ("fees?", True),
    ("how do I do it", False), ("comment faire", False)])
def test_what_it_costs_is_asked_of_the_steps(real: Library, text: str, cost: bool) -> None:
    """Costs have no section: the entry says under "how" what it says of them, and the reader is told so."""
    match = real.match(text, "en", PREVIOUS)

    assert (match.band, match.section, match.cost) == (Band.ANSWER, Section.HOW, cost)


@pytest.mark.parametrize("text", [
    "what about the deadline for the UPR report?", "how do I get a visa for Geneva", "ما هي المهلة لتقرير الاستعراض الدوري الشامل؟",
])
def test_a_full_question_leaves_the_last_answer_behind(real: Library, text: str) -> None:
    """What names a topic of its own is matched afresh."""
    match = real.match(text, "en", PREVIOUS)

    assert match.section is None
    assert PREVIOUS not in match.entries[:1]


def test_a_follow_up_needs_an_answer_that_exists(real: Library) -> None:
    """Without a last answer, or with one that is gone, there is nothing to follow up."""
    assert real.match("and the deadline?", "en").section is None
    assert real.match("and the deadline?", "en", "gone-entry").section is None


@pytest.mark.parametrize(("text", "chosen", "language"), [
    ("comment envoyer une communication à la Commission africaine ?", "en", "fr"),
    ("how do I send a communication to the African Commission?", "fr", "en"),
    ("كيف أرسل بلاغا إلى اللجنة الأفريقية؟", "en", "ar"),
    ("kifash ndir chakwa 3and lajna ifri9iya", "fr", "ar"),
    ("UPR", "ar", "ar"), ("UPR", "fr", "fr"), ("EPU", "en", "en"), ("ACHPR", "ar", "ar"), ("2026", "fr", "fr"),
    ("كيف أقدم تقرير UPR", "en", "ar"),
    ("how to submit rapport parallèle تقرير الظل للجنة مناهضة التعذيب", "fr", "fr"),
    ("", "ar", "ar"), ("bonjour", "xx", "fr"), ("bonjour", "en", "fr"), ("merci", "ar", "fr"), ("hello", "fr", "en"), ("shukran", "en", "ar"),
    ("au secours", "en", "fr"), ("la police arrive", "en", "fr"), ("urgence", "en", "fr"), ("help me", "fr", "en"), ("khatfouh", "en", "ar"),
    ("la", "en", "en"), ("UN funds", "en", "en"), ("https://evil.example/x", "en", "en"), ("a" * 300 + "!", "en", "en"),
    ("&lt;b&gt; &#x3c;", "en", "en"), ("ask@exemple.org", "ar", "ar"),
])
def test_the_language_of_the_answer(real: Library, text: str, chosen: str, language: str) -> None:
    """A question in another language is answered in it; acronyms and mixtures in the language that the person chose."""
    match = real.match(text, chosen)

    assert match.language == language


@pytest.mark.parametrize(("text", "arabizi"), [
    ("kif na3mel chakwa", True), ("3andi mochkla m3a el police", True), ("bghit n9addem chakwa", True), ("how do I send it", False),
    ("comment faire pour 2026", False), ("the 3rd session of 2024", False), ("article 34 6", False), ("c koi lepu", False),
])
def test_arabizi_is_recognised(text: str, arabizi: bool) -> None:
    """Arabic in Latin letters, not numbers in other languages."""
    assert is_arabizi(words(text)) is arabizi


def test_arabizi_is_put_into_arabic_letters() -> None:
    """Near enough for runs of letters to meet."""
    assert transliterate(["7o9o9", "3alam", "2026"]) == "حوقوق عالام"


def test_phrases() -> None:
    """`*` stands for up to three words, `~` for any ending, Arabic phrases may follow "and"."""
    book = Phrasebook({"some": ["police * door", "arrest~ him", "على الباب"]})

    for text in ("the police are at my door", "they arrested him", "الشرطة وعلى الباب"):
        assert book.read(words(text)).has("some")
    assert not book.read(words("police and some other people near a door")).has("some")
    assert not Phrasebook({"none": []}).read(["anything"]).has("none")


def test_a_text_of_phrases_and_nothing_else() -> None:
    """Whatever way it is cut into phrases, gaps and all; at least one of those that are needed."""
    said = Phrasebook({"name": ["my name", "name is *"], "polite": ["please", "my"]}).read(words("please my name is Demo Person"))

    assert said.is_only(("name", "polite"))
    assert said.is_only(("name", "polite"), ("polite",))
    assert not said.is_only(("polite",))
    assert (said.ends("name", 1), said.ends("name", 2), said.ends("name", 0)) == ({3}, {4, 5, 6, 7}, set())
    assert not Phrasebook({"name": ["my name"]}).read(["my", "name"]).is_only(("name",), ("polite",))


def test_what_stands_before_what() -> None:
    """One set's phrase within so many words before another's."""
    said = Phrasebook({"no": ["did not"], "done": ["arrest~"]}).read(words("they did not really arrest him"))

    assert said.follows("no", "done", 1)
    assert not said.follows("no", "done", 0)
    assert not said.follows("done", "no", 3)
