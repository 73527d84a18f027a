"""How the pathfinder looks: its questions, the list of mechanisms, one mechanism, what a State has accepted."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.i18n import month
from bot.knowledge.countries import FACTS, REGIONS, Country, Fact
from bot.knowledge.library import Library
from bot.knowledge.pathfinder import COURTS, NOWHERE, FactSource, Option, Pathfinder, Status, Way, reason
from bot.replies import Button, Copy, Heading, Lines, Part, Reply, Say
from handlers import cards

PAGE = 6  # mechanisms on a page: with their reasons they fill a phone's screen twice
COUNTRIES_PAGE = 16
SHORTEST_CLOSED = 4  # of what is not open, that many at most: it is there so that nobody tries in vain
NO_CODE = "-"  # stands in buttons for a country that is not named
_AGAIN = Button(Say("button-path-again"), "w")
_NO_COUNTRY = Button(Say("button-path-no-country"), f"w:{NO_CODE}")


def danger(language: str) -> Reply:
    """Ask first whether someone is in danger."""
    rows = ((Button(Say("button-path-danger-yes"), "w:!"),), (Button(Say("button-path-danger-no"), "w:c"),), (cards.MENU,))
    return Reply(language, (Say("path-danger"),), rows)


def regions(language: str) -> Reply:
    """Ask for the country: written, or by region."""
    rows = cards.rows(Button(Say(f"button-region-{region}"), f"w:r:{region}:0") for region in REGIONS)
    return Reply(language, (Say("path-country"),), (*rows, (_NO_COUNTRY,), (cards.MENU,)))


def countries(found: Sequence[Country], region: str, page: int, language: str) -> Reply:
    """Offer the countries of a region, a page at a time."""
    shown = found[page * COUNTRIES_PAGE : (page + 1) * COUNTRIES_PAGE]
    rows = cards.rows(country_button(one, language) for one in shown)
    back = (Button(Say("button-previous"), f"w:r:{region}:{page - 1}"),) if page else ()
    forth = (Button(Say("button-next"), f"w:r:{region}:{page + 1}"),) if (page + 1) * COUNTRIES_PAGE < len(found) else ()
    return Reply(language, (Say("path-region"),), (*rows, (*back, *forth), (Button(Say("button-back"), "w:c"), cards.MENU)))


def country_button(country: Country, language: str) -> Button:
    """Return the button that goes on with `country`."""
    return Button(country.names[language], f"w:{country.code}")


def elsewhere(language: str, countries: cards.Rows = (), besides: cards.Rows = ()) -> Reply:
    """Offer `countries` that may be meant, or say that the list has no such name; how to go on, without one or by region; then entries `besides`."""
    regional = cards.rows(Button(Say(f"button-region-{region}"), f"w:r:{region}:0") for region in REGIONS)
    on = Button(Say("button-path-elsewhere"), f"w:{NO_CODE}")
    said = Say("path-did-you-mean-country" if countries else "path-elsewhere")
    return Reply(language, (said,), (*countries, (on,), *regional, *besides, (cards.URGENT,), (cards.MENU,)))


def what(pathfinder: Pathfinder, country: Country | None, language: str) -> Reply:
    """Ask what happened."""
    code = country.code if country else NO_CODE
    rows = cards.rows(Button(Say(f"button-what-{one}"), f"w:{code}:{one}") for one in pathfinder.what)
    facts = ((Button(Say("button-path-facts"), f"f:{code}:0"),),) if country else ()
    return Reply(language, (_so_far(country, language), Say("path-what")), (*rows, *facts, (_AGAIN, cards.MENU)))


def seek(pathfinder: Pathfinder, country: Country | None, happened: str, language: str) -> Reply:
    """Ask what the person wants first."""
    code = country.code if country else NO_CODE
    rows = tuple((Button(Say(f"button-seek-{one}"), f"w:{code}:{happened}:{one}"),) for one in pathfinder.seek)
    return Reply(language, (_so_far(country, language), Say("path-seek")), (*rows, (_AGAIN, cards.MENU)))


def courts(way: Way, country: Country | None, language: str) -> Reply:
    """Ask whether courts at home were tried."""
    rows = tuple((Button(Say(f"button-courts-{one}"), f"{_address(way, courts='')}{one}"),) for one in COURTS)
    return Reply(language, (_so_far(country, language), Say("path-courts")), (*rows, (_AGAIN, cards.MENU)))


def options(found: Sequence[Option], way: Way, country: Country | None, library: Library, language: str, page: int = 0) -> Reply:
    """List the mechanisms, best first, each with its reason; below them what is not open."""
    usable = [one for one in found if one.status is not Status.CLOSED]
    closed = [one for one in found if one.status is Status.CLOSED][:SHORTEST_CLOSED]
    shown = usable[page * PAGE : (page + 1) * PAGE]
    more = (page + 1) * PAGE < len(usable)
    parts: list[Part] = [_so_far(country, language), Say("path-more-options" if page else "path-options")]
    for number, one in enumerate(shown, page * PAGE + 1):
        parts.append(Lines((Heading(f"{number}. {_title(one, library, language)}"), *_said(one.reasons, country, language))))
    if closed and not more:
        parts.extend((Say("path-closed"), *(Lines((Heading(_title(one, library, language)), *_said(one.reasons, country, language))) for one in closed)))
    parts.append(Say("path-consent"))
    rows = [(Button(_title(one, library, language), f"{_address(way)}:{one.mechanism.id}"),) for one in shown]
    forth = [(Button(Say("button-path-more"), f"{_address(way)}:{page + 1}"),)] if more else []
    return Reply(language, tuple(parts), (*rows, *forth, (_AGAIN, cards.MENU)))


def option(one: Option, way: Way, country: Country | None, library: Library, language: str) -> Reply:
    """Show one mechanism: why it is open, what it can and can't do, how long it takes, the risk."""
    about = one.mechanism.about[language]
    parts: list[Part] = [Heading(_title(one, library, language)), Lines(tuple(_said(one.reasons, country, language)))]
    texts = {"can": about.can, "cannot": about.cannot, "time": about.time, "risk": about.risk}
    parts.extend(Say(f"path-{name}", {"text": text}) for name, text in texts.items())
    if one.source is not None and one.source.sources and one.status is not Status.CHECK:
        parts.append(_seen_at(one.source))
    check = ((Button(Say("button-path-check"), url=one.source.check),),) if one.source else ()
    read = (Button(Say("button-path-entry"), f"e:{language}:{one.mechanism.entry}"),)
    return Reply(language, tuple(parts), (read, *check, (Button(Say("button-path-list"), _address(way)), cards.MENU)))


def accepted(country: Country, pathfinder: Pathfinder, language: str) -> Reply:
    """Show what is known of a State: what it has accepted, when that was seen, and nothing where nobody looked."""
    parts: list[Part] = [_so_far(country, language), Say("path-facts")]
    for column in FACTS:
        fact = country.fact(column)
        if column in pathfinder.facts and fact != Fact():
            label = Say(f"path-fact-{column.replace('_', '-')}")
            parts.append(Lines((label, *_said((reason(pathfinder.facts[column].words, fact),), country, language))))
    seen = [column for column in pathfinder.facts if country.fact(column) != Fact()]
    if not seen:  # nobody looked: say so, and where to look
        parts.append(Say("path-facts-none"))
        seen = [one.fact for one in pathfinder.mechanisms if one.fact and one.in_region(country.region)]
    checks = dict.fromkeys(pathfinder.facts[column].check for column in seen)
    rows = tuple((Button(urlsplit(url).netloc.removeprefix("www."), url=url),) for url in checks)
    return Reply(language, tuple(parts), (*rows, (Button(Say("button-back"), f"w:{country.code}"), cards.MENU)))


def _said(reasons: Sequence[Say], country: Country | None, language: str) -> list[Say]:
    """Put the country, and the month in which a fact about it was seen, into words."""
    name = country.names[language] if country else ""
    seen = [month(str(one.values.get("seen") or ""), language) for one in reasons]
    return [Say(one.key, {**one.values, "seen": when, "country": name}) for one, when in zip(reasons, seen, strict=True)]


def _so_far(country: Country | None, language: str) -> Part:
    return Heading(country.names[language]) if country else Say("path-no-country-chosen")


def _title(one: Option, library: Library, language: str) -> str:
    return library.entries[one.mechanism.entry].texts[language].title


def _seen_at(source: FactSource) -> Part:
    links = [f"- [{urlsplit(url).netloc.removeprefix('www.')}]({url})" for url in source.sources]
    return Lines((Say("path-seen-at"), Copy("\n".join(links))))


def _address(way: Way, courts: str | None = None) -> str:
    return ":".join(("w", way.country or NO_CODE, way.what, way.seek, way.courts if courts is None else courts))


def nowhere(code: str) -> str:
    """Return the code of a country as the rules know it."""
    return NOWHERE if code == NO_CODE else code
