"""P13: Telegram takes every page of every entry, term and country, in three languages, whether checked lately or long ago."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from bot.i18n import LANGUAGES, Words
from bot.keys import KeyRing
from bot.knowledge.countries import REGIONS, Country
from bot.knowledge.entry import Entry, Freshness, Section
from bot.knowledge.library import Library
from bot.knowledge.pathfinder import COURTS, NOWHERE, Way
from bot.replies import Button, Reply, Say
from bot.telegram.render import Renderer
from handlers import cards, glossary, start, ways
from tests.contracts.telegram_takes import taken
from tests.contracts.test_locales import VALUES, messages

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def renderer(words: Words, key_ring: KeyRing) -> Renderer:
    """The renderer of the running bot, with words that may not be missing."""
    return Renderer(words, key_ring)


def days(entry: Entry) -> dict[Freshness, date]:
    """Return a day on which the entry's check is fresh, one on which it is overdue, one on which it is too old."""
    after = {Freshness.FRESH: 0, Freshness.OVERDUE: entry.review_every_days + 1, Freshness.STALE: 2 * entry.review_every_days + 1}
    return {freshness: entry.checked_on + timedelta(days=span) for freshness, span in after.items()}


def pages(entry: Entry, library: Library, language: str, today: date) -> Iterator[Reply]:
    """Every page of an entry, as asked for and as pressed."""
    always = ((Button(Say("button-always"), f"a:{language}"),),)
    yield cards.card(entry, language, today, always)
    for section in Section:
        yield cards.section(entry, section, language, today, always)
    yield cards.sources(entry, language, today)
    yield cards.related(entry, library, language)
    yield cards.urgent(library, language, (entry.id, *entry.related[:2]), always)
    yield from listed(entry, library, language, today)


def listed(entry: Entry, library: Library, language: str, today: date) -> Iterator[Reply]:
    """Every page of an entry that was opened from its topic: the way back must fit into the buttons."""
    yield cards.card(entry, language, today, listed=True)
    for section in Section:
        yield cards.section(entry, section, language, today, listed=True)
    yield cards.sources(entry, language, today, listed=True)
    yield cards.related(entry, library, language, listed=True)


@every_language
def test_every_page_of_every_entry(library: Library, renderer: Renderer, language: str) -> None:
    """Card, sections, sources, related, urgent: fresh, overdue, stale."""
    count = 0
    for entry in library.entries.values():
        for freshness, today in days(entry).items():
            assert entry.freshness(today) is freshness
            for page in pages(entry, library, language, today):
                assert all(text.strip() for text in taken(page, renderer))
                count += 1
    assert count == len(library.entries) * 3 * (7 + 2 * len(Section))


@every_language
def test_every_list_and_every_term(library: Library, renderer: Renderer, language: str) -> None:
    """Topics' pages of titles, the glossary's terms, choices of three."""
    for _, entries in library.categories():
        for first in range(0, len(entries), 8):
            taken(Reply(language, (Say("topic-choose"),), cards.titles(entries[first : first + 8], language, listed=True)), renderer)
    for term in library.terms.terms.values():
        taken(glossary.card(term, library, language), renderer)
        assert taken(Reply(language, (Say("glossary-meaning", {"text": term.meanings[language]}),)), renderer)


def unlike(library: Library) -> list[Country | None]:
    """No country, and one for each combination of region and facts."""
    seen = {(one.region, tuple(sorted((name, fact.state, bool(fact.year)) for name, fact in one.facts.items()))): one for one in library.pathfinder.countries}
    return [None, *seen.values()]


@every_language
def test_every_question_of_the_pathfinder(library: Library, renderer: Renderer, language: str) -> None:
    """Danger, regions, countries, what happened, what is sought, the courts, what each State has accepted."""
    rules = library.pathfinder
    asked = [ways.danger(language), ways.regions(language), ways.elsewhere(language)]
    for region in REGIONS:
        found = rules.countries.of_region(region, language)
        asked += [ways.countries(found, region, page, language) for page in range(len(found) // ways.COUNTRIES_PAGE + 1)]
    for country in rules.countries:
        asked += [ways.what(rules, country, language), ways.accepted(country, rules, language)]
        asked += [ways.seek(rules, country, what, language) for what in rules.what[:1]]
    for what, wanted in product(rules.what, rules.seek):
        asked += [ways.seek(rules, None, what, language), ways.courts(Way(NOWHERE, what, wanted, ""), None, language)]
    for reply in asked:
        assert taken(reply, renderer)


@every_language
def test_no_page_of_a_country_is_empty(library: Library, renderer: Renderer, language: str) -> None:
    """Below the name of each State stands more than a heading, and where to look; where nobody looked, it says so."""
    rules = library.pathfinder
    for country in rules.countries:
        page = ways.accepted(country, rules, language)
        assert len(page.parts) > 2, country.code
        assert (Say("path-facts-none") in page.parts) is not any(name in country.facts for name in rules.facts), country.code
        assert all(row[0].url for row in page.rows[:-1]), country.code
        assert page.rows[:-1], country.code
        assert len(ways.what(rules, country, language).rows) > len(rules.what) / 2, country.code
        assert taken(page, renderer)


@every_language
def test_every_answer_of_the_pathfinder(library: Library, renderer: Renderer, language: str) -> None:
    """The list for all answers, on all its pages, and each mechanism in it; the longest country and a handful of the others."""
    rules = library.pathfinder
    countries = unlike(library)
    for number, (what, wanted, courts) in enumerate(product(rules.what, rules.seek, COURTS)):
        country = countries[number % len(countries)]
        way = Way(country.code if country else NOWHERE, what, wanted, courts)
        found = rules.options(way)
        for page in range(len(found) // ways.PAGE + 1):
            assert taken(ways.options(found, way, country, library, language, page), renderer)
        for one in found[number % 4 :: 4]:
            assert taken(ways.option(one, way, country, library, language), renderer)


@every_language
def test_every_message_of_the_locales(renderer: Renderer, language: str) -> None:
    """Notices, menus, help, with values that are no markup; the menus with their keyboards."""
    values = {**VALUES, "text": "<b>&", "name": "\u202e[x](y)", "language": "*_`"}
    for key in messages(language):
        assert taken(Reply(language, (Say(key, values),)), renderer)
    for reply in (start.safety(language), start.menu(language, "welcome"), start.menu(language, "expired")):
        assert taken(reply, renderer)
