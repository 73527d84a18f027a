"""From the start of the process to its first answer, with a message already waiting; second start on the same data."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from bot.playground import StandIn
from tests.process import TOKEN, BotProcess

STARTS = 5


async def measure() -> list[float]:
    """Return the seconds of each start."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        async with StandIn(token=TOKEN) as telegram:
            for _ in range(STARTS + 1):  # the first one makes keys and schema, and is left out
                bot = BotProcess(Path(folder), telegram.api_url, DALIL_LOG_LEVEL="WARNING")
                phone = telegram.person("Demo", "en")
                await phone.says("/start")
                begun = time.perf_counter()
                await bot.start(wait=False)
                await phone.reply(30)
                seconds.append(time.perf_counter() - begun)
                await bot.kill()
    return seconds[1:]


def table() -> str:
    """Measure, and return a line."""
    seconds = asyncio.run(measure())
    return f"Start to first answer: median {statistics.median(seconds):.2f} s, worst of {len(seconds)} {max(seconds):.2f} s   (bar: 2.00)"


if __name__ == "__main__":
    print(table())
