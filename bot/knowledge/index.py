"""The index: how alike a question and each entry are, in each language, seen in three ways and added up.

The best single phrase (title, one way of asking; by its words only: its runs of characters took half the memory and gave
nothing that the centre does not), the centre of all phrases, and the whole entry as one text with inverse *entry* frequency.
Neither of them alone comes near the three together (hit@1 +9 points in the median over twelve public suites). How rare a
feature is among *entries* counts in all three: a word of fifty phrases of one entry tells more than one of five entries.
Words that the index has never seen count in the question's length: a question about something else scores low. One that is a
slip of the finger away from a known word stands for it (hit@1 with typos up to 7 points higher on the public suites).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.compiled import Arrays
from bot.knowledge.features import Hashes, Numbers, Stems, features, short, stem_number
from bot.knowledge.glossary import Glossary
from bot.knowledge.hubs import Asked, standings
from bot.knowledge.postings import Floats, Ints, Postings
from bot.knowledge.slips import may_be_a_slip, one_slip_away
from bot.knowledge.table import Tabulator, Triples
from bot.knowledge.text import words
from bot.knowledge.weights import Commonness, saturated, unit_length

# Chosen on the public suites and on the calibration part of the questions, together with the shares of words (the rest: runs of characters).
# Their sum, 1.06, keeps scores on the scale that thresholds.yaml was set on.
BEST, CENTRE, WHOLE = 0.085, 0.42, 0.555
WORDS_OF_CENTRE, WORDS_OF_WHOLE = 0.63, 0.4
_ARRAYS = ("row_of_phrase", "vocabulary", "entry_frequency", "standing")
_MENDED = 8  # words a message: more unknown ones are another language, or nonsense
_COMMON = 2  # phrases that have a word which stands for a mistyped one
_FEW_PHRASES = 3  # below this the text itself must serve as a phrase


@dataclass(frozen=True, slots=True)
class Document:
    """What the index knows of one entry in one language. `phrases` are its title, ways of asking and aliases."""

    id: str
    language: str
    phrases: tuple[str, ...]
    body: str


class Index:
    """An immutable index of documents; `ids` and `languages` belong to its rows, in the order of the documents.

    `kept` are the arrays of an index of the same documents and glossary: with them nothing is built. The first `entries` documents
    (None: all) are entries; what else is there only catches what they are not about.
    """

    def __init__(self, documents: Sequence[Document], glossary: Glossary | None = None, kept: Arrays | None = None, entries: int | None = None) -> None:
        self.ids = tuple(document.id for document in documents)
        self.languages = tuple(document.language for document in documents)
        self._stems, self._glossary = Stems(), glossary or Glossary()
        if kept is not None:
            self._restore(kept)
            return
        phrases = [(row, phrase) for row, document in enumerate(documents) for phrase in _phrases(document)]
        self._row_of_phrase = np.array([row for row, _ in phrases], dtype=np.int32)
        tabulator = Tabulator(self._stems, self._glossary)
        of_phrases = tabulator.table([(words(phrase), documents[row].language) for row, phrase in phrases])
        of_entries = tabulator.table([(_all_words(one), one.language) for one in documents])
        self._vocabulary = np.unique(np.concatenate((of_phrases.hashes, of_entries.hashes)))
        asked = [place < (len(documents) if entries is None else entries) and len(one.phrases) >= _FEW_PHRASES for place, one in enumerate(documents)]
        self._build(of_phrases, of_entries, len(phrases), np.array(asked, dtype=bool))

    def _build(self, of_phrases: Triples, of_entries: Triples, phrases: int, asked: NDArray[np.bool_]) -> None:
        """Build all arrays; `asked` are the rows with ways of asking."""
        entries = asked.size
        size, words_of = self._vocabulary.size, _is_word(self._vocabulary)
        codes = {language: code for code, language in enumerate(sorted(set(self.languages)))}
        of_row = np.array([codes[language] for language in self.languages], dtype=np.int64)
        inside = np.searchsorted(self._vocabulary, of_entries.hashes).astype(np.int32)
        common = Commonness.count(inside, of_row[of_entries.rows], np.bincount(of_row, minlength=len(codes)), size)
        frequency, self._rarest = common.entry_frequency()
        self._entry_frequency = frequency.astype(np.float16)
        frequency = frequency.astype(np.float32)
        known = np.searchsorted(self._vocabulary, of_phrases.hashes).astype(np.int32)
        weights = unit_length((1 + np.log(of_phrases.counts)) * (1 + frequency[known]), of_phrases.rows, words_of[known])
        of_words = words_of[known]
        self._phrases = Postings.build(known[of_words], of_phrases.rows[of_words], [BEST * weights[of_words]], size, phrases)
        centre = self._centres(of_phrases, known, weights, of_entries.rows.astype(np.int64) * size + inside)
        whole = saturated(of_entries, words_of[inside], entries) * frequency[inside]
        both = [_shared(CENTRE * centre, WORDS_OF_CENTRE, words_of[inside]), _shared(WHOLE * whole, WORDS_OF_WHOLE, words_of[inside])]
        self._entries = Postings.build(inside, of_entries.rows, both, size, entries)
        questions = Asked.of(of_phrases.rows, known, of_phrases.counts, weights, frequency[known], of_words)
        self._standing = standings(questions, self._row_of_phrase, self.ids, self.languages, asked, self._entries)

    def _centres(self, of_phrases: Triples, known: Ints, weights: Floats, pairs: Ints) -> Floats:
        """Return the weight of each of `pairs` (row and feature in one number) in the centre of its row's phrases.

        A mark of the glossary that only a phrase has, not the entry's whole text (where a longer form begins before it), is left out.
        """
        size = self._vocabulary.size
        order = np.argsort(pairs)
        wanted = self._row_of_phrase[of_phrases.rows] * size + known
        place = order[np.minimum(np.searchsorted(pairs, wanted, sorter=order), pairs.size - 1)]
        there = pairs[place] == wanted
        sums = np.asarray(np.bincount(place[there], weights=weights[there], minlength=pairs.size), dtype=np.float64)
        return unit_length(sums, pairs // size, _is_word(self._vocabulary)[pairs % size])

    def arrays(self) -> Arrays:
        """Return what `kept` takes."""
        fixed = {name: getattr(self, f"_{name}") for name in _ARRAYS} | {"rarest": np.array(self._rarest)}
        return fixed | self._phrases.arrays("phrases") | self._entries.arrays("entries")

    def _restore(self, kept: Arrays) -> None:
        for name in _ARRAYS:
            setattr(self, f"_{name}", kept[name])
        self._rarest = float(kept["rarest"])
        self._phrases = Postings.restored("phrases", kept)
        self._entries = Postings.restored("entries", kept)

    def scores(self, found: Sequence[str], language: str) -> Floats:
        """Return how alike the normalised words `found` (in `language`) and each row are, 0..1; not yet times their `standing`."""
        if not self.ids:
            return np.zeros(0)
        asked = features(found, language, self._stems, self._glossary, self._mended)
        if asked.hashes.size == 0 or self._vocabulary.size == 0:
            return np.zeros(len(self.ids))
        place, known = self._places(asked.hashes)
        is_word = _is_word(asked.hashes)
        often = 1 + np.log(asked.counts.astype(np.float64))
        frequency = np.where(known, self._entry_frequency[place].astype(np.float64), self._rarest)
        by_phrase = often * (1 + frequency)
        by_phrase /= _by_kind(np.sqrt, by_phrase**2, is_word)
        by_entry = often / _by_kind(np.abs, often * frequency, is_word)
        return self._sum(place[known], by_phrase[known], by_entry[known])

    @property
    def standing(self) -> Floats:
        """By what each row's score is to be multiplied before entries are compared with each other (see `hubs`)."""
        return self._standing

    def strange(self, found: Sequence[str], language: str) -> list[int]:
        """Return the places of those among the normalised words `found` (in `language`) that no document has."""
        if self._vocabulary.size == 0 or not found:
            return []
        numbers = np.array([stem_number(self._stems.of(word, language)) for word in found], dtype=np.uint64)
        return [int(place) for place in np.flatnonzero(~self._places(short(numbers))[1])]

    def _places(self, numbers: Numbers) -> tuple[Ints, NDArray[np.bool_]]:
        """Return where in the vocabulary each number would be, and whether it is there."""
        place = np.minimum(np.searchsorted(self._vocabulary, numbers), self._vocabulary.size - 1)
        return place, self._vocabulary[place] == numbers

    def _mended(self, stems: Sequence[str], numbers: Hashes) -> Hashes:
        """Put in the place of each word that the index has never seen the commonest one that is one slip of the finger away."""
        if self._vocabulary.size == 0:
            return numbers
        unknown = np.flatnonzero(~self._places(short(numbers))[1])
        for word in [one for one in unknown.tolist() if may_be_a_slip(stems[one])][:_MENDED]:
            near = one_slip_away(stems[word])
            place, known = self._places(short(near))
            often = np.where(known, self._phrases.lengths(place), 0)
            if often.max() >= _COMMON:
                numbers[word] = near[often.argmax()]
        return numbers

    def _sum(self, features: Ints, by_phrase: Floats, by_entry: Floats) -> Floats:
        best = self._phrases.best(features, by_phrase, self._row_of_phrase, len(self.ids))
        return best + self._entries.scores(features, [by_phrase, by_entry])

    @property
    def bytes(self) -> int:
        """Memory that the index takes, without the entries."""
        fixed = (self._vocabulary, self._entry_frequency, self._row_of_phrase, self._standing)
        return sum(array.nbytes for array in fixed) + self._phrases.bytes + self._entries.bytes


def _phrases(document: Document) -> tuple[str, ...]:
    """The phrases of a document; its text too where there are few, and its id where there is nothing else."""
    if len(document.phrases) >= _FEW_PHRASES:
        return document.phrases
    return (*document.phrases, " ".join((*document.phrases, document.body))) if document.body else document.phrases or (document.id,)


def _all_words(document: Document) -> list[str]:
    """Return the words of a whole entry. Line by line: `words` cuts a text that is longer than any message."""
    return [word for line in (*document.phrases, *document.body.split("\n")) for word in words(line)]


def _shared(weights: Floats, share_of_words: float, is_word: NDArray[np.bool_]) -> Floats:
    """Return `weights` shared out between words and runs of characters."""
    return weights * np.where(is_word, share_of_words, 1 - share_of_words).astype(np.float32)


def _is_word(numbers: Numbers) -> NDArray[np.bool_]:
    return (numbers & np.uint32(1)).astype(bool)


def _by_kind(finish: Callable[[Floats], Floats], values: Floats, is_word: NDArray[np.bool_]) -> Floats:
    """Return for each feature `finish` of the sum over its kind (words, or runs), never 0."""
    sums = finish(np.array([values[~is_word].sum(), values[is_word].sum()]))
    sums[sums == 0] = 1
    return sums[is_word.astype(np.int64)]
