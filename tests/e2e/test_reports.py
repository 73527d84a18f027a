"""What staff see of an announcement that was sent, and what they can still do with it: through the running bot."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.app import Bot
from bot.broadcasts.content import By, Content, Rule, Segment, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.courses.catalogue import Wanted
from bot.playground import Phone, StandIn
from bot.playground.view import Message
from bot.staff.roles import Role
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.e2e.inside import Later, inside
from tests.process import TOKEN


@dataclass
class Staffed:
    """The running bot, members of staff, and announcements in any state."""

    bot: Bot
    telegram: StandIn
    services: Any

    async def person(self, *roles: Role) -> Phone:
        """Make a person, on staff when there are roles."""
        phone = await settle(self.telegram.person("Demo", "en"))
        await self.telegram.acknowledged()
        if roles:
            await self.services.staff.accept(await self.services.people.look_up(phone.id), await self.services.staff.invite(frozenset(roles), "operator"))
        phone.forget()
        return phone

    async def staff_id(self, phone: Phone) -> str:
        """Return the number of a member of staff."""
        return str((await self.services.staff.member(await self.services.people.look_up(phone.id))).id)

    async def announcement(self, author: Phone, state: State, *rows: tuple[Phone, str, str], content: Content | None = None) -> str:
        """Make an announcement in this state; its recipients with their states and segments."""
        made = await self.services.broadcasts.begin(await self.staff_id(author), content or Content({"en": "A course opens."}))
        async with self.bot.database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == made.id).values(
                state=str(state), asked_hash=made.content.hash(), planned_at=self.services.now(), ended_at=self.services.now()))
            for phone, ended, segment in rows:
                person = (await self.services.people.look_up(phone.id)).id
                await connection.execute(insert(DELIVERIES).values(
                    broadcast_id=made.id, person_id=person, language="en", state=ended, reason="", segment=segment))
        return str(made.id)

    async def states(self, number: str) -> list[str]:
        """Return the states of its recipients."""
        async with self.bot.database.transaction() as connection:
            return list((await connection.execute(select(DELIVERIES.c.state).where(DELIVERIES.c.broadcast_id == number))).scalars())

    async def tap(self, phone: Phone, action: str) -> Message:
        """Press a button of this action, as a message of this chat has it, and return what comes."""
        phone.forget()
        await phone.asks("/menu")
        menu = phone.last
        phone.forget()
        await phone.press_raw(menu, pack(action, phone.id, self.bot.keys))
        return await phone.shown()

    async def press(self, phone: Phone, label: str) -> Message:
        """Press the newest button that says `label` and return what comes."""
        phone.forget()
        await phone.press(label)
        return await phone.shown()


@pytest.fixture
async def staffed(tmp_path: Path) -> AsyncIterator[Staffed]:
    """A running bot."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, inside(tmp_path, telegram, Later(), chat_rate=60_000) as bot:
        yield Staffed(bot, telegram, bot.application.bot_data)


async def test_send_again_is_offered_only_while_somebody_is_uncertain(staffed: Staffed) -> None:
    """Everything arrived: there is nothing to send again."""
    approver, reader = await staffed.person(Role.APPROVER), await staffed.person()
    whole = await staffed.announcement(approver, State.DONE, (reader, "sent", ""))
    assert "Send again to the uncertain" not in (await staffed.tap(approver, f"V:l:{whole}")).labels
    partly = await staffed.announcement(approver, State.DONE, (reader, "uncertain", ""))
    assert "Send again to the uncertain" in (await staffed.tap(approver, f"V:l:{partly}")).labels
    assert "may get it twice" in (await staffed.press(approver, "Send again to the uncertain")).text
    assert "Being sent again: 1." in (await staffed.press(approver, "Yes, send again")).text


async def test_an_old_yes_moves_nothing_of_what_was_stopped(staffed: Staffed) -> None:
    """The button stays in the chat, the announcement was stopped meanwhile."""
    approver, reader = await staffed.person(Role.APPROVER), await staffed.person()
    number = await staffed.announcement(approver, State.STOPPED, (reader, "uncertain", ""))
    assert "Nothing is sent again." in (await staffed.tap(approver, f"V:g:{number}:yes")).text
    assert await staffed.states(number) == ["uncertain"]


async def test_an_author_without_the_role_is_told_who_decides(staffed: Staffed) -> None:
    """And so are those who do."""
    editor, approver, reader = await staffed.person(Role.EDITOR), await staffed.person(Role.APPROVER), await staffed.person()
    number = await staffed.announcement(editor, State.DONE, (reader, "uncertain", ""))
    for action in (f"V:g:{number}", f"V:g:{number}:yes"):
        approver.forget()
        assert "an approver decides" in (await staffed.tap(editor, action)).text
        assert "would like to send them again" in (await approver.reply()).text
    assert await staffed.states(number) == ["uncertain"]
    assert "Uncertain: 1." in (await staffed.press(approver, "Read it")).text
    assert "Send again to the uncertain" in approver.last.labels


async def test_the_report_lists_the_uncertain_by_segment(staffed: Staffed) -> None:
    """In the reader's words: regions by name, who said any, everybody where there is no rule; never a person."""
    editor, readers = await staffed.person(Role.EDITOR), [await staffed.person() for _ in range(4)]
    regions = Content({"en": "A course opens."}, segment=Segment((Rule(By.REGION, ("geneva", "west-africa")),)))
    rows = [(phone, "uncertain", name) for phone, name in zip(readers, ("west-africa", "west-africa", "geneva", "any"), strict=True)]
    number = await staffed.announcement(editor, State.DONE, *rows, content=regions)
    text = (await staffed.tap(editor, f"V:l:{number}")).text
    assert "Uncertain: fewer than 5." in text  # a region may be that of an expression of interest
    for name in ("West Africa", "Geneva", "any region"):
        assert f"{name}: fewer than 5" in text
    everybody = await staffed.announcement(editor, State.DONE, (readers[0], "uncertain", "everybody"))
    assert "everybody: 1" in (await staffed.tap(editor, f"V:l:{everybody}")).text


async def test_the_dry_run_says_how_many_fit_what_and_how_many_are_left_out(staffed: Staffed) -> None:
    """By each value of the rules, and the number that the other side takes away."""
    editor = await staffed.person(Role.EDITOR)
    for wanted in (Wanted("west-africa", "online"), Wanted("", "workshop"), Wanted("", "workshop"), Wanted(), Wanted()):
        reader = await staffed.services.people.look_up((await staffed.person()).id)
        await staffed.services.subscriptions.add(reader.id, wanted)
    await staffed.services.subscriptions.add(reader.id, Wanted("", "geneva"))
    segment = Segment((Rule(By.KIND, ("online", "workshop")),), (Rule(By.KIND, ("geneva",)),))
    number = await staffed.announcement(editor, State.DRAFT, content=Content({"en": "A course opens."}, segment=segment))
    text = (await staffed.tap(editor, f"V:d:{number}")).text
    assert "It would go to 4 people." in text
    assert "kind of course: Online course (1), Workshop (2), any kind (1)" in text
    assert "fit a rule of who is left out: 1" in text
