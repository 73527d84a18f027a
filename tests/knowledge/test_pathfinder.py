"""The pathfinder: every path ends, every mechanism is reached, reasons come from the facts, unknown is never "no"."""

import dataclasses
from itertools import product

import pytest

from bot.i18n import LANGUAGES, Words
from bot.knowledge.countries import REGIONS, Country, State
from bot.knowledge.library import Library
from bot.knowledge.pathfile import FILE, read_pathfinder
from bot.knowledge.pathfinder import COURTS, NOWHERE, Option, Pathfinder, Status, Way
from bot.knowledge.problems import Problem
from tests.conftest import ROOT

TEXTS = {name: (ROOT / "knowledge" / name).read_text(encoding="utf-8")
         for name in (FILE, "countries.csv", *(f"pathfinder.{language}.yaml" for language in LANGUAGES))}


@pytest.fixture(scope="module")
def rules(real: Library) -> Pathfinder:
    """The rules of the real knowledge base."""
    return real.pathfinder


def ids(options: list[Option], status: Status = Status.OPEN) -> list[str]:
    """Return the mechanisms with this status."""
    return [one.mechanism.id for one in options if one.status is status]


def test_every_path_of_every_country_ends(rules: Pathfinder) -> None:
    """195 countries and none, all answers: something open comes first, nothing stands twice, each has a reason."""
    reached: set[str] = set()
    for code, what, seek in product([NOWHERE, *(one.code for one in rules.countries)], rules.what, rules.seek):
        found = rules.options(Way(code, what, seek, "unsure"))
        names = [one.mechanism.id for one in found]
        assert ids(found)
        assert len(names) == len(set(names))
        assert all(one.reasons for one in found)
        closed = [one.status is Status.CLOSED for one in found]
        assert closed == sorted(closed)
        reached.update(name for name in names)
    assert reached == {one.id for one in rules.mechanisms}


def test_courts_at_home_change_the_order_and_the_reason(rules: Pathfinder) -> None:
    """A complaint that needs the courts first says so, and comes later when they were not tried."""
    for courts in COURTS:
        found = rules.options(Way("SN", "protest", "decision", courts))
        needing = [one for one in found if one.mechanism.courts_first and one.status is not Status.CLOSED]
        assert needing
        assert all(one.reasons[-1].key == f"path-courts-{courts}" for one in needing)
    tried, untried = (ids(rules.options(Way("NG", "protest", "decision", courts))) for courts in ("tried", "not-yet"))
    assert untried[0] == "ecowas"  # the one court there that does not ask for it
    assert tried.index("achpr") <= untried.index("achpr")


def test_facts_of_a_country_open_and_close_mechanisms(rules: Pathfinder) -> None:
    """A party may complain; a withdrawn declaration closes the Court; what left a community has no access to its court."""
    tunisia = rules.options(Way("TN", "protest", "decision", "tried"))
    assert "ccpr" in ids(tunisia)
    court = next(one for one in tunisia if one.mechanism.id == "court")
    assert (court.status, court.reasons[0].key, court.reasons[0].values["year"]) == (Status.CLOSED, "path-court-ended", "2025")
    assert "court" in ids(rules.options(Way("GH", "protest", "decision", "tried")))
    assert "ecowas" in ids(rules.options(Way("ML", "protest", "decision", "tried")), Status.CLOSED)
    assert "achpr" in ids(rules.options(Way("MA", "protest", "decision", "tried")), Status.CLOSED)
    assert not {"achpr", "court"} & {one.mechanism.id for one in rules.options(Way("PH", "protest", "decision", "tried"))}


def test_what_nobody_checked_is_to_be_checked_never_refused(rules: Pathfinder) -> None:
    """An unknown cell of any country leads to "check here", with a link."""
    for country in rules.countries:
        for option in rules.options(Way(country.code, "torture", "decision", "tried")):
            fact = option.mechanism.fact
            if fact is not None and country.fact(fact).state is State.UNKNOWN:
                assert option.status is Status.CHECK
                assert option.source is not None
                assert option.source.check.startswith("https://")


def test_who_names_no_country_is_told_what_works_in_some(rules: Pathfinder) -> None:
    """The most cautious person loses nothing: what works in a region only is there, to be checked."""
    found = rules.options(Way(NOWHERE, "torture", "stop", "unsure"))
    regional = [one for one in found if one.mechanism.regions]
    assert regional
    assert all(one.status is Status.CHECK for one in regional)
    assert {"achpr-torture", "achpr-appeal"} <= {one.mechanism.id for one in found}


def test_what_needs_a_treaty_is_not_said_to_be_open_everywhere(rules: Pathfinder) -> None:
    """Inquiries, reports, early warning: only for a State that is a party."""
    for name, code, what, seek in (("inquiry", "SD", "torture", "change"), ("early-warning", "LB", "racism", "stop"), ("ilo", "SD", "work", "public")):
        option = rules.option(Way(code, what, seek, "unsure"), name)
        assert option is not None
        assert option.status is Status.CHECK


def test_the_danger_has_help_first(rules: Pathfinder) -> None:
    """Who seeks protection is shown those who can help on the ground, in their region."""
    assert "east" in ids(rules.options(Way("UG", "threats", "protect", "unsure")))[:5]
    assert "north" in ids(rules.options(Way("YE", "threats", "protect", "unsure")))[:5]
    assert "hotlines" in ids(rules.options(Way(NOWHERE, "threats", "protect", "unsure")))[:5]


def test_every_mechanism_has_its_words(rules: Pathfinder, words: Words) -> None:
    """What it can, cannot, how long, the risk; and each answer and reason has a message, in each language."""
    keys = [*(f"button-what-{one}" for one in rules.what), *(f"button-seek-{one}" for one in rules.seek), *(f"button-courts-{one}" for one in COURTS)]
    keys += [f"path-{source.words}-{state.value}" for source in rules.facts.values() for state in State]
    keys += [f"path-fact-{column.replace('_', '-')}" for column in rules.facts]
    for language in LANGUAGES:
        assert all(words.has(language, key) for key in keys)
        for mechanism in rules.mechanisms:
            assert all(dataclasses.astuple(mechanism.about[language]))


def test_nothing_of_the_answers_is_kept(rules: Pathfinder) -> None:
    """The rules are frozen, and asking twice gives the same."""
    way = Way("KE", "land", "stop", "unsure")
    assert rules.options(way) == rules.options(way)
    assert dataclasses.fields(rules)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rules.what = ()  # type: ignore[misc]


@pytest.mark.parametrize(("old", "new", "says"), [
    ("entry: sr-torture", "entry: sr-tortur", "there is no entry"),
    ("fact: iccpr_op1", "fact: iccpr", "is no fact"),
    ("{torture: 3, detention: 1}", "{tortur: 3}", "is no answer"),
    ("id: torture,", "id: killing,", "stands twice"),
    ("regions: [africa-west]", "regions: [west]", "is no region"),
    ("{any: 2, nhri: 1}, seek: {stop: 3", "{any: 9}, seek: {stop: 3", "less than or equal"),
    ("  - columns: [eac]", "  - columns: [eacc]", "is no column"),
    ("seek: {protect: 2, learn: 2, change: 1}", "seek: {protect: 0}", "no answers lead to"),
    ("check: https://www.eac.int/", "check: http://www.eac.int/", "https"),
    ("id: torture,", "id: torture-and-other-ill-treatment,", "at most 16"),
])
def test_a_mistake_in_the_rules_is_named(real: Library, old: str, new: str, says: str) -> None:
    """Unknown entries, facts, answers, regions; mechanisms that nothing leads to; each with what to do."""
    problems: list[Problem] = []
    assert old in TEXTS[FILE]
    read_pathfinder({**TEXTS, FILE: TEXTS[FILE].replace(old, new, 1)}, real.entries, problems)
    assert any(says in problem.what for problem in problems)
    assert all(problem.hint for problem in problems)


def test_a_missing_text_or_file_is_named(real: Library) -> None:
    """Without a language's texts, or the countries, the rules are not served."""
    for name in TEXTS:
        if name != FILE:
            problems: list[Problem] = []
            made = read_pathfinder({other: text for other, text in TEXTS.items() if other != name}, real.entries, problems)
            assert made.mechanisms == ()
            assert problems[0].file == name


def test_a_country_knows_its_name_in_each_language(rules: Pathfinder) -> None:
    """Names are Babel's, but for those that stand in the file."""
    country = rules.countries.get("TN")
    assert isinstance(country, Country)
    assert [country.names[language] for language in LANGUAGES] == ["Tunisia", "Tunisie", "تونس"]


def test_no_word_of_the_pathfinder_is_dead(rules: Pathfinder) -> None:
    """Every message of its file is one that the code names, or that answers, facts and courts build."""
    import re

    file = (ROOT / "locales" / "en" / "pathfinder.ftl").read_text(encoding="utf-8")
    said = set(re.findall(r"^([a-z0-9-]+) =", file, re.MULTILINE))
    code = "".join(path.read_text(encoding="utf-8") for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py"))
    built = {*(f"button-what-{one}" for one in rules.what), *(f"button-seek-{one}" for one in rules.seek), "command-pathfinder"}
    built |= {f"{kind}-courts-{one}" for one in COURTS for kind in ("button", "path")} | {f"button-region-{one}" for one in REGIONS}
    built |= {f"path-{source.words}-{state.value}" for source in rules.facts.values() for state in State}
    built |= {f"path-fact-{column.replace('_', '-')}" for column in rules.facts} | {f"path-{one}" for one in ("can", "cannot", "time", "risk")}
    assert {key for key in said - built if f'"{key}"' not in code} == set()
