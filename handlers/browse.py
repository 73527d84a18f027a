"""Browsing: topics, the entries of a topic, an entry and its sections, its sources, what is related, whether it helped."""

from datetime import timedelta

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from bot.context import Context
from bot.knowledge.entry import Entry
from bot.knowledge.library import Library
from bot.replies import Button, Reply, Say
from bot.telegram.callbacks import unpack
from handlers import cards
from handlers.start import menu

PAGE = 8  # entries on a page: more do not fit on a small phone
_VOTE_EVERY = timedelta(hours=24)
_BACK_TO_TOPICS = Button(Say("button-back"), "t")


async def show_topics(_update: Update, context: Context) -> None:
    """Show the topics, two a row."""
    library = await context.library()
    if library is None:
        await context.say(cards.unavailable(context.language))
        return
    rows = cards.rows(Button(Say(f"topic-{category}"), f"c:{category}:0") for category, _ in library.categories())
    whole = Button(Say("button-takeaway-all"), f"k:a:{context.language}:")
    await context.put(Reply(context.language, (Say("topics"),), (*rows, (whole,), (cards.MENU,))))


async def show_category(_update: Update, context: Context) -> None:
    """Show one page of a topic's entries, a button each: a numbered one, or the one on which an entry stands."""
    library = await context.library()
    category, number = _page(library, *context.action.arguments) if library else ("", 0)
    entries = dict(library.categories()).get(category, ()) if library else ()
    shown = entries[number * PAGE : (number + 1) * PAGE]
    if not shown:
        await show_topics(_update, context)
        return
    steps = _steps(category, number, len(entries))
    rows = (*cards.titles(shown, context.language, listed=True), *((steps,) if steps else ()), (_take(category, number, context),))
    await context.show(Reply(context.language, (Say(f"topic-{category}"), Say("topic-choose")), (*rows, (_BACK_TO_TOPICS, cards.MENU))))


async def show_entry(_update: Update, context: Context) -> None:
    """Show an entry's card, and keep it for a follow-up; below a correction as a new message, so that the correction stays in the chat."""
    found = await _entry(context)
    if found is None:
        await context.show(menu(context.language, "expired"))
        return
    language, entry, library = found
    now = context.services.now()
    context.write(context.services.tallies.add(language, entry.id, "opened"), *context.services.corrections.follow(context.person, entry))
    context.remember(context.dialog.answered(entry.id, now))
    listed, below = _listed(context), context.action.arguments[1:-1] == ("n",)
    card = cards.urgent(library, language) if entry is library.urgent_entry and not listed else cards.card(entry, language, now.date(), listed=listed)
    await (context.say(card) if below else context.show(card))


async def show_section(_update: Update, context: Context) -> None:
    """Show one section of an entry."""
    found = await _entry(context)
    wanted = cards.SECTIONS.get(context.action.arguments[1]) if len(context.action.arguments) > 2 else None
    if found is None or wanted is None:
        await context.show(menu(context.language, "expired"))
        return
    language, entry, _ = found
    now = context.services.now()
    context.write(*context.services.corrections.follow(context.person, entry))
    context.remember(context.dialog.answered(entry.id, now))
    await context.show(cards.section(entry, wanted, language, now.date(), listed=_listed(context)))


async def show_sources(_update: Update, context: Context) -> None:
    """Show where an entry comes from."""
    found = await _entry(context)
    if found is None:
        await context.show(menu(context.language, "expired"))
        return
    language, entry, _ = found
    await context.show(cards.sources(entry, language, context.services.now().date(), listed=_listed(context)))


async def show_related(_update: Update, context: Context) -> None:
    """Show what belongs to an entry."""
    found = await _entry(context)
    if found is None:
        await context.show(menu(context.language, "expired"))
        return
    language, entry, library = found
    await context.show(cards.related(entry, library, language, listed=_listed(context)))


async def helped(_update: Update, context: Context) -> None:
    """Count that an entry helped."""
    await _vote(context, "helped")


async def not_helped(_update: Update, context: Context) -> None:
    """Count that an entry did not help, and offer other ways."""
    await _vote(context, "not-helped")


async def _vote(context: Context, outcome: str) -> None:
    """Count once a day per conversation and entry: the day's note is in the sealed dialog, the count names nobody."""
    found = await _entry(context)
    if found is None:
        return
    language, entry, _ = found
    now = context.services.now()
    notice = f"vote:{entry.id}"
    if context.dialog.due(notice, _VOTE_EVERY, now):
        context.write(context.services.tallies.add(language, entry.id, outcome))
        context.remember(context.dialog.noticed(notice, now))
    if context.message is not None:
        await _without_votes(context.message, context)
    if outcome == "not-helped":
        await context.say(Reply(language, (Say("not-helped"),), ((cards.TOPICS,), (cards.URGENT,))))


async def _without_votes(message: Message, context: Context) -> None:
    """Take the two buttons off the card; that the message is unchanged or gone is no error."""
    if message.reply_markup is None:
        return
    chat_id, keys = context.person.chat_id, context.services.keys
    rows = []
    for row in message.reply_markup.inline_keyboard:
        actions = [unpack(str(button.callback_data or ""), chat_id, keys) for button in row]
        if not any(action and action.verb in ("y", "n") for action in actions):
            rows.append(row)
    try:
        await message.edit_reply_markup(InlineKeyboardMarkup(rows))
    except BadRequest:
        return


async def _entry(context: Context) -> tuple[str, Entry, Library] | None:
    """Return the language, entry and library that a button means, or None when the entry is no longer there."""
    library = await context.library()
    if library is None or len(context.action.arguments) < 2:
        return None
    language, entry = context.action.arguments[0], library.entries.get(context.action.arguments[-1])
    return (language, entry, library) if entry is not None and language in entry.texts else None


def _listed(context: Context) -> bool:
    """Whether the card that a button belongs to was opened from its topic's list."""
    return cards.LISTED in context.action.arguments[1:-1]


def _page(library: Library, name: str = "", *page: str) -> tuple[str, int]:
    """Return the topic and page that a button means: by their names, or by that of an entry alone."""
    entry = None if page else library.entries.get(name)
    if entry is not None:
        return entry.category, dict(library.categories())[entry.category].index(entry) // PAGE
    return name, int(page[0]) if page and page[0].isdecimal() else 0


def _take(category: str, number: int, context: Context) -> Button:
    return Button(Say("button-takeaway"), f"k:c:{context.language}:{category}:{number}")


def _steps(category: str, number: int, total: int) -> tuple[Button, ...]:
    back = (Button(Say("button-previous"), f"c:{category}:{number - 1}"),) if number else ()
    forth = (Button(Say("button-next"), f"c:{category}:{number + 1}"),) if (number + 1) * PAGE < total else ()
    return back + forth
