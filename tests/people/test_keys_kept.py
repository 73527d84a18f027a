"""A running bot looks after its keys by itself."""

import asyncio
from contextlib import suppress
from pathlib import Path

from bot.db.engine import Database
from bot.db.types import METADATA
from bot.keys import KeyRing
from bot.people.rekey import Rekey
from bot.rotation import KEYS_UNREADABLE, keep_keys
from tests.conftest import Clock
from tests.people import made_up


async def until(true: object, within: float = 20.0) -> None:
    """Wait until the callable `true` returns something true. Raises TimeoutError."""
    async with asyncio.timeout(within):
        while not await true():  # type: ignore[operator]
            await asyncio.sleep(0.01)


async def test_a_running_bot_renews_by_itself(database: Database, key_ring: KeyRing, tmp_path: Path, clock: Clock) -> None:
    """P19: the file changes, and without a restart nothing is left under the old keys; a spoilt file is told once, and mended goes on."""
    path, told = tmp_path / "keys" / "dalil.json", []
    await made_up.fill(database, key_ring, 30)
    rekey = Rekey(database, key_ring, METADATA)

    async def alert(event: str) -> None:
        told.append(event)

    async def done() -> bool:
        left = await rekey.left()
        return key_ring.fields.active == "k2" and not any(left.fields.values()) and not any(left.lookup.values())

    async def heard(times: int) -> bool:
        return len(told) >= times

    task = asyncio.create_task(keep_keys(key_ring, rekey, alert, every=0.02))
    made_up.new_keys(path, clock())
    await until(done)
    good = path.read_text()
    for times in (1, 2):
        path.write_text("{")
        await until(lambda times=times: heard(times))
        await asyncio.sleep(0.2)
        assert told == [KEYS_UNREADABLE] * times
        path.write_text(good)
        await asyncio.sleep(0.5)
    assert not task.done()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
