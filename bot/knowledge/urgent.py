"""Danger now, recognised by phrases before anything is matched: the urgent card must come first.

Three ways: a phrase that always means danger ("they are at my door"), a verb with its victim in one Arabic word (`verbs`), or something
done (arrested, taken, tortured) to someone near (my brother, me). General and hypothetical questions, negations and long past events don't
count. Plain words of danger ("arrested") count only where no entry answers and nothing is asked.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from bot.knowledge.phrasebook import Phrasebook, Reading
from bot.knowledge.slips import Repair
from bot.knowledge.verbs import Verbs

WANTS: Final = ("number", "site", "offline", "send")  # what people ask for after the urgent card: the first that occurs is answered
FILES: Final = {  # the sets of each file
    "urgent.yaml": ("danger", "likely", "alone", "cry", "filler", "done", "near", "verbs", "plain"),
    "calm.yaml": ("past", "hypothetical", "general", "negation", "asking", "tame", "polite"),
    "despair.yaml": ("self", "self-me", "others", "self-alone"), "wanted.yaml": WANTS,
}
_APART = 1  # words between a negation and what did not happen
_MENDED, _SHORTEST = 8, 5  # words a message that are put right, and letters of what they become
_FEW_WORDS = 15  # of a cry, at most
_PLAIN_WORDS = 40  # of a message that a plain word of danger counts in, at most: in a longer one it chances
_TAME = 12  # words of a message that one tame word makes harmless, at most: in a longer one it may stand beside danger
_READ = 400  # words in which loose phrases are looked for: two thousand times "I" would take a tenth of a second
_LOOSE: Final = ("likely", *FILES["despair.yaml"])  # sets with many gaps
_BESIDE_LOOSE: Final = ("filler", "polite", "negation")
_WANT = 10  # words of a message that wants something, at most: more make a question of its own
_NO = ("ما", "ma")  # before a verb "not"; elsewhere "what"
_STRETCHED = re.compile(r"([a-z\u0620-\u06ff])\1{2,}")
_GROUP = re.compile(r"<[a-z-]+>")
_SHORTEST_SHOUT = 4  # letters: UPR and NGO are no shouts


def is_group(name: str) -> bool:
    """Tell whether a set is one of words that others name: "<forces>"."""
    return _GROUP.fullmatch(name) is not None


def is_loud(text: str) -> bool:
    """Tell whether `text` is shouted: in capitals, or with an exclamation mark."""
    return "!" in text or (text.isupper() and sum(map(str.isalpha, text)) >= _SHORTEST_SHOUT)


def _filled(phrase: str, groups: Mapping[str, str]) -> str:
    """Return `phrase` with the words of each group in the place of its name."""
    return _GROUP.sub(lambda name: groups.get(name[0], ""), phrase)


class UrgentPhrases:
    """The phrases of urgent.yaml and the files beside it."""

    def __init__(self, sets: Mapping[str, Sequence[str]]) -> None:
        groups = {name: "|".join(phrases) for name, phrases in sets.items() if is_group(name)}
        found = {name: [_filled(phrase, groups) for phrase in phrases] for name, phrases in sets.items() if name != "verbs" and not is_group(name)}
        self._verbs = Verbs(sets.get("verbs", ()))
        self._book = Phrasebook({name: phrases for name, phrases in found.items() if name not in _LOOSE})
        self._loose = Phrasebook({name: phrases for name, phrases in found.items() if name in (*_LOOSE, *_BESIDE_LOOSE)})
        self._repair = Repair(self._book.words(("danger", "done", "near")) | self._loose.words(("likely",)), _SHORTEST)

    def read(self, words: Sequence[str]) -> "Alarm":
        """Return what normalised `words` say of danger."""
        return Alarm(words, self._book, self._loose, self._verbs)

    def mended(self, words: Sequence[str], strange: Sequence[int]) -> list[str]:
        """Return `words` with those at the places `strange` put right where they are a slip away from a word of danger."""
        mended = list(words)
        for place in strange[:_MENDED]:
            mended[place] = self._repair.of(words[place])
        return mended


class Alarm:
    """What the words of one message say of danger. Each part is found out once, when it is asked for."""

    def __init__(self, words: Sequence[str], book: Phrasebook, loose: Phrasebook, verbs: Verbs) -> None:
        self._words, self._book, self._loosely, self._verbs = words, book, loose, verbs

    @property
    def calm(self) -> bool:
        """Whether the words ask in general, or speak of what might be, is long past or did not happen."""
        return bool(self._said.ends("negation", 0)) or self._did_not_happen(self._said) or _is_unreal(self._said) or self._said.has("past")

    @cached_property
    def despair(self) -> bool:
        """Whether the words speak of hurting oneself."""
        said = self._loose.has("self") or (self._loose.has("self-me") and not self._loose.has("others"))
        alone = len(self._words) <= _FEW_WORDS and self._loose.is_only(("self-alone", "filler", "polite"), ("self-alone",))
        return alone or (said and not _is_unreal(self._begun))

    @property
    def want(self) -> str | None:
        """Which of WANTS the words ask for, or None: to be asked only of who was shown the urgent card."""
        return next(filter(self._said.has, WANTS), None) if len(self._words) <= _WANT else None

    @property
    def tame(self) -> bool:
        """Whether few words speak of papers, courses or the guide itself, so that a likeness to danger says little."""
        return len(self._words) <= _TAME and self._said.has("tame")

    @property
    def meant(self) -> list[str]:
        """The words without those that are said with anything ("please")."""
        kept, place = [], 0
        while place < len(self._words):
            end = max(self._said.ends("polite", place), default=place)
            kept.extend([self._words[place]] if end == place else [])
            place = max(end, place + 1)
        return kept

    def found(self, loud: bool = False) -> bool:
        """Tell whether the words speak of danger now; `loud`: they are shouted."""
        if self._cries(loud) or _is_meant(self._said, "danger", self._said):
            return True
        done = any(not self._undone(place) for place in self._attacks) or \
            (self._said.has("done") and self._said.has("near") and not self._said.follows("negation", "done", _APART))
        return done and not (_is_unreal(self._said) or self._said.has("past"))

    @cached_property
    def likely(self) -> bool:
        """Whether the words speak of danger now, unless they are a question that an entry surely answers (`asks`)."""
        return _is_meant(self._loose, "likely", self._begun) and not (self._did_not_happen(self._begun) or self._begun.has("past"))

    @property
    def asks(self) -> bool:
        """Whether the words ask about mechanisms and rules."""
        return self._said.has("asking")

    @property
    def hinted(self) -> bool:
        """Whether the words have a plain word of danger and ask nothing: enough where no entry answers."""
        return len(self._words) <= _PLAIN_WORDS and self._said.has("plain") and not (self.asks or self.tame or self.calm)

    @property
    def is_arabic(self) -> bool:
        """Whether a verb among the words is Arabic in Latin letters."""
        return any(self._words[place].isascii() for place in self._attacks)

    @cached_property
    def _said(self) -> Reading:
        return self._book.read(self._words)

    @cached_property
    def _begun(self) -> Reading:
        """What the first words say, in which loose phrases are looked for."""
        return self._said if len(self._words) <= _READ else self._book.read(self._words[:_READ])

    @cached_property
    def _loose(self) -> Reading:
        return self._loosely.read(self._words[:_READ])

    @cached_property
    def _attacks(self) -> list[int]:
        """The places of verbs that name their victim."""
        return [place for place, word in enumerate(self._words) if self._verbs.is_done(word)]

    def _did_not_happen(self, said: Reading) -> bool:
        return said.follows("negation", "done", _APART) or any(map(self._undone, self._attacks))

    def _undone(self, place: int) -> bool:
        return place > 0 and (self._words[place - 1] in _NO or place in self._said.ends("negation", place - 1))

    def _cries(self, loud: bool) -> bool:
        """Tell whether the message is a cry as a whole: one that always is, or a word for help that is shouted or begged for."""
        if len(self._words) > _FEW_WORDS:
            return False
        folded = [_STRETCHED.sub(r"\1", word) for word in self._words]
        said = self._said if folded == self._words else self._book.read(folded)
        return said.is_only(("alone", "filler"), ("alone",)) or (said.is_only(("cry", "filler"), ("cry",)) and (loud or said.has("filler")))


def _is_meant(said: Reading, name: str, around: Reading) -> bool:
    """Tell whether a phrase of the set `name` is said, not denied, and not in words (`around`) of what might be."""
    return said.has(name) and not (said.follows("negation", name, 0) or _is_unreal(around))


def _is_unreal(said: Reading) -> bool:
    return said.has("hypothetical") or said.has("general")
