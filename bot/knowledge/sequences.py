"""Large sets of phrases, looked up in normalised words: thousands of them take a tenth of the memory of one pattern for all.

`*` stands for up to three words, `~` at the end of a word for any ending, `a|b` for one word or the other. "And" is written as a part
of the next Arabic word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from bot.knowledge.text import words

_GAP = 3  # words that `*` stands for, at most
_AND = ("و", "ف")
_ANY, _OPEN, _OR = "*", "~", "|"


@dataclass(frozen=True, slots=True)
class _OneOf:
    """One word or another: whole ones, and beginnings."""

    whole: frozenset[str]
    begins: tuple[str, ...]


Piece = str | _OneOf
Pieces = tuple[Piece, ...]


class Sequences:
    """An immutable set of phrases, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._whole: dict[str, list[Pieces]] = {}
        self._open: dict[str, list[Pieces]] = {}
        found = (pieces for phrase in phrases for one in _by_first_word(phrase) if (pieces := _pieces(one)))
        for pieces in dict.fromkeys(found):
            first = str(pieces[0])
            by_first = self._open if first.endswith(_OPEN) else self._whole
            by_first.setdefault(first[:1] if first.endswith(_OPEN) else first, []).append(pieces)

    def among(self, found: Sequence[str]) -> bool:
        """Tell whether a phrase occurs in the normalised words `found`."""
        return any(True for start in range(len(found)) for _ in self.ends(found, start))

    @property
    def words(self) -> frozenset[str]:
        """The whole words of all phrases."""
        every = [piece for group in (self._whole, self._open) for phrases in group.values() for pieces in phrases for piece in pieces]
        plain = {one for one in every if isinstance(one, str) and one != _ANY and not one.endswith(_OPEN)}
        return frozenset(plain.union(*(one.whole for one in every if isinstance(one, _OneOf))))

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
            if word.startswith(str(pieces[0])[:-1]):
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


def _is(piece: Piece, word: str) -> bool:
    if isinstance(piece, _OneOf):
        return word in piece.whole or word.startswith(piece.begins)
    return word.startswith(piece[:-1]) if piece.endswith(_OPEN) else word == piece


def _by_first_word(phrase: str) -> Iterator[str]:
    """Yield `phrase` with each of its first words: phrases are found by it."""
    first, _, rest = phrase.lstrip(f"{_ANY} ").partition(" ")  # anything may stand before a phrase as it is
    for one in first.split(_OR):
        yield f"{one} {rest}"


def _pieces(phrase: str) -> Pieces:
    """Return the pieces of a phrase; none when it has no words."""
    pieces: list[Piece] = []
    for part in phrase.split():
        if part == _ANY:
            pieces.append(_ANY)
        elif _OR in part:
            pieces.append(_one_of(part))
        else:
            pieces.extend(_words(part))
    return tuple(pieces)


@lru_cache(maxsize=4096)  # the same choice stands in hundreds of phrases, and is held once
def _one_of(part: str) -> _OneOf:
    pieces = [piece for one in part.split(_OR) for piece in _words(one)]
    whole = frozenset(one for one in pieces if not one.endswith(_OPEN))
    return _OneOf(whole, tuple(one[:-1] for one in pieces if one.endswith(_OPEN)))


def _words(part: str) -> list[str]:
    """Return the normalised words of a part of a phrase, the last one open when the part is."""
    found = words(part.removesuffix(_OPEN))
    if part.endswith(_OPEN) and found:
        found[-1] += _OPEN
    return list(map(intern, found))  # a word that stands in a hundred phrases is held once
