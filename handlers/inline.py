"""Inline mode (off unless the operator turns it on): public entries, offered in other chats. Nothing is counted or kept."""

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode

from bot.context import Context
from bot.knowledge.entry import Entry, Section
from bot.knowledge.outcome import Band
from bot.replies import Reply
from handlers import cards

_CACHE = 300  # seconds for which Telegram may give the same answer to others: entries are public, and the same for all
_ANSWERED = (Band.ANSWER, Band.CHOOSE, Band.URGENT)


async def offer(update: Update, context: Context) -> None:
    """Offer the entries that match what is typed behind the bot's name."""
    query = update.inline_query
    library = await context.library()
    if query is None or library is None:
        return
    match = library.match(query.query, context.proposed)
    found = [library.entries[one] for one in match.entries] if match.band in _ANSWERED else []
    results = [_article(entry, match.language, context) for entry in found]
    await query.answer(results, cache_time=_CACHE, is_personal=False)


def _article(entry: Entry, language: str, context: Context) -> InlineQueryResultArticle:
    """Return an entry as it is put into another chat: its card and its sources, without buttons."""
    today = context.services.now().date()
    card, sources = cards.card(entry, language, today), cards.sources(entry, language, today)
    parts = (*card.parts, *(part for part in sources.parts[1:] if part not in card.parts))
    html = context.services.renderer.render(Reply(language, parts), 0).texts[0]
    content = InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
    text = entry.texts[language]
    return InlineQueryResultArticle(f"{language}:{entry.id}", text.title, content, description=_first_line(text.sections[Section.SUMMARY]))


def _first_line(markdown: str) -> str:
    return markdown.split("\n", 1)[0][:120]
