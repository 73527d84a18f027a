"""P21: recipients go 30 days after the end and leave totals, announcements after a year, drafts that nobody asked for after 90 days."""

import pytest
from sqlalchemy import func, select, update

from bot.broadcasts import retention
from bot.broadcasts.content import Content
from bot.broadcasts.ledger import Delivery
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.retention import Gone, forget_broadcasts
from bot.i18n import Words
from bot.naming import Reader
from bot.reporting import report
from bot.staff.retention import forget_staff
from bot.staff.roles import Role
from bot.staff.service import INVITED_FOR, Staff
from bot.usecases import LOCALES
from tests.broadcasts.conftest import AUTHOR, TEXTS, Office
from tests.broadcasts.test_sender import Post, send


async def rows(office: Office) -> int:
    """Count the recipients."""
    async with office.database.transaction() as connection:
        return int((await connection.execute(select(func.count()).select_from(DELIVERIES))).scalar_one())


async def test_recipients_go_after_30_days_and_only_totals_stay(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second before they stay; then the counts and the report are the same without a row. In pieces, and twice, nothing is counted twice."""
    monkeypatch.setattr(retention, "PIECE", 3)
    await office.people({"en": 10})
    broadcast = await office.released()
    await send(office, broadcast, Post(lambda number: Delivery.GONE if number == 9 else Delivery.SENT))
    counts = await office.ledger.counts(broadcast.id)
    told = await report(broadcast, counts, office.ledger, office.clock(), language="en", reader=reader)

    office.clock.forward(days=30, seconds=-1)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 0)
    office.clock.forward(days=-60)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 0)
    office.clock.forward(days=60, seconds=1)
    assert await forget_broadcasts(office.database, office.clock) == Gone(10, 0)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 0)
    assert await rows(office) == 0
    assert await office.ledger.counts(broadcast.id) == counts
    assert await report(broadcast, counts, office.ledger, office.clock(), language="en", reader=reader) == told


async def test_announcements_go_a_year_after_their_end(office: Office) -> None:
    """And one that never ended stays."""
    await office.people({"en": 2})
    broadcast = await office.released()
    await send(office, broadcast, Post())
    waiting = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    await office.releases.ask(waiting.id, AUTHOR)

    office.clock.forward(days=365, seconds=-1)
    assert (await forget_broadcasts(office.database, office.clock)).broadcasts == 0
    office.clock.forward(seconds=1)
    assert (await forget_broadcasts(office.database, office.clock)).broadcasts == 1
    assert await office.broadcasts.get(broadcast.id) is None
    assert await office.broadcasts.get(waiting.id) is not None


async def test_a_draft_goes_90_days_after_its_last_change(office: Office) -> None:
    """Nobody asked to release it."""
    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    office.clock.forward(days=60)
    await office.broadcasts.edit(draft.id, AUTHOR, lambda _: Content({"en": "Another."}))
    office.clock.forward(days=90, seconds=-1)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 0)
    office.clock.forward(seconds=1)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 1)


async def test_what_is_still_being_sent_keeps_its_recipients(office: Office) -> None:
    """However long ago it began."""
    await office.people({"en": 3})
    broadcast = await office.released()
    await send(office, broadcast, Post())
    async with office.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast.id).values(ended_at=None, state="paused"))
    office.clock.forward(days=400)
    assert await forget_broadcasts(office.database, office.clock) == Gone(0, 0)
    assert await rows(office) == 3


async def test_invitations_go_when_they_run_out(office: Office) -> None:
    """After 48 hours, not a second sooner."""
    await Staff(office.database, office.keys, office.audit, office.clock).invite(frozenset({Role.EDITOR}), AUTHOR)
    office.clock.forward(seconds=INVITED_FOR.total_seconds() - 1)
    assert (await forget_staff(office.database, office.clock))["invitations"] == 0
    office.clock.forward(seconds=1)
    assert (await forget_staff(office.database, office.clock))["invitations"] == 1


async def reader(content: Content) -> Reader:
    """Return what an English reader of the report needs; no course is named in it."""
    assert content.course_id is None
    return Reader("en", Words(LOCALES), {})
