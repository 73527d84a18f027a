"""Characters that readers can't see, and that can turn a text's meaning round: control, direction, width and tag characters."""

import re
import unicodedata
from collections.abc import Iterator

from bot.knowledge.problems import Problem

_JOINERS = "\u200c\u200d"  # wanted inside Arabic and Persian words, nowhere else
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]")
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f\u060b-\u061b\u061d-\u06dc\u06de-\u06ff\u2010-\u2027\u2030-\u205e]*")  # nearly all lines: a quick way past
_HINT = "Delete it: put the cursor there and type the word again"
_ADDRESS = re.compile(r"\(?https?://\S+|\S+@\S+|\S+\.org\b\S*")  # addresses are in Latin letters everywhere
_ARABIC_SHARE = 0.5  # of letters; a text about UPR, ECOSOC and links stays well above


def hidden(name: str, text: str, first_line: int = 1) -> Iterator[Problem]:
    """Yield each line of `text` that has a character which can't be seen."""
    for number, line in enumerate(text.split("\n"), first_line):
        if _PLAIN.fullmatch(line):
            continue
        for place, letter in enumerate(line):
            if _is_hidden(letter) and not _joins(line, place):
                label = unicodedata.name(letter, "control character")
                yield Problem(name, number, f"has a hidden character, U+{ord(letter):04X} ({label.lower()})", _HINT)
                break


def is_arabic(text: str) -> bool:
    """Tell whether at least half of the letters of `text` are Arabic ones."""
    text = _ADDRESS.sub(" ", text)
    letters = len(_LETTERS.findall(text))
    return letters > 0 and len(_ARABIC.findall(text)) >= _ARABIC_SHARE * letters


def _is_hidden(letter: str) -> bool:
    """Control, format, private and unassigned characters, other line ends; a tab is one too: it has no place in these files."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp") or letter in "\u115f\u1160\u3164\uffa0\u2800"


def _joins(line: str, place: int) -> bool:
    around = line[place - 1 : place] + line[place + 1 : place + 2]
    return line[place] in _JOINERS and len(around) == 2 and all(_ARABIC.match(letter) for letter in around)
