"""What a reviewer is shown of an expression of interest: a list of what may be seen; names and ways of contact inside free text are masked."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from bot.people.risk import phones

SHOWN = ("country", "region", "organisation", "work", "plans", "use", "experience", "languages", "access")  # all else is hidden
MASK = "[…]"  # of one length: it must not tell how long a name is
_SHORTEST = 3  # letters of a part of a name that is masked alone
_FEWEST_DIGITS, _TOLD_APART = 6, 8  # a number in a contact; its last digits, since country codes are written in several ways
# Parts of many names that are ordinary words or particles: masked within the whole name only.
_PARTICLES = frozenset((
    "bin", "ben", "ibn", "abu", "abd", "umm", "von", "van", "der", "del", "dos", "mrs", "the", "les", "des", "ابو", "ابن", "بنت", "عبد", "الله"))
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None, "ء": None, "ٱ": "ا", "ı": "i"})
_ADDRESSES = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{3,64}|\b(?:t|wa|signal)\.me/\S+", re.IGNORECASE)
_UNSPACED = "\u0e00"  # from Thai on, many scripts write words without spaces
_GAP = r"[\W_]{0,3}"


def redacted(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what may be seen of `answers` by a reviewer, as text, with the person's own name and contacts masked."""
    patterns = [re.compile(pattern) for pattern in (*_of_name(plain(answers.get("name"))), *_of_contact(plain(answers.get("contact_detail"))))]
    return {key: _masked(plain(answers[key]), patterns) for key in SHOWN if answers.get(key) not in (None, "", [], ())}


def plain(value: Any) -> str:
    """Return an answer as text: a list with commas, nothing as an empty text."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(plain, value))
    return "" if value is None else str(value)


def _masked(text: str, patterns: list[re.Pattern[str]]) -> str:
    folded, places = _fold(text)
    spans = [(places[found.start()], places[found.end() - 1] + 1) for pattern in patterns for found in pattern.finditer(folded) if found.group()]
    spans += [found.span() for found in _ADDRESSES.finditer(text)] + phones(text)
    kept, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            kept += [text[last:start], MASK]
        last = max(last, end)
    return "".join([*kept, text[last:]])


def _fold(text: str) -> tuple[str, list[int]]:
    """Return `text` in one spelling (case, accents, Arabic letters, digits), and for each of its letters the place in `text`."""
    letters, places = [], []
    for place, letter in enumerate(text):
        digit = unicodedata.decimal(letter, None)
        simple = str(digit) if digit is not None else unicodedata.normalize("NFKD", letter).casefold().translate(_LETTERS)
        for one in simple:
            if unicodedata.category(one) not in ("Mn", "Me", "Cf"):
                letters.append(one)
                places.append(place)
    return "".join(letters), places


def _of_name(name: str) -> Iterator[str]:
    parts = re.findall(r"\w+", _fold(name[:200])[0])
    if not parts:
        return
    yield _word(r"[\W_]+".join(map(re.escape, parts)), parts[0])
    for part in parts:
        if part >= _UNSPACED or (len(part) >= _SHORTEST and part not in _PARTICLES):
            yield _word(re.escape(part.removeprefix("ال") if len(part) > _SHORTEST + 1 else part), part)


def _of_contact(detail: str) -> Iterator[str]:
    folded = _fold(detail[:200])[0].strip()
    if len(folded) >= _SHORTEST:
        yield _word(r"\s+".join(map(re.escape, folded.split())), folded)
    for handle in re.findall(r"([\w.+-]{4,64})@|@([\w.]{4,64})", folded):
        yield _word(re.escape(max(handle, key=len)), folded)
    for digits in re.findall(rf"\d(?:{_GAP}\d){{{_FEWEST_DIGITS - 1},}}", folded):
        told_apart = re.sub(r"\D", "", digits)[-_TOLD_APART:]
        yield rf"(?:\+{_GAP})?(?:\d{_GAP}){{0,7}}{_GAP.join(told_apart)}(?!\d)"


def _word(pattern: str, sample: str) -> str:
    """Return `pattern` as a word of its own; Arabic writes "and", "to" and "the" together with it."""
    return pattern if sample >= _UNSPACED else rf"(?<!\w)(?:[وفبلك]?(?:ال|لل)?)?{pattern}(?!\w)"
