"""Countries: what each has accepted, as seen where and when; and how people write their names.

countries.csv holds one line a country. A cell says `yes`, `yes 2011` (since then), `no`, `ended 2025`, or nothing: unknown.
`..._seen` beside it (or beside a group of cells) says when somebody looked. Names are Babel's, but for those that stand in the file.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.i18n import LANGUAGES, territory
from bot.knowledge.problems import Problem
from bot.knowledge.text import words

FILE = "countries.csv"
REGIONS = ("africa-west", "africa-central", "africa-east", "africa-southern", "africa-north", "mena", "asia-pacific", "other")
_PROTOCOLS, _DECLARATIONS = "un_protocols_seen", "un_declarations_seen"
# Each fact, and the column that says when it was seen.
FACTS = {
    "charter": "charter_seen", "court_protocol": "court_protocol_seen", "court_declaration": "court_declaration_seen", "maputo": "maputo_seen",
    "acrwc": "acrwc_seen", "ecowas": "ecowas_seen", "eac": "eac_seen", "sadc": "sadc_seen",
    "iccpr_op1": _PROTOCOLS, "cedaw_op": _PROTOCOLS, "crpd_op": _PROTOCOLS, "icescr_op": _PROTOCOLS, "crc_opic": _PROTOCOLS,
    "cat_art22": _DECLARATIONS, "ced_party": _DECLARATIONS, "ced_art31": _DECLARATIONS, "cerd_art14": _DECLARATIONS,
    "treaty_party": _DECLARATIONS, "ilo_member": _DECLARATIONS, "nhri": "nhri_seen",
}
_HEAD = ("code", "region", "aliases", *(f"name_{language}" for language in LANGUAGES), *FACTS, *dict.fromkeys(FACTS.values()))
_CELL = re.compile(r"(yes|no|ended)(?: (\d{4})(?:-\d\d)?)?")
_SEEN = re.compile(r"\d{4}(-\d\d)?")
_FIRST_CODE = re.compile(r"[A-Z]{2}")
_CLOSE = 0.8  # of the letters in the same order: "tunsia" for Tunisia; 0.75 takes "mail" for Mali
_LONGEST_NAME = 5  # words
_INITIALS = re.compile(r"\b[a-z](?: [a-z]\b)+")


Names = Mapping[str, Mapping[str, str]]  # of countries: by code and language


class State(StrEnum):
    """What is known of one fact about a country."""

    YES = "yes"
    NO = "no"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its state, the year since which (0: not said), and when it was seen ("2022-06"; empty when unknown)."""

    state: State = State.UNKNOWN
    year: int = 0
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `names` are by language; `facts` lack what is unknown."""

    code: str
    region: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    facts: Mapping[str, Fact]

    def fact(self, name: str) -> Fact:
        """Return the fact `name`; an unknown one when nothing was seen."""
        return self.facts.get(name, Fact())


class Countries:
    """All countries, and the way from what a person types to them."""

    def __init__(self, countries: Sequence[Country] = (), elsewhere: Iterable[str] = ()) -> None:
        self._elsewhere = frozenset(map(_spelling, elsewhere))
        self._countries = {country.code: country for country in countries}
        self._spellings: dict[str, list[str]] = {}
        for country in countries:
            for name in (*country.names.values(), *country.aliases):
                codes = self._spellings.setdefault(_spelling(name), [])
                if country.code not in codes:
                    codes.append(country.code)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._countries.values())

    def get(self, code: str) -> Country | None:
        """Return the country with this code, or None."""
        return self._countries.get(code)

    def of_region(self, region: str, language: str) -> list[Country]:
        """Return the countries of `region`, by their names in `language`."""
        return sorted((one for one in self if one.region == region), key=lambda one: words(one.names[language]))

    def named(self, text: str) -> list[Country]:
        """Return the countries whose name is `text` in any language, and nothing else: mostly none or one."""
        return [self._countries[code] for code in self._spellings.get(_spelling(text), ())]

    def is_elsewhere(self, text: str) -> bool:
        """Tell whether `text` names a place that people ask for as a country, and that is none of these."""
        return _spelling(text) in self._elsewhere

    def search(self, text: str, at_most: int = 4) -> list[Country]:
        """Return the countries that `text` names, typos allowed, most alike first; none for a longer text."""
        exact = self.named(text)
        wanted = _spelling(text)
        if exact or not wanted or len(words(text)) > _LONGEST_NAME:
            return exact[:at_most]
        found: dict[str, float] = {}
        matcher = SequenceMatcher(None, "", wanted, autojunk=False)
        for spelling, codes in self._spellings.items():
            matcher.set_seq1(spelling)
            if matcher.real_quick_ratio() < _CLOSE or matcher.quick_ratio() < _CLOSE:
                continue
            if (ratio := matcher.ratio()) >= _CLOSE:
                found |= {code: max(ratio, found.get(code, 0.0)) for code in codes}
        return [self._countries[code] for code in sorted(found, key=lambda code: -found[code])[:at_most]]


def read_countries(text: str, problems: list[Problem], names: Names | None = None, elsewhere: Iterable[str] = ()) -> Countries:
    """Return the countries of the file's `text`; adds to `problems` what is wrong with it. `elsewhere` are places that are none of them.

    `names` are those of a file that was good before: then neither it nor Babel is asked again.
    """
    lines = text.splitlines()
    if not lines or set(next(csv.reader(lines[:1]))) != set(_HEAD):
        problems.append(Problem(FILE, 1, "has another first line than it must", f"Write: {','.join(_HEAD)}"))
        return Countries()
    countries: dict[str, Country] = {}
    for number, row in enumerate(csv.DictReader(lines), 2):
        wrong = list(_mistakes(row, number, countries)) if names is None else []
        problems.extend(wrong)
        if not wrong:
            countries[row["code"]] = _country(row, names or {})
    return Countries(tuple(countries.values()), elsewhere)


def _mistakes(row: Mapping[str | None, str], number: int, before: Mapping[str, Country]) -> Iterator[Problem]:
    if None in row or None in row.values():
        yield Problem(FILE, number, "has more or fewer cells than the first line", "Count the commas")
        return
    code = row["code"]
    if not _FIRST_CODE.fullmatch(code) or not territory(code, LANGUAGES[0]):
        yield Problem(FILE, number, f'"{code[:10]}" is no country code', "Use two capital letters (ISO 3166)")
    elif code in before:
        yield Problem(FILE, number, f"{code} stands twice", "Keep one line for each country")
    if row["region"] not in REGIONS:
        yield Problem(FILE, number, f'"{row["region"][:20]}" is no region', f"Use {', '.join(REGIONS)}")
    for name, seen in FACTS.items():
        if row[name] and not _CELL.fullmatch(row[name]):
            yield Problem(FILE, number, f'{name}: "{row[name][:20]}" is not understood', "Write yes, yes 2011, no, ended 2025, or leave it empty")
        elif row[name] and not _SEEN.fullmatch(row[seen]):
            yield Problem(FILE, number, f"{seen} is missing or no date", f"Say when {name} was seen: 2026-11 or 2026")


def _country(row: Mapping[str, str], known: Names) -> Country:
    code = row["code"]
    names = known.get(code) or {language: row[f"name_{language}"] or territory(code, language) for language in LANGUAGES}
    aliases = tuple(part.strip() for part in row["aliases"].split(";") if part.strip())
    facts = {name: _fact(row[name], row[seen]) for name, seen in FACTS.items() if row[name]}
    return Country(code, row["region"], names, aliases, facts)


def _fact(cell: str, seen: str) -> Fact:
    match = _CELL.fullmatch(cell)
    return Fact(State(match[1]), int(match[2] or 0), seen) if match else Fact()


def _spelling(name: str) -> str:
    """Return `name` in one spelling, without articles: "la Tunisie" and "Tunisie", "U.S.A." and "USA", السودان and سودان are one."""
    text = _INITIALS.sub(lambda run: run[0].replace(" ", ""), " ".join(words(name)))
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in text.split() if word not in _ARTICLES)


_ARTICLES = frozenset(words("la le les l the au en in of de du d al el republic republique state etat في دولة جمهورية"))
