"""Two replicas on PostgreSQL: one sends, it is killed, the other takes over, and nobody gets it twice."""

import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

from bot.broadcasts.content import State
from bot.broadcasts.ledger import Delivery, total
from bot.db.migrate import migrate
from bot.playground import Fault, StandIn
from tests.conftest import ROOT
from tests.faults.test_broadcast_kills import FIRST, release
from tests.process import TOKEN

PEOPLE = 150


async def test_the_other_replica_takes_over(tmp_path: Path, postgres: str) -> None:
    """The lock ends with the connection of the one that was killed."""
    await migrate(postgres, "base")
    office, broadcast = await release(tmp_path, postgres, PEOPLE)
    async with StandIn(TOKEN) as telegram:
        telegram.misbehave("sendMessage", Fault.latency(0.02))
        for number in range(PEOPLE):
            telegram.person("Demo", "en", id=FIRST + number)

        async def replica() -> asyncio.subprocess.Process:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.faults.broadcast_bot", telegram.api_url, postgres, str(tmp_path / "keys.json"), "40", cwd=ROOT)

        first = await replica()
        await telegram.called("sendMessage", 20, within=60)
        second = await replica()
        await asyncio.sleep(1.5)  # both run; one of them sends
        first.kill()
        await first.wait()
        killed, before = time.monotonic(), len(telegram.calls("sendMessage"))
        await telegram.called("sendMessage", before + 5, within=60)
        took = time.monotonic() - killed
        async with asyncio.timeout(60):
            while await office.queue.state(broadcast) is not State.DONE:
                await asyncio.sleep(0.1)
        second.terminate()
        await second.wait()
        arrived = Counter(int(call.parameters["chat_id"]) for call in telegram.calls("sendMessage") if call.took_effect)
    counts = await office.ledger.counts(broadcast)
    await office.database.close()
    print(f"two replicas: taken over after {took:.1f} s, {sum(number > 1 for number in arrived.values())} duplicates, {counts[Delivery.UNCERTAIN]} uncertain")
    assert set(arrived.values()) == {1}
    assert total(counts) == PEOPLE == counts[Delivery.SENT] + counts[Delivery.UNCERTAIN]
    assert counts[Delivery.UNCERTAIN] <= 4
