"""What readers do with an announcement: open the course, stop, come back, also days later; through the running bot."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.broadcasts.content import Broadcast, By, Content, Kind, Rule, Segment, State
from bot.courses import demo
from bot.playground import Message, Phone, StandIn
from handlers import corrections
from tests.e2e.test_announcements import FIRST, Known, bot, known, open_menu, pressed, team, telegram
from tests.e2e.test_buttons import press
from tests.e2e.test_courses import command
from tests.e2e.test_inbox import pressed as acted
from tests.process import BotProcess

__all__ = ["bot", "known", "team", "telegram"]  # fixtures
TITLE, TYPED = "Demo: five days on the African Commission", "Come\nto Dakar.\n\n- bring a *pen*"


@pytest.fixture(scope="module")
async def published(bot: BotProcess, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The demo courses, imported as staff do it."""
    file = Path(tmp_path_factory.mktemp("courses")) / "demo.yaml"
    file.write_text(demo.demo(datetime.now(UTC).date()))
    code, said = await command(bot, "import", str(file))
    assert code == 0, said


@pytest.fixture(scope="module")
async def reader(published: None, known: Known) -> Phone:
    """Somebody who asked, in the chat, to hear of courses."""
    phone = await known(FIRST + 60)
    await phone.asks("/courses")
    await pressed(phone, "🔔 Tell me when one like this opens", "Yes, tell me")
    phone.forget()
    return phone


@pytest.fixture(scope="module")
async def announcement(reader: Phone, team: dict[str, Phone]) -> Message:
    """A course, announced: written by an editor, released by an approver, as it arrived."""
    editor, approver = team["editor"], team["approver"]
    await open_menu(editor)
    await pressed(editor, "New announcement", TITLE, "✎ English")
    await editor.says(TYPED)
    await editor.reply()
    approver.forget()
    await pressed(editor, "Ask for the release")
    await approver.reply()
    await approver.press("Read it")
    await approver.replies(2)
    assert "Released." in await pressed(approver, "Release exactly this")
    return await reader.reply(20)


def still(phone: Phone, message: Message) -> Message:
    """Return what `message` shows now."""
    return next(one for one in phone.messages if one.id == message.id)


def quiet(bot: BotProcess) -> int:
    """Return how many people want no announcements."""
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        return int(database.execute("SELECT count(*) FROM people WHERE quiet").fetchone()[0])


async def test_the_course_opens_below_its_announcement(reader: Phone, announcement: Message) -> None:
    """The announcement has its line ends, and stays as it was, with its button to stop; the card below it works as any card."""
    assert TYPED in announcement.text
    await reader.press("See the course", announcement)
    card = await reader.reply()
    assert TITLE in card.text
    assert "✍️ Express interest" in card.labels
    await reader.press("Costs", card)
    assert (await reader.edit()).id == card.id
    assert (still(reader, announcement).text, still(reader, announcement).labels) == (announcement.text, announcement.labels)


async def test_weeks_later_one_tap_stops_and_one_brings_them_back(reader: Phone, announcement: Message, telegram: StandIn, bot: BotProcess) -> None:
    """The button stays in the chat for ever: it does what it says."""
    def tapped(message: Message, label: str) -> None:
        data = next(button.data for button in message.buttons if button.label == label)
        telegram.inject(press(reader, data, {**message.raw, "date": int(time.time()) - 40 * 24 * 3600}))

    tapped(announcement, "Stop these messages")
    stopped = await reader.reply()
    assert "no more announcements" in stopped.text
    await telegram.acknowledged()
    assert quiet(bot) == 1
    tapped(stopped, "Get them again")
    assert "you get announcements again" in (await reader.reply()).text
    await telegram.acknowledged()
    assert quiet(bot) == 0
    assert still(reader, announcement).edits == 0


async def test_a_course_that_went_leaves_its_announcement(reader: Phone, announcement: Message, bot: BotProcess) -> None:
    """The list with a word about it comes below, too."""
    assert (await command(bot, "state", "demo-west-africa", "archived"))[0] == 0
    await reader.press("See the course", announcement)
    assert "no longer here" in (await reader.reply()).text
    assert still(reader, announcement).text == announcement.text


async def test_a_correction_stays_when_its_buttons_are_pressed(known: Known, bot: BotProcess) -> None:
    """The page, and the word that no more come, stand below it."""
    phone = await known(FIRST + 61)
    content = Content({"en": "The year was wrong."}, segment=Segment((Rule(By.READ, ("upr-ngo-submission",)),)), kind=Kind.CORRECTION)
    rows = corrections.message(Broadcast("1", State.SENDING, "", content, False, "", 0, None, None, True, None, 0), "en").rows
    assert len(rows) == 2
    for (button,), word in zip(rows, ("Last checked", "Switched off"), strict=True):
        await acted(bot, phone, button.action)
        assert word in (await phone.reply()).text
        assert "🎓 Courses" in phone.messages[-2].labels
