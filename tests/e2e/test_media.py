"""safety.md 4 B: photos, voice, files, moving pictures, places, contacts. Numbers are those of the catalogue."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.i18n import LANGUAGES, Words
from bot.playground import Phone, StandIn, samples
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

Known = Callable[..., Awaitable[Phone]]
DANGER = {"en": ("they arrested my brother an hour ago", "in danger now"), "fr": ("ils ont arrêté mon frère ce matin aidez moi", "en danger maintenant"),
          "ar": ("اعتقلوا أخي قبل ساعة", "في خطر الآن")}

QUESTION = {"en": "what is the universal periodic review?", "fr": "C’est quoi l’Examen périodique universel ?", "ar": "ما هو الاستعراض الدوري الشامل؟"}
ANSWERED = {"en": "Universal Periodic Review", "fr": "Examen périodique universel", "ar": "الاستعراض الدوري الشامل"}


@pytest.mark.parametrize("sample", [
    samples.photo(), samples.voice(), samples.video(), samples.video_note(), samples.audio(), samples.animation(),
    samples.document(), samples.document(size=21 * 1024 * 1024), samples.location(), samples.location(live=True), samples.venue(), samples.contact(),
], ids=lambda sample: next(iter(sample)))
async def test_files_and_places_are_removed_unopened(telegram: StandIn, person: Known, sample: dict[str, object]) -> None:
    """37-39: not downloaded, whatever its size, taken off the chat, said so; urgent help is one tap away."""
    phone = await person("en")
    sent = await phone.sends(sample)

    assert (await phone.deletion()).id == sent.id
    notice = await phone.reply()
    assert "not open" in notice.text
    assert any("Urgent help" in label for label in notice.labels)
    assert telegram.calls("getFile") == []
    await phone.stays_silent()


async def test_an_album_gets_one_notice(person: Known) -> None:
    """40: ten pictures, one notice, ten removals."""
    phone = await person("en")
    for _ in range(10):
        await phone.sends(samples.album())
    await phone.reply()
    for _ in range(10):
        await phone.deletion()
    await phone.stays_silent()


async def test_a_place_is_noticed_however_short_ago_a_picture_was(person: Known) -> None:
    """39: the notice of a photo does not stand for that of a location or contact, which has its own, once."""
    phone = await person("en")
    await phone.sends(samples.photo())
    assert "Photos" in (await phone.reply()).text
    await phone.sends(samples.location())
    assert "do not send places or contacts" in (await phone.reply()).text
    await phone.sends(samples.contact())
    await phone.sends(samples.animation())
    for _ in range(4):
        await phone.deletion()
    await phone.stays_silent()


async def test_the_notice_comes_again_after_ten_minutes(tmp_path: Path) -> None:
    """37: at most once in 10 minutes, and then again; each picture is removed."""
    now = Later()
    async with StandIn(TOKEN) as telegram, inside(tmp_path, telegram, now):
        phone = telegram.person("Demo", "en")
        for minutes in (0, 5, 4.9, 0.2):
            now.forward(minutes=minutes)
            await phone.sends(samples.animation())
            await phone.deletion()
            await telegram.acknowledged()
        notices = [message for message in phone.messages if message.from_bot]
        assert len(notices) == 2


@pytest.mark.parametrize("language", DANGER)
async def test_danger_in_a_caption_brings_the_urgent_card(person: Known, language: str) -> None:
    """33, 37: the picture goes, and what its caption says is heard; within the ten minutes of the notice too."""
    phone = await person(language)
    caption, title = DANGER[language]
    await phone.sends(samples.photo(caption))
    await phone.deletion()
    _, card = await phone.replies(2)
    assert title in card.text.splitlines()[0]
    for sample in ({**samples.voice(), "caption": caption}, {**samples.animation(), "caption": caption}, samples.album(caption)):
        await phone.sends(sample)
        await phone.deletion()
        assert title in (await phone.reply()).text.splitlines()[0]
    await phone.stays_silent()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_below_a_picture_is_answered(person: Known, words: Words, language: str) -> None:
    """37: the picture goes unread, the words with it are a question like any other: nobody is asked to write them again."""
    phone = await person(language)
    sent = await phone.sends(samples.photo(QUESTION[language]))
    assert (await phone.deletion()).id == sent.id
    notice, card = await phone.replies(2)

    assert notice.text == words.text(language, "media-words-removed").replace("*", "")
    assert ANSWERED[language] in card.text.splitlines()[0]
    await phone.sends({**samples.voice(), "caption": QUESTION[language]})
    await phone.deletion()
    assert ANSWERED[language] in (await phone.reply()).text.splitlines()[0]
    await phone.stays_silent()


async def test_stickers_get_one_friendly_line(person: Known) -> None:
    """37: a sticker is answered; a row of them is not answered ten times."""
    phone = await person("en")
    for _ in range(3):
        await phone.sends(samples.sticker())

    assert "only words" in (await phone.reply()).text
    await phone.stays_silent()
