"""Left-to-right runs inside Arabic: names, addresses, article numbers and postal addresses, each put into a Unicode isolate.

A run's own punctuation stays in it (hrc-wg-ad@un.org, A/HRC/43/50, P.O. Box), the sentence's stays out, and so do brackets around the
whole run and halves of brackets. A comma between Latin words belongs to them: an Arabic sentence has "،". A number before Latin words
belongs to them where no Arabic word stands right before it (": 31 Bijilo Annex Layout"). A text without any Arabic is one run.
"""

import re
from collections.abc import Iterator

_ISOLATE = "\u2068"  # FIRST STRONG ISOLATE
_POP = "\u2069"  # POP DIRECTIONAL ISOLATE
_TO_RIGHT = "\u200f"  # RIGHT-TO-LEFT MARK
_LETTER = "A-Za-z\u00c0-\u024f"
_WORD = rf"[{_LETTER}0-9@:/._+#&=?%'’()\[\]-]+"
# Words go on after a comma and after an initial ("P.O. Box"), not after a colon or the end of a sentence.
_RUN = re.compile(rf"{_WORD}(?:(?:(?<![:.?])[,;]?|(?<=[^A-Za-z][A-Z]\.)) +{_WORD})*")
_ALL = re.compile(r"\S.*", re.DOTALL)
_HAS_LETTER = re.compile(f"[{_LETTER}]")
_NUMBER_FIRST = re.compile(r"[0-9][0-9().,;/-]* +")
_TELEPHONE = re.compile(r"\+[0-9]")
_ARABIC = re.compile("[\u05d0-\u05f2\u0620-\u06ff\u0750-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # letters, not "،" and "؛"
_FIRST = re.compile(rf"{_ARABIC.pattern}|[{_LETTER}\ue000-\uf8ff]")  # a letter, or a value that is filled in later (render.py)
_NEAR = 4  # characters before a number that are looked at
_AFTER_WORD = re.compile(_ARABIC.pattern + " *$")
_PAIRS = {")": "(", "]": "["}
_SENTENCE = ":.,;?'’-،؛؟ "  # at either end of a run they are the sentence's


def isolate(text: str, language: str) -> str:
    """In Arabic, put each run of Latin text into an isolate of its own; other languages stay as they are."""
    if language != "ar":
        return text
    html, done = "", 0
    for begin, end in _runs(text):
        html += text[done:begin] + _ISOLATE + text[begin:end] + _POP
        done = end
    return html + text[done:]


def towards_right(text: str, language: str) -> str:
    """Return a mark to stand before a line of Arabic that does not begin with an Arabic word, so that it begins at the right like the others; else ""."""
    if language != "ar":
        return ""
    first = _FIRST.search(text)
    return "" if first and _ARABIC.match(first[0]) else _TO_RIGHT


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for found in _RUN.finditer(text) if _ARABIC.search(text) else _ALL.finditer(text):
        begin, end = found.span()
        for half in [*_halves(text, begin, end), end]:
            first, last = _trimmed(text, begin, half)
            if _HAS_LETTER.search(text, first, last) or _TELEPHONE.match(text, first, last):
                yield first, last
            begin = half + 1


def _halves(text: str, begin: int, end: int) -> list[int]:
    """Return where brackets stand whose other half is not in the run: no isolate may hold one."""
    opened: list[int] = []
    halves = []
    for place in range(begin, end):
        if text[place] in "([":
            opened.append(place)
        elif text[place] in _PAIRS:
            if opened and text[opened[-1]] == _PAIRS[text[place]]:
                opened.pop()
            else:
                halves.append(place)
    return sorted(halves + opened)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """Leave the sentence's punctuation, brackets around all, and a number that belongs to the Arabic word before it, out of a run."""
    while end > begin and (text[end - 1] in _SENTENCE or (text[end - 1] == "/" and _ARABIC.match(text, end))):
        end -= 1
    while begin < end and (text[begin] in _SENTENCE or (text[begin] == "/" and begin and _ARABIC.match(text, begin - 1))):
        begin += 1
    while begin < end and _PAIRS.get(text[end - 1]) == text[begin] and text[end - 1] not in text[begin : end - 1]:
        begin, end = begin + 1, end - 1
    number = _NUMBER_FIRST.match(text, begin, end)
    if number and _AFTER_WORD.search(text[max(0, begin - _NEAR) : begin]):
        begin = number.end()
    return begin, end
