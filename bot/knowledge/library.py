"""One revision of the knowledge base in memory: the entries, and the matcher that was built from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.knowledge.entry import Correction, Entry
from bot.knowledge.matcher import Matcher
from bot.knowledge.outcome import Band, Match, Ranked, Ranking
from bot.knowledge.pathfinder import Pathfinder
from bot.knowledge.terms import Terms

# The 19 categories of the facts: what someone in danger needs first, then the UN, the regions, one's own country, and learning.
CATEGORIES = (
    "protection", "upr", "special-procedures", "treaty-bodies", "hrc", "general", "standards",
    "african-commission", "african-court", "african-system", "african-standards", "sub-regional-courts", "arab-mena", "asia-pacific",
    "national", "nhri", "funds", "travel", "ishr-training",
)
URGENT_ENTRY = "urgent-help-overview"
DESPAIR_ENTRY = "wellbeing-and-stress"  # comes first when somebody may hurt themselves
CHOOSING_ENTRY = "choosing-a-mechanism"  # its reader is offered the pathfinder


@dataclass(frozen=True, slots=True)
class Library:
    """Immutable: a reload makes another Library, so that each answer comes from one revision."""

    entries: Mapping[str, Entry]
    revision: str
    matcher: Matcher = field(repr=False)
    pathfinder: Pathfinder = field(default_factory=Pathfinder, repr=False)
    terms: Terms = field(default_factory=Terms, repr=False)
    corrections: tuple[Correction, ...] = ()

    @property
    def urgent_entry(self) -> Entry | None:
        """The entry for someone in danger now: the overview where it exists, else the first that is marked urgent."""
        marked = [entry for _, entries in self.categories() for entry in entries if entry.urgent]
        overview = self.entries.get(URGENT_ENTRY)
        return overview if overview is not None else next(iter(marked), None)

    def categories(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Return the categories that have entries, in their fixed order, each with its entries: overviews first, then by id."""
        groups = ((category, tuple(self._of(category))) for category in CATEGORIES)
        return tuple((category, entries) for category, entries in groups if entries)

    def match(self, text: str, language: str, previous: str | None = None) -> Match:
        """Return what to answer to `text` from a person whose language is `language`; `previous` is the id of the last answer.

        A term of the glossary and nothing else is answered by the entry that the glossary names for it. What is asked after the urgent card is
        meant of it ("phone number").
        """
        match = self.matcher.match(text, language, previous)
        if want := self._want(text, match, previous):
            return replace(match, band=Band.ANSWER, entries=(str(previous),), want=want, smalltalk=None)
        if match.band is Band.CHOOSE and self.entries[match.entries[0]].urgent and not self.matcher.is_calm(text):
            return replace(match, band=Band.URGENT, entries=(), urgent=True)
        named = self._named(text)
        if named is None or match.band not in (Band.ANSWER, Band.CHOOSE, Band.DECLINE) or match.section is not None or match.sources:
            return match
        return replace(match, band=Band.ANSWER, entries=(named,))

    def rank(self, text: str, language: str, limit: int) -> Ranking:
        """Return the `limit` entries most like `text`, best first; the one that the glossary names for it before all."""
        ranking, named = self.matcher.rank(text, language, limit), self._named(text)
        if named is None or not ranking.entries:
            return ranking
        others = (one for one in ranking.entries if one.id != named)
        return Ranking((Ranked(named, ranking.score), *others)[:limit], ranking.outside)

    def _want(self, text: str, match: Match, previous: str | None) -> str | None:
        """Return what is wanted of the urgent card, where it was shown last and neither danger nor a section is spoken of."""
        last = self.entries.get(previous or "")
        return self.matcher.want(text) if last is not None and last.urgent and not (match.urgent or match.section or match.unspoken) else None

    def _named(self, text: str) -> str | None:
        term = self.terms.asked(text)
        return term.entry if term is not None and term.entry in self.entries else None

    def _of(self, category: str) -> list[Entry]:
        found = [entry for entry in self.entries.values() if entry.category == category]
        return sorted(found, key=lambda entry: (not entry.id.endswith("overview"), entry.id))
