"""Whoever leaves the staff leaves nothing that works in their name; the others hear of it, and so does the audit trail."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.broadcasts.content import State
from bot.broadcasts.models import BROADCASTS
from bot.i18n import Words
from bot.staff.models import INVITATIONS
from bot.staff.roles import Role
from tests.e2e.membership import House, house


@pytest.fixture
async def home(tmp_path: Path, words: Words) -> AsyncIterator[House]:
    """The house as most operators have it."""
    async with house(tmp_path, words) as made:
        yield made


async def test_invitations_go_with_whoever_made_them(home: House) -> None:
    """An admin, though there is another one, erases themselves and opens their own links: they are an admin again, and nothing more."""
    other = await home.member(Role.ADMIN)
    kept = [await home.invites(home.named, role) for role in (Role.EDITOR, Role.APPROVER)]
    await home.deletes_and_returns(home.named)
    async with home.bot.database.transaction() as connection:
        assert (await connection.execute(select(func.count()).select_from(INVITATIONS))).scalar_one() == 0

    for secret in kept:
        assert "does not work for you" in await home.joins(home.named, secret)
    assert (await home.who(home.named)).roles == {Role.ADMIN}
    guest = await home.member(Role.RESPONDER)
    for secret in kept:
        assert "Welcome to the team" not in await home.joins(guest, secret)
    assert (await home.who(other)).roles == {Role.ADMIN}


async def test_a_member_who_erases_themselves_stands_in_the_trail_and_the_admins_hear_of_it(home: House) -> None:
    """Under their number, with how much went; the others on staff are not called for nothing. They are told before what stays."""
    other, responder, leaving = await home.member(Role.ADMIN), await home.member(Role.RESPONDER), await home.member(Role.EDITOR)
    number = await home.number(leaving)
    await home.number(home.named)
    await home.services.role_news.tell()
    for phone in (other, responder, home.named):
        phone.forget()
    assert "You are on the staff. This ends it." in await home.says(leaving, "/delete")
    await home.deletes_and_returns(leaving)

    for phone in (other, home.named):
        assert f"Number {number[:8]} erased themselves" in (await phone.reply()).text
    await responder.stays_silent(0.1)
    assert (await home.trail())[-2:] == [(number, "member-left", number), ("person", "erased", "people 1")]
    assert (await home.services.audit.verify()).broken is None


async def test_anybodys_erasure_stands_in_the_trail_without_who_or_when(home: House) -> None:
    """How many rows of which kind, and the day; somebody of whom nothing was kept leaves no entry, nor does a second press."""
    await home.deletes_and_returns(home.reader)
    assert "You are on the staff" not in await home.says(home.reader, "/delete")
    at, actor, event, what = (await home.services.audit.recent(1))[0]
    assert (actor, event, what) == ("person", "erased", "people 1")
    assert f"{at:%H:%M:%S}" == "23:59:59"

    entries = len(await home.trail())
    stranger = home.telegram.person("Demo", "en")
    await stranger.asks("/start")
    await home.says(stranger, "/delete")
    stranger.forget()
    await stranger.press("Yes, erase everything")
    await stranger.reply()
    assert len(await home.trail()) == entries


async def test_what_nobody_got_yet_is_taken_back_and_everybody_on_staff_is_told(home: House) -> None:
    """One waits, one is released, one is a draft: the first two are drafts again, and nothing goes out when the delay is over."""
    editor, approver, responder = await home.member(Role.EDITOR), await home.member(Role.APPROVER), await home.member(Role.RESPONDER)
    waiting, released = await home.asked(editor), await home.released(editor, approver)
    number = await home.number(editor)
    for phone in (approver, responder, home.named):
        phone.forget()
    await home.deletes_and_returns(editor)

    for phone in (approver, responder, home.named):
        if phone is home.named:
            assert "Somebody left the staff" in (await phone.reply()).text
        told = (await phone.reply()).text
        assert "Announcements taken back before they went out: 2." in told
        assert number[:8] in told
    assert [await home.state(one) for one in (waiting, released)] == [State.DRAFT] * 2
    assert (await home.found(released)).released_by is None
    assert "Released." not in await home.releases(approver, released)
    await home.reader.stays_silent(0.1)


async def test_what_is_being_sent_goes_on_and_the_others_get_its_report(home: House) -> None:
    """Somebody has it already. The others are told; whoever may release reads how it ended."""
    editor, approver = await home.member(Role.EDITOR), await home.member(Role.APPROVER)
    found = await home.released(editor, approver)
    async with home.bot.database.transaction() as connection:  # as it is after a pause
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == found.id).values(state=str(State.PAUSED)))
    await home.telegram.acknowledged()
    approver.forget()
    home.reader.forget()
    await home.deletes_and_returns(editor)
    assert "without their author" in (await approver.reply()).text

    approver.forget()
    await home.taps(approver, f"V:u:{found.id}")
    await home.ends(found)
    assert "A demo course opens." in (await home.reader.reply()).text
    report = (await approver.reply()).text
    assert "1" in report
    assert "Sent" in report


async def test_taking_a_role_away_tells_what_became_of_the_announcements(home: House) -> None:
    """Once: a second tap takes nothing back; a role that has to do with neither tells nothing."""
    editor, approver = await home.member(Role.EDITOR, Role.RESPONDER), await home.member(Role.APPROVER)
    asked = await home.asked(editor)
    await home.telegram.acknowledged()
    approver.forget()
    await home.gives(home.named, asked.author, "-responder")
    assert await home.state(asked) is State.WAITING
    await home.gives(home.named, asked.author, "+responder", "-editor", "-editor")
    await home.telegram.acknowledged()
    assert "taken back before they went out: 1." in (await approver.reply()).text
    await approver.stays_silent(0.1)
