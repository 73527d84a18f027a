"""/privacy, /mydata, /wipe and /delete, as a person meets them: in three languages, pressed twice, brought again, as a newcomer."""

import json
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot import keys as key_files
from bot.db.engine import Database
from bot.i18n import LANGUAGES, Words
from bot.people.terms import terms
from bot.playground import Fault, Phone, StandIn
from bot.playground.clock import ShiftedClock
from tests.conftest import Clock
from tests.e2e.inside import Later, inside
from tests.people.whole import make
from tests.process import TOKEN, BotProcess

Known = Callable[..., Awaitable[Phone]]
Newcomer = Callable[..., Phone]
QUESTION = {"en": "what is the universal periodic review?", "fr": "C'est quoi l'EPU ?", "ar": "ما هو الاستعراض الدوري الشامل؟"}
every_language = pytest.mark.parametrize("language", LANGUAGES)


def rows(bot: BotProcess, phone: Phone) -> dict[str, int]:
    """Return how many rows there are about a person, in the tables that are found by the keyed hash."""
    lookup = key_files.load(Path(bot.environment["DALIL_KEYS_FILE"])).look_up(phone.id)
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        return {table: database.execute(f"SELECT count(*) FROM {table} WHERE lookup = ?", (lookup,)).fetchone()[0] for table in ("people", "dialogs", "traces")}


@every_language
async def test_privacy_says_the_times_in_force(person: Known, words: Words, language: str) -> None:
    """Three languages: hours, days, months, who reads; four ways on from there."""
    phone = await person(language)
    page = await phone.asks("/privacy")

    assert all(number in page.text for number in ("24", "48", "7", "90", "30", "60", "12"))
    for figure in terms():  # a figure that no text tells is a kind of data that people do not hear of
        told = [words.text(language, key, {**terms(), figure: "777"}) for key in ("privacy", "privacy-telegram")]
        assert any("777" in text for text in told), figure
    labels = [label.strip("\u200f") for label in page.labels]
    assert labels == [words.text(language, f"button-{name}") for name in ("mydata", "corrections", "clear", "delete", "menu")]
    assert len(page.text) < 1800  # two screens of a phone
    assert words.text(language, "privacy-inline") not in page.text


@every_language
async def test_wipe_asks_and_clears_both_sides(telegram: StandIn, person: Known, words: Words, language: str) -> None:
    """Everything that was said goes, by a button of the menu; one neutral message is left, and is cleared the next time."""
    phone = await person(language)
    await phone.asks(QUESTION[language])
    await phone.asks("/menu")
    await phone.press(words.text(language, "button-clear"))
    assert "48" in (await phone.edit()).text
    before = len(phone.messages)
    await phone.press(words.text(language, "button-wipe-now"))
    done = await phone.reply()

    assert [message.id for message in phone.messages] == [done.id]
    assert done.text.startswith(words.text(language, "wiped", {"count": str(before)}))
    assert words.text(language, "wiped-left", {"count": "1"})[:8] not in done.text
    await phone.asks("/wipe")
    await phone.press(words.text(language, "button-wipe-now"))
    again = await phone.reply()
    assert [message.id for message in phone.messages] == [again.id]


async def test_wipe_tells_what_stays(tmp_path: Path) -> None:
    """75: what is older than 48 hours by Telegram's clock stays, and is told; the rest goes all the same."""
    clock, now = ShiftedClock(), Later()
    async with StandIn(TOKEN, clock=clock) as telegram, inside(tmp_path, telegram, now):
        phone = telegram.person("Demo", "en")
        old = await phone.asks("/start")
        clock.advance(47.9 * 3600)
        now.forward(hours=47.9)
        for _ in range(10):  # within what a chat may send at once
            await phone.asks("/menu")
        await phone.asks("/wipe")
        clock.advance(0.2 * 3600)  # for Telegram two days are over, by our clock not quite
        await phone.press("Clear it now")
        done = await phone.reply()

    assert {message.id for message in phone.messages} == {old.id - 1, old.id, done.id}
    assert "Not removed" in done.text
    assert "): 2." in done.text


async def test_a_hundred_and_fifty_messages_go_in_batches(tmp_path: Path) -> None:
    """At most 100 numbers a call; messages that are already gone are no error."""
    now = Later()
    async with StandIn(TOKEN) as telegram, inside(tmp_path, telegram, now) as running:
        phone = telegram.person("Demo", "en")
        first = await phone.asks("/start")
        services = running.application.bot_data
        for number in range(1000, 1150):
            await services.traces.record(phone.id, number)
        await phone.asks("/wipe")
        await phone.press("Clear it now")
        done = await phone.reply()
        sizes = [len(call.parameters["message_ids"]) for call in telegram.calls("deleteMessages")]

    assert first.id not in {message.id for message in phone.messages}
    assert [message.id for message in phone.messages] == [done.id]
    assert sizes == [100, 54]


async def test_a_wipe_that_was_killed_goes_on(tmp_path: Path) -> None:
    """Killed while Telegram was asked: the press comes again, the chat is cleared, the answer comes once."""
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, BotProcess(tmp_path, telegram.api_url) as bot:
        phone = telegram.person("Demo", "en")
        await phone.asks("/start")
        await phone.asks("/wipe")
        telegram.misbehave("deleteMessages", Fault.timeout(takes_effect=True), times=1)
        await phone.press("Clear it now")
        await telegram.called("deleteMessages")
        await bot.kill()
        await bot.start()
        done = await phone.reply(within=40)
        await telegram.acknowledged()
        assert [message.id for message in phone.messages] == [done.id]
        assert "Messages removed from this chat: 4" in done.text
        await phone.stays_silent()


@every_language
async def test_delete_in_two_taps_leaves_nothing(telegram: StandIn, bot: BotProcess, person: Known, words: Words, language: str) -> None:
    """P20: asked, pressed: the chat is cleared, every row is gone, a receipt says what went and what stays; within 5 s."""
    phone = await person(language)
    await phone.asks(QUESTION[language])
    await telegram.acknowledged()
    assert rows(bot, phone)["people"] == rows(bot, phone)["dialogs"] == 1
    asked = await phone.asks("/delete")
    assert "48" in asked.text
    begun = time.monotonic()
    await phone.press(words.text(language, "button-erase"))
    receipt = await phone.reply()
    took = time.monotonic() - begun
    await telegram.acknowledged()

    assert rows(bot, phone) == {"people": 0, "dialogs": 0, "traces": 0}
    assert [message.id for message in phone.messages] == [receipt.id]
    assert words.text(language, "kind-dialogs").removeprefix("- ") in receipt.text
    assert words.text(language, "kind-interests", {"count": "1"})[:12] not in receipt.text
    assert "48" in receipt.text
    print(f"P20: erased and told in {1000 * took:.0f} ms (bar 5,000)")
    assert took < 5


async def test_a_double_tap_and_a_press_brought_again_erase_once(telegram: StandIn, bot: BotProcess, person: Known) -> None:
    """The second finds nothing and says so in the language of the first, without an error and without a row."""
    phone = await person("fr")
    asked = await phone.asks("/delete")
    await phone.press("Oui, tout effacer", asked)
    data = next(button.data for button in asked.buttons if button.label == "Oui, tout effacer")
    await phone.press_raw(asked, str(data))
    first, second = await phone.replies(2)
    await telegram.acknowledged()
    telegram.redeliver(telegram.update_ids[-1])
    await telegram.acknowledged()

    assert "Ceci a été effacé" in first.text
    assert "Plus rien n’est gardé" in second.text
    assert rows(bot, phone) == {"people": 0, "dialogs": 0, "traces": 0}
    await phone.stays_silent()


async def test_an_erasure_that_was_killed_before_its_receipt_is_told_after_all(tmp_path: Path) -> None:
    """Killed between the commit and the receipt: the press comes again, and says that nothing is kept any more."""
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, BotProcess(tmp_path, telegram.api_url) as bot:
        phone = telegram.person("Demo", "fr")
        await phone.asks("/start")
        await phone.press("Français")
        await phone.edit()
        await phone.asks("/delete")
        known = telegram.state.calls.count("sendMessage")
        telegram.misbehave("sendMessage", Fault.timeout(), times=1)
        await phone.press("Oui, tout effacer")
        await telegram.called("sendMessage", known + 1)
        assert rows(bot, phone) == {"people": 0, "dialogs": 0, "traces": 0}
        await bot.kill()
        await bot.start()
        assert "Plus rien n’est gardé" in (await phone.reply(within=40)).text
        await telegram.acknowledged()
        assert rows(bot, phone) == {"people": 0, "dialogs": 0, "traces": 0}


async def test_a_newcomer_is_told_that_nothing_is_held_and_leaves_nothing(telegram: StandIn, bot: BotProcess, newcomer: Newcomer) -> None:
    """No row, only the numbers of the messages: said, and erased with the chat."""
    phone = newcomer("en")
    await phone.asks(QUESTION["en"])
    await phone.reply()  # the safety notice came first
    assert "Almost nothing" in (await phone.asks("/mydata")).text
    assert "Nothing is kept about you" in (await phone.asks("/delete")).text
    await phone.press("Yes, erase everything")
    receipt = await phone.reply()
    await telegram.acknowledged()

    assert rows(bot, phone) == {"people": 0, "dialogs": 0, "traces": 0}
    assert [message.id for message in phone.messages] == [receipt.id]
    await phone.asks("/delete")
    await phone.press("Yes, erase everything")
    assert "Done" in (await phone.reply()).text


async def test_who_comes_back_starts_anew(person: Known, bot: BotProcess) -> None:
    """After the erasure a message is a newcomer's; arriving again works."""
    phone = await person("en")
    await phone.asks("/delete")
    await phone.press("Yes, erase everything")
    await phone.reply()
    assert "Which language" in (await phone.asks("/start")).text
    await phone.press("English")
    await phone.edit()
    await phone.press("I understand")
    await phone.edit()
    assert rows(bot, phone)["people"] == 1
    assert "Welcome back" in (await phone.asks("/start")).text


@every_language
async def test_my_data_in_words_and_as_a_file(tmp_path: Path, words: Words, language: str) -> None:
    """Everything by its course's title; the file only when asked for, neutral in name and caption, complete."""
    now = Later()
    async with StandIn(TOKEN) as telegram, inside(tmp_path, telegram, now) as running:
        phone = telegram.person("Demo", language)
        await _whole(running.database, running.keys, phone.id, language)
        shown = await phone.asks("/mydata")
        assert telegram.calls("sendDocument") == []
        await phone.press(words.text(language, "button-mydata-file"))
        file = await phone.reply()
        await telegram.acknowledged()
        content = telegram.state.files.get(file.raw["document"]["file_id"]).content
        await phone.asks("/wipe")
        await phone.press(words.text(language, "button-wipe-now"))
        done = await phone.reply()
        assert [message.id for message in phone.messages] == [done.id]

    assert all(f"Demo course demo-{which}" in shown.text for which in ("one", "two"))
    assert file.raw["document"]["file_name"] == "mydata.json"
    assert file.raw["caption"] == words.text(language, "mydata-sent")
    held = json.loads(content)
    assert (held["people"][0]["chat_id"], len(held["interests"]), len(held["reviews"])) == (phone.id, 2, 1)
    assert "zanzibird" in content.decode()
    assert "zanzibird" not in shown.text


async def test_the_receipt_counts_by_kind(tmp_path: Path) -> None:
    """Forms sent, forms begun, wishes: in words and numbers; the database has no row left."""
    now = Later()
    async with StandIn(TOKEN) as telegram, inside(tmp_path, telegram, now) as running:
        phone = telegram.person("Demo", "en")
        await _whole(running.database, running.keys, phone.id, "en")
        await phone.asks("/delete")
        await phone.press("Yes, erase everything")
        receipt = await phone.reply()
        await telegram.acknowledged()
        assert running.keys.look_up(phone.id).encode() not in b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir())

    assert all(line in receipt.text for line in ("forms sent: 2", "forms begun: 1", "wishes: 1", "your entry"))


async def _whole(database: Database, keys: Any, chat_id: int, language: str) -> None:
    clock = Clock()
    clock.time = Later()()
    whole = await make(database, keys, clock, chat_id)
    async with database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE people SET language = ?", (language,))
        await connection.exec_driver_sql("DELETE FROM traces")  # its numbers are made up
    assert whole.person.known
