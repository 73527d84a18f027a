"""Danger in conversation: what follows the urgent card, words behind commands, newcomers, other languages, despair."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import Words
from bot.knowledge.shelf import Shelf
from bot.playground import Message, Phone
from tests.conftest import ROOT

Newcomer = Callable[..., Phone]
Known = Callable[..., Awaitable[Phone]]
DANGER = {"en": "police are at my door", "fr": "la police est devant ma porte", "ar": "البوليس عند الباب"}
ALL = pytest.mark.parametrize("language", ["en", "fr", "ar"])


def begins(words: Words, key: str, language: str) -> str:
    """Return the first words in bold of a message, as a phone shows them."""
    return words.text(language, key).split("**")[1]


def bare(message: Message) -> str:
    """Return the text without the marks that keep Latin runs apart."""
    return message.text.replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The knowledge base as the bot reads it."""
    shelf = Shelf(ROOT / "knowledge")
    shelf.reload()
    return shelf


@pytest.mark.parametrize(("language", "said", "section"), [
    ("en", "and the risks?", "risks"), ("en", "what happens next", "next"), ("fr", "et les risques ?", "risks"), ("fr", "et après", "next"),
    ("ar", "والمخاطر؟", "risks"), ("ar", "وماذا بعد؟", "next")])
@pytest.mark.parametrize("first", ["words", "/urgent"])
async def test_a_follow_up_is_about_the_urgent_card(person: Known, words: Words, shelf: Shelf, language: str, said: str, section: str, first: str) -> None:
    """After the card, by words or by command, its sections are asked for like any other entry's."""
    phone = await person(language)
    await phone.asks(DANGER[language] if first == "words" else "/urgent")
    answer = await phone.asks(said)

    assert shelf.library is not None
    assert shelf.library.urgent_entry is not None
    assert shelf.library.urgent_entry.texts[language].title in bare(answer)
    assert words.text(language, f"section-{section}").strip("*") in bare(answer)


async def test_what_stands_beside_the_card_does_not_take_its_place(person: Known, words: Words) -> None:
    """A sure answer is offered with the card; the follow-up is about the danger."""
    phone = await person("en")
    card = await phone.asks("police are outside, what are interim measures of a treaty body")

    assert any("nterim" in label for label in card.labels)
    assert "Urgent help" in (await phone.asks("and the risks?")).text


@pytest.mark.parametrize(("language", "said", "key"), [
    ("en", "phone number?", "number"), ("en", "who do i call", "number"), ("en", "the site does not open", "site"), ("en", "link not working", "site"),
    ("en", "send somebody", "send"), ("en", "can you come", "send"), ("en", "no internet", "offline"), ("en", "i have no data", "offline"),
    ("fr", "le numéro ?", "number"), ("fr", "qui appeler", "number"), ("fr", "le site s'ouvre pas", "site"), ("fr", "ça marche pas le lien", "site"),
    ("fr", "envoyez quelqu'un", "send"), ("fr", "vous pouvez venir ?", "send"), ("fr", "pas de réseau", "offline"), ("fr", "j'ai plus internet", "offline"),
    ("ar", "رقم التلفون؟", "number"), ("ar", "بمين اتصل", "number"), ("ar", "الموقع ما بيفتح", "site"), ("ar", "الرابط محجوب", "site"),
    ("ar", "ابعتوا حدا", "send"), ("ar", "صيفطو شي واحد", "send"), ("ar", "ما عندي نت", "offline"), ("ar", "ماكاينش الريزو", "offline")])
async def test_what_the_card_lacks_is_said_plainly(person: Known, words: Words, language: str, said: str, key: str) -> None:
    """No number that was not confirmed, nobody who comes, and what to do without the page or without internet."""
    phone = await person(language)
    await phone.asks("/urgent")
    answer = await phone.asks(said)

    assert begins(words, f"urgent-{key}", language) in bare(answer)
    assert words.text(language, "button-urgent") in [label.strip("\u200f") for label in answer.labels]


@ALL
@pytest.mark.parametrize("command", ["/help {}", "/start {}", "/menu {}", "/foo {}", "/ask {}", "/topics {}", "/language {}"])
async def test_words_behind_a_command_are_heard(person: Known, words: Words, language: str, command: str) -> None:
    """Whatever stands before them, known or not."""
    phone = await person(language)

    assert begins(words, "urgent-title", language) in bare(await phone.asks(command.format(DANGER[language])))


@pytest.mark.parametrize("text", ["/police_at_my_door", "/sos", "/help me they break the door", "/secours"])
async def test_a_command_may_itself_be_a_cry(person: Known, words: Words, text: str) -> None:
    """Who types fast begins with a slash."""
    phone = await person("en")
    title = {begins(words, "urgent-title", language) for language in ("en", "fr")}

    card = bare(await phone.asks(text))
    assert any(one in card for one in title)


async def test_who_wipes_the_chat_in_danger_gets_both(person: Known, words: Words) -> None:
    """The card, then the question whether to clear the chat."""
    phone = await person("en")
    assert begins(words, "urgent-title", "en") in (await phone.asks("/wipe they are at my door")).text
    assert "in danger now" not in (await phone.reply()).text


@ALL
async def test_plain_commands_stay_what_they_are(person: Known, words: Words, language: str) -> None:
    """Words without danger behind a command do nothing; the page about asking has the button for urgent help."""
    phone = await person(language)
    page = await phone.asks("/help")

    assert words.text(language, "button-urgent") in [label.strip("\u200f") for label in page.labels]
    assert begins(words, "menu", language) in bare(await phone.asks("/menu please"))


@pytest.mark.parametrize(("app", "written"), [("en", "ar"), ("en", "fr"), ("fr", "ar"), ("ar", "en"), ("fr", "fr")])
async def test_a_newcomer_in_danger_gets_the_card_first_in_the_language_written(newcomer: Newcomer, words: Words, app: str, written: str) -> None:
    """Then the safety notice, in the same language; and so is what comes before a language is chosen."""
    phone = newcomer(app)
    assert begins(words, "urgent-title", written) in bare(await phone.asks(DANGER[written]))
    assert begins(words, "safety-notice", written) in bare(await phone.reply())
    assert begins(words, "urgent-title", written) in bare(await phone.asks("/urgent"))
    assert begins(words, "menu", written) in bare(await phone.asks("/menu"))


async def test_a_newcomer_who_asks_calmly_reads_the_notice_first(newcomer: Newcomer, words: Words) -> None:
    """In the language of the question."""
    phone = newcomer("en")
    assert begins(words, "safety-notice", "fr") in bare(await phone.asks("comment envoyer une plainte au rapporteur spécial sur la torture"))
    assert "orture" in (await phone.reply()).text


@pytest.mark.parametrize("text", [
    "पुलिस मेरे दरवाजे पर है", "警察在我家门口 救命", "полиция у двери помогите", "پلیس پشت در است کمک", "میں خطرے میں ہوں", "ayuda me quieren matar",
    "quero fazer uma denúncia", "nahitaji msaada tafadhali"])
@pytest.mark.parametrize("app", ["en", "fr", "ar"])
async def test_other_languages_are_told_which_are_read(person: Known, words: Words, text: str, app: str) -> None:
    """In the three languages, with the button for urgent help."""
    phone = await person(app)
    answer = await phone.asks(text)

    assert bare(answer).startswith(begins(words, "unspoken", app))
    for sentence in ("I read only English, French and Arabic", "Je ne lis que", "لا أقرأ إلا"):
        assert sentence in bare(answer)
    assert answer.labels[0].strip("\u200f") == words.text(app, "button-urgent")


@pytest.mark.parametrize(("language", "text"), [("en", "i dont want to live"), ("fr", "jai envie den finir avec la vie"), ("ar", "تعبت من حياتي وبدي موت")])
async def test_despair_gets_the_entry_on_distress_with_urgent_help(person: Known, words: Words, shelf: Shelf, language: str, text: str) -> None:
    """Not the card for who is hunted; its button stands there."""
    phone = await person(language)
    answer = await phone.asks(text)

    assert shelf.library is not None
    assert shelf.library.entries["wellbeing-and-stress"].texts[language].title in bare(answer)
    assert words.text(language, "button-urgent") in [label.strip("\u200f") for label in answer.labels]
