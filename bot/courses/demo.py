"""Courses made up for the playground, and the example file: both are files like anybody's, with days counted from today."""

import re
from datetime import date, timedelta
from pathlib import Path

_FOLDER = Path(__file__).parent
_DAYS = re.compile(r"\{today\+(\d+)\}")


def example(today: date) -> str:
    """Return a file with one course and an explanation of each field, to start from."""
    return _filled("example.yaml", today)


def demo(today: date) -> str:
    """Return the three courses of the playground, plainly made up."""
    return _filled("demo.yaml", today)


def _filled(name: str, today: date) -> str:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return _DAYS.sub(lambda found: (today + timedelta(days=int(found[1]))).isoformat(), text)
