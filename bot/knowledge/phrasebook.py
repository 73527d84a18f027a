"""Sets of phrases, all looked up in one reading of a text: tens of thousands take a few megabytes, and a question some ten microseconds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.knowledge.phrases import OPEN, Gap, OneOf, Piece, by_first_word

_AND: Final = ("و", "ف")  # "and" is written as a part of the next Arabic word
Phrase = tuple[str | Piece, ...]  # the name of its set, and its pieces behind the first word


class Reading:
    """Where phrases of each set stand in the words of a text."""

    def __init__(self, size: int, found: Mapping[str, Mapping[int, set[int]]]) -> None:
        self._size, self._found = size, found

    def has(self, name: str) -> bool:
        """Tell whether a phrase of the set `name` stands anywhere."""
        return name in self._found

    def ends(self, name: str, start: int) -> set[int]:
        """Return the places behind the phrases of the set `name` that begin at `start`."""
        return self._found.get(name, {}).get(start, set())

    def follows(self, first: str, second: str, gap: int) -> bool:
        """Tell whether a phrase of the set `first` stands at most `gap` words before one of `second`."""
        behind = {end for ends in self._found.get(first, {}).values() for end in ends}
        return any(start - between in behind for start in self._found.get(second, ()) for between in range(gap + 1))

    def is_only(self, names: Iterable[str], needed: Iterable[str] | None = None) -> bool:
        """Tell whether the whole text is made of phrases of the sets `names`, at least one of them of `needed` (None: of any)."""
        sets = [(self._found[name], needed is None or name in needed) for name in names if name in self._found]
        reached = {0: False}  # places that phrases end at, and whether one that is needed is before
        for place in range(self._size):
            if place in reached:
                for phrases, counts in sets:
                    for end in phrases.get(place, ()):
                        reached[end] = reached.get(end, False) or reached[place] or counts
        return reached.get(self._size, False)


class Phrasebook:
    """Named sets of phrases. Immutable. A phrase is found by its first word."""

    def __init__(self, sets: Mapping[str, Iterable[str]]) -> None:
        by_first: dict[str, list[Phrase]] = defaultdict(list)
        once: dict[Phrase, Phrase] = {}  # what stands behind a hundred words is held once
        for name, phrases in sets.items():
            for first, behind in dict.fromkeys(one for phrase in phrases for one in by_first_word(phrase)):
                phrase = (name, *behind)
                by_first[first].append(once.setdefault(phrase, phrase))
        groups: dict[tuple[Phrase, ...], tuple[Phrase, ...]] = {}
        kept = {first: groups.setdefault(group, group) for first, phrases in by_first.items() for group in [tuple(phrases)]}
        self._whole = {first: group for first, group in kept.items() if not first.endswith(OPEN)}
        self._open = {first[:-1]: group for first, group in kept.items() if first.endswith(OPEN)}
        self._lengths = sorted(set(map(len, self._open)))

    def read(self, words: Sequence[str]) -> Reading:
        """Find all phrases in the normalised `words`."""
        found: dict[str, dict[int, set[int]]] = {}
        for start, word in enumerate(words):
            behind = words[start + 1] if start + 1 < len(words) else None
            likely = (one for phrases in self._beginning(word) for one in phrases if len(one) == 1 or not isinstance(one[1], str) or one[1] == behind)
            for phrase in likely:
                for end in _ends(phrase, 1, words, start + 1):
                    found.setdefault(str(phrase[0]), {}).setdefault(start, set()).add(end)
        return Reading(len(words), found)

    def words(self, names: Iterable[str]) -> frozenset[str]:
        """Return the whole words of the phrases of the sets `names`."""
        wanted = frozenset(names)
        groups = [*self._whole.items(), *(("", phrases) for phrases in self._open.values())]
        pieces = {piece for first, phrases in groups for phrase in phrases if phrase[0] in wanted for piece in (first, *phrase[1:])}
        return frozenset(word for piece in pieces for word in _whole(piece)) - {""}

    def _beginning(self, word: str) -> Iterator[tuple[Phrase, ...]]:
        """Yield the phrases that begin with `word`, with a part of it, or behind its "and"."""
        for one in (word, word[1:]) if word[0] in _AND and len(word) > 1 else (word,):
            if one in self._whole:
                yield self._whole[one]
            for length in self._lengths:
                if length <= len(one) and (beginning := one[:length]) in self._open:
                    yield self._open[beginning]


def _ends(phrase: Phrase, piece: int, words: Sequence[str], place: int) -> Iterator[int]:
    """Yield where the pieces from `piece` on may end in `words`, read from `place` on."""
    if piece == len(phrase):
        yield place
        return
    wanted = phrase[piece]
    if isinstance(wanted, Gap):
        for skipped in range(wanted.longest + 1):
            yield from _ends(phrase, piece + 1, words, place + skipped)
    elif place < len(words) and (wanted.has(words[place]) if isinstance(wanted, OneOf) else wanted == words[place]):
        yield from _ends(phrase, piece + 1, words, place + 1)


def _whole(piece: Piece) -> Iterable[str]:
    """Return the whole words that a piece stands for."""
    if isinstance(piece, OneOf):
        return piece.whole
    return () if isinstance(piece, Gap) else (piece,)
