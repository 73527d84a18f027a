"""A house for tests of who is on staff: a running bot with an account that the operator named, people who join, leave and come back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.app import Bot
from bot.broadcasts.content import Broadcast, Content, State
from bot.courses.subscriptions import Wanted
from bot.i18n import Words
from bot.playground import Phone, StandIn
from bot.services import Services
from bot.staff.roles import Role
from bot.staff.service import Member
from bot.telegram.callbacks import pack
from handlers.releases import _mark
from tests.conftest import settle
from tests.courses.selecting import World
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

NAMED = 730_000_001  # the account that the operator named
TEXT = "A demo course opens."
COURSE = "demo"


@dataclass
class House:
    """A running bot with an account that the operator named, a reader who asked to hear, and a course whose deadline is past."""

    bot: Bot
    telegram: StandIn
    world: World
    named: Phone
    reader: Phone

    @property
    def services(self) -> Services:
        """The services of the running bot."""
        services: Services = self.bot.application.bot_data
        return services

    async def member(self, *roles: Role) -> Phone:
        """Make a person who has these roles."""
        phone = await settle(self.telegram.person("Demo", "en"))
        await self.joins(phone, await self.services.staff.invite(frozenset(roles), "operator"))
        return phone

    async def joins(self, phone: Phone, secret: str) -> str:
        """Open the link of an invitation, and return what is said."""
        said = await self.says(phone, f"/start s_{secret}")
        await self.telegram.acknowledged()  # the admins were told, too
        return said

    async def who(self, phone: Phone) -> Member:
        """Return the member of staff that somebody is."""
        await self.telegram.acknowledged()
        member = await self.services.staff.member(await self.services.people.look_up(phone.id))
        assert member is not None
        return member

    async def number(self, phone: Phone) -> str:
        """Return the number of a member of staff."""
        return (await self.who(phone)).id

    async def taps(self, phone: Phone, action: str) -> str:
        """Press a button that was shown before, and return what comes."""
        await self.telegram.acknowledged()  # what others were told about has arrived
        phone.forget()
        shown = await phone.asks("/menu")
        phone.forget()
        await phone.press_raw(shown, pack(action, phone.id, self.bot.keys))
        return (await phone.shown()).text

    async def gives(self, admin: Phone, number: str, *wishes: str) -> None:
        """Have an admin give or take roles, each by a tap: "+editor", "-editor"."""
        for wish in wishes:
            await self.taps(admin, f"S:m:{number}:{wish}")

    async def invites(self, admin: Phone, role: Role) -> str:
        """Have an admin make an invitation by taps; return its secret."""
        return (await self.taps(admin, f"S:i:{role}")).split("start=s_")[1].split()[0]

    async def deletes_and_returns(self, phone: Phone) -> None:
        """Erase everything about oneself, and begin again as a newcomer."""
        phone.forget()
        await phone.asks("/delete")
        phone.forget()
        await phone.press("Yes, erase everything")
        assert "This was erased" in (await phone.reply()).text
        await self.telegram.acknowledged()
        await settle(phone)

    async def asked(self, author: Phone, **more: Any) -> Broadcast:
        """Return an announcement of the author's whose release was asked for by a tap."""
        draft = await self.services.broadcasts.begin(await self.number(author), replace(Content({"en": TEXT}), **more))
        assert "The release was asked for" in await self.taps(author, f"V:a:{draft.id}")
        return await self.found(draft)

    async def releases(self, approver: Phone, asked: Broadcast) -> str:
        """Have somebody press the button that releases what they were shown, and return what comes."""
        return await self.taps(approver, f"V:R:{asked.id}:{_mark(asked.asked_hash)}")

    async def released(self, author: Phone, approver: Phone) -> Broadcast:
        """Return an announcement that a second person released; its delay is not over."""
        asked = await self.asked(author)
        assert "Released." in await self.releases(approver, asked)
        return asked

    async def files(self, phone: Phone, interest: str) -> str:
        """Open an expression of interest, score it and file the review; return what is said last."""
        await self.taps(phone, f"J:v:{interest}")
        for letter in "wpu":
            await self.taps(phone, f"J:s:{letter}:4:{interest}")
            await self.says(phone, "My reason.")
        return await self.taps(phone, f"J:f:{interest}")

    async def abstains(self, phone: Phone, interest: str) -> str:
        """Open an expression of interest and abstain; return what is said last."""
        await self.taps(phone, f"J:v:{interest}")
        await self.taps(phone, f"J:b:{interest}")
        return await self.says(phone, "A colleague of mine.")

    async def says(self, phone: Phone, text: str) -> str:
        """Write a text, and return what comes."""
        phone.forget()
        return (await phone.asks(text)).text

    async def state(self, one: Broadcast) -> State:
        """Return the state of an announcement at this moment."""
        return (await self.found(one)).state

    async def ends(self, one: Broadcast) -> None:
        """Wait until an announcement was sent to its end. Raises TimeoutError after ten seconds."""
        async with asyncio.timeout(10):
            while await self.state(one) is not State.DONE:
                await asyncio.sleep(0.05)

    async def found(self, one: Broadcast) -> Broadcast:
        """Return an announcement as it is now."""
        now = await self.services.broadcasts.get(one.id)
        assert now is not None
        return now

    async def trail(self) -> list[tuple[str, str, str]]:
        """Return who did what to what, the oldest first."""
        return [(actor, event, what) for _, actor, event, what in reversed(await self.services.audit.recent(200))]


@asynccontextmanager
async def house(folder: Path, words: Words, **more: Any) -> AsyncIterator[House]:
    """Run the house for the block, with `more` settings; unless they say otherwise, a second person is wanted, and ten minutes pass after a release."""
    async with StandIn(TOKEN, retry_scale=0.01) as telegram, inside(
            folder, telegram, Later(), chat_rate=60_000, admin_telegram_ids=(NAMED,), **more) as bot:
        services: Services = bot.application.bot_data
        world = World(bot.database, bot.keys, services.now, words)  # type: ignore[arg-type]  # a clock that a test does not move
        await world.course(COURSE)
        named, reader = await settle(telegram.person("Demo", "en", id=NAMED)), await settle(telegram.person("Demo", "en"))
        await telegram.acknowledged()
        await services.subscriptions.add((await services.people.look_up(reader.id)).id, Wanted())
        yield House(bot, telegram, world, named, reader)
