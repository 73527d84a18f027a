"""P5 and P7: the limits of Telegram hold while two announcements and replies go out at once, and replies go first."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest

import bot.broadcasts.office as offices
from bot.broadcasts.content import Content, State
from bot.broadcasts.ledger import Delivery
from bot.playground import Fault, StandIn
from bot.playground.limits import Limits
from tests.broadcasts.conftest import APPROVER, AUTHOR, Office
from tests.broadcasts.wire import wire
from tests.process import TOKEN
from tests.telegram.test_pacing import most_in_a_second

pytestmark = [pytest.mark.alone, pytest.mark.parametrize("database", ["sqlite"], indirect=True)]
RATE = 40
PEOPLE = 36  # an announcement to them takes less than a second: the next one has to wait for each of them


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """A strict stand-in, 20 ms away: it answers 429 to whatever is too much."""
    async with StandIn(TOKEN, limits=Limits(per_second=RATE, per_chat=1)) as standing_in:
        standing_in.misbehave("sendMessage", Fault.latency(0.02))
        yield standing_in


async def test_two_announcements_and_replies_stay_within_the_limits(office: Office, telegram: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """P5: never more than the rate in any second, a second between two messages to one chat; P7: replies go before them."""
    monkeypatch.setattr(offices, "_LOOK", 0.02)  # the second announcement begins right behind the first
    async with wire(office, telegram, rate=RATE) as line:
        chats = await line.people(PEOPLE)
        others = [telegram.person("Demo", "en").id for _ in range(10)]
        first, second = await office.released(), await asked_and_released(office, "Another course opens.")
        office.clock.forward(minutes=10)
        passed: list[int] = []  # what others were sent while a reply was under way

        async def ask() -> None:
            for number in range(15):
                before = len(telegram.calls("sendMessage"))
                await line.messenger.send(others[number % 10], "An answer")
                later = [int(call.parameters["chat_id"]) for call in telegram.calls("sendMessage")[before:]]
                passed.append(later.index(others[number % 10]))
                await asyncio.sleep(0.2)

        async with line.running():
            await ask()
            async with asyncio.timeout(60):
                while await office.queue.state(second) is not State.DONE:
                    await asyncio.sleep(0.05)
        assert await line.ends(first) == {Delivery.SENT: PEOPLE}
    calls = telegram.calls("sendMessage")
    gaps = [later - sooner for chat in chats for sooner, later in _pairs([call.at for call in calls if int(call.parameters["chat_id"]) == chat])]
    most = most_in_a_second(calls)
    print(f"P5: at most {most} in a second (rate {RATE}), {sum(call.status == 429 for call in calls)} times 429, least gap of a chat {min(gaps):.2f} s; "
          f"P7: at most {max(passed)} others while one of {len(passed)} replies was under way")
    assert len(gaps) == PEOPLE
    assert most <= RATE
    assert not any(call.status == 429 for call in calls)
    assert min(gaps) >= 1.0
    assert max(passed) <= 12


async def asked_and_released(office: Office, text: str) -> str:
    """Return the number of an announcement that is released and becomes due in ten minutes."""
    draft = await office.broadcasts.begin(AUTHOR, Content({"en": text}))
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    return draft.id


def _pairs(times: list[float]) -> list[tuple[float, float]]:
    return list(itertools.pairwise(times))
