"""Charts as a picture, drawn by a process of its own: matplotlib needs 70 MB and a second, which the bot must not pay.

`python -m bot.charts` reads the charts as JSON and writes a PNG. It gets counts and labels, no settings, no keys and no token.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.logs import get_logger

PATIENCE = 15.0  # seconds; then the process is killed and the counts are shown as text only
_ROOT = Path(__file__).parent.parent
_WIDTH, _ROW, _HEAD = 6.4, 0.34, 0.95  # inches: a phone's width; a bar; title and space of a chart
_SHARPNESS = 160  # dots an inch: 1,024 across
_COLOUR = "#1f6f8b"

log = get_logger()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` is None where it is hidden, drawn without a length; `shown` stands beside it."""

    label: str
    value: float | None
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below a title."""

    title: str
    bars: tuple[Bar, ...]


async def picture(charts: Sequence[Chart], patience: float = PATIENCE) -> bytes | None:
    """Return the charts below each other as a PNG, None when they could not be drawn within `patience` seconds."""
    with tempfile.TemporaryDirectory() as folder:  # matplotlib writes its list of fonts somewhere
        environment = {"PATH": os.environ.get("PATH", ""), "MPLCONFIGDIR": folder, "MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.charts", cwd=_ROOT, env=environment, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL)
        try:
            async with asyncio.timeout(patience):
                drawn, _ = await process.communicate(json.dumps([asdict(chart) for chart in charts]).encode())
        except TimeoutError:
            drawn = b""
        finally:
            await _end(process)
    if process.returncode or not drawn.startswith(b"\x89PNG"):
        log.warning("charts_not_drawn")
        return None
    return drawn


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def draw(charts: Sequence[Chart]) -> bytes:
    """Return the PNG. From matplotlib 3.11 on, Arabic is shaped and set from right to left by itself."""
    import io

    from matplotlib.figure import Figure

    heights = [_HEAD + _ROW * max(1, len(chart.bars)) for chart in charts]
    figure = Figure(figsize=(_WIDTH, sum(heights)), layout="constrained")
    places = figure.subplots(len(charts), 1, squeeze=False, gridspec_kw={"height_ratios": heights})
    for place, chart in zip(places[:, 0], charts, strict=True):
        _bars(place, chart)
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=_SHARPNESS)
    return written.getvalue()


def _bars(place: Any, chart: Chart) -> None:
    bars = place.barh([str(number) for number in range(len(chart.bars))], [bar.value or 0 for bar in chart.bars], color=_COLOUR)
    place.set_yticks(range(len(chart.bars)), [_literal(bar.label) for bar in chart.bars])
    place.bar_label(bars, [_literal(bar.shown) for bar in chart.bars], padding=4)
    place.set_title(_literal(chart.title), loc="left", fontweight="bold")
    place.margins(x=0.15)
    place.invert_yaxis()
    place.set_xticks([])
    for side in ("top", "right", "bottom"):
        place.spines[side].set_visible(False)


def _literal(text: str) -> str:
    return text.replace("$", r"\$")  # matplotlib would read formulas


def main() -> None:
    """Draw what stands on the standard input to the standard output."""
    read = json.load(sys.stdin)
    charts = [Chart(one["title"], tuple(Bar(**bar) for bar in one["bars"])) for one in read]
    sys.stdout.buffer.write(draw(charts))


if __name__ == "__main__":
    main()
