"""safety.md 4 C for announcements, P6: whatever Telegram answers, nobody gets it twice, nobody is silently missed, it ends by itself."""

import asyncio
import json
import socket
import time
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, insert, select

import bot.broadcasts.office as offices
import bot.broadcasts.sender as senders
from bot.announcing import compose
from bot.broadcasts.content import Broadcast, Content, State
from bot.broadcasts.ledger import Claim, Delivery, Settled
from bot.broadcasts.sender import IN_FLIGHT, REFUSED, Handle, Sender
from bot.courses.drafts import Drafts
from bot.courses.models import DRAFTS, SUBSCRIPTIONS
from bot.db.writes import Write, apply
from bot.people.models import PEOPLE
from bot.people.service import People
from bot.playground import Fault, StandIn
from bot.telegram.courier import Courier
from tests.broadcasts.conftest import APPROVER, Office
from tests.broadcasts.wire import Wire, wire
from tests.courses.sample import offer
from tests.e2e.line import Line
from tests.process import TOKEN

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the wire is the same for both
CROWD = 12
_ANSWER = json.dumps({"ok": True, "result": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "planet"}, "new": [1]}, "warning": "x"})
_MOVED = '{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-100}}'
FAULTS = {  # number in safety.md and what is answered to one call: how its recipient ends
    "58 429 for a second": (Fault.flood(1), Delivery.SENT),
    "61 Telegram's own 500": (Fault.server_error(500), Delivery.SENT),
    "61 HTML of a proxy": (Fault.server_error(502, html=True, takes_effect=True), Delivery.UNCERTAIN),
    "62 no JSON": (Fault.not_json(takes_effect=True), Delivery.UNCERTAIN),
    "62 no JSON, not sent": (Fault.not_json(), Delivery.UNCERTAIN),
    "63 ok: false": (Fault.not_ok(), Delivery.FAILED),
    "64 unknown fields": (Fault(takes_effect=True, status=200, body=_ANSWER), Delivery.SENT),
    "66 silent after it was sent": (Fault.timeout(takes_effect=True), Delivery.UNCERTAIN),
    "67 reset in mid-body": (Fault.reset(mid_body=True), Delivery.UNCERTAIN),
    "67 reset before the answer": (Fault.reset(takes_effect=True), Delivery.UNCERTAIN),
    "70 blocked": (Fault.refused(403, "Forbidden: bot was blocked by the user"), Delivery.GONE),
    "70 deactivated": (Fault.refused(403, "Forbidden: user is deactivated"), Delivery.GONE),
    "71 chat not found": (Fault.refused(400, "Bad Request: chat not found"), Delivery.GONE),
    "72 can't parse entities": (Fault.refused(400, "Bad Request: can't parse entities: Unsupported start tag"), Delivery.SENT),
    "76 a group that moved": (Fault(status=400, body=_MOVED), Delivery.FAILED),
    "79 one byte a second": (Fault.drip(1.0), Delivery.UNCERTAIN),
}


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """The stand-in."""
    async with StandIn(TOKEN, retry_scale=0.01) as standing_in:
        yield standing_in


@pytest.fixture
async def line(office: Office, telegram: StandIn) -> AsyncIterator[Wire]:
    """The way from the ledger to the stand-in."""
    async with wire(office, telegram) as made:
        yield made


@pytest.mark.parametrize("name", FAULTS)
async def test_one_fault_costs_at_most_one_recipient_and_never_sends_twice(office: Office, telegram: StandIn, name: str) -> None:
    """P6: all others get it once, what may have arrived is not sent again, and it ends by itself."""
    fault, end = FAULTS[name]
    async with wire(office, telegram, patience=1.0) as line:
        await line.people(CROWD)
        broadcast = await line.office.released()
        laid = telegram.misbehave("sendMessage", fault, times=1)
        ends = await line.send(broadcast)

    assert laid.hits == 1
    others = {} if end is Delivery.SENT else {end: 1}
    assert ends == {Delivery.SENT: CROWD - len(others), **others}
    assert set(line.arrived().values()) == {1}
    assert len(line.arrived()) >= CROWD - 1
    assert await line.office.queue.state(broadcast.id) is State.DONE
    assert line.reports.asked == (["plain"] if name.startswith("72") else [])


async def test_plain_text_goes_instead_of_refused_html_and_staff_hear_it_once(line: Wire, telegram: StandIn) -> None:
    """72: the same words and buttons, without formatting."""
    await line.people(3)
    broadcast = await line.office.released(Content({"en": "A **course** opens."}))
    telegram.misbehave("sendMessage", Fault.refused(400, "Bad Request: can't parse entities: x"), times=2)
    await line.send(broadcast)

    bare = [call.parameters for call in telegram.calls("sendMessage") if "parse_mode" not in call.parameters]
    assert len(bare) == 2
    assert all("A course opens." in one["text"] and one["reply_markup"] for one in bare)
    assert line.reports.asked == ["plain"]


@pytest.mark.parametrize("seconds", [1, 2])
async def test_a_429_is_waited_for_its_whole_time(line: Wire, telegram: StandIn, seconds: int) -> None:
    """58, P6: 0 lost, and no call before its time is over."""
    await line.people(CROWD)
    broadcast = await line.office.released()
    telegram.misbehave("sendMessage", Fault.flood(seconds), times=1)
    ends = await line.send(broadcast)

    calls = telegram.calls("sendMessage")
    refused = next(call.at for call in calls if not call.took_effect)
    early = sum(refused < call.at < refused + seconds for call in calls)  # what was on its way already is no new call
    print(f"429 for {seconds} s: {ends[Delivery.SENT]} of {CROWD} sent, {early} calls before its time was over (bar {IN_FLIGHT - 1})")
    assert ends == {Delivery.SENT: CROWD}
    assert early < IN_FLIGHT


@pytest.mark.parametrize(("fault", "least"), [(Fault.flood(3600), 3500), (Fault.flood(None), 25)])
async def test_a_long_429_parks_it_while_replies_go_on(
    line: Wire, telegram: StandIn, monkeypatch: pytest.MonkeyPatch, fault: Fault, least: int,
) -> None:
    """59, 60: staff are told once when it is long, answers stay quick, and the stop button still ends it within 2 s."""
    monkeypatch.setattr(offices, "_SHOW", 0.1)
    chats = await line.people(CROWD)
    broadcast = await line.office.released()
    laid = telegram.misbehave("sendMessage", fault, times=1)
    async with line.running():
        while not laid.hits:
            await asyncio.sleep(0.02)
        await asyncio.sleep(1.0)
        assert least < line.limiter.broadcast_stop < least * 1.3
        before, begun = len(telegram.calls("sendMessage")), time.monotonic()
        await asyncio.gather(*(line.messenger.send(chat, "An answer") for chat in chats))
        answered = time.monotonic() - begun
        assert len(telegram.calls("sendMessage")) == before + CROWD
        begun = time.monotonic()
        await line.office.releases.stop(broadcast.id, APPROVER)
        while (await line.ends(broadcast)).get(Delivery.SENDING):
            await asyncio.sleep(0.02)
        stopped = time.monotonic() - begun
    print(f"parked: {CROWD} replies in {answered:.2f} s, stopped in {stopped:.2f} s")
    assert line.reports.asked == (["parked"] if least > 60 else [])
    assert max(answered, stopped) < 5  # under two on a quiet machine; the 429 would be half a minute
    ends = await line.ends(broadcast)
    assert ends.get(Delivery.SENT, 0) + ends[Delivery.PENDING] == CROWD


async def test_a_line_that_is_down_for_a_while_costs_nothing(office: Office, telegram: StandIn) -> None:
    """65, 77: no connection comes about: it rests, tries again by itself, and nobody is missed or gets it twice."""
    async with Line(telegram.api_url) as cable, wire(office, telegram, api_url=cable.url) as line:
        await line.people(CROWD)
        broadcast = await office.released()
        await cable.down()
        sending = asyncio.create_task(line.send(broadcast))
        await asyncio.sleep(2.5)
        assert not line.arrived()
        await cable.up()
        assert await asyncio.wait_for(sending, 30) == {Delivery.SENT: CROWD}
    assert set(line.arrived().values()) == {1}
    assert line.reports.asked == []


async def test_a_connection_that_is_not_taken_is_tried_again(office: Office, telegram: StandIn) -> None:
    """65: connecting times out: it certainly did not leave; stopping needs no answer from Telegram."""
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        filler.connect(full.getsockname())
        async with wire(office, telegram, api_url=f"http://127.0.0.1:{full.getsockname()[1]}") as line:
            await line.people(CROWD)
            broadcast = await office.released()
            sending = asyncio.create_task(line.send(broadcast))
            await asyncio.sleep(1.5)
            begun = time.monotonic()
            await office.releases.stop(broadcast.id, APPROVER)
            assert await sending == {Delivery.PENDING: CROWD}
            assert time.monotonic() - begun < 5


async def test_telegrams_own_outage_is_waited_out(line: Wire, telegram: StandIn) -> None:
    """61: 5xx for everybody is tried again until it passes."""
    await line.people(CROWD)
    first = await line.office.released()
    outage = telegram.misbehave("sendMessage", Fault.server_error(500))
    sending = asyncio.create_task(line.send(first))
    await asyncio.sleep(1.5)
    outage.stop()
    assert await asyncio.wait_for(sending, 30) == {Delivery.SENT: CROWD}
    assert line.reports.asked == []


async def test_what_telegram_refuses_again_and_again_for_one_person_fails(line: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    """61: others get through meanwhile: it is the message. The last one left is tried longer, and not for ever."""
    monkeypatch.setattr(senders, "_LONGEST_REST", 0.02)
    chats = await line.people(40)
    tries: Counter[int] = Counter()

    async def courier(broadcast: Broadcast, claim: Claim, handle: Handle) -> Settled:
        tries[claim.chat_id] += 1
        if claim.chat_id in (chats[3], chats[7]):
            return Settled(claim, Delivery.PENDING, REFUSED)
        return await line.courier(broadcast, claim, handle)

    line.sender = Sender(line.office.ledger, line.office.queue, courier, line.reports)
    broadcast = await line.office.released()
    assert await asyncio.wait_for(line.send(broadcast), 60) == {Delivery.SENT: 38, Delivery.FAILED: 2}
    assert all(3 <= tries[chats[place]] <= 20 for place in (3, 7))


async def test_a_mistake_of_ours_leaves_no_row_without_an_end(line: Wire) -> None:
    """A text that cannot be rendered: it fails and calls a person, instead of becoming uncertain for everybody."""
    await line.people(CROWD)
    broken = Courier(line.messenger, line.sender, compose)  # type: ignore[arg-type]  # no renderer
    line.sender = Sender(line.office.ledger, line.office.queue, broken, line.reports)
    broadcast = await line.office.released()
    ends = await line.send(broadcast)
    assert line.reports.asked == ["failing"]
    assert ends[Delivery.FAILED] <= 12
    assert set(ends) <= {Delivery.FAILED, Delivery.PENDING}


async def test_a_revoked_token_stops_the_sending(line: Wire, telegram: StandIn, capfd: pytest.CaptureFixture[str]) -> None:
    """68: no more than what was under way is tried, nobody is lost, and the token is in no log."""
    await line.people(CROWD)
    broadcast = await line.office.released()
    telegram.misbehave("*", Fault.refused(401, "Unauthorized"))
    sending = asyncio.create_task(line.send(broadcast))
    await telegram.called("sendMessage")
    await asyncio.sleep(1.5)
    assert len(telegram.calls("sendMessage")) <= IN_FLIGHT
    begun = time.monotonic()
    await line.office.releases.stop(broadcast.id, APPROVER)
    assert await sending == {Delivery.PENDING: CROWD}
    assert time.monotonic() - begun < 5
    said = "".join(capfd.readouterr())
    assert TOKEN.split(":")[1] not in said


async def test_who_is_gone_is_forgotten(line: Wire, telegram: StandIn) -> None:
    """P8: consent is void, the wish to hear and an unfinished form go at once, nothing is sent again, and the row is due in 30 days."""
    chats = await line.people(CROWD)
    drafts = await _begin_forms(line)
    for chat in chats[:2]:
        await telegram.phone(chat).block()
    await telegram.phone(chats[2]).deactivate()
    first = await line.office.released()
    assert await line.send(first) == {Delivery.SENT: CROWD - 3, Delivery.GONE: 3}
    before = len(telegram.calls("sendMessage"))
    second = await line.office.released()
    ends = await line.send(second)

    again = [int(call.parameters["chat_id"]) for call in telegram.calls("sendMessage")[before:]]
    print(f"P8: {sum(chat in chats[:3] for chat in again)} further messages to 3 people who left")
    assert ends == {Delivery.SENT: CROWD - 3}
    assert not set(again) & set(chats[:3])
    async with line.office.database.transaction() as connection:
        gone = select(PEOPLE.c.id).where(PEOPLE.c.gone_on == line.office.clock().date(), PEOPLE.c.consent_version == 0)
        left = (await connection.execute(gone)).scalars().all()
        wishes = (await connection.execute(select(func.count()).where(SUBSCRIPTIONS.c.person_id.in_(left)))).scalar_one()
        forms = set((await connection.execute(select(DRAFTS.c.person_id))).scalars())
    assert (len(left), wishes) == (3, 0)
    assert forms == drafts - set(left)


async def _begin_forms(line: Wire) -> set[str]:
    """Open a form for everybody who asked to hear; return the numbers of their rows."""
    office = line.office
    course, drafts = await offer(office.database, "demo", office.clock()), Drafts(office.database, office.keys, office.clock)
    async with office.database.transaction() as connection:
        people = set((await connection.execute(select(SUBSCRIPTIONS.c.person_id))).scalars())
    for number, person in enumerate(people, 1):
        await drafts.begin(person, course, number)
    return people


async def test_who_comes_back_agrees_again_before_anything_is_sent(line: Wire, telegram: StandIn) -> None:
    """P8: unblocking alone brings no announcement; a new consent and a new wish to hear do."""
    office = line.office
    chats = await line.people(2)
    await telegram.phone(chats[0]).block()
    assert await line.send(await office.released()) == {Delivery.SENT: 1, Delivery.GONE: 1}
    await telegram.phone(chats[0]).unblock()
    people = People(office.database, office.keys, office.clock)
    person = await people.look_up(chats[0])
    for write, reached in ((people.come_back(person), 1), (people.understand(person, 2), 1), (None, 2)):
        async with office.database.transaction() as connection:
            if isinstance(write, Write):
                await apply(connection, [(write,)])
            else:
                await connection.execute(insert(SUBSCRIPTIONS).values(
                    id="again", person_id=person.id, region="", kind="", language=""))
        assert sum((await office.segments.counts(Content({"en": "x"}))).values()) == reached
