"""P24: two people are two accounts. Whoever leaves the staff and comes back under a new number is no second person for what they did before."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.broadcasts.content import State
from bot.courses.letters import Outcome
from bot.courses.models import REVIEWS
from bot.i18n import Words
from bot.staff.roles import Role
from tests.e2e.membership import COURSE, House, house

ROLES = ("+editor", "+approver")


@pytest.fixture
async def home(tmp_path: Path, words: Words) -> AsyncIterator[House]:
    """The house as most operators have it."""
    async with house(tmp_path, words) as made:
        yield made


async def test_who_erases_themselves_and_returns_does_not_release_their_own(home: House) -> None:
    """A single admin writes, erases themselves, comes back and is an approver: what waited is a draft of somebody who left."""
    await home.gives(home.named, await home.number(home.named), "+editor")
    asked = await home.asked(home.named)

    await home.deletes_and_returns(home.named)
    number = await home.number(home.named)
    assert number != asked.author
    await home.gives(home.named, number, *ROLES)
    assert "There are none" in await home.taps(home.named, "V:wait")
    assert "Released." not in await home.releases(home.named, asked)
    assert await home.state(asked) is State.DRAFT


async def test_who_is_removed_and_invited_again_does_not_release_their_own(home: House) -> None:
    """An admin moves an editor to approver by way of a new invitation: what waited was taken back when the membership ended."""
    editor, approver = await home.member(Role.EDITOR), await home.member(Role.APPROVER)
    asked = await home.asked(editor)
    await home.gives(home.named, asked.author, "-editor")
    assert "Welcome to the team" in await home.joins(editor, await home.invites(home.named, Role.APPROVER))

    assert await home.number(editor) != asked.author
    for phone in (editor, approver):
        assert "Released." not in await home.releases(phone, asked)
    assert await home.state(asked) is State.DRAFT


async def test_a_role_that_moves_leaves_ones_own_text_ones_own(home: House) -> None:
    """Approver on and editor off, without leaving the staff: first the same person, then no request stands any more."""
    member = await home.member(Role.EDITOR, Role.RESPONDER)
    asked = await home.asked(member)
    await home.gives(home.named, asked.author, "+approver")
    assert "a second person must" in await home.releases(member, asked)
    await home.gives(home.named, asked.author, "-editor")
    assert "Released." not in await home.releases(member, asked)
    assert await home.state(asked) is State.DRAFT


async def test_the_same_reviewer_does_not_file_a_second_review(home: House) -> None:
    """Removed and invited again: what they filed stays filed once and is theirs to read; what they abstained from stays closed to them."""
    filed, left = await home.world.interest(COURSE), await home.world.interest(COURSE)
    reviewer = await home.member(Role.REVIEWER)
    number = await home.number(reviewer)
    assert "Filed." in await home.files(reviewer, filed)
    assert "abstention is filed" in await home.abstains(reviewer, left)

    await home.gives(home.named, number, "-reviewer")
    assert "Welcome to the team" in await home.joins(reviewer, await home.invites(home.named, Role.REVIEWER))
    assert await home.number(reviewer) != number
    assert "Nothing is left" in await home.taps(reviewer, f"J:n:{COURSE}")
    assert "abstained" in await home.taps(reviewer, f"J:v:{left}")
    assert "My reason." in await home.taps(reviewer, f"J:o:{filed}")
    await home.files(reviewer, filed)
    async with home.bot.database.transaction() as connection:
        count = select(func.count()).select_from(REVIEWS).where(REVIEWS.c.interest_id == filed)
        assert (await connection.execute(count)).scalar_one() == 1


async def test_who_decided_does_not_release_the_letters_under_a_new_number(home: House) -> None:
    """A decision outlives the membership of whoever took it, and so does that it was theirs."""
    row = await home.world.interest(COURSE)
    await home.world.reviewed(row)
    await home.world.write_letters(COURSE)
    approver, second = await home.member(Role.APPROVER), await home.member(Role.APPROVER)
    number = await home.number(approver)
    assert "decide" not in await home.taps(approver, f"J:D:a:{row}")
    await home.gives(home.named, number, "-approver")
    await home.joins(approver, await home.invites(home.named, Role.APPROVER))

    found, _ = await home.services.letter_releases.look(COURSE)
    shown = found.hash[:16]
    assert "Asked." in await home.taps(second, f"J:A:{COURSE}:{shown}")
    assert "decided on some of it" in await home.taps(approver, f"J:R:{COURSE}:{shown}")
    assert (await home.world.row(row)).state != Outcome.ACCEPTED


async def test_a_file_that_was_asked_for_is_void_when_the_membership_ends(home: House) -> None:
    """Nobody confirms it, least of all whoever asked and came back."""
    await home.world.interest(COURSE)
    approver, second = await home.member(Role.APPROVER), await home.member(Role.APPROVER)
    number = await home.number(approver)
    await home.taps(approver, f"J:y:{COURSE}")
    assert await home.services.exports.waiting(COURSE) is not None
    await home.gives(home.named, number, "-approver")
    assert await home.services.exports.waiting(COURSE) is None
    await home.joins(approver, await home.invites(home.named, Role.APPROVER))
    for phone in (approver, second):
        phone.forget()
        assert "Nobody" in await home.taps(phone, f"J:X:{COURSE}")


async def test_with_the_second_person_switched_off_one_person_releases_and_each_report_says_so(tmp_path: Path, words: Words) -> None:
    """Also after having left and come back; what waited then was taken back all the same."""
    async with house(tmp_path, words, second_person=False, release_delay=0) as home:
        await home.gives(home.named, await home.number(home.named), *ROLES)
        before = await home.asked(home.named)
        await home.deletes_and_returns(home.named)
        assert await home.state(before) is State.DRAFT
        await home.gives(home.named, await home.number(home.named), *ROLES)
        asked = await home.asked(home.named)
        assert "without a second person" in await home.releases(home.named, asked)
        await home.ends(asked)
        assert "without a second person" in await home.taps(home.named, f"V:l:{asked.id}")
