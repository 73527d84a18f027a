"""About the bot itself, in words of one's own: a person or a robot, what it keeps, whether it is the police, a human, please."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import Words
from bot.playground import Message, Phone

Known = Callable[..., Awaitable[Phone]]
ENTRY = {"en": "what is the Universal Periodic Review?", "fr": "c’est quoi l’Examen périodique universel ?", "ar": "ما هو الاستعراض الدوري الشامل؟"}


def bare(text: str) -> str:
    """Return `text` without the marks that isolate Latin words in Arabic."""
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")


def begins(words: Words, language: str, key: str) -> str:
    """Return how a message begins: its words in bold."""
    return words.text(language, key).split("**")[1]


def label(message: Message) -> str:
    """Return the first button's label."""
    return bare(message.labels[0])


@pytest.mark.parametrize(("language", "text", "kind", "button"), [
    ("en", "are you ChatGPT?", "who", "button-topics"), ("en", "r u a human or a bot", "who", "button-topics"),
    ("fr", "t'es un robot ?", "who", "button-topics"), ("ar", "إنت بني آدم ولا روبوت؟", "who", "button-topics"),
    ("en", "who is behind this bot?", "made", "button-privacy"), ("fr", "qui vous finance ?", "made", "button-privacy"),
    ("ar", "مين ورا هالبوت", "made", "button-privacy"),
    ("en", "do you save my messages?", "kept", "button-privacy"), ("fr", "vous gardez mon numero ?", "kept", "button-privacy"),
    ("ar", "شو بتعرفوا عني؟", "kept", "button-privacy"), ("ar", "بتسجلوا كلامي", "kept", "button-privacy"),
    ("en", "are you from the government?", "police", "button-privacy"), ("fr", "vous travaillez pour la police", "police", "button-privacy"),
    ("ar", "هل أنتم مخابرات؟", "police", "button-privacy"), ("ar", "واش نتا بوليس", "police", "button-privacy"),
    ("en", "can u keep a secret", "secret", "button-privacy"), ("fr", "qui lit mes messages ?", "secret", "button-privacy"),
    ("ar", "بتعرف تحفظ السر؟", "secret", "button-privacy"),
    ("en", "I want to speak to a real person", "human", "button-ask-the-team"),
    ("fr", "je voudrais parler à quelqu'un svp", "human", "button-ask-the-team"),
    ("ar", "عايز اكلم بني ادم", "human", "button-ask-the-team"), ("ar", "بغيت نهضر مع شي واحد", "human", "button-ask-the-team"),
    ("en", "i dont get it", "lost", "button-glossary"), ("fr", "jai rien compris", "lost", "button-glossary"),
    ("ar", "ما فهمت عليك", "lost", "button-glossary"),
    ("en", "thank u so much", "thanks", "button-topics"), ("fr", "merci infiniment", "thanks", "button-topics"),
    ("ar", "شكرا إلكم", "thanks", "button-topics")])
async def test_questions_about_the_bot_are_answered(person: Known, words: Words, language: str, text: str, kind: str, button: str) -> None:
    """Shortly and truly, the right button first, urgent help always below; after an answer, too."""
    phone = await person(language)
    replies = [await phone.asks(text)]
    await phone.asks(ENTRY[language])
    replies.append(await phone.asks(text))

    for reply in replies:
        said = bare(reply.text)
        assert said.startswith(words.text(language, f"smalltalk-{kind}").replace("*", "")[:30])
        assert label(reply) == words.text(language, button)
        assert words.text(language, "button-urgent") in [bare(one) for one in reply.labels]


@pytest.mark.parametrize(("language", "text"), [
    ("en", "help me please police beating me"), ("en", "are you there, they are at my door"), ("fr", "aidez-moi la police défonce la porte"),
    ("ar", "الشرطة على الباب، هل من أحد؟")])
async def test_danger_comes_before_talk(person: Known, words: Words, language: str, text: str) -> None:
    """Who speaks of danger beside a question to the bot gets the urgent card."""
    assert begins(words, language, "urgent-title") in bare((await (await person(language)).asks(text)).text)


async def test_asking_for_a_human_leads_to_the_team(person: Known, words: Words) -> None:
    """One tap, and the question can be written."""
    phone = await person("en")
    await phone.asks("talk to the team")
    await phone.press(words.text("en", "button-ask-the-team"))

    assert "Before you write" in (await phone.reply()).text


@pytest.mark.parametrize(("language", "text"), [
    ("en", "source?"), ("en", "where did you get this?"), ("en", "whats your source"), ("en", "the source please"), ("en", "are you sure?"),
    ("fr", "c'est quoi tes sources ?"), ("fr", "dou ca vient"), ("fr", "et la source ?"),
    ("ar", "المصدر؟"), ("ar", "من وين جبتوا هالحكي"), ("ar", "المصدر ايه"), ("ar", "منين جبت هادشي"), ("ar", "شنية المصدر")])
async def test_the_sources_of_the_answer_are_a_word_away(person: Known, words: Words, language: str, text: str) -> None:
    """The sources of what was answered last, as by its button; without an answer before, where they stand."""
    phone = await person(language)
    before = await phone.asks(text)
    card = await phone.asks(ENTRY[language])
    asked = await phone.asks(text)
    await phone.press(words.text(language, "button-sources"), card)

    assert bare(before.text).startswith(begins(words, language, "smalltalk-sources"))
    assert bare(asked.text) == bare((await phone.edit()).text)
    assert begins(words, language, "sources-title") in bare(asked.text)


@pytest.mark.parametrize(("language", "text", "section"), [
    ("en", "and then", "next"), ("en", "and then what?", "next"), ("en", "how long it takes", "next"), ("en", "could it be dangerous", "risks"),
    ("en", "what if i am not an NGO?", "who"), ("en", "and if im alone", "who"), ("en", "whats the deadline pls", "deadlines"),
    ("fr", "et ladresse", "how"), ("fr", "jenvoie ça où", "how"), ("fr", "et puis quoi", "next"), ("fr", "ca dure combien de temps", "next"),
    ("fr", "cest risqué ?", "risks"), ("fr", "et si jai pas dassociation", "who"), ("fr", "et si on nest pas une ong ?", "who"),
    ("fr", "cest pour quand", "deadlines"),
    ("ar", "شحال كتدوم", "next"), ("ar", "قديش بتطول؟", "next"), ("ar", "وبعد كده", "next"), ("ar", "واش هادشي خطير", "risks"),
    ("ar", "فيها خطورة", "risks"),
    ("ar", "لو انا مش جمعية", "who"), ("ar", "إلا ما عنديش جمعية", "who"), ("ar", "كيفاش نبعثها", "how"), ("ar", "لامتى", "deadlines")])
async def test_spoken_follow_ups_are_understood(person: Known, words: Words, language: str, text: str, section: str) -> None:
    """Without apostrophes, in spoken French, in dialects: the section of the last answer, as for the twin that is written well."""
    phone = await person(language)
    card = await phone.asks(ENTRY[language])
    reply = bare((await phone.asks(text)).text)

    assert bare(card.text).splitlines()[0] in reply
    assert words.text(language, f"section-{section}").strip("*") in reply or reply.startswith(words.text(language, f"section-without-{section}"))


@pytest.mark.parametrize(("language", "text"), [
    ("en", "how much it costs"), ("en", "is it paid?"), ("fr", "cest payant ?"), ("fr", "ça coute combien"), ("ar", "كم بتكلف"),
    ("ar", "بشحال هادشي"), ("ar", "هتكلفني كام")])
async def test_costs_are_understood_as_they_are_spoken(person: Known, words: Words, language: str, text: str) -> None:
    """The line about costs, then the steps."""
    phone = await person(language)
    await phone.asks(ENTRY[language])

    assert bare((await phone.asks(text)).text).startswith(words.text(language, "section-of-costs"))
