"""Members of staff change through the running bot: nobody gives themselves a role unseen, and the other admins hear of each change."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.app import Bot
from bot.broadcasts.content import Content
from bot.playground import Fault, Phone, StandIn
from bot.reporting import Reporter
from bot.staff.roles import Role
from bot.telegram.callbacks import pack
from tests.conftest import settle
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

NAMED = 720_000_001  # the account that the operator named


@dataclass
class Team:
    """The running bot, and a way to make members of staff."""

    bot: Bot
    telegram: StandIn
    phones: list[Phone] = field(default_factory=list)

    @property
    def services(self) -> Any:
        """What handlers use."""
        return self.bot.application.bot_data

    async def member(self, *roles: Role, language: str = "en") -> Phone:
        """Make a person who has these roles."""
        phone = await settle(self.telegram.person("Demo", language), language)
        await self.telegram.acknowledged()
        assert await self.services.staff.accept(await self.services.people.look_up(phone.id), await self.services.staff.invite(frozenset(roles), "operator"))
        await self.services.role_news.tell()
        self.phones.append(phone)
        for one in self.phones:
            one.forget()
        return phone

    async def number(self, phone: Phone) -> str:
        """Return the number of a member of staff."""
        return str((await self.services.staff.member(await self.services.people.look_up(phone.id))).id)

    async def opened(self, phone: Phone, *labels: str) -> str:
        """Open the menu of staff, press one button after the other, and return what is shown last."""
        await phone.asks("/staff")
        for label in labels:
            phone.forget()
            await phone.press(label)
            await phone.shown()
        return phone.last.text

    async def taps(self, phone: Phone, action: str) -> str:
        """Press a button that was shown before, and return what comes."""
        await phone.asks("/menu")
        shown = phone.last
        phone.forget()
        await phone.press_raw(shown, pack(action, phone.id, self.bot.keys))
        return (await phone.shown()).text


@pytest.fixture
async def team(tmp_path: Any) -> AsyncIterator[Team]:
    """A bot with nobody on staff yet."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, inside(
            tmp_path, telegram, Later(), chat_rate=60_000, admin_telegram_ids=(NAMED,)) as bot:
        yield Team(bot, telegram)


async def test_a_single_admin_changes_their_own_roles_and_is_told_so(team: Team) -> None:
    """Otherwise a team of one could do nothing; it is said, and another admin is advised."""
    admin = await team.member(Role.ADMIN)
    assert "You are the only admin" in await team.opened(admin, "Members", f"1. {(await team.number(admin))[:8]}")
    admin.forget()
    await admin.press("▫️ Editor")
    assert "✅ Editor" in str((await admin.shown()).labels)


async def test_with_two_admins_nobody_changes_their_own_roles(team: Team) -> None:
    """No button, an old button does nothing, and one's own invitation is refused."""
    admin, _ = await team.member(Role.ADMIN), await team.member(Role.ADMIN, language="fr")
    number = await team.number(admin)
    shown = await team.taps(admin, f"S:m:{number}")
    assert "Another admin changes them" in shown
    assert "Editor" not in str(admin.last.labels)
    assert "Another admin changes them" in await team.taps(admin, f"S:m:{number}:+editor")
    link = (await team.opened(admin, "Invite", "Approver")).split("start=")[1].split()[0]
    assert "nobody gives themselves a role" in (await admin.asks(f"/start {link}")).text
    assert (await team.services.staff.member(await team.services.people.look_up(admin.id))).roles == {Role.ADMIN}


async def test_all_other_admins_hear_of_each_change(team: Team) -> None:
    """By number, in their own language; once, also when the button is tapped twice; who was an admin until now hears it, too."""
    admin, other, editor = await team.member(Role.ADMIN), await team.member(Role.ADMIN, language="fr"), await team.member(Role.EDITOR)
    number, by = (await team.number(editor))[:8], (await team.number(admin))[:8]
    whole = await team.number(editor)
    for phone in (admin, other, editor):
        phone.forget()
    for _ in range(2):
        await team.taps(admin, f"S:m:{whole}:+approver")
        assert {"✅ Approver", "✅ Editor"} <= set(admin.last.labels)
    told = (await other.reply()).text
    assert told.startswith("Un rôle a été donné.")
    assert all(word in told for word in (number, by, "Validation"))
    await other.stays_silent(0.1)
    await editor.stays_silent(0.1)

    await team.taps(admin, f"S:m:{await team.number(other)}:-admin")
    assert "Administration" in (await other.reply()).text
    events = [event for _, actor, event, _ in await team.services.audit.recent() if actor.startswith(by)]
    assert events == ["role-taken-admin", "role-given-approver"]


async def test_a_change_that_nobody_was_told_of_is_told_after_the_restart(tmp_path: Path) -> None:
    """Killed between the commit and the telling: each other admin hears it once, who is none any more, too; what did not arrive is told an hour later."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram:
        async with inside(tmp_path, telegram, Later(), chat_rate=60_000) as bot:
            team = Team(bot, telegram)
            admin, other, former, editor = [await team.member(role) for role in (Role.ADMIN, Role.ADMIN, Role.ADMIN, Role.EDITOR)]
            by, numbers = await team.number(admin), [await team.number(phone) for phone in (editor, former)]
            for phone in (admin, other, former):
                phone.forget()
            staff = team.services.staff
            assert await staff.change_role(numbers[0], Role.APPROVER, by, give=True) == "done"
            assert await staff.change_role(numbers[1], Role.ADMIN, by, give=False) == "done"
            secret = await staff.invite(frozenset({Role.REVIEWER, Role.RESPONDER}), by)
            guest = await settle(telegram.person("Demo", "en"))
            await telegram.acknowledged()
            joined = await staff.accept(await team.services.people.look_up(guest.id), secret)
        telegram.misbehave("sendMessage", Fault.not_ok(), times=3)  # the head of the trail for two admins, and the first of the news
        async with inside(tmp_path, telegram, Later(), chat_rate=60_000) as bot:
            await asyncio.sleep(0.5)  # the round that each start begins with
            assert await bot.application.bot_data.role_news.tell() == 1
            heard = {phone.id: sorted([(await phone.reply()).text for _ in range(number)]) for phone, number in ((former, 2), (other, 3), (admin, 1))}
            given, taken, used = "A role was given.", "A role was taken away.", "An invitation was used."
            assert [text.split(".")[0] + "." for text in heard[former.id]] == [given, taken]
            assert [text.split(".")[0] + "." for text in heard[other.id]] == [given, taken, used]
            assert all(numbers[0][:8] in text and by[:8] in text for text in (heard[other.id][0], heard[former.id][0]))
            assert "Responder, Reviewer" in heard[other.id][2]
            assert heard[admin.id][0].startswith(f"Your invitation was used. The new member has the number {joined.id[:8]}")
            assert await bot.application.bot_data.role_news.tell() == 0
            for phone in (admin, other, former):
                await phone.stays_silent(0.1)


async def test_all_other_admins_hear_who_joined(team: Team) -> None:
    """The inviting one as before, the other one by whom and as what."""
    admin, other = await team.member(Role.ADMIN), await team.member(Role.ADMIN)
    link = (await team.opened(admin, "Invite", "Reviewer")).split("start=")[1].split()[0]
    guest = await settle(team.telegram.person("Demo", "en"))
    for phone in (admin, other):
        phone.forget()
    assert "Welcome to the team" in (await guest.asks(f"/start {link}")).text
    number = (await team.number(guest))[:8]
    assert f"the number {number}" in (await admin.reply()).text
    told = (await other.reply()).text
    assert f"Number {number} now has the roles: Reviewer. Invited by: {(await team.number(admin))[:8]}." in told


async def test_an_admin_whom_the_operator_named_hears_that_an_announcement_is_late(team: Team) -> None:
    """Without ever having typed /staff."""
    named = await settle(team.telegram.person("Demo", "fr", id=NAMED), "fr")
    await team.telegram.acknowledged()
    services = team.services
    found = await services.broadcasts.begin("author", Content({"en": "Demo"}))
    reporter = Reporter(services)
    await reporter.asks(found, "late")
    assert "plus d’une heure de retard" in (await named.reply()).text


@pytest.mark.parametrize(("language", "steps", "welcome"), [
    ("en", ("English", "I understand"), "Welcome to the team."), ("ar", ("العربية", "فهمت"), "أهلًا بكم في الفريق.")])
async def test_a_newcomer_with_an_invitation_joins_after_the_safety_notice(team: Team, language: str, steps: tuple[str, ...], welcome: str) -> None:
    """Without opening the link again; not before the notice; the admin hears of it then."""
    admin = await team.member(Role.ADMIN)
    secret = await team.services.staff.invite(frozenset({Role.EDITOR}), await team.number(admin))
    guest = team.telegram.person("Demo", language)
    await guest.asks(f"/start s_{secret}")
    for label in steps:
        await admin.stays_silent(0.05)
        guest.forget()
        await guest.press(label)
        await guest.shown()
    assert welcome in (await guest.reply()).text
    assert "invitation was used" in (await admin.reply()).text
    await team.telegram.acknowledged()
    assert (await team.services.staff.member(await team.services.people.look_up(guest.id))).roles == {Role.EDITOR}
    assert (await team.services.people.look_up(guest.id)).dialog.link == ""


async def test_an_invitation_waits_for_a_language_and_is_forgotten_when_it_is_none(team: Team) -> None:
    """Who asks first, and understands the notice without having chosen a language, chooses one; a link that does not work looks like none."""
    secret = await team.services.staff.invite(frozenset({Role.EDITOR}), "operator")
    for token, joins in ((secret, True), ("A" * 22, False)):
        guest = team.telegram.person("Demo", "en")
        await guest.asks(f"/start s_{token}")
        await guest.says("What is a special rapporteur?")
        await guest.replies(2)
        for label in ("I understand", "English", "I understand"):
            guest.forget()
            await guest.press(label)
            await guest.shown()
        if joins:
            assert "Welcome to the team" in (await guest.reply()).text
        else:
            await guest.stays_silent(0.1)
        await team.telegram.acknowledged()
        person = await team.services.people.look_up(guest.id)
        assert person.understood
        assert person.dialog.link == ""
        assert (await team.services.staff.member(person) is not None) is joins
