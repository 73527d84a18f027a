"""Ask the team: shown back before anything is kept, answered without a name, withdrawn in one tap; and the switch for corrections."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import keys as key_files
from bot.broadcasts.models import BROADCASTS, FOLLOWS
from bot.db.engine import Database
from bot.i18n import Words
from bot.inbox.models import INBOX
from bot.keys import KeyRing
from bot.knowledge.stamp import stamp
from bot.people.service import People
from bot.playground import Fault, Message, Phone, StandIn
from bot.staff.audit import Audit
from bot.staff.roles import Role
from bot.staff.service import Staff
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.knowledge import small
from tests.process import TOKEN, BotProcess

Known = Callable[..., Awaitable[Phone]]
ALL = pytest.mark.parametrize("language", ["en", "fr", "ar"])
QUESTION = {"en": "Who keeps the demo list of canary trainers?", "fr": "Qui tient la liste de démonstration des canaris ?",
            "ar": "من يحتفظ بقائمة الكناري التجريبية؟"}
UNKNOWN = {"en": "recipe for pizza dough please", "fr": "recette de la pâte à pizza", "ar": "وصفة عجينة البيتزا"}
ANSWER = {"en": "Look at the demo page.", "fr": "Voyez la page de démonstration.", "ar": "انظروا إلى الصفحة التجريبية."}


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


@asynccontextmanager
async def stored(bot: BotProcess) -> AsyncIterator[tuple[Database, KeyRing]]:
    """The database of the running bot, and its keys."""
    database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
    try:
        yield database, key_files.load(bot.folder / "keys" / "dalil.json")
    finally:
        await database.close()


async def count(bot: BotProcess, table: Any, phone: Phone) -> int:
    """Return how many rows of a person are kept."""
    async with stored(bot) as (database, keys):
        person = await People(database, keys, now).look_up(phone.id)
        async with database.transaction() as connection:
            return int((await connection.execute(select(func.count()).select_from(table).where(table.c.person_id == person.id))).scalar_one())


async def make_staff(bot: BotProcess, phone: Phone, role: Role) -> None:
    """Give a person a role, by an invitation of the operator's."""
    async with stored(bot) as (database, keys):
        staff = Staff(database, keys, Audit(database, keys, now), now)
        assert await staff.accept(await People(database, keys, now).look_up(phone.id), await staff.invite(frozenset({role}), "operator"))


def says(words: Words, language: str, key: str, **values: object) -> str:
    """Return the first words of a message, without its Markdown."""
    text = words.text(language, key, {"count": "1", "number": "1", "most": "1000", "date": "", "language": "", **values})
    return text.replace("*", "").split("\n")[0][:30].strip()


async def asked(phone: Phone, words: Words, language: str, text: str) -> None:
    """Send a question to the team, from "no answer" to "Sent"."""
    await phone.asks(UNKNOWN[language])
    await phone.press(words.text(language, "button-ask-team"))
    offer = await phone.reply()
    assert says(words, language, "inbox-offer") in offer.text
    shown = await phone.asks(text)
    assert text in shown.text
    await phone.press(words.text(language, "button-inbox-send"))
    assert says(words, language, "inbox-sent") in (await phone.edit()).text


async def opened(responder: Phone, wanted: str) -> None:
    """Turn the pages of a responder's list until a question is shown."""
    for _ in range(60):
        if wanted in responder.last.text:
            return
        await responder.press("More ›")
        await responder.edit()
    raise AssertionError("the question is not in the list")


async def pressed(bot: BotProcess, phone: Phone, action: str) -> None:
    """Press a button of the menu of staff, made as the bot makes it: that menu is not part of these tests."""
    async with stored(bot) as (_, keys):
        data = pack(action, phone.id, keys)
    shown = await phone.asks("/menu")
    await phone.press_raw(shown.id, data)


async def listed(bot: BotProcess, responder: Phone) -> None:
    """Open a responder's list."""
    await pressed(bot, responder, "j")
    await responder.edit()


@ALL
async def test_a_question_is_answered_without_a_name(person: Known, bot: BotProcess, words: Words, language: str) -> None:
    """The whole way, there and back: the responder never sees who asked, the person gets the answer at once."""
    phone, responder = await person(language), await person("en")
    await make_staff(bot, responder, Role.RESPONDER)
    await asked(phone, words, language, QUESTION[language])
    phone.forget()

    await listed(bot, responder)
    await opened(responder, QUESTION[language])
    assert str(phone.id) not in responder.last.text
    await responder.press("Answer")
    assert "Write the answer in" in (await responder.reply()).text
    shown = await responder.asks(ANSWER[language])
    assert ANSWER[language] in shown.text
    await phone.stays_silent()
    await responder.press("Send the answer")
    assert "Delivered" in (await responder.edit()).text

    answer = await phone.reply()
    assert answer.text.startswith(words.text(language, "inbox-answer").strip("*"))
    assert ANSWER[language] in answer.text
    assert QUESTION[language] not in answer.text
    await phone.press(words.text(language, "button-inbox-helped"))
    assert words.text(language, "thanks-for-telling") in (await phone.reply()).text
    await phone.press(words.text(language, "button-inbox-mine"), answer)
    mine = await phone.reply()
    assert ANSWER[language] in next(message.text for message in phone.messages if message.id == answer.id)
    assert ANSWER[language] in mine.text
    assert QUESTION[language] in mine.text
    await phone.asks("/wipe")
    await phone.press(words.text(language, "button-wipe-now"))
    done = await phone.reply()
    assert [message.text for message in phone.messages] == [done.text]


@ALL
async def test_nothing_is_kept_before_send(person: Known, bot: BotProcess, words: Words, language: str) -> None:
    """Written, written again, dropped, left by a command: no row; and the text is in no log."""
    phone = await person(language)
    await phone.asks("/menu")
    await phone.press(words.text(language, "button-ask-the-team"))
    await phone.reply()
    await phone.asks(QUESTION[language])
    await phone.press(words.text(language, "button-inbox-again"))
    assert says(words, language, "inbox-write") in (await phone.edit()).text
    assert QUESTION[language] in (await phone.asks(QUESTION[language])).text
    await phone.press(words.text(language, "button-inbox-drop"))
    assert says(words, language, "inbox-dropped") in (await phone.edit()).text
    assert says(words, language, "no-answer") in (await phone.asks(UNKNOWN[language])).text

    await phone.press(words.text(language, "button-ask-team"))
    await phone.reply()
    await phone.asks(QUESTION[language])
    await phone.says("/menu")
    left, menu = await phone.replies(2)
    assert says(words, language, "inbox-left") in left.text
    assert says(words, language, "menu") in menu.text
    assert await count(bot, INBOX, phone) == 0
    assert QUESTION[language][:12] not in bot.log.read_text()


@ALL
async def test_withdrawn_in_one_tap(person: Known, bot: BotProcess, telegram: StandIn, words: Words, language: str) -> None:
    """The row is gone at once; the button again says the same."""
    phone = await person(language)
    await asked(phone, words, language, QUESTION[language])
    assert await count(bot, INBOX, phone) == 1
    await phone.press(words.text(language, "button-inbox-mine"))
    page = await phone.edit()
    assert QUESTION[language] in page.text
    button = words.text(language, "button-inbox-withdraw")
    data = next(one["callback_data"] for row in page.raw["reply_markup"]["inline_keyboard"] for one in row if one["text"].strip("\u200f") == button)
    await phone.press_raw(page.id, data)
    assert says(words, language, "inbox-withdrawn") in (await phone.edit()).text
    await phone.press_raw(page.id, data)
    await telegram.acknowledged()
    assert says(words, language, "inbox-withdrawn") in phone.last.text
    assert await count(bot, INBOX, phone) == 0


async def test_pressing_twice_sends_once_and_an_old_button_nothing(person: Known, bot: BotProcess, telegram: StandIn) -> None:
    """The button belongs to the text above it: after another text it sends nothing. "Sent" stays; the same text, written again, can be sent again."""
    phone = await person("en")
    await phone.asks("/menu")
    await phone.press("✉️ Ask the team")
    await phone.reply()
    old = await phone.asks("An older demo question?")
    new = await phone.asks("A newer demo question?")
    await phone.press("Send", old)
    assert "Nothing was sent by this button" in (await phone.edit()).text
    assert await count(bot, INBOX, phone) == 0
    await twice(phone, "Send", new)
    await telegram.acknowledged()
    assert shown(phone, new).startswith("Sent.")
    assert await count(bot, INBOX, phone) == 1
    phone.forget()
    await phone.press("My questions")
    await phone.edit()
    await phone.press("Withdraw it")
    await phone.edit()
    await phone.asks("/menu")
    await phone.press("✉️ Ask the team")
    await phone.reply()
    again = await phone.asks("A newer demo question?")
    await twice(phone, "Send", again)
    await telegram.acknowledged()
    assert shown(phone, again).startswith("Sent.")
    assert await count(bot, INBOX, phone) == 1


async def test_a_second_tap_leaves_what_became_of_an_answer(person: Known, bot: BotProcess, telegram: StandIn, words: Words) -> None:
    """50: sent by two taps it is "Delivered" and stays so; "once more", tapped twice, sends once more, and once again only by its new button."""
    phone, responder = await person("fr"), await person("en")
    await make_staff(bot, responder, Role.RESPONDER)
    await asked(phone, words, "fr", "Question de démonstration double ?")
    await listed(bot, responder)
    await opened(responder, "double")
    await responder.press("Answer")
    await responder.reply()
    check = await responder.asks("Une réponse.")
    phone.forget()
    telegram.misbehave("sendMessage", Fault.reset(takes_effect=True), times=1)
    await twice(responder, "Send the answer", check)
    await telegram.acknowledged()
    assert "may have arrived, or not" in shown(responder, check)
    telegram.misbehave("sendMessage", Fault.reset(takes_effect=True), times=1)
    await twice(responder, "Send it once more", check)
    await telegram.acknowledged()
    assert "may have arrived, or not" in shown(responder, check)
    await phone.replies(2)
    await phone.stays_silent()
    await twice(responder, "Send it once more", check)
    await telegram.acknowledged()
    assert shown(responder, check).startswith("Delivered.")
    await phone.reply()
    await phone.stays_silent()


async def twice(phone: Phone, label: str, message: Message) -> None:
    """Tap a button two times, faster than the bot answers."""
    for _ in range(2):
        await phone.press(label, message)


def shown(phone: Phone, message: Message) -> str:
    """Return what a message says now."""
    return next(one.text for one in phone.messages if one.id == message.id)


@ALL
async def test_danger_is_answered_last_where_it_is_seen(person: Known, words: Words, language: str) -> None:
    """A text that speaks of danger now is shown back, saying that nobody comes; the urgent card stands below."""
    phone = await person(language)
    await phone.asks("/menu")
    await phone.press(words.text(language, "button-ask-the-team"))
    await phone.reply()
    await phone.says({"en": "they arrested my brother an hour ago", "fr": "ils ont arrêté mon frère il y a une heure", "ar": "اعتقلوا أخي قبل ساعة"}[language])
    shown, card = await phone.replies(2)
    assert says(words, language, "inbox-check") in shown.text
    assert says(words, language, "inbox-slow") in shown.text
    assert says(words, language, "urgent-title") in card.text


async def test_risky_contents_are_taken_off_and_sent_only_by_choice(person: Known, bot: BotProcess) -> None:
    """31: a phone number is never quoted back; the person may send it as it is, and it is not shown in their list either."""
    phone = await person("en")
    await phone.asks("/menu")
    await phone.press("✉️ Ask the team")
    await phone.reply()
    await phone.says("Can you call me at +221 77 123 45 67 about the demo?")
    warned = await phone.reply()
    assert "Please take out" in warned.text
    assert "77 123" not in warned.text
    assert not any("77 123" in message.text for message in phone.messages)
    assert await count(bot, INBOX, phone) == 0
    await phone.press("Send it as it is")
    await phone.edit()
    assert await count(bot, INBOX, phone) == 1
    phone.forget()
    await phone.press("My questions")
    assert "77 123" not in (await phone.edit()).text
    assert "77 123" not in bot.log.read_text()


@ALL
async def test_too_long_too_many_and_empty_are_refused_kindly(person: Known, bot: BotProcess, words: Words, language: str) -> None:
    """1,000 characters fit, 1,001 do not; the sixth open question of a day is not kept."""
    phone = await person(language)
    await phone.asks("/menu")
    await phone.press(words.text(language, "button-ask-the-team"))
    await phone.reply()
    assert says(words, language, "inbox-empty") in (await phone.asks("?!")).text
    assert "1001" in (await phone.asks("a" * 1001)).text
    assert says(words, language, "inbox-check") in (await phone.asks("a" * 1000)).text
    await phone.press(words.text(language, "button-inbox-drop"))
    await phone.edit()
    for number in range(5):
        await asked(phone, words, language, f"{QUESTION[language]} {number}")
    await phone.press(words.text(language, "button-menu"))
    await phone.edit()
    await phone.press(words.text(language, "button-ask-team"))
    await phone.reply()
    await phone.asks(QUESTION[language])
    await phone.press(words.text(language, "button-inbox-send"))
    assert says(words, language, "inbox-many") in (await phone.edit()).text
    assert await count(bot, INBOX, phone) == 5


async def test_a_newcomer_chooses_a_language_first(newcomer: Callable[..., Phone]) -> None:
    """Nobody without a row can send anything."""
    phone = newcomer("en")
    await phone.asks(UNKNOWN["en"])
    await phone.replies(1)
    await phone.press("✉️ Send this to the team")
    assert "Which language" in (await phone.reply()).text


async def test_nobody_else_learns_that_there_are_responders(person: Known, bot: BotProcess) -> None:
    """A person, and a member of staff without the role, get what any old button brings."""
    for role in (None, Role.ADMIN, Role.EDITOR):
        phone = await person("en")
        if role is not None:
            await make_staff(bot, phone, role)
        for action in ("j", *(() if role is Role.EDITOR else ("v:due",))):
            await pressed(bot, phone, action)
            assert "That button is too old" in (await phone.reply()).text


async def test_an_editor_sees_which_corrections_wait(person: Known, bot: BotProcess) -> None:
    """None yet: the list says where they come from."""
    editor = await person("en")
    await make_staff(bot, editor, Role.EDITOR)
    await pressed(bot, editor, "v:due")
    assert "No correction waits" in (await editor.edit()).text


async def test_an_answer_that_may_have_arrived_is_not_repeated(person: Known, bot: BotProcess, telegram: StandIn, words: Words) -> None:
    """66, 70: a lost connection is said to be uncertain and sent again only by hand; who blocked the bot is gone."""
    phone, responder = await person("fr"), await person("en")
    await make_staff(bot, responder, Role.RESPONDER)
    await asked(phone, words, "fr", "Question de démonstration incertaine ?")
    await listed(bot, responder)
    await opened(responder, "incertaine")
    await responder.press("Answer")
    await responder.reply()
    await responder.asks("Une réponse.")
    phone.forget()
    telegram.misbehave("sendMessage", Fault.reset(takes_effect=True), times=1)
    await responder.press("Send the answer")
    assert "may have arrived, or not" in (await responder.edit()).text
    await phone.reply()
    await phone.stays_silent()
    await responder.press("Send it once more")
    await responder.edit()
    assert "Une réponse." in (await phone.reply()).text

async def test_whoever_blocked_the_bot_while_an_answer_was_written(telegram: StandIn, person: Known, bot: BotProcess, words: Words) -> None:
    """70: their question is gone with them, and the responder is told so, not who it was."""
    phone, responder = await person("fr"), await person("en")
    await make_staff(bot, responder, Role.RESPONDER)
    await asked(phone, words, "fr", "Question de démonstration abandonnée ?")
    await listed(bot, responder)
    await opened(responder, "abandonnée")
    await responder.press("Answer")
    await responder.reply()
    await responder.asks("Une réponse.")
    await phone.block()
    await telegram.acknowledged()
    await responder.press("Send the answer")
    assert "This question is gone" in (await responder.edit()).text


@ALL
async def test_corrections_are_off_until_switched_on(person: Known, bot: BotProcess, words: Words, language: str) -> None:
    """Off: reading leaves nothing. On: entry and version. Off again: gone at once."""
    phone = await person(language)
    question = {"en": "How can an NGO send a report to the UPR?", "fr": "Comment envoyer la contribution de notre ONG à l'EPU ?",
                "ar": "كيف نرسل تقرير منظمتنا إلى الاستعراض الدوري الشامل لبلدنا؟"}[language]
    await phone.asks(question)
    assert await count(bot, FOLLOWS, phone) == 0
    await phone.asks("/privacy")
    await phone.press(words.text(language, "button-corrections"))
    assert says(words, language, "corrections") in (await phone.edit()).text
    await phone.press(words.text(language, "button-corrections-on"))
    assert says(words, language, "corrections-on") in (await phone.edit()).text
    await phone.asks(question)
    await phone.asks("/menu")
    assert await count(bot, FOLLOWS, phone) == 1
    await phone.asks("/privacy")
    await phone.press(words.text(language, "button-corrections"))
    await phone.edit()
    await phone.press(words.text(language, "button-corrections-off"))
    assert says(words, language, "corrections-off") in (await phone.edit()).text
    assert await count(bot, FOLLOWS, phone) == 0


async def test_an_editor_asks_for_the_release_of_a_correction(tmp_path: Path, words: Words) -> None:
    """Read, corrected with a note, listed for the editor as readers will see it, and asked for: then it waits for a second person, who is told."""
    knowledge = small.write(tmp_path / "knowledge")
    async with StandIn(TOKEN) as telegram, BotProcess(tmp_path, telegram.api_url, DALIL_KNOWLEDGE_DIR=str(knowledge)) as bot:
        reader, editor, approver = telegram.person("Demo", "fr"), telegram.person("Demo", "en"), telegram.person("Demo", "fr")
        for phone, language in ((reader, "fr"), (editor, "en"), (approver, "fr")):
            await settle(phone, language)
        await make_staff(bot, editor, Role.EDITOR)
        await make_staff(bot, approver, Role.APPROVER)
        await pressed(bot, reader, "v:on")
        await reader.edit()
        assert "Rapport" in (await reader.asks("comment envoyer notre rapport EPU")).text
        await telegram.acknowledged()
        assert await count(bot, FOLLOWS, reader) == 1
        await pressed(bot, editor, "v:due")
        assert "No correction waits" in (await editor.edit()).text

        for language in ("en", "fr", "ar"):
            small.replace(small.path(knowledge, file=f"{language}.md"), "(2026)", "(2027)")
        stamp(knowledge)
        (knowledge / "corrections.yaml").write_text(
            f"- entry: upr-report\n  corrected_on: {now():%Y-%m-%d}\n"
            "  note: {en: The demo year was wrong., fr: L’année de démonstration était fausse., ar: كانت السنة التجريبية خاطئة.}\n", encoding="utf-8")
        await until(lambda: bot.log.read_text().count("knowledge_read") > 1)
        await pressed(bot, editor, "v:due")
        page = await editor.edit()
        assert "It reaches 1" in page.text
        assert "L’année de démonstration était fausse." in page.text
        await editor.press("Ask for the release")
        assert "A second person must release it" in (await editor.edit()).text
        assert "attend une deuxième personne" in (await approver.reply()).text
        await approver.press("La lire")
        assert "The demo year was wrong" in (await approver.reply()).text
        await pressed(bot, editor, "v:due")
        assert "No correction waits" in (await editor.edit()).text
        async with stored(bot) as (database, _), database.transaction() as connection:
            row = (await connection.execute(select(BROADCASTS))).one()
        assert (row.kind, row.state, row.asked_count) == ("correction", "waiting", 1)
        await reader.stays_silent()


async def until(true: Callable[[], bool]) -> None:
    """Wait up to 10 seconds. Raises TimeoutError."""
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.1)
