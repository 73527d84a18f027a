"""Urgent help, from the menu, from /urgent, and before anything else when a message speaks of danger."""

from telegram import Update

from bot.context import Context
from bot.knowledge.entry import Section
from bot.knowledge.library import DESPAIR_ENTRY, Library
from bot.knowledge.outcome import Match
from bot.replies import Button, Copy, Reply, Say
from handlers import cards, tongue

_WANTED = {"number": Say("urgent-number"), "site": Say("urgent-site"), "send": Say("urgent-send"), "offline": Say("urgent-offline")}
_WITH_LINKS = ("number", "site")


async def urgent(_update: Update, context: Context) -> None:
    """Show the urgent-help card."""
    library = await context.library()
    context.write(context.services.tallies.add(context.language, None, "urgent"))
    if library is not None and library.urgent_entry is not None:
        context.write(*context.services.corrections.follow(context.person, library.urgent_entry))
        context.remember(context.dialog.answered(library.urgent_entry.id, context.services.now()))
    await context.put(cards.urgent(library, context.language))


def wanted(match: Match, library: Library) -> Reply:
    """Answer plainly what is asked for after the urgent card: a number, a site that opens, somebody who comes, a way without internet."""
    entry = library.entries[match.entries[0]]
    links = (Copy(entry.texts[match.language].sections[Section.SUMMARY]),) if match.want in _WITH_LINKS else ()
    sections = tuple(Button(Say(f"button-{section.value}"), f"s:{match.language}:{cards.LETTERS[section]}:{entry.id}")
                     for section in (Section.HOW, Section.RISKS))
    return Reply(match.language, (_WANTED[match.want or "send"], *links), (sections, (cards.URGENT,), (cards.MENU,)))


async def in_caption(context: Context) -> Reply | None:
    """Return the urgent-help card when the words below a picture or file speak of danger now."""
    return await in_words((context.message.caption if context.message else None) or "", context)


async def in_words(text: str, context: Context) -> Reply | None:
    """Return the urgent-help card when `text`, which is no question to the guide, speaks of danger now."""
    library = await context.library() if text else None
    match = tongue.kept(library.match(text, context.language), context.person) if library else None
    if library is None or match is None or not match.urgent:
        return None
    context.write(context.services.tallies.add(match.language, None, match.band.value))
    context.services.answered(match.band.value, match.language)
    if match.despair and DESPAIR_ENTRY in library.entries:
        return cards.card(library.entries[DESPAIR_ENTRY], match.language, context.services.now().date(), ((cards.URGENT,),))
    return cards.urgent(library, match.language, match.entries)
