"""Who is meant: rules of those who get it, rules of those who do not."""

from typing import Any

import pytest
from sqlalchemy import update

from bot.broadcasts.content import By, Content, Rule, Segment
from bot.courses.models import SubscriptionRow
from tests.broadcasts.conftest import TEXTS, Office

WISHES: Any = SubscriptionRow.__table__  # type: ignore[attr-defined]


async def wishing(office: Office, region: str, kind: str, number: int, first: int) -> list[str]:
    """Make people who want to hear of courses in this region, of this kind ("": any)."""
    people = await office.people({"en": number}, first=first)
    async with office.database.transaction() as connection:
        await connection.execute(update(WISHES).where(WISHES.c.person_id.in_(people)).values(region=region, kind=kind))
    return people


@pytest.mark.parametrize(("by", "value"), [(By.REGION, "mena"), (By.KIND, "online")])
async def test_leaving_out_one_value_leaves_in_who_said_any(office: Office, by: By, value: str) -> None:
    """Only who named it is left out; on the other side, "any" takes every value."""
    await wishing(office, "mena", "online", 1, 0)
    await wishing(office, "geneva", "workshop", 2, 10)
    await wishing(office, "", "", 4, 20)

    assert await office.segments.counts(Content(TEXTS, segment=Segment(exclude=(Rule(by, (value,)),)))) == {"en": 6}
    assert await office.segments.counts(Content(TEXTS, segment=Segment(include=(Rule(by, (value,)),)))) == {"en": 5}
