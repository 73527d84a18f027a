"""Arriving: a language, the safety notice, the menu; in three languages, and changed at any time."""

from collections.abc import Awaitable, Callable

import pytest

from bot.i18n import Words
from bot.playground import Phone, StandIn

Newcomer = Callable[..., Phone]
Known = Callable[..., Awaitable[Phone]]


@pytest.mark.parametrize(("language", "name", "understood", "menu"), [
    ("en", "English", "I understand", "Urgent help"), ("fr", "Français", "J’ai compris", "Aide urgente"), ("ar", "العربية", "فهمت", "مساعدة عاجلة")])
async def test_a_newcomer_chooses_a_language_and_reads_what_not_to_send(newcomer: Newcomer, language: str, name: str, understood: str, menu: str) -> None:
    """/start: language first, then the safety notice, then the menu, all in the chosen language."""
    phone = newcomer(language)
    choice = await phone.asks("/start")
    assert choice.labels[0].strip("\u200f") == name  # the app's language is proposed first
    await phone.press(name)
    notice = await phone.edit()
    assert any(understood in label for label in notice.labels)
    assert "Telegram" in notice.text
    await phone.press(understood)
    shown = await phone.edit()
    assert any(menu in label for label in shown.labels)


@pytest.mark.parametrize("code", ["xx", None, "sw", "e" * 1024])
async def test_an_unknown_app_language_means_english(newcomer: Newcomer, code: str | None) -> None:
    """57: English, and the three languages to choose from."""
    phone = newcomer(code)
    choice = await phone.asks("/start")

    assert "Which language" in choice.text
    assert len(choice.labels) == 3


async def test_who_is_known_gets_the_menu(person: Known) -> None:
    """A second /start does not ask again."""
    phone = await person("fr")

    assert "Heureux de vous retrouver" in (await phone.asks("/start")).text


async def test_the_language_can_be_changed_at_any_time(person: Known) -> None:
    """/language, then a tap."""
    phone = await person("en")
    await phone.asks("/language")
    await phone.press("العربية")
    assert "بالعربية" in (await phone.edit()).text
    assert "الأوامر" in (await phone.asks("/help")).text


@pytest.mark.parametrize("payload", ["x" * 64, "x" * 65, "../../etc", "' OR 1=1", "interest_42", "staff-invite-abc"])
async def test_payloads_of_start_are_harmless(person: Known, payload: str) -> None:
    """25-27: a payload that means nothing, or means somebody else's, is a plain start."""
    phone = await person("en")

    assert "Welcome back" in (await phone.asks(f"/start {payload}")).text


@pytest.mark.parametrize(("command", "says"), [
    ("/help", "How to ask"), ("/privacy", "What is kept about you"), ("/menu", "What do you need"), ("/topics", "Topics"), ("/urgent", "in danger"),
    ("/nonsense", "do not know that command"), ("/START@other_bot", "do not know that command"), ("/a /b /c " * 17, "do not know that command")])
async def test_every_command_has_a_reply(person: Known, command: str, says: str) -> None:
    """28: known commands work, unknown ones say which work."""
    phone = await person("en")

    assert says in (await phone.asks(command)).text


async def test_commands_and_descriptions_are_set_in_three_languages(telegram: object, person: Known) -> None:
    """What Telegram shows before a word is said: each in its language, English for all others."""
    for language, word in (("en", "Urgent help"), ("fr", "Aide urgente"), ("ar", "مساعدة عاجلة")):
        phone = await person(language)
        assert any(word in command["description"] for command in phone.menu)


@pytest.mark.parametrize(("language", "spoken"), [("en", "en"), ("fr", "fr"), ("ar", "ar"), ("", "en"), ("sw", "en")])
async def test_the_descriptions_stand_in_the_language_of_the_app(telegram: StandIn, newcomer: Newcomer, words: Words, language: str, spoken: str) -> None:
    """The page of the bot before START: what it is for, and that the chat is not end-to-end encrypted."""
    await newcomer(language or None).asks("/start")
    await telegram.called("setMyShortDescription", 4)
    profile = telegram.state.profile

    assert profile.text("description", language) == words.text(spoken, "description")
    assert profile.text("short_description", language) == words.text(spoken, "short-description")
    assert {"en": "not end-to-end encrypted", "fr": "chiffrée de bout en bout", "ar": "غير مشفّرة"}[spoken] in profile.text("description", language)
