"""Receiving: order, at most one effect, limits, tries, quarantine, closing. Real ledger, real file."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.db.engine import Database
from bot.db.migrate import migrate
from bot.db.writes import Write
from bot.telegram import attempt
from bot.telegram.errors import TokenRejected
from bot.telegram.intake import Intake, IntakeClosed, MalformedUpdate, Outcome, chat_of
from bot.telegram.ledger import Ledger
from tests.conftest import Clock
from tests.telegram.conftest import boundless, text_update
from tests.telegram.test_ledger import finished, tally, topics


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated SQLite file."""
    url = f"sqlite:///{tmp_path / 'dalil.sqlite3'}"
    await migrate(url)
    database = Database(url)
    yield database
    await database.close()


class Handler:
    """Notes what it is given, and behaves per text: slow, fail, hang, ..."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.by_text: dict[str, Callable[[], Any]] = {}

    async def __call__(self, raw: dict[str, Any]) -> Sequence[Write]:
        """Handle one update."""
        self.seen.append(raw["update_id"])
        act = self.by_text.get(raw["message"]["text"])
        if act is not None:
            await act()
        return [tally(str(raw["update_id"]))]


class Notices:
    """Notes who was told."""

    def __init__(self) -> None:
        self.chats: list[int] = []

    async def __call__(self, chat_id: int) -> None:
        """Tell a chat."""
        self.chats.append(chat_id)


async def fail() -> None:
    """A handler's mistake."""
    raise ValueError("a mistake")


async def test_an_update_is_acknowledged_after_its_effect(file: Database, clock: Clock) -> None:
    """When submit returns, everything is committed."""
    intake = Intake(Ledger(file, clock), Handler())

    assert await intake.submit(text_update(1)) is Outcome.FINISHED
    assert await topics(file) == ["1"]
    assert await finished(file) == [1]
    assert intake.depth == 0


async def test_the_same_update_five_times_at_once_has_one_effect(file: Database, clock: Clock) -> None:
    """82, P2: the others wait for the first and are told that they are duplicates."""
    handler = Handler()
    intake = Intake(Ledger(file, clock), handler)

    outcomes = await asyncio.gather(*(intake.submit(text_update(1)) for _ in range(5)))

    assert sorted(outcomes) == ["duplicate"] * 4 + ["finished"]
    assert handler.seen == [1]
    assert await intake.submit(text_update(1)) is Outcome.DUPLICATE


async def test_shuffled_repeated_and_jumping_ids_have_one_effect_each(file: Database, clock: Clock) -> None:
    """83, 84, P2: 200 updates 1-5 times each, shuffled, ids jumping down by a million, over two intakes (a restart)."""
    dice = random.Random(1)
    updates = [text_update(1_000_000 * (number % 2) + number, chat_id=number % 20) for number in range(200)]
    stream = [update for update in updates for _ in range(dice.randint(1, 5))]
    dice.shuffle(stream)
    handler = Handler()
    for part in (stream[: len(stream) // 2], stream[len(stream) // 2 :]):
        intake = Intake(Ledger(file, clock), handler, per_chat=1000, allowance=boundless())
        outcomes = await asyncio.gather(*(intake.submit(update) for update in part))
        assert set(outcomes) <= {Outcome.FINISHED, Outcome.DUPLICATE}

    effects = len(await topics(file))
    print(f"P2: 200 updates, delivered {len(stream)} times over a restart: {effects} effects, {len(handler.seen) - len(set(handler.seen))} done twice (bar 0)")
    assert sorted(handler.seen) == sorted(update["update_id"] for update in updates)
    assert effects == 200


async def test_one_chats_updates_are_strictly_in_order(file: Database, clock: Clock) -> None:
    """83: a slow first message is not overtaken by the second, nor by an edit or a button of the same chat."""
    handler = Handler()
    handler.by_text["slow"] = lambda: asyncio.sleep(0.1)
    intake = Intake(Ledger(file, clock), handler)
    edited = {"update_id": 2, "edited_message": text_update(2)["message"], "message": text_update(2)["message"]}

    await asyncio.gather(intake.submit(text_update(1, text="slow")), intake.submit(edited), intake.submit(text_update(3)))

    assert handler.seen == [1, 2, 3]


async def test_at_most_32_chats_are_served_at_once(file: Database, clock: Clock) -> None:
    """The limit holds, and is used."""
    running = most = 0
    full = asyncio.Event()

    async def handle(_raw: dict[str, Any]) -> Sequence[Write]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if most == 32:
            full.set()
        await full.wait()
        await asyncio.sleep(0.05)  # one more would come now
        running -= 1
        return ()

    intake = Intake(Ledger(file, clock), handle)
    await asyncio.gather(*(intake.submit(text_update(number, chat_id=number)) for number in range(100)))

    assert most == 32


async def test_a_hanging_handler_is_cancelled_and_others_go_on(file: Database, clock: Clock) -> None:
    """90: cancelled at its time (20 s; here 1.5), apologised for, set aside; nobody else waits."""
    handler, notices = Handler(), Notices()
    handler.by_text["hang"] = lambda: asyncio.sleep(60)
    intake = Intake(Ledger(file, clock), handler, timeout=1.5, apologise=notices)

    hung = asyncio.create_task(intake.submit(text_update(1, chat_id=1, text="hang")))
    await asyncio.sleep(0)
    await intake.submit(text_update(2, chat_id=2))
    assert not hung.done()
    behind = await intake.submit(text_update(3, chat_id=1))

    assert await hung is Outcome.QUARANTINED
    assert behind is Outcome.FINISHED
    assert notices.chats == [1]
    assert handler.seen.count(1) == 1


async def test_a_failing_update_is_tried_three_times_and_set_aside(file: Database, clock: Clock) -> None:
    """P3: then one apology, none of its effects, and the next update is served."""
    handler, notices = Handler(), Notices()
    handler.by_text["bad"] = fail
    intake = Intake(Ledger(file, clock), handler, apologise=notices, pause=0.01)

    outcomes = await asyncio.gather(*(intake.submit(text_update(number, chat_id=7, text="bad" if number in (1, 3) else "good")) for number in range(1, 6)))

    assert outcomes == ["quarantined", "finished", "quarantined", "finished", "finished"]
    assert handler.seen.count(1) == handler.seen.count(3) == 3
    assert notices.chats == [7]
    assert await topics(file) == ["2", "4", "5"]


async def test_a_second_try_that_succeeds_has_one_effect(file: Database, clock: Clock) -> None:
    """A passing trouble is nobody's concern: no apology."""
    handler, notices = Handler(), Notices()
    tries: Iterator[Callable[[], Any]] = iter([fail, lambda: asyncio.sleep(0)])
    handler.by_text["flaky"] = lambda: next(tries)()
    intake = Intake(Ledger(file, clock), handler, apologise=notices, pause=0.01)

    assert await intake.submit(text_update(1, text="flaky")) is Outcome.FINISHED
    assert notices.chats == []


async def test_a_handler_that_replied_and_then_failed_is_not_run_again(file: Database, clock: Clock) -> None:
    """P2: the same reply is not sent three times."""
    async def reply_and_fail() -> None:
        now = attempt.current()
        assert now is not None
        now.sent += 1
        raise ValueError

    handler = Handler()
    handler.by_text["bad"] = reply_and_fail
    intake = Intake(Ledger(file, clock), handler, pause=0.01)

    assert await intake.submit(text_update(1, text="bad")) is Outcome.QUARANTINED
    assert handler.seen == [1]


@pytest.mark.parametrize("raw", [None, [], "x", 5, {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**70}])
async def test_what_is_no_update_is_set_aside_at_once(file: Database, clock: Clock, raw: object) -> None:
    """P3: no handler sees it."""
    handler = Handler()

    assert await Intake(Ledger(file, clock), handler).submit(raw) is Outcome.QUARANTINED
    assert handler.seen == []


async def test_a_malformed_update_is_not_tried_again(file: Database, clock: Clock) -> None:
    """P3: de_json raising leads to quarantine at once, without an apology."""
    calls, notices = [], Notices()

    async def handle(raw: dict[str, Any]) -> Sequence[Write]:
        calls.append(raw)
        raise MalformedUpdate

    intake = Intake(Ledger(file, clock), handle, apologise=notices)
    assert await intake.submit({"update_id": 1, "message": 5}) is Outcome.QUARANTINED
    assert (len(calls), notices.chats) == (1, [])
    assert await intake.submit({"update_id": 1, "message": 5}) is Outcome.DUPLICATE


async def test_a_rejected_token_leaves_the_update_with_telegram(file: Database, clock: Clock) -> None:
    """C68: it is neither finished nor set aside."""
    async def handle(_raw: dict[str, Any]) -> Sequence[Write]:
        raise TokenRejected

    with pytest.raises(TokenRejected):
        await Intake(Ledger(file, clock), handle).submit(text_update(1))
    assert await finished(file) == []


async def test_closing_waits_for_what_runs_and_leaves_the_rest(file: Database, clock: Clock) -> None:
    """87: what ends within the grace is finished; what hangs or waits is not acknowledged; all within the grace."""
    handler = Handler()
    handler.by_text |= {"slow": lambda: asyncio.sleep(0.3), "hang": lambda: asyncio.sleep(60)}
    intake = Intake(Ledger(file, clock), handler)
    work = [asyncio.create_task(intake.submit(update)) for update in (
        text_update(1, 1, "slow"), text_update(2, 1), text_update(3, 2, "hang"), text_update(4, 3))]
    while len(handler.seen) < 3:
        await asyncio.sleep(0.005)

    begun = time.monotonic()
    await intake.close(grace=2.0)
    took = time.monotonic() - begun
    results = await asyncio.gather(*work, return_exceptions=True)

    assert took < 8  # and not the 60 seconds of what hangs, nor its own 20
    assert [result if isinstance(result, Outcome) else type(result) for result in results] == [
        Outcome.FINISHED, IntakeClosed, IntakeClosed, Outcome.FINISHED]
    assert await finished(file) == [1, 4]
    with pytest.raises(IntakeClosed):
        await intake.submit(text_update(9))


@pytest.mark.parametrize(("raw", "chat"), [
    (text_update(1, chat_id=7), 7),
    ({"update_id": 1, "edited_message": {"chat": {"id": 8}}}, 8),
    ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 9}, "message": {"chat": {"id": 10}}}}, 10),
    ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 9}}}, 9),
    ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 9}}}, -5),
    ({"update_id": 1, "inline_query": {"from": {"id": 11}}}, 11),
    ({"update_id": 1, "poll_answer": {"user": {"id": 12}}}, 12),
    ({"update_id": 1, "poll": {"id": "x"}}, None),
    ({"update_id": 1, "message": {"chat": "odd", "from": []}}, None),
    ({"update_id": 1}, None)])
def test_every_kind_of_update_finds_its_lane(raw: dict[str, Any], chat: int | None) -> None:
    """The chat, or the account it comes from, whatever the kind."""
    assert chat_of(raw) == chat
