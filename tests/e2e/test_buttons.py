"""safety.md 4 B: old, foreign, altered and doubled presses. Numbers are those of the catalogue."""

import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot import keys as key_files
from bot.i18n import Words
from bot.playground import Fault, Phone, StandIn
from bot.telegram.callbacks import pack
from tests.e2e.inside import Later, inside
from tests.process import TOKEN, BotProcess

Known = Callable[..., Awaitable[Phone]]
UPR = "what is the universal periodic review?"


def press(phone: Phone, data: object, message: dict[str, object] | None) -> dict[str, object]:
    """Return a press as Telegram delivers it, with any message or none."""
    query: dict[str, object] = {"id": "77", "from": {"id": phone.person_id, "is_bot": False, "first_name": "Demo"}, "chat_instance": "1", "data": data}
    return {"callback_query": query | ({"message": message} if message is not None else {"inline_message_id": "AAA"})}


async def test_a_button_of_another_release_brings_the_menu(person: Known) -> None:
    """49, 51: unknown, empty, of 64 and 65 bytes, in any script."""
    phone = await person("en")
    menu = await phone.asks("/menu")
    for wrong in ("zz:not-a-verb12345678", "x", "x" * 64, "x" * 65, "م" * 32 + "x", "\x00" * 12):
        await phone.press_raw(menu, wrong)
        expired = await phone.reply()
        assert "too old" in expired.text
        assert any("Urgent help" in label for label in expired.labels)


async def test_a_message_of_49_hours_brings_the_menu(telegram: StandIn, person: Known) -> None:
    """47: its buttons are genuine, but Telegram lets nobody change it; at 47 hours they work."""
    phone = await person("en")
    menu = await phone.asks("/menu")
    data = next(button.data for button in menu.buttons if button.label == "How to ask")
    telegram.inject(press(phone, data, {**menu.raw, "date": int(time.time()) - 49 * 3600}))
    assert "too old" in (await phone.reply()).text
    telegram.inject(press(phone, data, {**menu.raw, "date": int(time.time()) - 47 * 3600}))
    assert "Commands" in (await phone.edit()).text


LASTING = {"A:quiet": "no more announcements", "A:loud": "you get announcements again", "o": "Courses and consultations", "o:c:no-such": "no longer here",
           "o:n": "Announcements are on", "o:x:all": "not asked to hear", "e:en:upr-ngo-submission": "Last checked", "x": "danger", "m": "Write your question",
           "v:off": "Switched off", "v:off:n": "Switched off", "h:mine": "no question", "h:mine:new": "no question", "h:helped:en": "Thank you",
           "i:new:no-such": "does not take", "i:mine": "no expression of interest"}


@pytest.mark.parametrize("old", [True, False], ids=["old", "out of reach"])
async def test_what_stops_or_shows_something_lasts(telegram: StandIn, person: Known, bot: BotProcess, old: bool) -> None:
    """47, 48: days later it does what it says, in a new message: the old one can't be changed."""
    phone = await person("en")
    menu, keys = await phone.asks("/menu"), key_files.load(bot.folder / "keys" / "dalil.json")
    message = {**menu.raw, "date": int(time.time()) - 49 * 3600} if old else {"chat": menu.raw["chat"], "message_id": menu.id, "date": 0}
    for action, word in LASTING.items():
        telegram.inject(press(phone, pack(action, phone.id, keys), message))
        said = (await phone.reply()).text
        assert word.lower() in said.lower(), action
        assert "too old" not in said
    assert next(one for one in phone.messages if one.id == menu.id).edits == 0


@pytest.mark.parametrize("action", ["d:W:en", "d:D:en", "i:x", "i:send:no-such", "h:send:x", "h:gone:x", "v:due", "y:en:upr-ngo-submission",
                                    "J", "S", "V", "j"])
async def test_what_removes_or_sends_something_does_not_last(telegram: StandIn, person: Known, bot: BotProcess, action: str) -> None:
    """47: forms, erasing, votes, staff: two days later only the menu."""
    phone = await person("en")
    menu, keys = await phone.asks("/menu"), key_files.load(bot.folder / "keys" / "dalil.json")
    telegram.inject(press(phone, pack(action, phone.id, keys), {**menu.raw, "date": int(time.time()) - 49 * 3600}))
    assert "too old" in (await phone.reply()).text


async def test_two_days_later_the_same_button_brings_the_menu(tmp_path: Path) -> None:
    """47: with the bot's own clock."""
    now = Later()
    async with StandIn(TOKEN) as telegram, inside(tmp_path, telegram, now):
        phone = telegram.person("Demo", "en")
        menu = await phone.asks("/menu")
        now.forward(hours=49)
        await phone.press("How to ask", menu)
        assert "too old" in (await phone.reply()).text


async def test_a_button_of_a_deleted_message_brings_the_menu(person: Known) -> None:
    """48: Telegram says of the message only that it is out of reach."""
    phone = await person("en")
    menu = await phone.asks("/menu")
    data = next(button.data for button in menu.buttons if button.label == "How to ask")
    await phone.clear()
    await phone.press_raw(menu, data or "")

    assert "too old" in (await phone.reply()).text


@pytest.mark.parametrize("kept", [True, False], ids=["genuine", "altered"])
async def test_a_press_without_its_message_brings_the_menu(telegram: StandIn, person: Known, kept: bool) -> None:
    """48: no message at all: answered in the person's own chat, the press is answered too."""
    phone = await person("en")
    data = next(button.data for button in (await phone.asks("/menu")).buttons if button.label == "How to ask")
    before = len(telegram.calls("answerCallbackQuery"))
    telegram.inject(press(phone, data if kept else "x", None))

    assert "too old" in (await phone.reply()).text
    assert len(telegram.calls("answerCallbackQuery")) == before + 1


async def test_altered_and_foreign_buttons_are_refused(person: Known) -> None:
    """49: another person's button data, or an altered one, does nothing."""
    amina, blaise = await person("en"), await person("fr")
    theirs = (await amina.asks("/language")).buttons[2].data
    mine = await blaise.asks("/menu")
    assert theirs is not None
    await blaise.press_raw(mine, theirs)
    assert "trop ancien" in (await blaise.reply()).text
    await blaise.press_raw(mine, theirs[:-1] + ("A" if theirs[-1] != "A" else "B"))
    assert "trop ancien" in (await blaise.reply()).text
    assert "Heureux de vous retrouver" in (await blaise.asks("/start")).text


async def test_a_double_tap_has_one_effect(person: Known) -> None:
    """50: the same button twice within 100 ms changes the message once and sends nothing more."""
    phone = await person("en")
    card = await phone.asks("what is the universal periodic review?")
    section = next(button.label for button in card.buttons if button.label == "How")
    await phone.press(section, card)
    await phone.press(section, card)
    await phone.edit()
    await phone.stays_silent()


async def test_a_press_too_old_to_be_answered_still_works(telegram: StandIn, person: Known) -> None:
    """52: Telegram's 'query is too old' is no reason to stop."""
    phone = await person("en")
    telegram.misbehave("answerCallbackQuery", Fault.refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), times=1)
    await phone.asks("/menu")
    await phone.press("How to ask")



async def test_a_double_tap_on_did_this_help_counts_once(telegram: StandIn, person: Known, bot: BotProcess, words: Words) -> None:
    """50: two taps at once, and a third of the card's other button: one vote in the database, and it names nobody."""
    phone = await person("en")
    card = await phone.asks(UPR)
    before = votes(bot)
    yes, no = (next(button.data for button in card.buttons if button.label == words.text("en", key)) for key in ("button-helped", "button-not-helped"))
    for data in (yes, yes, no):
        await phone.press_raw(card, data or "")
    await telegram.acknowledged()

    assert votes(bot) == before + 1


def votes(bot: BotProcess) -> int:
    """Return how many votes are counted in the bot's database, over all entries and people."""
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        return int(database.execute("SELECT coalesce(sum(count), 0) FROM tallies WHERE outcome IN ('helped', 'not-helped')").fetchone()[0])
