"""Terms that are written in many ways: each form, in any language, adds the same mark to a question and to an entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.text import words

_ARTICLES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_JOINED = frozenset(article[0] for article in _ARTICLES)
_SHORTEST = 3  # what must be left of an Arabic word without its article, and of a Latin one without its plural s


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its mark, and all ways of writing it."""

    id: str
    forms: tuple[str, ...]


class Glossary:
    """Finds terms in normalised words; longer forms win, and parts of a form found do not count again."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        forms: dict[tuple[str, ...], set[str]] = {}
        for term in terms:
            for form in term.forms:
                forms.setdefault(tuple(bare_word(word) for word in words(form)), set()).add(term.id)
        forms.pop((), None)
        self._forms: Mapping[tuple[str, ...], tuple[str, ...]] = {form: tuple(sorted(ids)) for form, ids in forms.items()}
        self._parts = frozenset(part for form in forms for part in form)
        lengths: dict[str, set[int]] = {}
        for parts in forms:
            lengths.setdefault(parts[0], set()).add(len(parts))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def tags(self, found: Sequence[str], memory: dict[str, str] | None = None) -> list[str]:
        """Return the marks of the terms in the words `found`, in their order; `memory` keeps bare words while an index is built."""
        known = {} if memory is None else memory
        bare = [known.get(word) or known.setdefault(word, self._bare(word)) for word in found]
        tags: list[str] = []
        place = 0
        while place < len(bare):
            taken = 1
            for length in self._lengths.get(bare[place], ()):
                ids = self._forms.get(tuple(bare[place : place + length]))
                if ids is not None:
                    tags.extend(ids)
                    taken = length
                    break
            place += taken
        return tags

    def _bare(self, word: str) -> str:
        """Return the bare form of `word`; "to the" swallows a first lam, so that لجنة becomes للجنة: try with it."""
        bare = bare_word(word)
        whole = f"ل{bare}"
        return whole if word.startswith(("لل", "ولل")) and whole in self._parts else bare


def bare_word(word: str) -> str:
    """Return an Arabic word without its article and the prefixes joined to it, a Latin one without a plural s."""
    if word.isascii():
        return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else word
    if word[0] not in _JOINED:
        return word
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _SHORTEST:
            return word[len(article) :]
    return word
