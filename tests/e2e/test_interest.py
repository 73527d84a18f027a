"""The whole form through the running bot: three languages, back and forth, another phone, double taps, two devices at once."""

import asyncio
import itertools
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot import keys as key_files
from bot.courses.models import COURSES
from bot.db.engine import Database
from bot.i18n import Words
from bot.playground import Phone, StandIn
from bot.playground.view import Message
from bot.telegram.callbacks import pack
from tests.courses.sample import TITLES, offer
from tests.process import BotProcess

Known = Callable[..., Awaitable[Phone]]
Opened = Callable[..., Awaitable["Filling"]]
_numbers = itertools.count(1)
WRITTEN = {
    "en": {"name": "Demo Amina", "country": "senegall", "work": "We document arrests of journalists.", "plans": "A report to the UPR.",
           "use": "A communication."},
    "fr": {"name": "Demo Amina", "country": "le sénégal", "work": "Nous suivons les procès.", "plans": "Un rapport à l’EPU.", "use": "Une communication."},
    "ar": {"name": "ديمو", "country": "السنغال", "work": "نوثق اعتقالات الصحفيين.", "plans": "تقرير إلى الاستعراض.", "use": "بلاغ إلى اللجنة."},
}


class Filling:
    """One person's way through the form of one course."""

    def __init__(self, phone: Phone, words: Words, language: str, bot: BotProcess, course: str) -> None:
        self.phone, self.words, self.language, self.course = phone, words, language, course
        self.keys = key_files.load(bot.folder / "keys" / "dalil.json")

    def label(self, key: str, **values: Any) -> str:
        """Return a button's label as the phone shows it."""
        label = self.words.text(self.language, key, values)
        return f"\u200f{label}" if self.language == "ar" and label[:1].isascii() else label

    def asks(self, key: str) -> str:
        """Return the beginning of a message, as the phone shows it."""
        return self.words.text(self.language, key).replace("*", "").split("{")[0].split("\n")[0].split("(")[0].strip()

    async def tap(self, key: str, **values: Any) -> Message:
        """Press a button and return what is shown next."""
        await self.phone.press(self.label(key, **values))
        return await self.phone.shown()

    async def raw(self, action: str) -> Message:
        """Press a button with this action, wherever it stands, and return the bot's next message."""
        await self.phone.press_raw(self.phone.last, pack(action, self.phone.id, self.keys))
        return await self.phone.shown()

    async def write(self, text: str) -> Message:
        """Send a text and return the bot's next message."""
        await self.phone.says(text)
        return await self.phone.shown()

    async def until(self, step: str) -> Message:
        """Fill in the form until `step` is asked."""
        texts, shown = WRITTEN[self.language], await self.tap("button-interest-consent-yes")
        ways: dict[str, Callable[[], Awaitable[Message]]] = {
            "name": lambda: self.write(texts["name"]), "reach": lambda: self.tap("button-interest-reach-chat"),
            "country": lambda: self.write(texts["country"]), "organisation": lambda: self.tap("button-interest-organisation-ngo"),
            "work": lambda: self.write(texts["work"]), "plans": lambda: self.write(texts["plans"]), "use": lambda: self.write(texts["use"]),
            "experience": lambda: self.tap("button-interest-experience-some"), "languages": self.tick, "access": lambda: self.tap("button-interest-skip")}
        for name, answer in ways.items():
            if name == step:
                return shown
            assert self.asks(f"interest-ask-{name}") in plain(shown)
            shown = await answer()
        return shown

    async def tick(self) -> Message:
        """Tick French, and go on."""
        await self.tap("button-interest-languages-fr", text="☐")
        return await self.tap("button-interest-done")


def plain(message: Message) -> str:
    """Return a message's text without the marks of direction."""
    return message.text.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def opened(person: Known, words: Words, bot: BotProcess) -> Opened:
    """Open the form of a new course, at its consent."""
    async def make(language: str = "en", **fields: Any) -> Filling:
        course = f"demo-{next(_numbers)}"
        database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
        await offer(database, course, datetime.now(UTC), **fields)
        await database.close()
        phone = await person(language)
        filling = Filling(phone, words, language, bot, course)
        shown = await filling.raw(f"i:new:{course}")
        assert TITLES[language] in plain(shown)
        return filling

    return make


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_the_whole_form_is_sent_and_found_again(opened: Opened, language: str) -> None:
    """Consent, ten questions, the review, the code; then its state, and withdrawn for good."""
    form = await opened(language)
    review = await form.until("review")
    for written in (WRITTEN[language]["name"], WRITTEN[language]["work"], WRITTEN[language]["plans"]):
        assert written in plain(review)
    receipt = await form.tap("button-interest-send")
    code = next(word for word in plain(receipt).split() if len(word) == 9 and word[4] == "-")
    assert form.label("button-interest-clear-chat") in receipt.labels
    assert WRITTEN[language]["work"] not in plain(receipt)

    listed = await form.raw("i:mine")
    assert form.asks("interest-state-received") in plain(listed)
    shown = await press(form, listed.labels[0])
    assert code in plain(shown)
    await form.tap("button-interest-withdraw")
    gone = await form.tap("button-interest-withdraw-yes")
    assert form.asks("interest-withdrawn") in plain(gone)
    assert form.asks("interest-mine-none") in plain(await form.raw("i:mine"))


async def press(form: Filling, label: str) -> Message:
    """Press a button by its label."""
    await form.phone.press(label)
    return await form.phone.shown()


async def test_what_was_sent_stays_when_its_change_is_discarded(opened: Opened) -> None:
    """Nobody may think that it is gone: it says what stays, where, and until when it can be changed."""
    form = await opened(deadline=datetime.now(UTC) + timedelta(days=5, minutes=5))
    await form.until("review")
    await form.tap("button-interest-send")
    shown = await press(form, (await form.raw("i:mine")).labels[0])
    assert "5 days left" in plain(shown)
    review = plain(await form.tap("button-interest-edit"))
    assert "What you sent before stays" in review
    assert "Nothing is sent yet" not in review
    said = await form.write("/cancel")
    assert "What was sent stays" in plain(said)
    assert form.asks("interest-state-received") in plain(await form.tap("button-interest-mine"))


async def test_the_letter_can_be_read_again_once_it_is_decided(opened: Opened, bot: BotProcess) -> None:
    """Whoever cleared the chat, or was away, finds it where the state is; before the decision there is nothing of it."""
    form = await opened()
    await form.until("review")
    await form.tap("button-interest-send")
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        database.execute("INSERT INTO letters VALUES (?, 'accepted', 'en', 'A place for you: {course}, {dates}.')", (form.course,))
        database.commit()
        assert "A place for you" not in plain(await press(form, (await form.raw("i:mine")).labels[0]))
        database.execute("UPDATE interests SET state = 'accepted', decided_on = '2026-11-26' WHERE course_id = ?", (form.course,))
        database.commit()
    shown = plain(await press(form, (await form.raw("i:mine")).labels[0]))
    assert form.asks("interest-state-accepted") in shown
    assert "A place for you: Demo workshop, not fixed yet." in shown
    assert form.label("button-interest-withdraw") in form.phone.last.labels


async def test_the_consent_ends_with_its_question(opened: Opened) -> None:
    """Also where a partner is named: who reads it stands before the question."""
    form = await opened(partners="Demo Network", share_with="Demo Network")
    said = plain(form.phone.last)
    assert "usually two people" in said
    assert said.index("Partner: Demo Network") < said.index("Do you want to go on?")
    assert said.endswith("Do you want to go on?")


async def test_no_keeps_nothing(opened: Opened, bot: BotProcess) -> None:
    """The first button is no; after it no form is open."""
    form = await opened()
    assert form.phone.last.labels[0] == form.label("button-interest-consent-no")
    assert "Nothing was kept" in plain(await form.tap("button-interest-consent-no"))
    assert "sent no expression" in plain(await form.raw("i:mine"))


async def test_a_contact_detail_is_taken_off_the_chat(opened: Opened) -> None:
    """No scolding; the message goes as soon as it is saved, and the review does not show it again."""
    form = await opened()
    await form.until("reach")
    assert "e-mail address" in plain(await form.tap("button-interest-reach-email"))
    message = await form.phone.says("demo.amina@example.org")
    shown = await form.phone.shown()
    assert "removed the message" in plain(shown)
    assert "In which country" in plain(shown)
    assert message.id not in [one.id for one in form.phone.messages]


async def test_a_number_written_where_a_button_was_asked_for_leaves_the_chat_too(opened: Opened) -> None:
    """"How can we reach you safely?" invites a number: it is no answer there, and must not stay on the phone."""
    form = await opened()
    await form.until("reach")
    for text in ("+221 77 123 45 67", "demo.amina@example.org"):
        message = await form.phone.says(text)
        shown = await form.phone.shown()
        assert "I removed your message" in plain(shown)
        assert "choose with the buttons" in plain(shown)
        assert message.id not in [one.id for one in form.phone.messages]
    await form.tap("button-interest-reach-email")
    wrong = await form.phone.says("my number is +221 77 123 45 67")
    assert "not look like an e-mail address" in plain(await form.phone.shown())
    assert wrong.id not in [one.id for one in form.phone.messages]


async def test_a_third_person_is_asked_back_and_danger_shows_the_way(opened: Opened) -> None:
    """Write it again without, and the first message goes; danger brings the urgent button, and the answer is taken."""
    form = await opened()
    await form.until("work")
    named = await form.phone.says("I work with my colleague Demo Amina.")
    assert "could put them at risk" in plain(await form.phone.shown())
    assert "human rights work now" in plain(await form.tap("button-interest-again"))
    assert "removed the message" in plain(await form.write("I work with a colleague."))
    assert named.id not in [one.id for one in form.phone.messages]
    shown = await form.write("They arrested my brother an hour ago, what can I do?")
    assert "in danger now" in plain(shown)
    assert form.label("button-urgent") in shown.labels
    assert "How would you use" in plain(shown)


async def test_back_change_and_too_long(opened: Opened) -> None:
    """Back leaves answers, a change comes back to the review, a long text is told its length."""
    form = await opened()
    await form.until("plans")
    assert "work now" in plain(await form.tap("button-back"))
    assert "next year" in plain(await form.tap("button-interest-leave"))
    assert "1501 characters" in plain(await form.write("x" * 1501))
    await form.write("A report.")
    await form.write("A communication.")
    await form.tap("button-interest-experience-none")
    await form.tick()
    await form.tap("button-interest-skip")
    assert "work now" in plain(await form.tap("button-interest-change-work"))
    assert "We train lawyers." in plain(await form.write("We train lawyers."))


async def test_pause_and_commands_leave_the_form_and_its_button_continues(opened: Opened) -> None:
    """A paused form takes no text; /topics pauses by itself; what was answered is there."""
    form = await opened()
    await form.until("work")
    assert "Paused" in plain(await form.write("/pause"))
    assert "work now" not in plain(await form.write("What is the Universal Periodic Review?"))
    assert "work now" in plain(await form.raw("i:go"))
    form.phone.forget()
    await form.phone.says("/topics")
    aside, topics = await form.phone.replies(2)
    assert "paused" in plain(aside)
    assert "Topics" in plain(topics)
    form.phone.forget()
    assert "work now" in plain(await form.raw("i:go"))
    assert "next year" in plain(await form.write("We train."))
    assert "No form is open" in plain(await form.write("/cancel"))
    assert "No form is open" in plain(await form.raw("i:go"))


async def test_a_cleared_chat_shows_nothing_of_the_form_by_itself(opened: Opened) -> None:
    """Its question is gone from the screen: what is written next, perhaps before other eyes, is a question and no answer to it."""
    form = await opened()
    await form.until("work")
    assert "removed" in plain(await form.raw("d:W:en"))
    shown = plain(await form.write("What is the Universal Periodic Review?"))
    assert "next year" not in shown
    assert "form" not in shown
    assert "work now" in plain(await form.raw("i:go"))


async def test_double_taps_and_old_buttons_change_nothing(opened: Opened) -> None:
    """50: two taps within 100 ms are one answer; a button of an earlier question shows the present one."""
    form = await opened()
    reach = await form.until("reach")
    label = form.label("button-interest-reach-chat")
    form.phone.forget()
    await asyncio.gather(form.phone.press(label, reach), form.phone.press(label, reach))
    first, second = await form.phone.replies(2)
    assert "In which country" in plain(first)
    assert "belongs to another question" in plain(second)
    assert "In which country" in plain(second)
    await form.phone.press(form.label("button-interest-reach-signal"), reach)
    assert "In which country" in plain(await form.phone.reply())


async def test_two_devices_at_once(opened: Opened) -> None:
    """Both phones answer the same question: the second text is not taken for the next one."""
    form = await opened()
    await form.until("work")
    form.phone.forget()
    await asyncio.gather(form.phone.says("From one phone."), form.phone.says("From the other phone."))
    first, second = await form.phone.replies(2)
    assert "next year" in plain(first)
    assert "before this question was shown" in plain(second)
    form.phone.forget()
    await form.write("Our plans.")
    await form.write("Our use.")
    await form.tap("button-interest-experience-none")
    await form.tick()
    review = await form.tap("button-interest-skip")
    assert "From one phone." in plain(review)
    assert "From the other phone." not in plain(review)


async def test_an_edited_message_changes_nothing(opened: Opened) -> None:
    """35: an answer is changed in the form, not in the chat."""
    form = await opened()
    await form.until("work")
    said = await form.phone.says("We train.")
    await form.phone.shown()
    await form.phone.edits(said, "We do something else.")
    assert "changes nothing in your form" in plain(await form.phone.shown())


async def test_another_course_while_a_form_is_open(opened: Opened, bot: BotProcess, person: Known) -> None:
    """Continue the old one, or discard it; the new one begins with consent."""
    form = await opened()
    await form.until("work")
    database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
    await offer(database, "demo-other", datetime.now(UTC))
    await database.close()
    asked = await form.raw("i:new:demo-other")
    assert "open form for another course" in plain(asked)
    assert "please read this first" in plain(await form.tap("button-interest-over"))


async def test_an_open_form_is_not_discarded_for_a_course_that_takes_nobody(opened: Opened, bot: BotProcess) -> None:
    """Closed, or sent already: it says so, and the answers stay; the button of a choice that was made does not discard the new form."""
    form = await opened()
    await form.until("work")
    database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
    await offer(database, "demo-over-closed", datetime.now(UTC), state="closed")
    await offer(database, "demo-over-open", datetime.now(UTC))
    await database.close()
    assert "does not take" in plain(await form.raw("i:new:demo-over-closed"))
    assert "does not take" in plain(await form.raw("i:over:demo-over-closed"))
    assert "work now" in plain(await form.raw("i:go"))
    await form.raw("i:over:demo-over-open")
    await form.tap("button-interest-consent-yes")
    assert "reach you" in plain(await form.write("Demo Amina"))
    assert "reach you" in plain(await form.raw("i:over:demo-over-open"))


async def test_a_course_that_closed_while_somebody_wrote(opened: Opened, bot: BotProcess) -> None:
    """The deadline passed: it says so, and keeps the answers."""
    form = await opened(deadline=datetime.now(UTC) + timedelta(days=4))
    await form.until("review")
    database = Database(f"sqlite:///{bot.folder / 'data' / 'dalil.sqlite3'}")
    async with database.transaction() as connection:
        past = update(COURSES).where(COURSES.c.id == form.course).values(deadline=datetime.now(UTC) - timedelta(seconds=1))
        assert (await connection.execute(past)).rowcount == 1
    await database.close()
    assert "closed meanwhile" in plain(await form.tap("button-interest-send"))
    assert "check before you send" in plain(await form.raw("i:go"))


async def test_nobody_learns_whether_somebody_is_registered(opened: Opened, person: Known) -> None:
    """27: a code typed or linked by somebody else is answered the same while it exists and when it is gone."""
    form = await opened()
    await form.until("review")
    code = next(word for word in plain(await form.tap("button-interest-send")).split() if len(word) == 9 and word[4] == "-")
    other = await person("en")
    ways = (code, f"/start {code}", f"/start i_{code}", f"what is the status of {code}?")
    while_it_exists = [(await other.asks(way)).text for way in ways]
    await press(form, (await form.raw("i:mine")).labels[0])
    await form.tap("button-interest-withdraw")
    await form.tap("button-interest-withdraw-yes")
    assert [(await other.asks(way)).text for way in ways] == while_it_exists


async def test_a_newcomer_chooses_a_language_first(telegram: StandIn, newcomer: Callable[..., Phone], bot: BotProcess) -> None:
    """Without a row nothing can be kept; /cancel and /pause are harmless."""
    phone = newcomer("en")
    assert "No form is open" in (await phone.asks("/pause")).text
    assert "No form is open" in (await phone.asks("/cancel")).text
    keys = key_files.load(bot.folder / "keys" / "dalil.json")
    await phone.press_raw(phone.last, pack("i:new:demo-1", phone.id, keys))
    assert "Which language" in (await phone.reply()).text


async def test_a_newcomer_who_chose_a_course_from_the_list_is_led_back_to_it(opened: Opened, newcomer: Callable[..., Phone], bot: BotProcess) -> None:
    """Language, safety notice, and then the course: nothing to look for again."""
    form = await opened()
    phone, keys = newcomer("en"), key_files.load(bot.folder / "keys" / "dalil.json")
    await phone.asks("/courses")
    await phone.press_raw(phone.last, pack(f"i:new:{form.course}", phone.id, keys))
    await phone.reply()
    await phone.press("English")
    assert "Before you write" in (await phone.edit()).text
    await phone.press("I understand")
    shown = await phone.edit()
    assert TITLES["en"] in plain(shown)
    assert form.label("button-course-interest") in shown.labels


async def test_whoever_blocks_the_bot_has_no_form_when_they_return(opened: Opened, bot: BotProcess, telegram: StandIn) -> None:
    """45, 46: consent is void, so the answers that were not sent go at once, and the safety notice comes before anything of a form."""
    form = await opened()
    await form.until("work")
    before = drafts(bot)
    await form.phone.block()
    await form.phone.unblock()
    await telegram.acknowledged()
    assert drafts(bot) == before - 1
    assert "Before you write" in plain(await form.raw("i:go"))
    await form.tap("button-understood")
    assert "No form is open" in plain(await form.raw("i:go"))


def drafts(bot: BotProcess) -> int:
    """Return how many forms are under way."""
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        return int(database.execute("SELECT count(*) FROM drafts").fetchone()[0])


async def test_nothing_of_the_form_is_readable_in_the_database_or_the_log(opened: Opened, bot: BotProcess) -> None:
    """P16, P17: canaries of answers are neither in the database's bytes nor in the log."""
    form = await opened()
    await form.until("work")
    await form.write("We protect the zanzibird.")
    await form.write("Plans of a xylophone.")
    await form.write("To use the quetzalbird.")
    stored = b"".join(path.read_bytes() for path in (bot.folder / "data").iterdir())
    logged = bot.log.read_text()
    for canary in ("zanzibird", "xylophone", "quetzalbird", str(form.phone.id)):
        assert canary.encode() not in stored
        assert canary.encode("utf-16-le") not in stored
        assert canary not in logged
