"""From the start of the process to its first answer, with a message already waiting: a greeting, and a question."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from bot.playground import StandIn
from tests.process import TOKEN, BotProcess

STARTS = 5


async def measure(said: str, replies: int) -> list[float]:
    """Return the seconds of each start until the last of `replies` to `said`."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        async with StandIn(token=TOKEN) as telegram:
            for _ in range(STARTS + 1):  # the first one makes keys and schema, and is left out
                bot = BotProcess(Path(folder), telegram.api_url, DALIL_LOG_LEVEL="WARNING")
                phone = telegram.person("Demo", "en")
                await phone.says(said)
                begun = time.perf_counter()
                await bot.start(wait=False)
                await phone.replies(replies, 30)
                seconds.append(time.perf_counter() - begun)
                await bot.kill()
    return seconds[1:]


def table() -> str:
    """Measure, and return a line for each."""
    lines = ["Start to first answer"]
    for name, said, replies in (("greeting", "/start", 1), ("question (after the safety notice)", "What is the UPR?", 2)):
        seconds = asyncio.run(measure(said, replies))
        lines.append(f"  {name:36} median {statistics.median(seconds):.2f} s, worst of {len(seconds)} {max(seconds):.2f} s   (bar: 2.00)")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
