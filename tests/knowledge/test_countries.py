"""Countries: the file is checked cell by cell, and names are found as people write them."""

from pathlib import Path

import pytest

from bot.knowledge.countries import FACTS, REGIONS, Countries, Country, Fact, State, read_countries
from bot.knowledge.problems import Problem
from tests.conftest import ROOT

FILE = ROOT / "knowledge" / "countries.csv"


@pytest.fixture(scope="module")
def countries() -> Countries:
    """The real file, without a mistake."""
    problems: list[Problem] = []
    found = read_countries(FILE.read_text(encoding="utf-8"), problems)
    assert problems == []
    return found


def test_the_file_knows_every_region_and_dates_every_fact(countries: Countries) -> None:
    """195 countries; each fact that is known says when it was seen, and no fact outside the list exists."""
    every = list(countries)
    assert len(every) == 195
    assert {one.region for one in every} == set(REGIONS)
    for one in every:
        assert set(one.facts) <= set(FACTS)
        assert all(fact.seen and fact.state is not State.UNKNOWN for fact in one.facts.values())


@pytest.mark.parametrize(("written", "code"), [
    ("Tunisia", "TN"), ("tunsia", "TN"), ("la Tunisie", "TN"), ("تونس", "TN"), ("RDC", "CD"), ("congo kinshasa", "CD"), ("السودان", "SD"),
    ("sudan", "SD"), ("Cote d'Ivoire", "CI"), ("ivory coast", "CI"), ("ساحل العاج", "CI"), ("Sénégal", "SN"), ("senegal", "SN"), ("kenia", "KE"),
    ("المغرب", "MA"), ("maroc", "MA"), ("masr", "EG"), ("مصر", "EG"), ("burma", "MM"), ("palestine", "PS"), ("غزة", "PS"), ("UAE", "AE"),
    ("philippine", "PH"), ("Cap Vert", "CV"), ("swaziland", "SZ"), ("République centrafricaine", "CF"), ("اليمن", "YE"), ("bangladech", "BD"),
    ("u.s.a.", "US"), ("U.S.A", "US"), ("u k", "GB"), ("U.A.E.", "AE"), ("r.d.c.", "CD"), ("d r c", "CD")])
def test_a_country_is_found_as_people_write_it(countries: Countries, written: str, code: str) -> None:
    """In three languages, with articles, typos, short and old names."""
    assert countries.search(written)[0].code == code


@pytest.mark.parametrize("text", ["", "   ", "mail", "help me please", "torture", "how do I complain about the police in my village", "شكوى", "x" * 4096, "😀"])
def test_other_words_are_no_country(countries: Countries, text: str) -> None:
    """What names no country finds none."""
    assert countries.search(text) == []


def test_a_name_that_two_countries_bear_offers_both(countries: Countries) -> None:
    """The Congo, in Arabic."""
    assert {one.code for one in countries.named("الكونغو")} == {"CD", "CG"}


def test_what_is_unknown_is_unknown(countries: Countries) -> None:
    """An empty cell never reads as "no"."""
    palestine = countries.get("PS")
    assert isinstance(palestine, Country)
    assert palestine.fact("iccpr_op1") == Fact(State.UNKNOWN)


@pytest.mark.parametrize(("old", "new", "says"), [
    ("TN,africa-north", "TN,africa-nord", "is no region"), ("TN,africa-north", "TX,africa-north", "is no country code"),
    ("TN,africa-north", "DZ,africa-north", "stands twice"), ("ended 2025,2025-05", "perhaps,2025-05", "is not understood"),
    ("ended 2025,2025-05", "ended 2025,", "is missing or no date"), ("TN,africa-north,tunis; tounes,", "TN,africa-north,tunis,tounes,", "more or fewer cells"),
    ("code,region", "kode,region", "another first line")])
def test_each_mistake_has_its_line(old: str, new: str, says: str) -> None:
    """A broken cell is named with its line, and what to do."""
    text = FILE.read_text(encoding="utf-8")
    problems: list[Problem] = []
    read_countries(text.replace(old, new, 1), problems)
    assert says in problems[0].what
    assert problems[0].line == 1 if "first line" in says else problems[0].line > 1
    assert problems[0].hint


def test_the_file_has_unix_lines_and_no_more_than_its_columns() -> None:
    """It can be edited with any spreadsheet and compared line by line."""
    text = Path(FILE).read_bytes()
    assert b"\r" not in text
