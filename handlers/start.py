"""Arrival: the language, what Dalil is, what not to send, the menu; and the page about help."""

from telegram import Update

from bot.context import Context
from bot.i18n import LANGUAGES, NAMES
from bot.replies import Button, Reply, Say
from handlers import arrival, staff
from handlers.cards import ASK_TEAM, CLEAR, COURSES, GLOSSARY, MENU, PATH, TOPICS, URGENT

SAFETY_VERSION = 1  # raise it when the notice changes in substance: people are asked again
_LANGUAGE = Button(Say("button-language"), "l")
_PRIVACY = Button(Say("button-privacy"), "p")
_INTERESTS = Button(Say("button-interest-mine"), "i:mine")
_HELP = Button(Say("button-help"), "?")


async def start(_update: Update, context: Context) -> None:
    """Greet: a newcomer chooses a language and reads the safety notice; someone known gets the menu, or the course that their link leads to."""
    payload = arrival.payload(context)
    arrived = context.person.known and context.person.understood >= SAFETY_VERSION
    if arrived and await staff.accept(payload, context):
        return
    linked = await arrival.linked(payload, context)
    if linked or (staff.invites(payload) and not arrived):
        arrival.keep(payload, context)
    if not context.person.known:
        await context.say(languages(context))
    elif context.person.understood < SAFETY_VERSION:
        await context.say(safety(context.language))
    else:
        await context.say(linked or menu(context.language, "welcome-back"))


async def show_languages(_update: Update, context: Context) -> None:
    """Offer the three languages."""
    await context.put(languages(context))


async def choose_language(_update: Update, context: Context) -> None:
    """Keep the chosen language; go on to the safety notice, or to the menu when that is known."""
    language = context.action.arguments[0] if context.action.arguments else ""
    if language not in LANGUAGES:
        await show_languages(_update, context)
        return
    context.write(context.services.people.choose_language(context.person, language))
    understood = context.person.understood >= SAFETY_VERSION
    await context.show(menu(language, "language-changed") if understood else safety(language))


async def understand(_update: Update, context: Context) -> None:
    """Keep that the safety notice was read, and show the course that a link led to, or the menu; whoever was invited to the staff joins."""
    language, payload = _notice_language(context), context.dialog.link
    if staff.invites(payload) and not context.person.known:  # joining needs the row that a choice of language makes
        await context.show(languages(context))
        return
    if not context.person.known:
        context.write(context.services.people.choose_language(context.person, language))
    context.write(context.services.people.understand(context.person, SAFETY_VERSION))
    linked = await arrival.linked(payload, context, language)
    arrival.arrived(payload, context)
    await context.show(linked or menu(language, "welcome"))
    await staff.accept(payload, context)


async def show_menu(_update: Update, context: Context) -> None:
    """Show the menu."""
    await context.put(menu(context.language, "menu"))


async def show_help(_update: Update, context: Context) -> None:
    """Explain how to ask and what the commands do."""
    await _page(context, "help")


def languages(context: Context) -> Reply:
    """Return the choice of a language, the proposed one first; below it whether all answers are in that one."""
    order, person = sorted(LANGUAGES, key=lambda language: language != context.language), context.person
    rows = tuple((Button(NAMES[language], f"l:{language}"),) for language in order)
    switch = Button(Say("button-follow"), "a:-") if person.always else Button(Say("button-always"), f"a:{person.language}")
    now = (Say("language-always-now"),) if person.always else ()
    return Reply(context.language, (Say("choose-language"), *now), (*rows, (switch,)) if person.known else rows)


def safety(language: str) -> Reply:
    """Return what everybody is told before anything else (safety.md 2.4)."""
    return Reply(language, (Say("safety-notice"),), ((Button(Say("button-understood"), f"u:{language}"),), (URGENT,)))


def menu(language: str, key: str) -> Reply:
    """Return the menu, below the message `key`."""
    return Reply(language, (Say(key),), (
        (URGENT,), (PATH,), (COURSES,), (_INTERESTS,), (TOPICS, GLOSSARY), (ASK_TEAM,), (_LANGUAGE, _PRIVACY), (_HELP,), (CLEAR,)))


async def _page(context: Context, key: str) -> None:
    await context.put(Reply(context.language, (Say(key),), ((URGENT,), (MENU,))))


def _notice_language(context: Context) -> str:
    chosen = context.action.arguments[0] if context.action.arguments else ""
    return chosen if chosen in LANGUAGES else context.language
