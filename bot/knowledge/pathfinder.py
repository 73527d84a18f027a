"""Which mechanism can help? From a country, what happened and what is sought to the mechanisms, best first, each with its reason.

Pure and without memory: the answers so far stand in the buttons of the chat, nowhere else. Reasons are messages of the locales.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.knowledge.countries import Countries, Country, Fact, State
from bot.replies import Say

COURTS = ("tried", "not-yet", "impossible", "unsure")  # were courts at home tried?
ANY = "any"
NOWHERE = ""  # the code of a country that the person does not want to name
_COURTS_FACTOR = {"tried": 1.0, "not-yet": 0.6, "impossible": 0.9, "unsure": 0.8}


class Status(StrEnum):
    """Whether a mechanism is open to people of a country: yes, nobody looked, no."""

    OPEN = "open"
    CHECK = "check"
    CLOSED = "closed"


_STATUS_FACTOR = {Status.OPEN: 1.0, Status.CHECK: 0.55, Status.CLOSED: 1.0}


@dataclass(frozen=True, slots=True)
class FactSource:
    """How a fact of a country is said (`words`), where it was seen, and where its present state can be looked up."""

    words: str
    check: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a person should know of a mechanism, in one language."""

    can: str
    cannot: str
    time: str
    risk: str


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism. `what` and `seek` are how well it serves, 0 to 3; `fact` is what the country must have accepted."""

    id: str
    entry: str
    regions: tuple[str, ...]
    fact: str | None
    courts_first: bool
    what: Mapping[str, int]
    seek: Mapping[str, int]
    about: Mapping[str, About]

    def serves(self, what: str, seek: str) -> int:
        """Return how well it serves, 0 (not at all) to 9."""
        return self.what.get(what, self.what.get(ANY, 0)) * self.seek.get(seek, 0)

    def in_region(self, region: str) -> bool:
        """Tell whether it works in `region`, or may do so where the person names no country."""
        return not self.regions or not region or any(region.startswith(one) for one in self.regions)


@dataclass(frozen=True, slots=True)
class Way:
    """What a person has answered: `country` is a code or NOWHERE; `courts` is one of COURTS."""

    country: str
    what: str
    seek: str
    courts: str


@dataclass(frozen=True, slots=True)
class Option:
    """A mechanism for a person: whether it is open, and why, as messages. `source` belongs to the reasons, when a fact decides."""

    mechanism: Mechanism
    status: Status
    reasons: tuple[Say, ...]
    source: FactSource | None = None


@dataclass(frozen=True, slots=True)
class Pathfinder:
    """The rules. `what` and `seek` are the possible answers, in the order in which they are offered."""

    what: tuple[str, ...] = ()
    seek: tuple[str, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    facts: Mapping[str, FactSource] = field(default_factory=dict)
    countries: Countries = field(default_factory=Countries)

    def options(self, way: Way) -> list[Option]:
        """Return what there is for `way`: open ones first, best first, then those to check, then those that are closed."""
        country = self.countries.get(way.country)
        region = country.region if country else ""
        found = [self._option(one, country, way) for one in self.mechanisms if one.serves(way.what, way.seek) and one.in_region(region)]
        return sorted(found, key=lambda option: (option.status is Status.CLOSED, -_worth(option, way)))

    def option(self, way: Way, name: str) -> Option | None:
        """Return the mechanism `name` for `way`, or None when it is not one of its options."""
        return next((one for one in self.options(way) if one.mechanism.id == name), None)

    def _option(self, mechanism: Mechanism, country: Country | None, way: Way) -> Option:
        status, reason, source = self._open(mechanism, country)
        reasons = [reason]
        if mechanism.courts_first and status is not Status.CLOSED:
            reasons.append(Say(f"path-courts-{way.courts}"))
        return Option(mechanism, status, tuple(reasons), source)

    def _open(self, mechanism: Mechanism, country: Country | None) -> tuple[Status, Say, FactSource | None]:
        if country is None and mechanism.regions:
            return Status.CHECK, Say("path-some-regions"), self.facts.get(mechanism.fact or "")
        if mechanism.fact is None:
            return Status.OPEN, Say("path-open-region" if mechanism.regions else "path-open-all"), None
        source = self.facts[mechanism.fact]
        if country is None:
            return Status.CHECK, Say("path-no-country"), source
        fact = country.fact(mechanism.fact)
        status = {State.YES: Status.OPEN, State.UNKNOWN: Status.CHECK}.get(fact.state, Status.CLOSED)
        return status, reason(source.words, fact), source


def reason(words: str, fact: Fact) -> Say:
    """Return what is said of `fact`, in the words of its kind."""
    if fact.state is State.UNKNOWN:
        return Say(f"path-{words}-unknown")
    return Say(f"path-{words}-{fact.state.value}", {"year": str(fact.year or ""), "dated": int(bool(fact.year)), "seen": fact.seen})


def _worth(option: Option, way: Way) -> float:
    mechanism = option.mechanism
    courts = _COURTS_FACTOR[way.courts] if mechanism.courts_first else 1.0
    return mechanism.serves(way.what, way.seek) * courts * _STATUS_FACTOR[option.status]


def unreached(pathfinder: Pathfinder) -> Sequence[str]:
    """Return the mechanisms that no answers lead to."""
    return [one.id for one in pathfinder.mechanisms if not any(one.serves(what, seek) for what in pathfinder.what for seek in pathfinder.seek)]


def dead_ends(pathfinder: Pathfinder) -> list[tuple[str, str]]:
    """Return the answers (what, seek) that lead to no mechanism which is open to everybody everywhere."""
    everywhere = [one for one in pathfinder.mechanisms if not one.regions and one.fact is None]
    return [(what, seek) for what in pathfinder.what for seek in pathfinder.seek if not any(one.serves(what, seek) for one in everywhere)]
