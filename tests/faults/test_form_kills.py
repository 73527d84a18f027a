"""The form in a process that is killed, and with a database that is locked: every answer is kept, one expression of interest at the end."""

import asyncio
import json
import random
import sqlite3
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import keys as key_files
from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.i18n import Words
from bot.playground import NothingCame, Phone, StandIn
from bot.playground.view import Message
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.courses.sample import offer
from tests.faults.test_intake_database import own_postgres  # noqa: F401  # a fixture
from tests.process import TOKEN, BotProcess

COURSE = "demo-kills"
WRITTEN = {"name": "Demo {}", "work": "Our work, number {}.", "plans": "Our plans, number {}.", "use": "Our use, number {}."}
PRESSED = {"reach": "button-interest-reach-chat", "country": "button-interest-skip", "organisation": "button-interest-organisation-ngo",
           "experience": "button-interest-experience-some", "access": "button-interest-skip"}
STEPS = ("name", "reach", "country", "organisation", "work", "plans", "use", "experience", "languages", "access")


class Writer:
    """A person who answers what the last message asks, as often as it is asked, and notes what they were shown as taken."""

    def __init__(self, phone: Phone, words: Words, number: int, folder: Path) -> None:
        self.phone, self.words, self.number, self.folder = phone, words, number, folder
        self.keys = key_files.load(folder / "keys" / "dalil.json")
        self.sent = False
        self.early = 0

    async def arrive(self) -> None:
        """Choose a language, read the notice, and open the form."""
        await settle(self.phone)
        await self.phone.press_raw(self.phone.last, pack(f"i:new:{COURSE}", self.phone.id, self.keys))
        await self.phone.reply()
        self.phone.forget()

    async def fill(self) -> None:
        """Go on until it is sent; a kill only delays what is shown next."""
        await self.phone.press(self.words.text("en", "button-interest-consent-yes"))
        while not self.sent:
            await self._react(await self._newest())

    async def _newest(self) -> Message:
        """Return the newest message once nothing more comes: a reply may come twice after a kill."""
        shown = await self.phone.shown(within=100)
        while True:
            try:
                shown = await self.phone.shown(within=0.05)
            except NothingCame:
                return shown

    async def _react(self, shown: Message) -> None:
        self.early += "before this question was shown" in shown.text
        if "reference code" in shown.text:
            self.sent = True
        elif "check before you send" in shown.text:
            await self.phone.press(self.words.text("en", "button-interest-send"))
        elif "do not need to send it again" not in shown.text:
            await self._answer(next(step for step in STEPS if self._asks(step) in shown.text), shown)

    async def _answer(self, step: str, shown: Message) -> None:
        tick = self.words.text("en", "button-interest-languages-fr", {"text": "☐"})
        if step in WRITTEN:
            await self.phone.says(WRITTEN[step].format(self.number))
        elif step == "languages":
            await self.phone.press(tick if tick in shown.labels else self.words.text("en", "button-interest-done"), shown)
        else:
            await self.phone.press(self.words.text("en", PRESSED[step]), shown)

    def _asks(self, step: str) -> str:
        return self.words.text("en", f"interest-ask-{step}").split("**")[1]


def kept(folder: Path) -> list[dict[str, Any]]:
    """Return the answers of all expressions of interest."""
    keys = key_files.load(folder / "keys" / "dalil.json")
    file = sqlite3.connect(folder / "data" / "dalil.sqlite3")
    rows = file.execute("SELECT id, answers FROM interests").fetchall()
    drafts = file.execute("SELECT count(*) FROM drafts").fetchone()[0]
    file.close()
    assert drafts == 0
    return [json.loads(keys.open(sealed, "interests", "answers", number)) for number, sealed in rows]


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[tuple[StandIn, BotProcess]]:
    """A running bot of this test's own, with one open course."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, BotProcess(tmp_path, telegram.api_url) as process:
        database = Database(f"sqlite:///{tmp_path / 'data' / 'dalil.sqlite3'}")
        await offer(database, COURSE, datetime.now(UTC))
        await database.close()
        yield telegram, process


async def arrived(telegram: StandIn, words: Words, folder: Path, count: int) -> list[Writer]:
    """Return people at the consent."""
    writers = [Writer(telegram.person("Demo", "en"), words, number, folder) for number in range(count)]
    await asyncio.gather(*(writer.arrive() for writer in writers))
    return writers


@pytest.mark.timeout(500)  # five starts: on a busy machine each takes ten seconds and more
@pytest.mark.soak
async def test_killed_at_random_moments_of_the_form_it_loses_no_answer(bot: tuple[StandIn, BotProcess], words: Words, tmp_path: Path) -> None:
    """P1, P2: kill -9 while people fill in the form: each answer is kept, each person has one expression of interest."""
    telegram, process = bot
    writers, dice, kills, begun = await arrived(telegram, words, tmp_path, 8), random.Random(11), 0, time.monotonic()
    filling = asyncio.gather(*(writer.fill() for writer in writers))
    while not filling.done() and kills < 5:
        await asyncio.sleep(dice.uniform(0.05, 0.5))
        await process.kill()
        kills += 1
        await process.start()
    async with asyncio.timeout(200):
        await filling
    await telegram.acknowledged(within=40)
    answers = kept(tmp_path)
    lost = sum(answer["use"] != f"Our use, number {number}." for number, answer in enumerate(sorted(answers, key=lambda one: str(one["name"]))))
    print(f"P1, P2: the form: {len(writers)} people, {kills} kills, {len(answers)} expressions of interest, {lost} answers lost, "
          f"{sum(writer.early for writer in writers)} second answers to one question refused, {time.monotonic() - begun:.0f} s")
    assert sorted(answer["name"] for answer in answers) == [f"Demo {number}" for number in range(len(writers))]
    for answer in answers:
        number = str(answer["name"]).rsplit(" ", 1)[1]
        assert {step: answer[step] for step in WRITTEN} == {step: text.format(number) for step, text in WRITTEN.items()}
        assert (answer["reach"], answer["organisation"], answer["experience"], answer["languages"]) == ("chat", "ngo", "some", ["fr"])
    assert kills >= 3


async def test_a_locked_database_during_the_form_writes_nothing_by_halves(bot: tuple[StandIn, BotProcess], words: Words, tmp_path: Path) -> None:
    """P9, 95: locked beyond the busy timeout of 5 s: the person is told once, the answer is taken when it is back, once."""
    telegram, process = bot
    writer = (await arrived(telegram, words, tmp_path, 1))[0]
    phone = writer.phone
    await phone.press(words.text("en", "button-interest-consent-yes"))
    await phone.reply()
    await telegram.acknowledged()
    holder = sqlite3.connect(tmp_path / "data" / "dalil.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    await phone.says("Demo Amina")
    assert "do not need to send it again" in (await phone.reply(within=40)).text
    assert holder.execute("SELECT step FROM drafts").fetchone() == ("name",)
    await asyncio.sleep(1)
    holder.execute("ROLLBACK")
    holder.close()
    assert "How can we reach you safely" in (await phone.reply(within=40)).text
    await telegram.acknowledged(within=40)
    assert len([one for one in phone.messages if "do not need to send it again" in one.text]) == 1
    assert len([one for one in phone.messages if "How can we reach you safely" in one.text]) == 1
    assert process.pid


async def test_a_database_that_is_gone_for_a_while_takes_the_answer_once(own_postgres: Any, words: Words, tmp_path: Path) -> None:  # noqa: F811
    """P9: PostgreSQL stopped between two answers and started again: told once, taken once, nothing by halves."""
    url = own_postgres.get_uri()
    await migrate(url)
    key_files.create(tmp_path / "keys" / "dalil.json")
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, BotProcess(tmp_path, telegram.api_url, DALIL_DATABASE_URL=url):
        database = Database(url)
        await offer(database, COURSE, datetime.now(UTC))
        await database.close()
        phone = (await arrived(telegram, words, tmp_path, 1))[0].phone
        await phone.press(words.text("en", "button-interest-consent-yes"))
        await phone.reply()
        await telegram.acknowledged()
        await asyncio.to_thread(own_postgres.stop)
        await phone.says("Demo Amina")
        assert "do not need to send it again" in (await phone.reply(within=40)).text
        await asyncio.to_thread(own_postgres.start)
        assert "How can we reach you safely" in (await phone.reply(within=40)).text
        await telegram.acknowledged(within=40)
        assert len([one for one in phone.messages if one.from_bot and "do not need to send it again" in one.text]) == 1
        assert "In which country" in (await tapped(phone, words.text("en", "button-interest-reach-chat"))).text


async def tapped(phone: Phone, label: str) -> Message:
    """Press a button and return the bot's next message."""
    await phone.press(label)
    return await phone.reply(within=40)
