"""What happens around a release: a time that has passed, a segment that grew, taps that come twice, an author who cleared the chat."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from bot.app import Bot
from bot.broadcasts.content import Broadcast, Content, State
from bot.broadcasts.ledger import Delivery
from bot.courses.models import SUBSCRIPTIONS
from bot.playground import Fault, Phone, StandIn
from bot.playground.view import Message
from bot.reporting import Reporter
from bot.services import Services
from bot.staff.roles import Role
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

TEXT = "A demo course opens."


@dataclass
class House:
    """A running bot with an author, an approver and three readers."""

    bot: Bot
    telegram: StandIn
    now: Later
    author: Phone
    approver: Phone
    author_id: str

    @property
    def services(self) -> Services:
        """The services of the running bot."""
        services: Services = self.bot.application.bot_data
        return services

    async def draft(self, **more: Any) -> Broadcast:
        """Return a draft of the author's."""
        return await self.services.broadcasts.begin(self.author_id, replace(Content({"en": TEXT}), **more))

    async def asked(self, **more: Any) -> Broadcast:
        """Return one whose release was asked for."""
        draft = await self.draft(**more)
        assert await self.services.releases.ask(draft.id, self.author_id) == "done"
        return draft

    async def presses(self, phone: Phone, action: str) -> Message:
        """Press a button that the bot made some time ago, and return what is shown then."""
        shown = await phone.asks("/menu")
        phone.forget()
        await phone.press_raw(shown.id, pack(action, phone.id, self.bot.keys))
        return await phone.shown()

    async def reads(self, found: Broadcast) -> Message:
        """Have the approver open it: the text, as readers get it, then the page, which is returned."""
        assert TEXT in (await self.presses(self.approver, f"V:r:{found.id}")).text
        return (await self.approver.replies(2))[1]

    async def reads_and(self, label: str, found: Broadcast) -> Message:
        """Have the approver read it, and press a button below it."""
        page = await self.reads(found)
        self.approver.forget()
        await self.approver.press(label, page)
        return await self.approver.shown()

    async def subscribe(self, phones: list[Phone]) -> None:
        """Let people ask to hear of every course."""
        async with self.bot.database.transaction() as connection:
            for phone in phones:
                person = await self.services.people.look_up(phone.id)
                await connection.execute(insert(SUBSCRIPTIONS).values(
                    id=str(uuid.uuid4()), person_id=person.id, region="", kind="", language=""))

    async def state(self, found: Broadcast) -> State:
        """Return the state at this moment."""
        now = await self.services.broadcasts.get(found.id)
        assert now is not None
        return now.state


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The house, with no delay after a release."""
    now = Later()
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, inside(tmp_path, telegram, now, release_delay=0) as bot:
        phones = [await settle(telegram.person("Demo", "en")) for _ in range(5)]
        services: Services = bot.application.bot_data
        members = []
        for phone, role in zip(phones, (Role.EDITOR, Role.APPROVER), strict=False):
            member = await services.staff.accept(await services.people.look_up(phone.id), await services.staff.invite(frozenset({role}), "operator"))
            assert member is not None
            members.append(member)
        made = House(bot, telegram, now, phones[0], phones[1], members[0].id)
        await made.subscribe(phones[2:])
        yield made


async def test_a_time_that_has_passed_is_not_released(house: House) -> None:
    """Neither is it asked for: its author is told, and chooses another time."""
    found = await house.asked(send_at=house.now() + timedelta(hours=1))
    house.now.forward(hours=3)

    assert "its time has passed" in (await house.reads_and("Release exactly this", found)).text
    assert await house.state(found) is State.WAITING
    assert "Your announcement was not released: its time has passed" in (await house.author.reply()).text
    assert "its time has passed" in (await house.presses(house.author, f"V:a:{found.id}")).text


async def test_what_is_late_is_read_whole_and_sent_once(house: House) -> None:
    """Its text, to how many, and when; "send it all the same" says that it goes out, also to a second tap."""
    found = await house.asked(send_at=house.now() + timedelta(hours=2))
    assert "Released." in (await house.reads_and("Release exactly this", found)).text
    house.approver.forget()
    house.now.forward(hours=4)
    assert "more than an hour late" in (await house.approver.reply(10)).text

    assert "3 people" in (await house.reads(found)).text
    assert "Released." in (await house.reads_and("Send it all the same", found)).text
    while await house.state(found) is not State.DONE:
        await asyncio.sleep(0.05)
    assert (await house.services.ledger.counts(found.id))[Delivery.SENT] == 3


async def test_a_second_tap_finds_what_the_first_one_did(house: House) -> None:
    """Release and stop: nobody reads that it was not done."""
    found = await house.asked(send_at=house.now() + timedelta(hours=2))
    page = await house.reads(found)
    release = next(one.data for one in page.buttons if one.label == "Release exactly this")
    for _ in range(2):
        await house.approver.press_raw(page, str(release))
        await house.telegram.acknowledged(within=10)
        assert any(one.id == page.id and "Released." in one.text for one in house.approver.messages)
    for _ in range(2):
        assert "Stopped" in (await house.presses(house.approver, f"V:s:{found.id}")).text
    released, stopped = await house.author.replies(2)
    assert "Your announcement was released." in released.text
    assert "stopped your announcement" in stopped.text
    await house.author.stays_silent()


async def test_a_segment_that_grew_is_asked_for_again(house: House) -> None:
    """The author hears of it, and can ask again without changing anything; a second tap tells nobody twice."""
    found = await house.asked()
    await house.subscribe([await settle(house.telegram.person("Demo", "en")) for _ in range(6)])
    assert "different number of people" in (await house.reads_and("Release exactly this", found)).text
    assert "another number of people" in (await house.author.reply()).text

    await house.presses(house.author, f"V:e:{found.id}")
    house.approver.forget()
    await house.author.press("Ask for the release")
    assert "was asked for" in (await house.author.shown()).text
    assert "waits for a second person" in (await house.approver.reply()).text
    await house.presses(house.author, f"V:a:{found.id}")
    await house.approver.stays_silent()
    assert "Released." in (await house.reads_and("Release exactly this", found)).text


async def test_a_photo_below_a_long_text_and_a_text_instead_of_a_photo(house: House) -> None:
    """Both get an answer that says what to do."""
    found = await house.draft(texts={"en": "A demo sentence. " * 80})
    await house.presses(house.author, f"V:m:{found.id}")
    assert "Send one photo or one file" in (await house.author.asks("hello?")).text
    house.author.forget()
    await house.author.sends_document("demo.pdf", b"%PDF demo")
    assert "Not taken" in (await house.author.reply()).text
    assert (await house.services.broadcasts.get(found.id)) == found


async def test_a_quick_sending_leaves_one_message_with_the_report(house: House) -> None:
    """The message that shows the progress is slow, and still on its way when all is sent: no "0 %" stays beside the report."""
    stored = house.telegram.state.files.keep("demo.pdf", "application/pdf", b"%PDF demo")
    found = await house.asked(media=f"document:{stored.as_document()['file_id']}")  # readers get a file: only the progress is slow
    house.telegram.misbehave("sendMessage", Fault.drip(0.003))  # it is there at once, and its number comes late
    approver = await house.services.staff.member(await house.services.people.look_up(house.approver.id))
    assert approver is not None
    assert await house.services.releases.release(found.id, approver.id, found.content.hash()) == "done"
    async with asyncio.timeout(30):
        while not any("3 sent" in one.text for one in house.author.messages):
            await asyncio.sleep(0.02)
    assert len([one for one in house.author.messages if "%" in one.text]) == 1


async def test_an_author_who_cleared_the_chat_gets_the_report_all_the_same(house: House) -> None:
    """The message that showed the progress is gone: another one follows."""
    found = await house.asked()
    await house.reads_and("Release exactly this", found)
    while "3 sent" not in house.author.last.text:
        await house.author.shown(10)
    house.author.forget()
    await house.author.asks("/wipe")
    await house.author.press("Clear it now")
    await house.author.reply()
    services = house.services
    reporter = Reporter(services)
    now = await services.broadcasts.get(found.id)
    assert now is not None

    await reporter.ended(now)
    assert "3 sent" in (await house.author.reply()).text
    await reporter.ended(now)
    await house.author.stays_silent()
