"""A text that names something rather than asks: a country (on to the pathfinder) or a term (its meaning)."""

from collections.abc import Iterable

from bot.context import Context
from bot.knowledge.countries import Country
from bot.knowledge.library import Library
from bot.knowledge.outcome import Band, Match
from bot.knowledge.text import words
from bot.replies import Reply, Say
from handlers import cards, forms, glossary, ways

_UNSURE = (Band.DECLINE, Band.CHOOSE)
_LONGEST_NAME = 4  # words; more ask something
_MISSPELT = 2  # countries offered for a misspelt name


def named(text: str, match: Match, library: Library) -> Reply | None:
    """Return what to say to a bare country, or to a term that no entry answers surely; None for all other texts."""
    if match.band not in (Band.ANSWER, *_UNSURE) or match.section or match.sources:
        return None
    if library.pathfinder.countries.is_elsewhere(text):
        return ways.elsewhere(match.language)
    found = library.pathfinder.countries.named(text)
    if len(found) == 1:
        return ways.what(library.pathfinder, found[0], match.language)
    if found:
        return _countries(_rows(found, match.language), match.language)
    if match.band in _UNSURE and (term := library.terms.asked(text)):
        others = [library.entries[one] for one in match.entries if one != term.entry]
        return glossary.card(term, library, match.language, cards.titles(others, match.language))
    misspelt = misspelt_rows(text, match, library) if match.band is Band.DECLINE else ()
    return _countries(misspelt, match.language) if misspelt else None


def unlisted(match: Match, library: Library, context: Context) -> Reply | None:
    """Return what to say to a short text where a country was asked for and the list has none of that name: nothing else is jumped to. Else None."""
    text = context.question
    asked = forms.country_asked(context) and match.band in (Band.ANSWER, *_UNSURE) and not (match.section or match.sources)
    if not asked or len(words(text)) > _LONGEST_NAME or library.pathfinder.countries.named(text):
        forms.leave_country(context)
        return None
    besides = cards.titles([library.entries[one] for one in match.entries[:1]], match.language)
    meant = () if library.pathfinder.countries.is_elsewhere(text) else misspelt_rows(text, match, library)
    return ways.elsewhere(match.language, meant, besides)


def misspelt_rows(text: str, match: Match, library: Library) -> cards.Rows:
    """Return a button for each country that a text with several possible answers may mean."""
    return _rows(library.pathfinder.countries.search(text, _MISSPELT), match.language)


def _rows(countries: Iterable[Country], language: str) -> cards.Rows:
    return tuple((ways.country_button(one, language),) for one in countries)


def _countries(rows: cards.Rows, language: str) -> Reply:
    return Reply(language, (Say("path-did-you-mean-country"),), (*rows, (cards.TOPICS,), (cards.URGENT,), (cards.MENU,)))
