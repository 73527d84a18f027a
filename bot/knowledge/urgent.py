"""Danger now, recognised by phrases before anything is matched: the urgent card must come first.

Three ways: a phrase that always means danger ("they are at my door"), a verb with its victim in one Arabic word (`verbs`), or something
done (arrested, taken, tortured) to someone near (my brother, me). General and hypothetical questions, negations and long past events don't
count. Plain words of danger ("arrested") count only where no entry answers and nothing is asked.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.knowledge.sequences import Sequences, follows
from bot.knowledge.slips import Repair
from bot.knowledge.verbs import Verbs

WANTS: Final = ("number", "site", "offline", "send")  # what people ask for after the urgent card: the first that occurs is answered
FILES: Final = {  # the sets of each file
    "urgent.yaml": ("danger", "likely", "alone", "cry", "filler", "done", "near", "verbs", "plain"),
    "calm.yaml": ("past", "hypothetical", "general", "negation", "asking", "tame", "polite"),
    "despair.yaml": ("self", "self-me", "others", "self-alone"), "wanted.yaml": WANTS,
}
SETS: Final = tuple(name for sets in FILES.values() for name in sets)
_APART = 1  # words between a negation and what did not happen
_MENDED, _SHORTEST = 8, 5  # words a message that are put right, and letters of what they become
_FEW_WORDS = 15  # of a cry, at most
_PLAIN_WORDS = 40  # of a message that a plain word of danger counts in, at most: in a longer one it chances
_TAME = 12  # words of a message that one tame word makes harmless, at most: in a longer one it may stand beside danger
_READ = 400  # words in which loose phrases are looked for: two thousand times "I" would take a tenth of a second
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
        found = {name: Sequences(_filled(phrase, groups) for phrase in sets.get(name, ())) for name in SETS if name != "verbs"}
        self._alone, self._cry, self._filler, self._self = found["alone"], found["cry"], found["filler"], found["self"]
        self._danger, self._done, self._near, self._negation = found["danger"], found["done"], found["near"], found["negation"]
        self._past, self._hypothetical, self._general = found["past"], found["hypothetical"], found["general"]
        self._plain, self._asking, self._verbs = found["plain"], found["asking"], Verbs(sets.get("verbs", ()))
        self._likely, self._polite, self._tame = found["likely"], found["polite"], found["tame"]
        self._self_alone, self._self_me, self._others = found["self-alone"], found["self-me"], found["others"]
        self._wants = {name: found[name] for name in WANTS}
        self._repair = Repair(self._danger.words | self._likely.words | self._done.words | self._near.words, _SHORTEST)

    def calm(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` ask in general, or speak of what might be, is long past or did not happen."""
        undone = self._did_not_happen(words) or bool(words and any(True for _ in self._negation.ends(words, 0)))
        return undone or self._unreal(words) or self._past.among(words)

    def despair(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` speak of hurting oneself."""
        words = words[:_READ]
        alone = len(words) <= _FEW_WORDS and self._is_only(words, (self._self_alone, self._filler, self._polite))
        said = self._self.among(words) or (self._self_me.among(words) and not self._others.among(words))
        return alone or (said and not self._unreal(words))

    def want(self, words: Sequence[str]) -> str | None:
        """Return which of WANTS normalised `words` ask for, or None: to be asked only of who was shown the urgent card."""
        return next((name for name, phrases in self._wants.items() if phrases.among(words)), None) if len(words) <= _WANT else None

    def tame(self, words: Sequence[str]) -> bool:
        """Tell whether few normalised `words` speak of papers, courses or the guide itself, so that a likeness to danger says little."""
        return len(words) <= _TAME and self._tame.among(words)

    def meant(self, words: Sequence[str]) -> list[str]:
        """Return normalised `words` without those that are said with anything ("please")."""
        kept, place = [], 0
        while place < len(words):
            end = max(self._polite.ends(words, place), default=place)
            kept.extend([words[place]] if end == place else [])
            place = max(end, place + 1)
        return kept

    def found(self, words: Sequence[str], loud: bool = False) -> bool:
        """Tell whether normalised `words` speak of danger now; `loud`: they are shouted."""
        if self._cries(words, loud):
            return True
        if self._means(self._danger, words):
            return True
        done = any(not self._undone(words, place) for place in self._attacks(words)) or \
            (self._done.among(words) and self._near.among(words) and not follows(self._negation, self._done, words, _APART))
        return done and not (self._unreal(words) or self._past.among(words))

    def likely(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` speak of danger now, unless they are a question that an entry surely answers (`asks`)."""
        words = words[:_READ]
        return self._means(self._likely, words) and not (self._did_not_happen(words) or self._past.among(words))

    def asks(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` ask about mechanisms and rules."""
        return self._asking.among(words)

    def hinted(self, words: Sequence[str]) -> bool:
        """Tell whether normalised `words` have a plain word of danger and ask nothing: enough where no entry answers."""
        return len(words) <= _PLAIN_WORDS and self._plain.among(words) and not (self._asking.among(words) or self.tame(words) or self.calm(words))

    def mended(self, words: Sequence[str], strange: Sequence[int]) -> list[str]:
        """Return `words` with those at the places `strange` put right where they are a slip away from a word of danger."""
        mended = list(words)
        for place in strange[:_MENDED]:
            mended[place] = self._repair.of(words[place])
        return mended

    def is_arabic(self, words: Sequence[str]) -> bool:
        """Tell whether a verb among `words` is Arabic in Latin letters."""
        return any(self._verbs.is_done_in_latin(word) for word in words)

    def _means(self, phrases: Sequences, words: Sequence[str]) -> bool:
        return phrases.among(words) and not (follows(self._negation, phrases, words, 0) or self._unreal(words))

    def _unreal(self, words: Sequence[str]) -> bool:
        return self._hypothetical.among(words) or self._general.among(words)

    def _attacks(self, words: Sequence[str]) -> list[int]:
        """Return the places of verbs that name their victim."""
        return [place for place, word in enumerate(words) if self._verbs.is_done(word)]

    def _did_not_happen(self, words: Sequence[str]) -> bool:
        return follows(self._negation, self._done, words, _APART) or any(self._undone(words, place) for place in self._attacks(words))

    def _undone(self, words: Sequence[str], place: int) -> bool:
        before = words[max(place - 1, 0) : place]
        return any(word in _NO or any(True for _ in self._negation.ends(before, 0)) for word in before)

    def _cries(self, words: Sequence[str], loud: bool) -> bool:
        """Tell whether the message is a cry as a whole: one that always is, or a word for help that is shouted or begged for."""
        if len(words) > _FEW_WORDS:
            return False
        folded = [_STRETCHED.sub(r"\1", word) for word in words]
        return self._is_only(folded, (self._alone, self._filler)) or \
            (self._is_only(folded, (self._cry, self._filler)) and (loud or self._filler.among(folded)))

    @staticmethod
    def _is_only(words: Sequence[str], sets: Sequence[Sequences]) -> bool:
        """Tell whether `words` are made of phrases of `sets`, at least one of them of the first."""
        reached = {0: False}  # places that phrases end at, and whether one of the first set is before
        for place in range(len(words)):
            if place not in reached:
                continue
            for number, phrases in enumerate(sets):
                for end in phrases.ends(words, place):
                    reached[end] = reached.get(end, False) or reached[place] or number == 0
        return reached.get(len(words), False)
