"""Charts are drawn in a process of their own, that gets no secrets and is killed when it takes too long."""

import asyncio
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import charts
from bot.charts import Bar, Chart, picture
from tests.conftest import ROOT

CHARTS = (
    Chart("الأسئلة حسب اللغة", (Bar("العربية · بلا جواب", None, "<5"), Bar("Français", 12, "12"))),
    Chart("Costs $5 or $6", (Bar("demo-nairobi", 30.0, "30 %"),)),
)


async def test_a_picture_of_all_charts() -> None:
    """A PNG that a phone can show: as wide as its screen, small enough for a poor line."""
    drawn = await picture(CHARTS)

    assert drawn is not None
    from PIL import Image
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.format == "PNG"
        assert 900 <= image.width <= 1280
        assert image.height < 2 * image.width
        assert len(image.convert("L").getcolors() or range(999)) > 2
    assert len(drawn) < 150_000


async def test_a_process_that_takes_too_long_is_killed() -> None:
    """Nothing is drawn, and no process stays."""
    begun = time.monotonic()
    assert await picture(CHARTS, patience=0.05) is None
    assert time.monotonic() - begun < charts.PATIENCE
    assert _children() == []


async def test_whoever_is_cancelled_leaves_no_process() -> None:
    """An update that is given up after 20 seconds ends its process, too."""
    task = asyncio.create_task(picture(CHARTS))
    while not _children():
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert _children() == []


async def test_what_cannot_be_drawn_is_no_picture() -> None:
    """A failing process is no error for whoever asks."""
    assert await picture([Chart("x", (Bar("x", float("nan"), "x"),) * 3)]) is not None
    assert await picture([]) is None


async def test_the_process_gets_no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither token nor keys are in its environment."""
    seen = tmp_path / "environment"
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\n/usr/bin/env > {seen}\n")
    spy.chmod(0o755)
    monkeypatch.setenv("DALIL_BOT_TOKEN", "a-secret")
    monkeypatch.setattr(sys, "executable", str(spy))

    assert await picture(CHARTS) is None
    assert "DALIL" not in seen.read_text()
    assert "a-secret" not in seen.read_text()


def test_the_bot_itself_never_loads_matplotlib() -> None:
    """Its memory stays what it is."""
    code = "import sys, bot.app, handlers.stats; sys.exit('matplotlib' in sys.modules or 'PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


_INK = """
import json, sys, numpy
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
def columns(text):
    figure = Figure(figsize=(3, 1))
    canvas = FigureCanvasAgg(figure)
    figure.text(0.1, 0.4, text, fontsize=20)
    canvas.draw()
    ink = (numpy.asarray(canvas.buffer_rgba())[:, :, 0] < 128).sum(axis=0)
    used = numpy.flatnonzero(ink)
    return ink[used[0] : used[-1] + 1].tolist()
print(json.dumps([columns(text) for text in json.load(sys.stdin)]))
"""


def test_arabic_is_shaped_and_set_from_right_to_left() -> None:
    """Three joined letters are narrower than three that stand alone; an alef that is written first stands at the right."""
    texts = ["ببب", "ب\u200cب\u200cب", "اب"]
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", _INK], input=json.dumps(texts), capture_output=True, text=True, check=True)
    joined, alone, alef_first = json.loads(run.stdout)

    assert len(joined) < 0.8 * len(alone)
    assert max(alef_first[-4:]) > 1.5 * max(alef_first[: len(alef_first) // 2])


def _children() -> list[str]:
    """Return the processes that draw charts for this one."""
    mine = [path for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == os.getpid()]
    return [path.parent.name for path in mine if b"bot.charts" in (path.parent / "cmdline").read_bytes()]


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def test_the_patience_is_shorter_than_that_of_an_update() -> None:
    """The text comes even when the picture does not."""
    assert charts.PATIENCE < 20
