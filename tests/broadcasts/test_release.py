"""P24: no one person can write to everybody."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from bot.broadcasts.content import Broadcast, By, Content, Rule, Segment, State
from bot.broadcasts.models import BROADCASTS
from bot.broadcasts.release import Outcome
from bot.broadcasts.service import with_text
from bot.courses.models import SUBSCRIPTIONS
from bot.staff.models import STAFF
from tests.broadcasts.conftest import APPROVER, AUTHOR, TEXTS, Office


async def asked(office: Office) -> Broadcast:
    """Return an announcement to three people whose release was asked for."""
    await office.people({"en": 2, "fr": 1})
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    assert await office.releases.ask(draft.id, AUTHOR) is Outcome.DONE
    found = await office.broadcasts.get(draft.id)
    assert found is not None
    assert (found.state, found.asked_count) == (State.WAITING, 3)
    return found


async def state(office: Office, broadcast: Broadcast) -> State | None:
    """Return the present state."""
    return await office.queue.state(broadcast.id)


async def test_the_author_cannot_release(office: Office) -> None:
    """Not by the service, and not by the database."""
    waiting = await asked(office)
    await _set_roles(office, AUTHOR, "editor approver")

    assert await office.releases.release(waiting.id, AUTHOR, waiting.asked_hash) is Outcome.SAME_PERSON
    with pytest.raises(IntegrityError):
        async with office.database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == waiting.id).values(released_by=AUTHOR))
    assert await state(office, waiting) is State.WAITING


async def test_a_single_member_of_staff_may_when_the_operator_allows_it(office: Office) -> None:
    """It is noted, so that each report can say so."""
    waiting = await asked(office)
    await _set_roles(office, AUTHOR, "editor approver")
    office.releases._second_person = False

    assert await office.releases.release(waiting.id, AUTHOR, waiting.asked_hash) is Outcome.DONE
    found = await office.broadcasts.get(waiting.id)
    assert found is not None
    assert found.alone


@pytest.mark.parametrize("change", [
    lambda content: with_text(content, "en", "Another text."),
    lambda content: with_text(content, "ar", ""),
    lambda content: replace(content, buttons=("open",)),
    lambda content: replace(content, segment=Segment((Rule(By.LANGUAGE, ("en",)),))),
    lambda content: replace(content, zone="Africa/Dakar"),
    lambda content: replace(content, fallback="en"),
    lambda content: replace(content, media="photo:abc"),
])
async def test_any_edit_voids_the_release(office: Office, change: object) -> None:
    """Asked for or given: after an edit it is a draft again, and what was shown can't be released."""
    waiting = await asked(office)
    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.DONE

    edited = await office.broadcasts.edit(waiting.id, AUTHOR, change)  # type: ignore[arg-type]
    assert edited is not None
    assert (edited.state, edited.released_by, edited.asked_hash) == (State.DRAFT, None, "")
    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.GONE
    await office.releases.ask(waiting.id, AUTHOR)
    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.CHANGED


async def test_only_an_approver_releases_also_when_demoted_meanwhile(office: Office) -> None:
    """The role is looked at in the transaction that releases."""
    waiting = await asked(office)
    await _set_roles(office, APPROVER, "editor")

    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.NOT_ALLOWED
    async with office.database.transaction() as connection:
        await connection.execute(delete(STAFF).where(STAFF.c.id == APPROVER))
    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.NOT_ALLOWED
    assert await state(office, waiting) is State.WAITING


async def test_a_segment_that_grew_is_another_one(office: Office) -> None:
    """The count that was shown is part of what is released."""
    waiting = await asked(office)
    await office.people({"en": 20}, first=500)

    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.DRIFTED
    await office.releases.ask(waiting.id, AUTHOR)
    assert await office.releases.release(waiting.id, APPROVER, waiting.asked_hash) is Outcome.DONE


async def test_two_approvers_and_a_double_tap_release_once(office: Office) -> None:
    """One of them did it; the delay begins once."""
    await office.staff("third", "approver", 900_200)
    waiting = await asked(office)

    outcomes = await asyncio.gather(*(office.releases.release(waiting.id, by, waiting.asked_hash) for by in (APPROVER, "third", APPROVER)))
    assert sorted(outcomes).count(Outcome.DONE) == 1
    assert await state(office, waiting) is State.RELEASED


async def test_nobody_to_write_to_or_nothing_to_say_is_not_released(office: Office) -> None:
    """An empty segment, an empty text."""
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    assert await office.releases.ask(draft.id, AUTHOR) is Outcome.EMPTY
    await office.people({"en": 1})
    empty = await office.broadcasts.begin(AUTHOR, Content({}))
    assert await office.releases.ask(empty.id, AUTHOR) is Outcome.EMPTY


async def test_it_waits_for_the_delay_and_asks_when_it_is_late(office: Office) -> None:
    """Ten minutes to stop it; more than an hour late: a person decides."""
    waiting = await asked(office)
    await office.releases.release(waiting.id, APPROVER, waiting.asked_hash)
    office.clock.forward(minutes=9, seconds=59)
    assert await office.queue.next() is None

    office.clock.forward(minutes=61, seconds=2)
    assert [late.id for late in await office.queue.late()] == [waiting.id]
    assert await office.queue.next() is None
    assert await office.releases.confirm_late(waiting.id, AUTHOR) is Outcome.NOT_ALLOWED
    assert await office.releases.confirm_late(waiting.id, APPROVER) is Outcome.DONE
    found = await office.queue.next()
    assert found is not None
    assert found.id == waiting.id


async def test_stopping_and_pausing(office: Office) -> None:
    """Each from the states where it makes sense, once."""
    waiting = await asked(office)
    assert await office.releases.pause(waiting.id, APPROVER) is Outcome.GONE
    await office.releases.release(waiting.id, APPROVER, waiting.asked_hash)
    office.clock.forward(minutes=10)
    await office.queue.next()

    for step in (office.releases.pause, office.releases.resume, office.releases.stop):
        assert await step(waiting.id, APPROVER) is Outcome.DONE
    assert await office.releases.stop(waiting.id, APPROVER) is Outcome.GONE
    assert await office.releases.resume(waiting.id, APPROVER) is Outcome.GONE


async def test_only_an_approver_resumes_and_after_an_hour_it_asks(office: Office) -> None:
    """What was paused for long may no longer be true: it goes on only when an approver sends it all the same."""
    waiting = await asked(office)
    await office.releases.release(waiting.id, APPROVER, waiting.asked_hash)
    office.clock.forward(minutes=10)
    await office.queue.next()
    await office.releases.pause(waiting.id, AUTHOR)
    assert await office.audit.last_actor("broadcast-paused", waiting.id) == AUTHOR
    assert await office.audit.last_actor("broadcast-paused", "another") == ""
    assert await office.releases.resume(waiting.id, AUTHOR) is Outcome.NOT_ALLOWED

    office.clock.forward(hours=1, seconds=1)
    assert await office.releases.resume(waiting.id, APPROVER) is Outcome.LATE
    assert await state(office, waiting) is State.PAUSED
    assert await office.releases.confirm_late(waiting.id, AUTHOR) is Outcome.NOT_ALLOWED
    assert await office.releases.confirm_late(waiting.id, APPROVER) is Outcome.DONE
    assert await state(office, waiting) is State.SENDING
    assert await office.releases.confirm_late(waiting.id, APPROVER) is Outcome.GONE


async def test_only_people_who_asked_are_counted(office: Office) -> None:
    """Not who merely uses the guide, left, did not read the notice, or wants no announcements."""
    await office.people({"en": 3})
    for number, columns in enumerate(({"gone_on": office.clock().date()}, {"consent_version": 0}, {"quiet": True})):
        await office.people({"en": 1}, first=100 * (number + 1), **columns)
    await office.people({"en": 1}, subscribed=False, first=1000)

    assert await office.segments.counts(Content(TEXTS)) == {"en": 3}
    assert await office.segments.counts(Content({"fr": "x"})) == {"skipped": 3}
    assert await office.segments.counts(Content({"fr": "x"}, fallback="fr")) == {"en": 3}
    async with office.database.transaction() as connection:
        await connection.execute(delete(SUBSCRIPTIONS))
    assert await office.segments.counts(Content(TEXTS)) == {}


async def _set_roles(office: Office, staff_id: str, roles: str) -> None:
    async with office.database.transaction() as connection:
        await connection.execute(update(STAFF).where(STAFF.c.id == staff_id).values(roles=roles))
