"""Regions of expressions of interest: the form keeps the continent only, so a rule about a part of Africa cannot know who is in it."""

import uuid
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.broadcasts.content import By, Content, Rule, Segment
from bot.courses.models import INTERESTS, SUBSCRIPTIONS
from tests.broadcasts.conftest import TEXTS, Office
from tests.courses.selecting import World

WEST = Rule(By.REGION, ("west-africa",))


async def interested(office: Office, region: str, number: int, first: int) -> list[str]:
    """Make people who sent an expression of interest from a region, as the form keeps it."""
    people, sealed = await office.people({"en": number}, subscribed=False, first=first), office.keys.seal("{}", "interests", "answers", "x")
    async with office.database.transaction() as connection:
        await connection.execute(insert(INTERESTS), [
            {"id": str(uuid.uuid4()), "person_id": one, "course_id": "demo", "code": f"C-{first}-{place}", "state": "received", "language": "en",
             "region": region, "answers": sealed, "version": 1, "sent_on": office.clock().date(), "decided_on": None} for place, one in enumerate(people)])
    return people


@pytest.fixture
async def africans(office: Office, words: Any) -> Office:
    """Eight people from Africa, three from the Middle East, two who did not say; and two who want to hear of West Africa."""
    await World(office.database, office.keys, office.clock, words).course()
    for place, (region, number) in enumerate((("africa", 8), ("mena", 3), ("", 2))):
        await interested(office, region, number, 100 * place)
    wishing = await office.people({"en": 2}, first=900)
    async with office.database.transaction() as connection:
        await connection.execute(update(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id.in_(wishing)).values(region="west-africa"))
    return office


async def reached(office: Office, *include: Rule, exclude: tuple[Rule, ...] = ()) -> int:
    """Return how many a segment reaches."""
    return sum((await office.segments.counts(Content(TEXTS, segment=Segment(include, exclude)))).values())


async def test_africa_can_be_chosen_and_reaches_who_said_so(africans: Office) -> None:
    """Also who wants to hear of a part of it."""
    africa = Rule(By.REGION, ("africa",))
    assert await reached(africans, africa) == 10
    assert await reached(africans, exclude=(africa,)) == 5


async def test_a_part_of_africa_does_not_reach_who_said_only_africa(africans: Office) -> None:
    """And says how many those are; nothing is said where the rule is about another place, or Africa is chosen too."""
    assert await reached(africans, WEST) == 2
    segment = Segment((WEST,))
    assert await africans.segments.only_africa(Content(TEXTS, segment=segment)) == {"missed": 8}
    for values in (("asia-pacific",), ("west-africa", "africa")):
        assert await africans.segments.only_africa(Content(TEXTS, segment=Segment((Rule(By.REGION, values),)))) == {}


@pytest.mark.parametrize("value", ["west-africa", "north-africa", "mena"])
async def test_leaving_out_a_part_of_africa_leaves_out_who_said_only_africa(africans: Office, value: str) -> None:
    """They may be there: the safe side. The Middle East and North Africa have a part of Africa in them."""
    rule = Rule(By.REGION, (value,))
    named = {"west-africa": 2, "north-africa": 0, "mena": 3}[value]
    assert await reached(africans, exclude=(rule,)) == 15 - 8 - named
    content = Content(TEXTS, segment=Segment(exclude=(rule,)))
    assert (await africans.segments.left_out(content))["excluded"] == 8 + named
    assert await africans.segments.only_africa(content) == {"out": 8}


async def test_leaving_out_another_region_leaves_in_who_said_africa(africans: Office) -> None:
    """Asia is not Africa."""
    assert await reached(africans, exclude=(Rule(By.REGION, ("asia-pacific",)),)) == 15
