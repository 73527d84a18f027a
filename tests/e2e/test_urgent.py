"""Urgent help: what the card says, and that it comes even to who writes more than can be read."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.i18n import LANGUAGES, Words
from bot.playground import Message, Phone, StandIn
from handlers.cards import URGENT
from tests.conftest import settle
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

Known = Callable[..., Awaitable[Phone]]
SAFETY = {"en": "end-to-end", "fr": "bout en bout", "ar": "طرف إلى طرف"}


async def said(phone: Phone, text: str) -> Message:
    """Wait for a message among others."""
    while (message := await phone.reply()).text != text:
        pass
    return message


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_card_says_each_thing_once(person: Known, words: Words, language: str) -> None:
    """What to do, then whom to contact; the warning about this chat stands there once."""
    phone = await person(language)
    card = await phone.asks("/urgent")

    assert card.text.startswith(words.text(language, "urgent-title").strip("*"))
    assert card.text.count(SAFETY[language]) == 1
    assert "ProtectDefenders.eu" in card.text


@pytest.mark.parametrize(("language", "text"), [("en", "/urgent"), ("fr", "la police défonce ma porte"), ("ar", "الشرطة تكسر باب بيتنا الآن")])
async def test_what_helps_stands_at_the_end_of_the_card(person: Known, words: Words, language: str, text: str) -> None:
    """A phone of 360x740 shows the last third: the helplines of the text as links, then how, risks and menu, nothing for calm readers."""
    card = await (await person(language)).asks(text)
    keys = ("button-how", "button-risks", "button-menu")

    assert [button.url.split("/")[2] for button in card.buttons[:3]] == ["protectdefenders.eu", "defenddefenders.org", "www.accessnow.org"]
    assert [button.label.strip("\u200f") for button in card.buttons[3:]] == [words.text(language, key) for key in keys]
    assert card.text.endswith(words.text(language, "urgent-safety"))
    assert [len(row) for row in card.rows] == [1, 1, 1, 2, 1]


async def test_nothing_for_calm_readers_stands_below_how_either(person: Known, words: Words) -> None:
    """One tap deeper there are the other parts and the way back to the card with its links; no votes, no file."""
    phone = await person("fr")
    card = await phone.asks("/urgent")
    await phone.press(words.text("fr", "button-how"))
    how = await phone.edit()
    for key in ("button-helped", "button-words", "button-takeaway"):
        assert words.text("fr", key) not in how.labels
    await phone.press(words.text("fr", "button-summary"))

    assert (await phone.edit()).labels == card.labels


@pytest.mark.parametrize(("language", "text"), [
    ("en", "what is the working group on arbitrary detention"), ("fr", "le rapporteur spécial sur la torture, c’est quoi ?"),
    ("ar", "ما هو الفريق العامل المعني بالاحتجاز التعسفي؟")])
async def test_an_entry_that_sends_to_urgent_help_has_its_button(person: Known, words: Words, language: str, text: str) -> None:
    """First, below the card and below each of its sections; an entry that does not has none."""
    phone = await person(language)
    card = await phone.asks(text)
    await phone.press(words.text(language, "button-how"))

    assert {one.labels[0].strip("\u200f") for one in (card, await phone.edit())} == {words.text(language, "button-urgent")}
    assert words.text("en", "button-urgent") not in (await (await person("en")).asks("visa for Geneva")).labels


async def test_who_writes_too_much_is_told_so_with_urgent_help_below(tmp_path: Path, words: Words) -> None:
    """Fifteen messages were not read: the notice says messages, and its button brings the card though nothing is left of the allowance."""
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, inside(tmp_path, telegram, Later(), chat_rate=30.0):
        for number, language in enumerate(LANGUAGES):
            phone = await settle(telegram.person("Demo", language, id=710_000_000_000 + number), language)
            for _ in range(16):
                await phone.says("hello")
            notice = await said(phone, words.text(language, "slow-down"))
            assert notice.labels == [words.text(language, "button-urgent")]
            await phone.press(words.text(language, "button-urgent"), notice)
            assert (await phone.edit()).text.startswith(words.text(language, "urgent-title").strip("*"))


def test_the_button_is_the_one_that_is_let_through() -> None:
    """`bot.telegram.allowance` knows the verb without knowing the handlers."""
    assert URGENT.action == "x"
