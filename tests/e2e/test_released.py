"""After a release everybody who can stop an announcement knows of it, can read it, and stop it; resuming needs an approver and, late, another look."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.app import Bot
from bot.broadcasts.content import Broadcast, Content, State
from bot.broadcasts.models import BROADCASTS
from bot.courses.catalogue import Wanted
from bot.playground import Fault, Phone, StandIn
from bot.playground.limits import Limits
from bot.playground.view import Message
from bot.services import Services
from bot.staff.roles import Role
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

TEXT = "A demo course opens."
ROLES = {"author": Role.EDITOR, "approver": Role.APPROVER, "second": Role.APPROVER, "responder": Role.RESPONDER}


@dataclass
class Room:
    """A running bot, one phone a role, a reader; ten minutes of delay after a release."""

    bot: Bot
    telegram: StandIn
    now: Later
    phones: dict[str, Phone]
    ids: dict[str, str]

    @property
    def services(self) -> Services:
        """The services of the running bot."""
        services: Services = self.bot.application.bot_data
        return services

    async def asked(self, content: Content | None = None) -> Broadcast:
        """Return an announcement of the author's whose release was asked for."""
        draft = await self.services.broadcasts.begin(self.ids["author"], content or Content({"en": TEXT}))
        assert await self.services.releases.ask(draft.id, self.ids["author"]) == "done"
        return await self.get(draft)

    async def get(self, found: Broadcast) -> Broadcast:
        """Return it as it stands now."""
        now = await self.services.broadcasts.get(found.id)
        assert now is not None
        return now

    async def released(self) -> Broadcast:
        """Have the approver read and release one."""
        found = await self.asked()
        assert "That is all of it" in (await self.taps("approver", f"V:r:{found.id}")).text
        assert "Released." in (await self.presses("approver", "Release exactly this")).text
        return found

    async def taps(self, who: str, action: str) -> Message:
        """Press a button that the bot made before; return the newest message when all is done."""
        phone = self.phones[who]
        await self.telegram.acknowledged(10)
        phone.forget()
        menu = await phone.asks("/menu")
        self.forget()
        await phone.press_raw(menu.id, pack(action, phone.id, self.bot.keys))
        await self.telegram.acknowledged(10)
        return phone.last

    async def presses(self, who: str, label: str) -> Message:
        """Press the newest button of this label; return the newest message when all is done."""
        await self.phones[who].press(label)
        await self.telegram.acknowledged(10)
        return self.phones[who].last

    async def put(self, found: Broadcast, state: State) -> None:
        """Put it into a state, as of now."""
        async with self.bot.database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == found.id).values(state=str(state), changed_at=self.now()))

    def forget(self) -> None:
        """Skip what all phones have shown so far."""
        for phone in self.phones.values():
            phone.forget()


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """The room."""
    now = Later()
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, inside(tmp_path, telegram, now, release_delay=10, chat_rate=60_000) as bot:
        services: Any = bot.application.bot_data
        phones, ids = {}, {}
        for name, role in ROLES.items():
            phones[name] = await settle(telegram.person("Demo", "en"))
            await telegram.acknowledged()
            member = await services.staff.accept(
                await services.people.look_up(phones[name].id), await services.staff.invite(frozenset({role}), "operator"))
            ids[name] = member.id
        reader = await services.people.look_up((await settle(telegram.person("Demo", "en"))).id)
        await services.subscriptions.add(reader.id, Wanted())
        yield Room(bot, telegram, now, phones, ids)


async def test_everybody_who_can_stop_it_is_told_of_a_release(room: Room) -> None:
    """Its first words, when it starts in its own zone, Stop and the whole text; the releaser is answered, a second tap tells nobody again."""
    found = await room.released()
    for who in ("author", "second", "responder"):
        told = await room.phones[who].reply()
        assert told.text.startswith("Your announcement was released." if who == "author" else "An announcement was released.")
        assert TEXT in told.text
        assert "(UTC)" in told.text
        assert told.labels == ["■ Stop", "Read it"]
    assert "Released." in (await room.taps("approver", f"V:R:{found.id}:x")).text
    await room.phones["responder"].stays_silent()


async def test_whoever_is_told_reads_all_of_it_and_stops_it(room: Room) -> None:
    """A responder, who releases nothing; the page says when it goes, not "as soon as it is released"."""
    found = await room.released()
    page = await room.presses("responder", "Read it")
    assert TEXT in room.phones["responder"].messages[-2].text
    assert "It goes out from" in page.text
    assert "as soon as" not in page.text
    assert page.labels[0] == "■ Stop"
    assert "Release exactly this" not in page.labels
    assert "It goes out from" in (await room.taps("author", f"V:e:{found.id}")).text
    assert "It goes out from" in (await room.taps("second", f"V:l:{found.id}")).text
    room.forget()
    assert "Stopped" in (await room.presses("responder", "■ Stop")).text
    told = await room.phones["author"].reply()
    assert "stopped your announcement" in told.text
    assert TEXT in told.text


async def test_an_edit_that_voids_a_release_is_told_to_the_approver(room: Room) -> None:
    """And their Stop says that it is a draft, not only so."""
    found = await room.released()
    await room.taps("author", f"V:m:{found.id}:-")  # changes nothing: it has no photo
    assert (await room.get(found)).state is State.RELEASED
    await room.taps("author", f"V:t:{found.id}:en")
    room.forget()
    await room.phones["author"].says("Another demo course opens.")
    assert "An announcement that you released was changed." in (await room.phones["approver"].reply()).text
    assert "It is a draft: nothing goes out." in (await room.taps("approver", f"V:s:{found.id}")).text
    assert (await room.get(found)).state is State.DRAFT


async def test_only_an_approver_resumes_and_whoever_paused_is_told(room: Room) -> None:
    """A responder who taps Resume moves nothing: the approvers hear of it."""
    found = await room.released()
    await room.put(found, State.SENDING)
    await room.services.releases.pause(found.id, room.ids["approver"])
    assert "an approver resumes" in (await room.taps("responder", f"V:u:{found.id}")).text
    assert (await room.get(found)).state is State.PAUSED
    assert TEXT in (await room.phones["second"].reply()).text
    await room.taps("second", f"V:u:{found.id}")
    assert (await room.get(found)).state in (State.SENDING, State.DONE)
    assert "An announcement that you paused goes on." in (await room.phones["approver"].reply()).text


async def test_what_was_paused_for_long_is_read_again_before_it_goes_on(room: Room) -> None:
    """It says "tomorrow", and that was yesterday."""
    found = await room.released()
    await room.put(found, State.SENDING)
    await room.services.releases.pause(found.id, room.ids["approver"])
    room.now.forward(hours=30)
    page = await room.taps("second", f"V:u:{found.id}")
    assert TEXT in room.phones["second"].messages[-2].text
    assert "paused more than an hour ago" in page.text
    assert (await room.get(found)).state is State.PAUSED
    await room.presses("second", "Send it all the same")
    assert "An announcement that you paused goes on." in (await room.phones["approver"].reply()).text
    assert (await room.get(found)).state in (State.SENDING, State.DONE)


async def test_a_late_announcement_is_read_by_all_and_sent_by_approvers_only(room: Room) -> None:
    """All of staff get the alert: nobody ends in the staff menu."""
    found = await room.released()
    await room.put(found, State.LATE)
    page = await room.taps("responder", f"V:r:{found.id}")
    assert TEXT in room.phones["responder"].messages[-2].text
    assert "An approver decides" in page.text
    assert page.labels[0] == "■ Stop"
    assert "Send it all the same" not in page.labels
    assert "Send it all the same" in (await room.taps("second", f"V:r:{found.id}")).labels


async def test_messages_name_the_announcement(room: Room) -> None:
    """An announcement waits: which one?"""
    draft = await room.services.broadcasts.begin(room.ids["author"], Content({"en": TEXT}))
    await room.taps("author", f"V:a:{draft.id}")
    told = await room.phones["approver"].reply()
    assert "waits for a second person" in told.text
    assert TEXT in told.text


async def test_previews_go_out_while_telegram_makes_announcements_wait(room: Room) -> None:
    """An hour of 429 for announcements: whoever works on another one sees it, and the chat goes on."""
    laid = room.telegram.misbehave("sendMessage", Fault.flood(3600), times=1)
    messenger = room.services.messenger
    held = asyncio.create_task(messenger.announce(room.phones["second"].id, "demo", None, ""))
    async with asyncio.timeout(5):
        while not laid.hits:
            await asyncio.sleep(0.01)
    draft = await room.asked()
    assert "exactly what people see" in (await room.taps("author", f"V:P:{draft.id}")).text
    assert "That is all of it" in (await room.taps("approver", f"V:r:{draft.id}")).text
    assert not held.done()
    held.cancel()


@pytest.mark.soak
async def test_previews_of_three_languages_keep_to_the_limit_of_a_chat(tmp_path: Path) -> None:
    """One message a second: none is lost, none comes twice, and the order stays."""
    texts = {"en": "Demo one.", "fr": "Demo deux.", "ar": "تجربة ثلاثة."}
    async with StandIn(TOKEN, limits=Limits(per_chat=1)) as telegram, inside(tmp_path, telegram, Later(), chat_rate=60_000) as bot:
        services: Any = bot.application.bot_data
        phone = await settle(telegram.person("Demo", "en"))
        member = await services.staff.accept(await services.people.look_up(phone.id), await services.staff.invite(frozenset({Role.EDITOR}), "operator"))
        draft = await services.broadcasts.begin(member.id, Content(texts))
        menu = await phone.asks("/menu")
        phone.forget()
        await phone.press_raw(menu.id, pack(f"V:P:{draft.id}", phone.id, bot.keys))
        shown = [message.text for message in await phone.replies(4, within=20)]
    assert [any(text in one for text in texts.values()) for one in shown] == [True, True, True, False]
    assert len(set(shown)) == 4
