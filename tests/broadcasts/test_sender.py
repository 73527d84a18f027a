"""The sender and its ledger: at most once, nobody missed, stopped at once."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable

from sqlalchemy import delete, func, select, update

from bot.broadcasts.content import Broadcast, Content, State
from bot.broadcasts.ledger import Claim, Delivery, Settled, total
from bot.broadcasts.models import BROADCASTS
from bot.broadcasts.plan import Plan
from bot.broadcasts.sender import IN_FLIGHT, Handle, Sender
from bot.db.types import METADATA
from bot.people.models import PEOPLE
from tests.broadcasts.conftest import APPROVER, TEXTS, Office


class Post:
    """Delivers to a list; `how` says how each delivery ends."""

    def __init__(self, how: Callable[[int], Delivery] = lambda number: Delivery.SENT, pause: float = 0.0) -> None:
        self.delivered: Counter[int] = Counter()
        self.languages: Counter[str] = Counter()
        self.most = 0
        self.stuck = False
        self._how = how
        self._pause = pause
        self._now = 0

    async def reached(self, number: int) -> None:
        """Wait until so many were delivered."""
        async with asyncio.timeout(60):
            while sum(self.delivered.values()) < number:
                await asyncio.sleep(0.005)

    async def __call__(self, broadcast: Broadcast, claim: Claim, handle: Handle) -> Settled:
        self._now += 1
        self.most = max(self.most, self._now)
        try:
            if self.stuck:
                await asyncio.sleep(3600)
            handle.begun = True
            await asyncio.sleep(self._pause)
            state = self._how(sum(self.delivered.values()))
            if state in (Delivery.SENT, Delivery.UNCERTAIN):
                self.delivered[claim.chat_id] += 1
            self.languages[claim.language] += 1
            return Settled(claim, state, "" if state is Delivery.SENT else "Error")
        finally:
            self._now -= 1


class Reports:
    """What staff were told."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def progress(self, broadcast: Broadcast) -> None:
        """Not looked at here."""

    async def ended(self, broadcast: Broadcast) -> None:
        """Not looked at here."""

    async def asks(self, broadcast: Broadcast, why: str) -> None:
        """Keep why."""
        self.asked.append(why)


async def send(office: Office, broadcast: Broadcast, post: Post, reports: Reports | None = None) -> None:
    """Plan, send and finish, as the office does."""
    await Plan(office.database, office.clock).recipients(broadcast)
    await Sender(office.ledger, office.queue, post, reports or Reports()).send(broadcast, lambda: True)
    await office.queue.finish(broadcast.id)


async def test_everybody_gets_it_once_in_their_language(office: Office) -> None:
    """Three languages, at most four in flight; a person without a text in their language gets the fallback, or nothing."""
    await office.people({"en": 20, "fr": 30, "ar": 10})
    post = Post(pause=0.002)
    broadcast = await office.released()
    await send(office, broadcast, post)

    assert set(post.delivered.values()) == {1}
    assert post.languages == {"en": 20, "fr": 30, "ar": 10}
    assert post.most <= IN_FLIGHT
    assert await office.queue.state(broadcast.id) is State.DONE
    for fallback, reached in (("", {"en": 20}), ("en", {"en": 60})):
        post = Post()
        await send(office, await office.released(Content({"en": "x"}, fallback=fallback)), post)
        assert post.languages == reached


async def test_how_each_ended_is_kept_and_adds_up(office: Office) -> None:
    """sent + gone + failed + uncertain = N; who is gone is never written to again."""
    await office.people({"en": 100})
    ends = [Delivery.SENT] * 46 + [Delivery.GONE, Delivery.FAILED, Delivery.UNCERTAIN, Delivery.GONE]
    numbers = iter(range(1000))
    post = Post(lambda _: ends[next(numbers) % 50])
    broadcast = await office.released()
    await send(office, broadcast, post)

    counts = await office.ledger.counts(broadcast.id)
    assert {state: number for state, number in counts.items() if number} == {
        Delivery.SENT: 92, Delivery.GONE: 4, Delivery.FAILED: 2, Delivery.UNCERTAIN: 2}
    assert total(counts) == 100
    assert await office.ledger.reasons(broadcast.id) == {"Error": 2}
    async with office.database.transaction() as connection:
        left = (await connection.execute(select(func.count()).where(PEOPLE.c.gone_on.is_not(None), PEOPLE.c.consent_version == 0))).scalar_one()
    assert left == 4
    assert await office.segments.counts(Content(TEXTS)) == {"en": 96}


async def test_uncertain_ones_are_sent_again_only_when_staff_decide(office: Office) -> None:
    """A time-out may have arrived: no resend by itself."""
    await office.people({"en": 10})
    post = Post(lambda number: Delivery.UNCERTAIN if number == 3 else Delivery.SENT)
    broadcast = await office.released()
    await send(office, broadcast, post)
    assert set(post.delivered.values()) == {1}

    assert await office.ledger.send_again(broadcast.id) == 1
    assert await office.queue.state(broadcast.id) is State.SENDING
    await send(office, broadcast, post)
    assert sum(post.delivered.values()) == 11
    assert (await office.ledger.counts(broadcast.id))[Delivery.SENT] == 10


async def test_a_stop_ends_the_sending_within_two_seconds(office: Office) -> None:
    """Also while Telegram makes us wait: what has not left is taken back."""
    await office.people({"en": 400})
    for stuck in (False, True):
        post = Post(pause=0.01)
        broadcast = await office.released()
        task = asyncio.create_task(send(office, broadcast, post))
        await post.reached(5)
        post.stuck = stuck
        await asyncio.sleep(0.2)
        begun = time.monotonic()
        await office.releases.stop(broadcast.id, APPROVER)
        await task
        elapsed = time.monotonic() - begun
        print(f"stopped within {elapsed:.2f} s, stuck: {stuck}")
        assert elapsed < 5  # under two on a quiet machine; what hangs would be an hour
        counts = await office.ledger.counts(broadcast.id)
        assert counts[Delivery.SENT] == sum(post.delivered.values()) < 400
        assert counts[Delivery.SENDING] == counts[Delivery.UNCERTAIN] == 0


async def test_a_pause_is_resumed_where_it_was(office: Office) -> None:
    """Nobody twice, nobody missed."""
    await office.people({"en": 120})
    post = Post(pause=0.005)
    broadcast = await office.released()
    task = asyncio.create_task(send(office, broadcast, post))
    await post.reached(5)
    await office.releases.pause(broadcast.id, APPROVER)
    await task
    assert 0 < sum(post.delivered.values()) < 120
    assert await office.queue.next() is None

    await office.releases.resume(broadcast.id, APPROVER)
    await send(office, broadcast, post)
    assert set(post.delivered.values()) == {1}
    assert len(post.delivered) == 120


async def test_too_many_failures_pause_it_and_call_a_person(office: Office) -> None:
    """More than 2 % of the last 200, people who left not counted."""
    await office.people({"en": 300})
    numbers = iter(range(10_000))
    for end, paused in ((Delivery.FAILED, True), (Delivery.GONE, False)):
        reports, broadcast = Reports(), await office.released()
        await send(office, broadcast, Post(lambda _, end=end: end if next(numbers) % 10 == 0 else Delivery.SENT), reports)  # type: ignore[misc]
        assert (await office.queue.state(broadcast.id) is State.PAUSED) is paused
        assert reports.asked == ["failing"] * paused


async def test_what_certainly_did_not_leave_is_tried_again(office: Office) -> None:
    """Telegram is away for a moment: the sender rests and goes on."""
    await office.people({"en": 6})
    numbers = iter(range(100))
    post = Post(lambda _: Delivery.PENDING if next(numbers) == 2 else Delivery.SENT)
    broadcast = await office.released()
    await send(office, broadcast, post)

    assert set(post.delivered.values()) == {1}
    assert len(post.delivered) == 6


async def test_what_a_dead_process_left_is_uncertain_and_not_repeated(office: Office) -> None:
    """86: claimed, then killed: nobody knows whether it arrived."""
    await office.people({"en": 10})
    broadcast = await office.released()
    await Plan(office.database, office.clock).recipients(broadcast)
    claims = await office.ledger.turn(broadcast.id, (), 4)
    assert len(claims) == 4

    post = Post()
    await send(office, broadcast, post)
    counts = await office.ledger.counts(broadcast.id)
    assert (counts[Delivery.UNCERTAIN], counts[Delivery.SENT], total(counts)) == (4, 6, 10)
    assert not set(post.delivered) & {claim.chat_id for claim in claims}


async def test_planning_goes_on_where_it_was_killed(office: Office, monkeypatch: object) -> None:
    """A row each, however often it is begun."""
    import bot.broadcasts.plan as plan

    await office.people({"en": 57, "ar": 20})
    monkeypatch.setattr(plan, "PIECE", 10)  # type: ignore[attr-defined]
    broadcast = await office.released()
    planning = Plan(office.database, office.clock)
    last: str | None = ""
    for _ in range(3):
        last = await planning._piece(broadcast, last or "")
    for _ in range(2):
        await planning.recipients(broadcast)
    assert total(await office.ledger.counts(broadcast.id)) == 77


async def test_somebody_who_erases_themselves_meanwhile_is_simply_gone(office: Office) -> None:
    """Nothing is sent to them, and the numbers still add up."""
    people = await office.people({"en": 8})
    broadcast = await office.released()
    await Plan(office.database, office.clock).recipients(broadcast)
    async with office.database.transaction() as connection:
        await connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(people[:3])))
        await connection.execute(update(PEOPLE).where(PEOPLE.c.id == people[3]).values(gone_on=office.clock().date()))

    post = Post()
    await send(office, broadcast, post)
    counts = await office.ledger.counts(broadcast.id)
    assert (counts[Delivery.SENT], counts[Delivery.GONE], total(counts)) == (4, 4, 8)


async def test_what_is_not_what_was_released_is_never_sent(office: Office) -> None:
    """Somebody changes the text in the database: the hash does not fit."""
    from bot.broadcasts.office import Office as Sending
    from bot.db.lease import Lease

    await office.people({"en": 5})
    broadcast = await office.released()
    async with office.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == broadcast.id).values(texts='{"en": "Evil."}'))
    post, reports = Post(), Reports()
    lease = Lease(office.database, METADATA, "sender", office.clock)
    running = asyncio.create_task(Sending(
        office.queue, Plan(office.database, office.clock), Sender(office.ledger, office.queue, post, reports), lease, reports).run())
    for _ in range(400):
        await asyncio.sleep(0.05)
        if reports.asked:
            break
    running.cancel()
    await asyncio.wait({running})

    assert reports.asked == ["changed"]
    assert not post.delivered
    assert await office.queue.state(broadcast.id) is State.STOPPED
