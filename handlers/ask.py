"""The main job: a person asks in their words, Dalil answers from the knowledge base, or says that it can't."""

from dataclasses import replace
from datetime import date, timedelta

from telegram import Update

from bot.context import Context
from bot.knowledge.library import DESPAIR_ENTRY, Library
from bot.knowledge.outcome import Band, Match
from bot.knowledge.smalltalk import LANGUAGE, MENU
from bot.replies import Button, Reply, Say
from handlers import cards, chat, start, tongue, urgent
from handlers.named import misspelt_rows, named, unlisted

_NONE = "0"
_ONCE_A_DAY = timedelta(hours=24)


async def ask(_update: Update, context: Context) -> None:
    """Answer a text: the danger first, then the entry, the choice, or plainly nothing."""
    library = await context.library()
    if library is None:
        await context.say(cards.unavailable(context.language))
        return
    if await tongue.asked(library, context):
        return
    now = context.services.now()
    match = tongue.kept(library.match(context.question, context.language, context.dialog.topic(now)), context.person)
    if not context.person.known and match.language != context.language:
        context.remember(replace(context.dialog, tongue=match.language))
    if unknown := unlisted(match, library, context):
        await _remind_of_safety(context)
        context.write(context.services.tallies.add(match.language, None, Band.DECLINE.value))
        await context.say(unknown)
        return
    _note(match, library, context)
    if match.urgent:
        await context.say(reply_to(match, library, context))
        await _remind_of_safety(context)
    else:
        await _remind_of_safety(context)
        await context.say(reply_to(match, library, context))


async def none_of_these(_update: Update, context: Context) -> None:
    """Say so plainly when none of the choices was meant, and offer the topics."""
    language = context.action.arguments[0] if context.action.arguments else context.language
    context.write(context.services.tallies.add(language, None, "decline"))
    await context.show(_decline(language))


def reply_to(match: Match, library: Library, context: Context) -> Reply:
    """Return the answer to the text that was matched: what it names, or what the match found."""
    if match.unspoken:
        return Reply(match.language, (Say("unspoken"),), ((cards.URGENT,), (cards.MENU,)))
    return named(context.question, match, library) or _reply(match, library, context)


def _reply(match: Match, library: Library, context: Context) -> Reply:
    above = tongue.rows(match, context)
    today = context.services.now().date()
    match match.band:
        case Band.URGENT if match.despair and DESPAIR_ENTRY in library.entries:
            return cards.card(library.entries[DESPAIR_ENTRY], match.language, today, ((cards.URGENT,), *above))
        case Band.URGENT:
            return cards.urgent(library, match.language, match.entries, above)
        case Band.ANSWER if match.want:
            return urgent.wanted(match, library)
        case Band.ANSWER:
            return _answer(match, library, today, above)
        case Band.CHOOSE:
            rows = cards.titles([library.entries[one] for one in match.entries], match.language)
            none = (Button(Say("button-none"), f"{_NONE}:{match.language}"),)
            return Reply(match.language, (Say("did-you-mean"),), (*rows, *misspelt_rows(context.question, match, library), none, (cards.URGENT,), *above))
        case Band.SMALLTALK if match.smalltalk == MENU:
            return start.menu(match.language, "menu")
        case Band.SMALLTALK if match.smalltalk == LANGUAGE:
            return start.languages(context)
        case Band.SMALLTALK:
            return chat.answer(match, above)
        case _:
            return _decline(match.language)


def _answer(match: Match, library: Library, today: date, above: cards.Rows) -> Reply:
    """Return the entry, or the part of it that was asked for."""
    entry = library.entries[match.entries[0]]
    if match.sources:
        return cards.sources(entry, match.language, today, above)
    if match.section is not None:
        return cards.section(entry, match.section, match.language, today, above, (Say("section-of-costs"),) if match.cost else ())
    return cards.urgent(library, match.language, (entry.id,), above) if entry.urgent else cards.card(entry, match.language, today, above)


def _decline(language: str) -> Reply:
    return Reply(language, (Say("no-answer"),), ((cards.PATH,), (cards.TOPICS,), (cards.TEAM,), (cards.URGENT,), (cards.MENU,)))


def _note(match: Match, library: Library, context: Context) -> None:
    """Count the answer, and keep the entry for a follow-up: after the urgent card its own, whatever stands beside it."""
    services = context.services
    answered = match.entries[0] if match.band is Band.ANSWER and match.entries else None
    context.write(services.tallies.add(match.language, answered, match.band.value))
    services.answered(match.band.value, match.language)
    shown = library.entries.get(answered or "")
    if match.band is Band.URGENT:
        shown = (library.entries.get(DESPAIR_ENTRY) if match.despair else None) or library.urgent_entry
    if shown is not None:
        context.write(*services.corrections.follow(context.person, shown))
        context.remember(context.dialog.answered(shown.id, services.now()))


async def _remind_of_safety(context: Context) -> None:
    """Who asks before having read the safety notice gets it, once a day: before the answer, but after the urgent card."""
    now = context.services.now()
    if context.person.understood >= start.SAFETY_VERSION or not context.dialog.due("safety", _ONCE_A_DAY, now):
        return
    context.remember(context.dialog.noticed("safety", now))
    await context.add(start.safety(context.language))
