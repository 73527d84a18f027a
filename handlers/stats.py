"""Counts as charts, and as text for who can't see them: how questions were answered, and interests by course. Under 5 is hidden."""

from collections.abc import Mapping
from datetime import timedelta

from bot import charts
from bot.charts import Bar, Chart
from bot.context import Context
from bot.i18n import LANGUAGES
from bot.people.tallies import BANDS
from bot.replies import Heading, Lines, Part, Reply, Say
from bot.staff.service import Member
from handlers import selectcards
from handlers.cards import MENU
from handlers.selectcards import STAFF

_DAYS = 30
_PICTURE = "counts.png"
_HIDDEN = "<5"
Bands = Mapping[str, Mapping[str, int | None]]


async def show(context: Context, _member: Member, _arguments: tuple[str, ...]) -> None:
    """Send the charts; below them, or alone when they can't be drawn, the same as text."""
    since = context.services.now().date() - timedelta(days=_DAYS)
    bands = await context.services.tallies.bands(since)
    made = [_questions(bands, context), _unanswered(bands, context), await _interests(context)]
    wanted = [chart for chart in made if chart.bars]
    drawn = await charts.picture(wanted) if wanted else None
    if drawn is not None:
        await context.send_picture(_PICTURE, drawn, Say("stats-caption"), context.language)
    await context.say(Reply(context.language, (Say("stats", {"days": str(_DAYS)}), *map(_text, made), Say("stats-hidden")), ((STAFF, MENU),)))


def _questions(bands: Bands, context: Context) -> Chart:
    bars = tuple(_bar(f"{_name(language, context)} · {context.words(f'stats-band-{band}')}", bands[language][band])
                 for language in LANGUAGES for band in BANDS if band in bands.get(language, {}))
    return Chart(context.words("stats-questions"), bars)


def _unanswered(bands: Bands, context: Context) -> Chart:
    """The share of questions without an answer; where a part is hidden, the share would be wrong, or tell it: it is hidden, too."""
    bars = []
    for language in (one for one in LANGUAGES if bands.get(one)):
        shown = [many for many in bands[language].values() if many is not None]
        if len(shown) < len(bands[language]):
            bars.append(Bar(_name(language, context), None, context.words("stats-hidden-part")))
        else:
            share = round(100 * (bands[language].get("decline") or 0) / sum(shown))
            bars.append(Bar(_name(language, context), share, f"{share} %"))
    return Chart(context.words("stats-unanswered"), tuple(bars))


async def _interests(context: Context) -> Chart:
    found = await context.services.figures.interests()
    return Chart(context.words("stats-interests"), tuple(
        [_bar(await selectcards.title(context, one.course_id, context.language), one.count) for one in found]))


def _name(language: str, context: Context) -> str:
    """In the reader's words: a name in another script would set the whole label the other way round."""
    return context.words(f"stats-language-{language}")


def _bar(label: str, many: int | None) -> Bar:
    return Bar(label, many, _HIDDEN if many is None else str(many))


def _text(chart: Chart) -> Part:
    lines = [Say("stats-line", {"name": bar.label, "count": bar.shown}) for bar in chart.bars] or [Say("stats-none")]
    return Lines((Heading(chart.title), *lines))
