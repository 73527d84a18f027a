"""Send me this: a warning, then one file; and inline mode, off until the operator turns it on."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.i18n import Words
from bot.playground import Phone, StandIn
from tests.process import TOKEN, BotProcess

Known = Callable[..., Awaitable[Phone]]
QUESTION = {"en": "How can an NGO send a report to the UPR?", "fr": "Comment envoyer la contribution de notre ONG à l'EPU ?",
            "ar": "كيف نرسل تقرير منظمتنا إلى الاستعراض الدوري الشامل لبلدنا؟"}


def press(phone: Phone, label: str) -> str:
    """Return the label of the newest message's button that says `label`."""
    return next(one for one in phone.last.labels if label in one)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_an_entry_as_a_file_after_a_warning(person: Known, telegram: StandIn, words: Words, language: str) -> None:
    """The warning first; the file's name says nothing; it reads in its language and loads nothing."""
    phone = await person(language)
    await phone.asks(QUESTION[language])
    await phone.press(press(phone, words.text(language, "button-takeaway")))
    warning = await phone.edit()
    assert words.text(language, "takeaway-warning").split("**")[1] in warning.text
    await phone.press(press(phone, words.text(language, "button-takeaway-send")))
    document = (await phone.reply()).raw["document"]
    assert document["file_name"] == "guide.html"
    content = telegram.state.files.get(document["file_id"]).content.decode()
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in content
    assert "<script" not in content


async def test_a_topic_and_the_whole_guide(person: Known, telegram: StandIn) -> None:
    """Each topic, and everything, can be taken away; all entries are in it."""
    phone = await person("en")
    await phone.asks("/topics")
    for chosen, least in (("UPR", 3), ("💾 The whole guide", 180)):
        await phone.press(chosen)
        await phone.edit()
        if chosen == "UPR":
            await phone.press("💾 Send me this")
            await phone.edit()
        await phone.press("Send the file")
        document = (await phone.reply(within=30)).raw["document"]
        assert telegram.state.files.get(document["file_id"]).content.count(b"<section") >= least
        await phone.asks("/topics")


async def test_inline_mode_is_off_by_default(person: Known, telegram: StandIn) -> None:
    """Nothing is offered in other chats, and Telegram is not even asked for such updates."""
    phone = await person("en")
    with pytest.raises(TimeoutError):
        await phone.types_inline("UPR report", within=0.5)
    assert telegram.state.updates.allowed is not None
    assert "inline_query" not in telegram.state.updates.allowed


async def test_inline_mode_offers_public_entries_where_the_operator_wants_it(tmp_path: Path) -> None:
    """Entries with summary, date and sources; nothing for what is not covered; the text is what Telegram takes."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url, DALIL_INLINE_MODE="true")
        await bot.start()
        phone = telegram.person("Demo", "fr")
        results = await phone.types_inline(QUESTION["fr"])
        text = results[0]["input_message_content"]["message_text"]
        assert results[0]["id"] == "fr:upr-ngo-submission"
        assert "https://" in text
        assert "2026" in text
        assert await phone.types_inline("recette de pizza") == []
        assert await phone.types_inline("") == []
        assert await bot.terminate() == 0
        assert "pizza" not in bot.log.read_text()
