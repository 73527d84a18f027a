"""Large sets of phrases, looked up in normalised words: thousands of them take a tenth of the memory of one pattern for all.

`*` stands for up to three words, `~` at the end of a word for any ending. "And" is written as a part of the next Arabic word.
"""

from collections.abc import Iterable, Iterator, Sequence
from sys import intern

from bot.knowledge.text import words

_GAP = 3  # words that `*` stands for, at most
_AND = ("و", "ف")
_ANY, _OPEN = "*", "~"
Pieces = tuple[str, ...]


class Sequences:
    """An immutable set of phrases, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._whole: dict[str, list[Pieces]] = {}
        self._open: dict[str, list[Pieces]] = {}
        for pieces in sorted({pieces for phrase in phrases if (pieces := _pieces(phrase))}):
            first = pieces[0]
            by_first = self._open if first.endswith(_OPEN) else self._whole
            by_first.setdefault(first[:1] if first.endswith(_OPEN) else first, []).append(pieces)

    def among(self, found: Sequence[str]) -> bool:
        """Tell whether a phrase occurs in the normalised words `found`."""
        return any(True for start in range(len(found)) for _ in self.ends(found, start))

    def ends(self, found: Sequence[str], start: int) -> Iterator[int]:
        """Yield the place behind each phrase that begins at `start`; some twice."""
        word = found[start]
        yield from self._from(word, found, start)
        if not word.isascii() and word[0] in _AND and len(word) > 1:
            yield from self._from(word[1:], found, start)

    def _from(self, word: str, found: Sequence[str], start: int) -> Iterator[int]:
        for pieces in self._whole.get(word, ()):
            yield from _ends(pieces, 1, found, start + 1)
        for pieces in self._open.get(word[:1], ()):
            if word.startswith(pieces[0][:-1]):
                yield from _ends(pieces, 1, found, start + 1)


def follows(first: Sequences, second: Sequences, found: Sequence[str], gap: int) -> bool:
    """Tell whether a phrase of `first` stands at most `gap` words before one of `second`."""
    behind = {end for start in range(len(found)) for end in first.ends(found, start)}
    begins = {end + between for end in behind for between in range(gap + 1) if end + between < len(found)}
    return any(True for start in begins for _ in second.ends(found, start))


def _ends(pieces: Pieces, piece: int, found: Sequence[str], place: int) -> Iterator[int]:
    """Yield where the pieces from `piece` on may end in `found`, read from `place` on."""
    if piece == len(pieces):
        yield place
    elif pieces[piece] == _ANY:
        for skipped in range(_GAP + 1):
            yield from _ends(pieces, piece + 1, found, place + skipped)
    elif place < len(found) and _is(pieces[piece], found[place]):
        yield from _ends(pieces, piece + 1, found, place + 1)


def _is(piece: str, word: str) -> bool:
    return word.startswith(piece[:-1]) if piece.endswith(_OPEN) else word == piece


def _pieces(phrase: str) -> Pieces:
    """Return the pieces of a phrase; none when it has no words."""
    pieces: list[str] = []
    for part in phrase.split():
        if part == _ANY:
            pieces.append(_ANY)
            continue
        found = words(part.removesuffix(_OPEN))
        pieces.extend(found)
        if part.endswith(_OPEN) and found:
            pieces[-1] += _OPEN
    while pieces and pieces[0] == _ANY:  # anything may stand before a phrase as it is
        pieces.pop(0)
    return tuple(map(intern, pieces))  # a word that stands in a hundred phrases is held once
