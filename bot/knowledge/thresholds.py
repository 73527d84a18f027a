"""Where answering begins and ends: for each language the confidence that an answer needs, and the score that a choice needs."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

FILE = "thresholds.yaml"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """An answer needs the confidence `answer` (score and lead over the second, 0..e), a choice the score `choose` (0..1)."""

    answer: float
    choose: float


# Cautious ones, used until `knowledge evaluate --calibrate` has written the file: they offer choices rather than answers.
DEFAULT: Mapping[str, Thresholds] = {language: Thresholds(0.6, 0.2) for language in ("en", "fr", "ar")}
_HEAD = """# Written by `python -m bot knowledge evaluate --calibrate` from the calibration part of questions/*.jsonl: do not edit by hand.
"""


def dump(thresholds: Mapping[str, Thresholds]) -> str:
    """Return the text of thresholds.yaml."""
    table = {name: {"answer": round(one.answer, 4), "choose": round(one.choose, 4)} for name, one in thresholds.items()}
    return _HEAD + yaml.safe_dump(table, sort_keys=False)
