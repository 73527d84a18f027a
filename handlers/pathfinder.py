"""Which mechanism can help me? A few taps; the answers so far stand in the buttons, nothing is stored."""

from telegram import Update

from bot.context import Context
from bot.knowledge.library import Library
from bot.knowledge.pathfinder import COURTS, Pathfinder, Way
from bot.replies import Button, Reply, Say
from handlers import cards, forms, ways
from handlers.start import menu

_NO_MATTER = "unsure"  # the courts at home, where nothing offered needs them


async def begin(_update: Update, context: Context) -> None:
    """Start with the danger; from then on each button brings its step."""
    library = await context.library()
    if library is None:
        await context.say(cards.unavailable(context.language))
        return
    await context.put(_step(library, context))


async def show_accepted(_update: Update, context: Context) -> None:
    """Show what a State has accepted."""
    library = await context.library()
    country = library.pathfinder.countries.get((*context.action.arguments, "")[0]) if library else None
    if library is None or country is None:
        await context.show(menu(context.language, "expired"))
        return
    await context.show(ways.accepted(country, library.pathfinder, context.language))


def _step(library: Library, context: Context) -> Reply:
    language, rules = context.language, library.pathfinder
    match context.action.arguments:
        case ("!",):
            return cards.urgent(library, language, (), ((Button(Say("button-path-after"), "w:c"),),))
        case ("c",):
            forms.ask_country(context)
            return ways.regions(language)
        case ("r", region, page) if page.isdecimal():
            forms.ask_country(context)
            found = rules.countries.of_region(region, language)
            return ways.countries(found, region, int(page), language) if found else ways.regions(language)
        case (code, *rest) if code == ways.NO_CODE or rules.countries.get(code):
            return _answered(rules, code, rest, library, language)
        case _:
            return ways.danger(language)


def _answered(rules: Pathfinder, code: str, answers: list[str], library: Library, language: str) -> Reply:
    """Return what follows the answers given so far; one that is unknown (an old button) starts again."""
    country = rules.countries.get(ways.nowhere(code))
    match answers:
        case []:
            return ways.what(rules, country, language)
        case [happened] if happened in rules.what:
            return ways.seek(rules, country, happened, language)
        case [happened, wanted, *more] if happened in rules.what and wanted in rules.seek:
            return _found(rules, Way(ways.nowhere(code), happened, wanted, (*more, "")[0]), more[1:], library, language)
        case _:
            return ways.danger(language)


def _found(rules: Pathfinder, way: Way, more: list[str], library: Library, language: str) -> Reply:
    country = rules.countries.get(way.country)
    if way.courts not in COURTS:
        way = Way(way.country, way.what, way.seek, _NO_MATTER)
        if any(one.mechanism.courts_first for one in rules.options(way)):
            return ways.courts(way, country, language)
    wanted = (*more, "0")[0]
    chosen = rules.option(way, wanted)
    if chosen is not None:
        return ways.option(chosen, way, country, library, language)
    return ways.options(rules.options(way), way, country, library, language, int(wanted) if wanted.isdecimal() else 0)
