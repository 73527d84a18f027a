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
