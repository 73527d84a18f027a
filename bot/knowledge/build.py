"""Building a revision's index in a process of its own: its memory goes back to the system, and answers go on meanwhile.

`python -m bot.knowledge.build FOLDER` reads, checks and builds; what is good is then kept, and `load` takes it from there.
"""

import contextlib
import subprocess
import sys
from pathlib import Path

from bot.knowledge.loader import Loaded, is_kept, load

_ROOT = Path(__file__).parents[2]
_LONGEST = 300  # seconds; 185 entries take six


def load_apart(folder: Path) -> Loaded:
    """Return what `load` returns, after another process has built the index; where that fails, this one builds it."""
    if is_kept(folder):
        return load(folder)
    command = [sys.executable, "-m", __name__, str(folder.resolve())]
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=_LONGEST)  # noqa: S603  # our own program
    return load(folder)


if __name__ == "__main__":
    load(Path(sys.argv[1]))
