"""P14, T4: what a flooder sends is finished unread, once and for good, and nobody else notices."""

import asyncio
from collections.abc import Sequence

from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write
from bot.telegram.allowance import Allowance
from bot.telegram.intake import Intake, Outcome
from bot.telegram.ledger import Ledger
from tests.conftest import Clock
from tests.telegram.conftest import boundless, text_update
from tests.telegram.test_intake import Handler, Notices, file
from tests.telegram.test_ledger import finished

__all__ = ["file"]


async def test_one_flooder_cannot_hurt_others(file: Database, clock: Clock) -> None:
    """P14: 100 messages of one chat: only the one under way is worked on, one notice, and 50 other chats wait for none of them."""
    handler, notices, gate = Handler(), Notices(), asyncio.Event()
    handler.by_text["flood"] = gate.wait
    intake = Intake(Ledger(file, clock), handler, slow_down=notices)

    flood = [asyncio.create_task(intake.submit(text_update(10_000 + number, chat_id=1, text="flood"))) for number in range(100)]
    await asyncio.sleep(0)
    assert intake.depth == 1
    others = await asyncio.gather(*(intake.submit(text_update(number, chat_id=number)) for number in range(100, 150)))
    assert not flood[0].done()
    gate.set()
    outcomes = await asyncio.gather(*flood)

    assert set(others) == {Outcome.FINISHED}
    assert outcomes == [Outcome.FINISHED, *[Outcome.DROPPED] * 99]
    assert notices.chats == [1]
    assert len(await finished(file)) == 150


async def test_who_writes_a_dozen_at_once_is_answered_in_order(file: Database, clock: Clock) -> None:
    """P14: a person who types and taps quickly loses nothing, presses count too, and one more is told to wait."""
    handler, notices = Handler(), Notices()
    intake = Intake(Ledger(file, clock), handler, slow_down=notices, allowance=Allowance(clock=lambda: 0.0))
    press = {"update_id": 13, "callback_query": {"id": "1", "from": {"id": 7}, "message": {"chat": {"id": 7}}}}

    assert set(await asyncio.gather(*(intake.submit(text_update(number)) for number in range(1, 13)))) == {Outcome.FINISHED}
    assert await intake.submit(press) is Outcome.DROPPED
    assert await intake.submit(press) is Outcome.DUPLICATE
    await asyncio.sleep(0)

    assert handler.seen == list(range(1, 13))
    assert notices.chats == [7]
    assert await finished(file) == list(range(1, 14))


async def test_urgent_help_is_heard_among_a_flood(file: Database, clock: Clock) -> None:
    """One /urgent is answered though all around it is dropped, before it and after it; a second one at once is not."""
    handler, notices = Handler(), Notices()
    handler.by_text["hello"] = lambda: asyncio.sleep(0.02)
    intake = Intake(Ledger(file, clock), handler, slow_down=notices)

    texts = ["hello"] * 20 + ["/urgent"] + ["hello"] * 20 + ["/urgent"]
    outcomes = await asyncio.gather(*(intake.submit(text_update(number, text=text)) for number, text in enumerate(texts)))

    assert [number for number, outcome in enumerate(outcomes) if outcome is Outcome.FINISHED] == [0, 20]
    assert handler.seen == [0, 20]
    assert notices.chats == [7]


async def test_a_chats_lane_is_short(file: Database, clock: Clock) -> None:
    """P14: whatever it may still send, a chat holds 12 places at most."""
    handler = Handler()
    handler.by_text["slow"] = lambda: asyncio.sleep(0.05)
    intake = Intake(Ledger(file, clock), handler, allowance=boundless())

    outcomes = await asyncio.gather(*(intake.submit(text_update(number, text="slow")) for number in range(20)))

    assert outcomes == [*[Outcome.FINISHED] * 12, *[Outcome.DROPPED] * 8]


async def test_a_drop_waits_for_a_database_that_is_away(file: Database, clock: Clock) -> None:
    """P9: brought again every second, it would cost its chat again and again, and leave an ordinary person with nothing."""
    class Away(Ledger):
        """A ledger that can't be written once."""

        tries = 0

        async def finish(self, update_id: int, writes: Sequence[Write] = ()) -> bool:
            """Fail at first."""
            self.tries += 1
            if self.tries == 1:
                raise DatabaseUnavailable
            return await super().finish(update_id, writes)

    handler, ledger = Handler(), Away(file, clock)
    intake = Intake(ledger, handler, allowance=Allowance(few=0, crowd=0))

    assert await intake.submit(text_update(1)) is Outcome.DROPPED
    assert handler.seen == []
    assert ledger.tries == 2
    assert await finished(file) == [1]
