"""The main job: a question in English, French or Arabic, and all that can follow from it."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import Words
from bot.knowledge.entry import Section
from bot.knowledge.shelf import Shelf
from bot.playground import Phone, StandIn
from tests.conftest import ROOT

Newcomer = Callable[..., Phone]
Known = Callable[..., Awaitable[Phone]]
QUESTIONS = {
    "en": "How can our NGO write and send a stakeholder submission to the UPR?",
    "fr": "Comment envoyer la contribution de notre ONG à l'EPU ?",
    "ar": "كيف نرسل تقرير منظمتنا إلى الاستعراض الدوري الشامل لبلدنا؟",
}
ENTRY = "upr-ngo-submission"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The knowledge base as the bot reads it."""
    shelf = Shelf(ROOT / "knowledge")
    shelf.reload()
    return shelf


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_a_question_gets_the_entry_with_its_date_and_buttons(person: Known, shelf: Shelf, words: Words, language: str) -> None:
    """Title, summary and date first; sections, sources, related entries and 'did this help' as buttons."""
    phone = await person(language)
    card = await phone.asks(QUESTIONS[language])

    assert shelf.library is not None
    text = shelf.library.entries[ENTRY].texts[language]
    assert text.title in card.text.replace("\u2068", "").replace("\u2069", "")
    assert "2026" in card.text
    labels = [label.strip("\u200f") for label in card.labels]
    for key in ("button-sources", "button-related", "button-helped", "button-not-helped", "button-menu", "button-how"):
        assert words.text(language, key) in labels


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_every_section_and_the_sources_open_in_place(person: Known, shelf: Shelf, words: Words, language: str) -> None:
    """Each button changes the same message; the summary comes back."""
    phone = await person(language)
    card = await phone.asks(QUESTIONS[language])
    assert shelf.library is not None
    entry = shelf.library.entries[ENTRY]
    for section in entry.texts[language].sections:
        if section is not Section.SUMMARY:
            key = "button-next-steps" if section is Section.NEXT else f"button-{section.value}"
            await phone.press(words.text(language, key))
            shown = await phone.edit()
            assert shown.id == card.id
            assert words.text(language, f"section-{section.value}").strip("*") in shown.text
    await phone.press(words.text(language, "button-sources"))
    assert {source.url for source in entry.sources if source.url} <= set((await phone.edit()).links)
    await phone.press(words.text(language, "button-summary"))
    assert (await phone.edit()).text == card.text


async def test_related_entries_lead_on_and_back(person: Known, words: Words) -> None:
    """See also, an entry, and back."""
    phone = await person("en")
    card = await phone.asks(QUESTIONS["en"])
    await phone.press(words.text("en", "button-related"))
    listed = await phone.edit()
    await phone.press(listed.labels[0])
    other = await phone.edit()
    assert other.text != card.text
    assert words.text("en", "button-helped") in other.labels


@pytest.mark.parametrize(("asked", "section"), [("and the deadline?", "Deadlines"), ("what are the risks?", "Risks and consent")])
async def test_a_follow_up_is_understood(person: Known, asked: str, section: str) -> None:
    """'And the deadline?' is about the entry just answered."""
    phone = await person("en")
    card = await phone.asks(QUESTIONS["en"])
    follow = await phone.asks(asked)

    assert follow.text.splitlines()[0] == card.text.splitlines()[0]
    assert section in follow.text


async def test_a_question_in_another_language_is_answered_in_it(person: Known, words: Words) -> None:
    """And one tap keeps that language."""
    phone = await person("en")
    card = await phone.asks(QUESTIONS["ar"])
    assert "آخر تحقق" in card.text
    always = next(label for label in card.labels if "دائمًا" in label)
    await phone.press(always)
    assert "سأجيبكم" in (await phone.reply()).text
    assert words.text("ar", "help").splitlines()[0].strip("*") in (await phone.asks("/help")).text


async def test_a_newcomer_who_asks_at_once_reads_the_notice_and_gets_the_answer(newcomer: Newcomer) -> None:
    """Nobody has to press START first; the notice comes before the answer, and only once a day."""
    phone = newcomer("fr")
    await phone.says(QUESTIONS["fr"])
    notice, card = await phone.replies(2)
    assert "Avant d’écrire" in notice.text
    assert "Dernière vérification" in card.text
    assert "Dernière vérification" in (await phone.asks(QUESTIONS["fr"])).text


async def test_an_unknown_topic_is_declined_plainly(person: Known, words: Words) -> None:
    """It says so, offers topics and urgent help, and never guesses."""
    phone = await person("en")
    reply = await phone.asks("best recipe for chocolate cake with bananas")

    assert "no answer" in reply.text
    assert words.text("en", "button-topics") in reply.labels
    assert words.text("en", "button-urgent") in reply.labels


async def test_close_matches_are_a_choice(person: Known, words: Words) -> None:
    """'Did you mean', at most three titles, and 'none of these'."""
    phone = await person("en")
    for vague in ("commission", "special", "report", "court", "complaint", "status", "training"):
        reply = await phone.asks(vague)
        if "Did you mean" in reply.text:
            break
    assert "Did you mean" in reply.text
    assert 2 <= len(reply.labels) <= 7
    assert words.text("en", "button-urgent") in reply.labels
    await phone.press(words.text("en", "button-none"))
    assert "no answer" in (await phone.edit()).text


async def test_a_choice_opens_the_entry(person: Known, words: Words) -> None:
    """One tap from the choice to the entry."""
    phone = await person("fr")
    for vague in ("commission", "rapport", "plainte", "cour", "statut", "formation"):
        reply = await phone.asks(vague)
        if "Vouliez-vous" in reply.text:
            break
    title = reply.labels[0]
    await phone.press(title)

    assert title.strip("\u200f") in (await phone.edit()).text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_browsing_leads_to_every_entry(person: Known, shelf: Shelf, words: Words, language: str) -> None:
    """Topics, a topic, an entry, and back: every entry of every topic is reached, in each language."""
    phone = await person(language)
    assert shelf.library is not None
    topics = await phone.asks("/topics")
    reached = 0
    for category, entries in shelf.library.categories():
        await phone.press(words.text(language, f"topic-{category}"), topics)
        page = await phone.edit()
        while True:
            titles = [label.strip("\u200f") for label in page.labels]
            reached += sum(entry.texts[language].title in titles for entry in entries)
            following = words.text(language, "button-next")
            if following not in titles:
                break
            await phone.press(following, topics)
            page = await phone.edit()
        await phone.press(words.text(language, "button-back"), topics)
        topics = await phone.edit()
    assert reached == len(shelf.library.entries)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_back_from_an_entry_leads_to_its_page_of_the_list(person: Known, words: Words, language: str) -> None:
    """Page 2 of a topic, an entry, a section, its words, a file of it, what is related: "back" leads to page 2 all the same."""
    phone = await person(language)
    topics = await phone.asks("/topics")

    async def tapped(label: str) -> list[str]:
        await phone.press(label, topics)
        return [one.strip("\u200f") for one in (await phone.edit()).labels]

    back, section = words.text(language, "button-back"), words.text(language, "button-who")
    await tapped(words.text(language, "topic-special-procedures"))
    page = await tapped(words.text(language, "button-next"))
    assert back in await tapped(page[2])
    assert back in await tapped(section)
    for aside in ("button-related", "button-words", "button-takeaway"):
        assert section not in await tapped(words.text(language, aside))
        assert section in await tapped(back)
    await tapped(words.text(language, "button-sources"))
    assert await tapped(back) == page
    await tapped(words.text(language, "button-takeaway"))
    assert await tapped(back) == page
    assert back not in [one.strip("\u200f") for one in (await phone.asks(QUESTIONS[language])).labels]


@pytest.mark.parametrize(("language", "asked", "follows"), [
    ("en", "how do I submit information to a special rapporteur", "and the deadline?"),
    ("fr", "comment envoyer une communication aux procédures spéciales", "et les délais ?"),
    ("ar", "كيف أرسل معلومات إلى مقرر خاص", "والمهلة؟")])
async def test_a_section_that_an_entry_lacks_is_said_to_be_missing(person: Known, words: Words, language: str, asked: str, follows: str) -> None:
    """The card comes again with one line above it: nobody takes it for the deadline."""
    phone = await person(language)
    card = await phone.asks(asked)

    again = await phone.asks(follows)

    assert _bare(again.text).splitlines()[0] == words.text(language, "section-without-deadlines")
    assert _bare(card.text) in _bare(again.text)


async def test_costs_are_said_to_have_no_section(person: Known, words: Words) -> None:
    """The steps come, below a line that says why."""
    phone = await person("en")
    await phone.asks(QUESTIONS["en"])

    shown = await phone.asks("is it free?")

    assert shown.text.splitlines()[0] == words.text("en", "section-of-costs")
    assert words.text("en", "section-how").strip("*") in shown.text


def _bare(text: str) -> str:
    """Return `text` without the marks that isolate Latin words in Arabic."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")


async def test_whether_it_helped_is_counted_once(person: Known, words: Words) -> None:
    """The two buttons go after a tap; a second tap counts nothing; 'no' offers other ways."""
    phone = await person("en")
    card = await phone.asks(QUESTIONS["en"])
    press = await phone.press(words.text("en", "button-helped"))
    edited = await phone.edit()
    assert words.text("en", "button-helped") not in edited.labels
    answer = await press.answered()
    assert answer.text == words.text("en", "thanks-for-telling")
    assert edited.text == card.text


@pytest.mark.parametrize(("language", "text", "key"), [
    ("en", "hello", "smalltalk-greeting"), ("fr", "merci beaucoup", "smalltalk-thanks"), ("ar", "شكرا", "smalltalk-thanks"),
    ("ar", "السلام عليكم", "smalltalk-greeting"), ("fr", "au revoir", "smalltalk-goodbye"), ("en", "who are you?", "smalltalk-who")])
async def test_small_talk_is_answered_in_kind(person: Known, words: Words, language: str, text: str, key: str) -> None:
    """Thanks, greetings and 'who are you' are not searched for."""
    phone = await person(language)

    reply = await phone.asks(text)

    assert words.text(language, key).split("\n")[0].replace("*", "")[:40] in reply.text.replace("\u2068", "").replace("\u2069", "")
    assert words.text(language, "button-urgent") in [label.strip("\u200f") for label in reply.labels]


@pytest.mark.parametrize(("language", "text"), [("en", "menu"), ("en", "cancel"), ("fr", "annuler"), ("ar", "إلغاء")])
async def test_typed_words_for_the_menu_show_it(person: Known, words: Words, language: str, text: str) -> None:
    """Who types what a button would do gets it; no entries are guessed."""
    phone = await person(language)

    reply = await phone.asks(text)

    assert words.text(language, "button-clear") in [label.strip("\u200f") for label in reply.labels]


async def test_a_question_word_alone_is_no_question(person: Known, words: Words) -> None:
    """It asks for a whole question instead of offering what has that word."""
    phone = await person("en")

    assert "Write your question in a few words" in (await phone.asks("why")).text


async def test_small_talk_and_danger_are_answered_in_their_own_language(person: Known, words: Words) -> None:
    """Two words of French in an English chat."""
    phone = await person("en")

    assert words.text("fr", "smalltalk-thanks")[:20] in (await phone.asks("merci")).text
    assert "danger maintenant" in (await phone.asks("au secours")).text


async def test_nothing_that_was_said_is_in_the_database_or_the_log(telegram: StandIn, person: Known, bot: object) -> None:
    """P16, P17: canaries of texts, names and ids appear neither in the database's bytes nor in the log, at DEBUG."""
    from tests.process import TOKEN, BotProcess

    assert isinstance(bot, BotProcess)
    phone = await person("en")
    for text in ("my zanzibird question about xylophones", QUESTIONS["en"], "thanks", "they arrested my zanzibird yesterday"):
        await phone.asks(text)
    stored = b"".join(path.read_bytes() for path in (bot.folder / "data").iterdir())
    logged = bot.log.read_text()
    for canary in ("zanzibird", "xylophone", str(phone.id), "Quetzal", TOKEN, TOKEN.split(":")[1]):
        assert canary.encode() not in stored
        assert canary.encode("utf-16-le") not in stored
        assert canary not in logged


@pytest.mark.parametrize(("language", "text", "title"), [
    ("en", "My number is +254 712 345 678, what is the Universal Periodic Review?", "Universal Periodic Review"),
    ("fr", "mon numéro est +254712345678 c’est quoi l’Examen périodique universel ?", "Examen périodique universel"),
    ("ar", "رقمي +254712345678 ما هو الاستعراض الدوري الشامل؟", "الاستعراض الدوري الشامل")])
async def test_a_question_beside_a_number_is_answered(person: Known, words: Words, language: str, text: str, title: str) -> None:
    """The number goes off the chat, and the question is answered as if it had not been there."""
    phone = await person(language)
    await phone.says(text)
    await phone.deletion()
    notice, card = await phone.replies(2)

    assert notice.text == words.text(language, "risky-removed").replace("*", "")
    assert title in card.text.splitlines()[0]
