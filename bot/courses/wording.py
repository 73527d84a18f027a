"""Texts that staff write: what is kept of them, and how long they are."""

import unicodedata

_DROPPED = ("Cc", "Cs", "Co", "Cn")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")  # they turn the direction round: the renderer isolates


def tidy(text: str) -> str:
    """Return `text` without control, unpaired, unassigned and direction characters, and without space at its ends; line ends and joiners stay."""
    kept = (letter for letter in text.replace("\r\n", "\n") if letter == "\n" or (unicodedata.category(letter) not in _DROPPED and letter not in _TURNING))
    return "".join(kept).strip()


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
