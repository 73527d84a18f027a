"""Who is meant: rules of those who get it, rules of those who do not."""


import pytest
from sqlalchemy import insert, select, update

from bot.broadcasts.content import By, Content, Kind, Rule, Segment
from bot.broadcasts.ledger import Delivery, Settled
from bot.broadcasts.models import DELIVERIES, FOLLOWS
from bot.broadcasts.plan import Plan
from bot.broadcasts.segments import ANY, EVERYBODY, noted
from bot.courses.models import SUBSCRIPTIONS
from tests.broadcasts.conftest import TEXTS, Office


async def wishing(office: Office, region: str, kind: str, number: int, first: int) -> list[str]:
    """Make people who want to hear of courses in this region, of this kind ("": any)."""
    people = await office.people({"en": number}, first=first)
    async with office.database.transaction() as connection:
        await connection.execute(update(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id.in_(people)).values(region=region, kind=kind))
    return people


@pytest.mark.parametrize(("by", "value"), [(By.REGION, "mena"), (By.KIND, "online")])
async def test_leaving_out_one_value_leaves_in_who_said_any(office: Office, by: By, value: str) -> None:
    """Only who named it is left out; on the other side, "any" takes every value."""
    await wishing(office, "mena", "online", 1, 0)
    await wishing(office, "geneva", "workshop", 2, 10)
    await wishing(office, "", "", 4, 20)

    assert await office.segments.counts(Content(TEXTS, segment=Segment(exclude=(Rule(by, (value,)),)))) == {"en": 6}
    assert await office.segments.counts(Content(TEXTS, segment=Segment(include=(Rule(by, (value,)),)))) == {"en": 5}


async def segments_of(office: Office, content: Content) -> dict[str, str]:
    """Plan the announcement; return person → segment."""
    broadcast = await office.released(content)
    await Plan(office.database, office.clock).recipients(broadcast)
    async with office.database.transaction() as connection:
        rows = (await connection.execute(select(DELIVERIES.c.person_id, DELIVERIES.c.segment).where(DELIVERIES.c.broadcast_id == broadcast.id))).all()
    await office.queue.void(broadcast.id)
    return {row.person_id: row.segment for row in rows}


async def test_the_plan_notes_what_each_falls_under(office: Office) -> None:
    """The value of the first rule; who named none of them; everybody, where there is no rule."""
    mena, geneva = await wishing(office, "mena", "online", 1, 0), await wishing(office, "geneva", "", 2, 10)
    either, other = await wishing(office, "", "", 1, 20), await wishing(office, "online", "", 1, 30)
    two = Segment((Rule(By.REGION, ("geneva", "mena")),))

    found = await segments_of(office, Content(TEXTS, segment=two))
    assert found == {**dict.fromkeys(mena, "mena"), **dict.fromkeys(geneva, "geneva"), **dict.fromkeys(either, ANY)}
    everybody = await segments_of(office, Content(TEXTS))
    assert everybody == dict.fromkeys([*mena, *geneva, *either, *other], EVERYBODY)
    languages = await segments_of(office, Content(TEXTS, segment=Segment((Rule(By.LANGUAGE, ("en", "fr")),))))
    assert set(languages.values()) == {"en"}


async def test_a_long_name_of_an_entry_fits(office: Office) -> None:
    """What is noted of a correction is cut to the column, and found again by it."""
    people, reading = await office.people({"en": 1}, corrections=True), "e" * 64 + "@1234567890abcdef@2026-11-01"
    async with office.database.transaction() as connection:
        await connection.execute(insert(FOLLOWS).values(person_id=people[0], entry="e" * 64, version="another", shown_on=office.clock().date()))
    segment = Segment((Rule(By.READ, (reading,)),))
    assert await segments_of(office, Content(TEXTS, segment=segment, kind=Kind.CORRECTION)) == {people[0]: noted(reading)}


async def test_the_uncertain_are_counted_by_segment(office: Office) -> None:
    """Numbers and names of segments, nothing else."""
    await wishing(office, "mena", "", 1, 0)
    await wishing(office, "geneva", "", 2, 10)
    broadcast = await office.released(Content(TEXTS, segment=Segment((Rule(By.REGION, ("geneva", "mena")),))))
    await Plan(office.database, office.clock).recipients(broadcast)
    claims = await office.ledger.turn(broadcast.id, (), 3)
    await office.ledger.turn(broadcast.id, [Settled(one, Delivery.UNCERTAIN, "Timeout") for one in claims], 0)
    assert list((await office.ledger.uncertain(broadcast.id)).items()) == [("geneva", 2), ("mena", 1)]


async def test_the_dry_run_counts_each_value_and_who_is_excluded(office: Office) -> None:
    """One person can fit several values; who is left out by a rule is not among them."""
    await wishing(office, "mena", "online", 1, 0)
    await wishing(office, "geneva", "workshop", 2, 10)
    await wishing(office, "", "online", 4, 20)
    regions, kinds = Rule(By.REGION, ("geneva", "mena")), Rule(By.KIND, ("online",))

    assert await office.segments.by_value(Content(TEXTS)) == {}
    assert await office.segments.by_value(Content(TEXTS, segment=Segment((regions, Rule(By.LANGUAGE, ("en", "fr")))))) == {
        regions: {"geneva": 2, "mena": 1, ANY: 4}, Rule(By.LANGUAGE, ("en", "fr")): {"en": 7, "fr": 0}}
    without = Content(TEXTS, segment=Segment((regions,), (kinds,)))
    assert await office.segments.by_value(without) == {regions: {"geneva": 2, "mena": 0, ANY: 0}}
    assert (await office.segments.left_out(without))["excluded"] == 5
    assert "excluded" not in await office.segments.left_out(Content(TEXTS))
