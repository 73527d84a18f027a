"""From what a person writes to what is answered: danger first, then small talk, a follow-up, and the entries that match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.knowledge.arabizi import transliterate
from bot.knowledge.compiled import Arrays
from bot.knowledge.entry import LANGUAGES, Section
from bot.knowledge.followup import SOURCES, FollowUp, FollowUps
from bot.knowledge.foreign import is_unspoken
from bot.knowledge.glossary import Glossary
from bot.knowledge.index import Document, Index
from bot.knowledge.language import Detected, LanguageDetector
from bot.knowledge.outcome import Band, Match, Ranked, Ranking
from bot.knowledge.postings import Floats
from bot.knowledge.smalltalk import LANGUAGE, SmallTalk
from bot.knowledge.text import cut, is_foreign, words
from bot.knowledge.thresholds import DEFAULT, Thresholds
from bot.knowledge.tongues import spoken
from bot.knowledge.urgent import Alarm, UrgentPhrases, is_loud

# The more words, the lower all scores: a question of 40 words about an entry scores as one of 8 words about nothing. The calibration part
# of the questions chose the power .35 (right answers told from wrong ones: .942 -> .961 with the lead, .926 -> .953 on the others), short
# questions of a public suite .2; at .25 both keep their bars. The usual number keeps the scale that thresholds.yaml was set on.
_USUAL_WORDS, _LENGTH_POWER = 6.5, 0.25
_ARABIZI = 0.4  # of the usual least score: no two people spell Arabic in Latin letters alike, so that all scores are low
_SAMPLES = 3  # phrases of each document that languages are learnt from: more make no difference
_BESIDE = 1.2  # so much surer than an answer by itself must be what is offered beside the urgent card: a guess on a phone that is seized may harm
_SHORT = 100  # words; in a longer text slips are not put right: danger says it more than once
AT_MOST = 3  # entries offered: in nine of ten choices the right one is among three


@dataclass(frozen=True, slots=True)
class _Said:
    """A message as it was read: its text and words, those without addresses and markup, and what they say of language and danger."""

    text: str
    words: list[str]
    spoken: str
    spoken_words: list[str]
    chosen: str
    detected: Detected
    alarm: Alarm


class Matcher:
    """Matches texts with documents. Immutable once built; keeps nothing of what it is asked."""

    def __init__(
        self, documents: Sequence[Document], glossary: Glossary | None = None, urgent: UrgentPhrases | None = None,
        smalltalk: SmallTalk | None = None, followups: FollowUps | None = None, thresholds: Mapping[str, Thresholds] = DEFAULT,
        kept: Arrays | None = None, outside: Sequence[Document] = (), danger: Sequence[Document] = (),
    ) -> None:
        self._index = Index((*documents, *outside, *danger), glossary, kept, len(documents))
        self._urgent, self._smalltalk, self._followups = urgent or UrgentPhrases({}), smalltalk or SmallTalk({}), followups or FollowUps({})
        self._thresholds = {**DEFAULT, **thresholds}
        self._detector = LanguageDetector((one.language, phrase) for one in documents for phrase in one.phrases[:_SAMPLES])
        self._entries = tuple(dict.fromkeys(one.id for one in documents))
        number = {name: place for place, name in enumerate(self._entries)}
        self._entry_of_row = np.array([number[one.id] for one in documents] + [len(number)] * len(outside) + [len(number) + 1] * len(danger), dtype=np.int64)
        self._order = np.argsort(self._entry_of_row, kind="stable")  # rows by entry, and where each entry begins
        self._present, self._begins = np.unique(self._entry_of_row[self._order], return_index=True)
        self._arabic_rows = np.array([language == "ar" for language in self._index.languages], dtype=bool)

    def match(self, text: str, language: str, previous: str | None = None) -> Match:
        """Return what to answer to `text` from a person whose language is `language`; `previous` is the id of the last answer."""
        said = self._read(cut(text), language if language in LANGUAGES else LANGUAGES[0])
        tongue = said.detected.language
        asked = self._followups.read(said.words)
        follows = self._follows(previous, asked, tongue)
        if follows and follows.section is not Section.RISKS:  # before small talk, since "and then" is both
            return follows
        talk = self._smalltalk.read(said.words)
        if kind := (SOURCES if asked.sources else talk.about):
            return Match(Band.SMALLTALK, (), tongue, tongue, smalltalk=kind)
        ranking = self._rank(said.words, said.detected)
        if said.alarm.despair or self._is_danger(said, ranking):
            return self._urgently(said, ranking)
        if follows:
            return follows
        unspoken = is_unspoken(said.spoken, said.spoken_words)
        kind = (LANGUAGE if talk.tongue else talk.kind) if said.words or not unspoken else None
        if kind:
            return Match(Band.SMALLTALK, (), tongue, tongue, smalltalk=kind)
        if unspoken:
            return Match(Band.DECLINE, (), said.chosen, said.chosen, unspoken=True)
        return self._matched(said, ranking, talk.is_abuse)

    def tongue(self, text: str) -> str | None:
        """Return the language that `text` asks answers in, and nothing else; `smalltalk.LANGUAGE` where it does not say which; else None."""
        return self._smalltalk.read(words(cut(text))).tongue

    def _follows(self, previous: str | None, asked: FollowUp, tongue: str) -> Match | None:
        """Return the answer to a short question about the last one, or None."""
        if previous is None or previous not in self._entries or not (asked.section or asked.sources):
            return None
        return Match(Band.ANSWER, (previous,), tongue, tongue, section=asked.section, score=1.0, cost=asked.cost, sources=asked.sources)

    def rank(self, text: str, language: str, limit: int = 10) -> Ranking:
        """Return the `limit` entries most like `text`, best first, without bands: for evaluation on any corpus."""
        said = self._read(text, language if language in LANGUAGES else "en")
        return self._rank(said.words, said.detected, limit)

    def want(self, text: str) -> str | None:
        """Return what `text` asks for after the urgent card (urgent.WANTS), or None."""
        return self._urgent.read(words(text)).want

    def is_calm(self, text: str) -> bool:
        """Tell whether `text` asks about mechanisms, papers or courses, or speaks of what might be, is past or did not happen."""
        alarm = self._urgent.read(words(text))
        return alarm.asks or alarm.tame or alarm.calm

    def arrays(self) -> Arrays:
        """Return the index as arrays, which `kept` takes for the same documents and glossary."""
        return self._index.arrays()

    @property
    def bytes(self) -> int:
        """Memory that the index takes."""
        return self._index.bytes

    def _read(self, text: str, chosen: str) -> _Said:
        """Read `text` once. An address or markup in it says nothing of its language, an Arabic verb in Latin letters all."""
        found, plain = words(text), spoken(text)
        plainly = found if plain is text else words(plain)
        alarm, detected = self._urgent.read(found), self._detector.detect(plainly, chosen)
        return _Said(text, found, plain, plainly, chosen, replace(detected, language="ar", arabizi=True) if alarm.is_arabic else detected, alarm)

    def _is_danger(self, said: _Said, ranking: Ranking) -> bool:
        """Tell whether who writes is in danger now: by phrases, by likeness, by phrases that are mistyped."""
        alarm = said.alarm
        if alarm.found(is_loud(said.text)) or (ranking.is_danger and self._is_alike(said)):
            return True
        answered = alarm.asks and self._is_sure(said, ranking)
        if alarm.likely and not answered:
            return True
        if len(said.words) > _SHORT:
            return False
        mended = self._urgent.mended(said.words, self._index.strange(said.words, said.detected.latin))
        if mended == said.words:
            return False
        meant = self._urgent.read(mended)
        return meant.found() or (meant.likely and not answered)

    def _is_alike(self, said: _Said) -> bool:
        """Tell whether a likeness to words of danger counts: not in calm words, nor when politeness alone makes it ("the source please")."""
        if said.alarm.calm or said.alarm.tame:
            return False
        meant = said.alarm.meant
        return len(meant) == len(said.words) or self._rank(meant, said.detected).is_danger

    def _urgently(self, said: _Said, ranking: Ranking) -> Match:
        besides = (ranking.entries[0].id,) if self._is_sure(said, ranking, _BESIDE) else ()
        tongue = said.detected.language
        return Match(Band.URGENT, besides, tongue, tongue, urgent=True, score=min(ranking.score, 1.0), despair=said.alarm.despair)

    def _matched(self, said: _Said, ranking: Ranking, is_abuse: bool) -> Match:
        tongue, score = said.detected.language, min(ranking.score, 1.0)
        if self._is_sure(said, ranking):
            return Match(Band.ANSWER, (ranking.entries[0].id,), tongue, tongue, score=score)
        if is_abuse:
            return Match(Band.SMALLTALK, (), tongue, tongue, smalltalk="help")
        if said.alarm.hinted:
            return self._urgently(said, ranking)
        offered = () if ranking.is_outside else self._above(ranking, said.detected)
        return Match(Band.CHOOSE if offered else Band.DECLINE, offered, tongue, tongue, score=score)

    def _is_sure(self, said: _Said, ranking: Ranking, surer: float = 1.0) -> bool:
        """Tell whether the first entry is an answer by itself, or `surer` than that."""
        enough = ranking.confidence >= surer * self._thresholds[said.detected.language].answer and ranking.score >= self._least(said.detected)
        return enough and not is_foreign(said.text)

    def _least(self, detected: Detected) -> float:
        """Return the score from which on entries are offered."""
        return self._thresholds[detected.language].choose * (_ARABIZI if detected.arabizi else 1.0)

    def _above(self, ranking: Ranking, detected: Detected) -> tuple[str, ...]:
        """Keep what is worth offering: all of the three once the first is, since the right one is often second or third."""
        worth = ranking.score > 0 and ranking.score >= self._least(detected)
        return tuple(one.id for one in ranking.entries[:AT_MOST] if one.score > 0) if worth else ()

    def _rank(self, found: Sequence[str], detected: Detected, limit: int = AT_MOST) -> Ranking:
        if not self._entries or not found:
            return Ranking()
        scores = self._index.scores(found, detected.latin)
        if detected.arabizi:
            in_arabic = self._index.scores(words(transliterate(found)), "ar")
            scores = np.maximum(scores, np.where(self._arabic_rows, in_arabic, 0.0))
        scores *= (len(set(found)) / _USUAL_WORDS) ** _LENGTH_POWER
        best = self._by_entry(scores * self._index.standing)
        order = np.argsort(-best[:-2], kind="stable")[:limit]
        entries = tuple(Ranked(self._entries[place], float(best[place])) for place in order)
        return Ranking(entries, float(best[-2]), float(best[-1]), float(self._by_entry(scores)[:-2].max()))

    def _by_entry(self, scores: Floats) -> Floats:
        """Return the best of each entry's rows; the last two: all that is not covered, words of danger."""
        best = np.zeros(len(self._entries) + 2)
        best[self._present] = np.maximum.reduceat(scores[self._order], self._begins)
        return best
