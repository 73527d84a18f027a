"""Between the plan and the sending people leave, stop, unsubscribe or erase themselves: what is claimed and noted follows them."""


import pytest
from sqlalchemy import delete, func, select, update

from bot.broadcasts.content import Content, Kind, State
from bot.broadcasts.ledger import Delivery, Settled
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.broadcasts.plan import COLUMNS, rows
from bot.courses.models import SUBSCRIPTIONS
from bot.people.models import PEOPLE, TRACES
from tests.broadcasts.conftest import TEXTS, Office

CHANGES = {"left": {"gone_on": "today"}, "notice": {"consent_version": 0}, "quiet": {"quiet": True}, "corrections off": {"corrections": False}, "no wish": {}}
STOPS = {Kind.ANNOUNCEMENT: {"left", "notice", "quiet", "no wish"}, Kind.CORRECTION: {"left", "notice", "corrections off"},
         Kind.LETTERS: {"left", "notice"}, Kind.INCIDENT: {"left", "notice"}}


async def change(office: Office, person: str, what: str) -> None:
    """Let a person change their mind in one way."""
    values = {name: office.clock().date() if value == "today" else value for name, value in CHANGES[what].items()}
    async with office.database.transaction() as connection:
        if values:
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(**values))
        else:
            await connection.execute(delete(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.person_id == person))


async def planned(office: Office, kind: Kind, people: list[str]) -> str:
    """Return an announcement of this kind that is being sent, planned for these people."""
    broadcast = await office.broadcasts.begin("author", Content(TEXTS, kind=kind))
    chosen = rows(broadcast.content, broadcast.id, PEOPLE.c.id.in_(people))
    async with office.database.transaction() as connection:
        await connection.execute(DELIVERIES.insert().from_select(COLUMNS, chosen))
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast.id).values(state=str(State.SENDING)))
    return broadcast.id


@pytest.mark.parametrize("kind", STOPS)
async def test_who_stops_after_the_plan_gets_nothing(office: Office, kind: Kind) -> None:
    """Each way to stop, against each kind: what does not concern the kind changes nothing."""
    people = await office.people({"en": len(CHANGES) + 1}, corrections=True)
    number = await planned(office, kind, people)
    for person, what in zip(people, CHANGES, strict=False):
        await change(office, person, what)

    claims = await office.ledger.turn(number, (), 10)
    stopped = {person for person, what in zip(people, CHANGES, strict=False) if what in STOPS[kind]}
    assert {one.person for one in claims} == set(people) - stopped
    counts = await office.ledger.counts(number)
    assert (counts[Delivery.GONE], counts[Delivery.PENDING]) == (len(stopped), 0)
    async with office.database.transaction() as connection:
        left = (await connection.execute(select(func.count()).select_from(PEOPLE).where(PEOPLE.c.id.in_(people), PEOPLE.c.gone_on.is_(None)))).scalar_one()
    assert left == len(people) - 1  # who stopped announcements has not left the bot


async def test_those_behind_them_are_claimed_in_the_same_turn(office: Office) -> None:
    """A turn that meets only people who stopped goes on to the next ones."""
    people = await office.people({"en": 9})
    number = await planned(office, Kind.ANNOUNCEMENT, people)
    async with office.database.transaction() as connection:
        first = (await connection.execute(select(PEOPLE.c.id).where(PEOPLE.c.id.in_(people)))).scalars().all()
    for person in first[:4]:
        await change(office, person, "quiet")
    assert await office.ledger.turn(number, (), 4)
    assert not [one for one in await office.ledger.turn(number, (), 9) if one.person in first[:4]]


async def test_who_is_erased_while_a_message_is_under_way_leaves_no_trace(office: Office) -> None:
    """What was sent to the others can be taken off their chats; of who is erased not even the pseudonym stays."""
    people = await office.people({"en": 3})
    number = await planned(office, Kind.ANNOUNCEMENT, people)
    claims = await office.ledger.turn(number, (), 3)
    async with office.database.transaction() as connection:
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id == claims[0].person))

    await office.ledger.turn(number, [Settled(one, Delivery.SENT, "", 100 + place) for place, one in enumerate(claims)], 0)
    async with office.database.transaction() as connection:
        kept = set((await connection.execute(select(TRACES.c.lookup))).scalars())
    assert kept == {office.keys.look_up(one.chat_id) for one in claims[1:]}


@pytest.mark.parametrize("state", [State.STOPPED, State.PAUSED, State.SENDING])
async def test_only_what_was_sent_to_its_end_is_sent_again(office: Office, state: State) -> None:
    """An old button on what was stopped meanwhile changes no row."""
    people = await office.people({"en": 2})
    number = await planned(office, Kind.ANNOUNCEMENT, people)
    claims = await office.ledger.turn(number, (), 2)
    await office.ledger.turn(number, [Settled(one, Delivery.UNCERTAIN, "Timeout") for one in claims], 0)
    for now, again in ((state, 0), (State.DONE, 2), (State.DONE, 0)):
        async with office.database.transaction() as connection:
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == number).values(state=str(now)))
        assert await office.ledger.send_again(number) == again
        assert await office.queue.state(number) is (State.SENDING if again else now)
    assert (await office.ledger.counts(number))[Delivery.PENDING] == 2
