"""Texts as the index sees them: cut, cleaned, lower case, without accents and diacritics, Arabic letters in one spelling."""

import re
import unicodedata

MAX_CHARACTERS = 4096  # what Telegram lets a person send; longer texts come only from elsewhere

# Letters that decomposition leaves apart (NFKD already takes hamza and madda off alef, waw and ya), and digits.
_LETTERS = str.maketrans({
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۃ": "ه", "ە": "ه", "ھ": "ه", "ک": "ك", "گ": "ك", "ڤ": "ف", "ڭ": "ك", "چ": "ج", "پ": "ب",
    "ـ": None, "ء": None, "œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ı": "i", "ł": "l", "đ": "d",
    **{chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
})
_WORD = re.compile(r"[a-z0-9]+|[\u0620-\u06ff0-9]+")
_SPACES = re.compile(r"\s+")
# Combining accents, Arabic diacritics, soft hyphen, zero-width and direction characters: what ordinary texts have of marks.
_MARKS = re.compile(
    r"[\u00ad\u0300-\u036f\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06dd\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
_ORDINARY = re.compile(r"[\s -~\u00a1-\u024f\u0606-\u06ff\u2010-\u205e]*")
_DISCARDED = ("Mn", "Me", "Cc", "Cf", "Cs", "Co", "Cn")


def cut(text: str) -> str:
    """Return at most MAX_CHARACTERS of `text`: before anything else is done with it, since normalising can cost seconds."""
    return text[:MAX_CHARACTERS]


def bare(text: str) -> str:
    """Return `text` without marks, control, format, private and unpaired characters (safe to normalise, in linear time)."""
    if text.isascii() and text.isprintable():
        return text
    text = _MARKS.sub("", text)
    if _ORDINARY.fullmatch(text):
        return text
    return "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _DISCARDED)


def normalise(text: str) -> str:
    """Return the words of `text` in one spelling, separated by single spaces; empty when it has none."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the words of `text` in one spelling: runs of Latin letters or Arabic letters, each with its digits."""
    clean = bare(cut(text))
    if clean.isascii():
        return _WORD.findall(clean.lower())
    clean = bare(cut(unicodedata.normalize("NFKD", clean)))  # compatibility forms may grow eighteenfold: cut again
    return _WORD.findall(clean.lower().translate(_LETTERS))


def is_foreign(text: str) -> bool:
    """Tell whether `text` has letters of another script than Latin and Arabic: look-alikes must not lead to a sure answer."""
    if text.isascii():
        return False
    return any(letter.isalpha() and not _familiar(letter) for letter in cut(text))


def _familiar(letter: str) -> bool:
    code = ord(letter)
    return code < 0x250 or 0x600 <= code <= 0x8FF or 0x1E00 <= code <= 0x1EFF or 0xFB50 <= code <= 0xFEFF or 0xFF00 <= code <= 0xFF5A


def one_line(text: str) -> str:
    """Return `text` on one line."""
    return _SPACES.sub(" ", text).strip()
