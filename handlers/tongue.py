"""In which language a text is answered: in its own, or always in the person's; and how that is changed, by taps or in words."""

from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.i18n import LANGUAGES, NAMES
from bot.knowledge.library import Library
from bot.knowledge.outcome import Band, Match
from bot.knowledge.smalltalk import LANGUAGE
from bot.people.service import Person
from bot.replies import Button, Reply, Say
from handlers import cards, start

FOLLOW = "-"  # stands in a button in the place of a language: answer in the one that is written


def kept(match: Match, person: Person) -> Match:
    """Return the match with the person's language for its answer, if they want all answers in that one."""
    return replace(match, language=person.language) if person.always and person.language else match


def rows(match: Match, context: Context) -> cards.Rows:
    """Offer to keep the language of this answer, when it is not the person's; and the way back, in the language that was written, when it is."""
    person = context.person
    if person.always and match.detected != match.language:
        entry = match.entries[0] if match.band is Band.ANSWER else ""
        return ((Button(context.words("button-follow", match.detected), f"a:{FOLLOW}:{match.detected}:{entry}"),),)
    if match.language == person.language or match.band in (Band.DECLINE, Band.SMALLTALK):
        return ()
    return ((Button(Say("button-always"), f"a:{match.language}"),),)


async def press(_update: Update, context: Context) -> None:
    """Keep the language of the answer above this button, whatever is written from now on; or go back to answering in the one that is written."""
    language, *more = (*context.action.arguments, "")
    if language == FOLLOW:
        await _follow((*more, "")[0], (*more, "")[1], context)
    elif language in LANGUAGES:
        context.write(context.services.people.choose_language(context.person, language, always=True))
        await context.say(_changed(language, context.person))


async def asked(library: Library, context: Context) -> bool:
    """Answer a text that asks for another language and nothing else: change it, or offer the choice where it is not plain which; False for all other texts."""
    wanted = library.matcher.tongue(context.question)
    if wanted is None:
        return False
    if wanted == LANGUAGE:
        await context.say(start.languages(context))
        return True
    context.write(context.services.people.choose_language(context.person, wanted, always=True))
    if context.person.understood < start.SAFETY_VERSION:
        await context.say(start.safety(wanted))
        return True
    changed, now = _changed(wanted, context.person), context.services.now()
    entry = library.entries.get(context.dialog.topic(now) or "")
    await context.say(cards.card(entry, wanted, now.date(), changed.rows[:-1], changed.parts) if entry else changed)
    return True


async def _follow(written: str, entry: str, context: Context) -> None:
    """From now on answer in the language that is written; the answer above comes again in that one."""
    language = written if written in LANGUAGES else context.language
    context.write(context.services.people.choose_language(context.person, context.language))
    library = await context.library()
    found, done = library.entries.get(entry) if library else None, Say("language-follows")
    if found is None:
        await context.say(Reply(language, (done,), ((cards.MENU,),)))
    else:
        await context.say(cards.card(found, language, context.services.now().date(), (), (done,)))


def _changed(language: str, person: Person) -> Reply:
    """Say so, with one tap back to what was before."""
    back = Button(NAMES[person.language], f"a:{person.language}" if person.always else f"l:{person.language}") if person.language else None
    return Reply(language, (Say("language-always"),), (*(((back,),) if back and person.language != language else ()), (cards.MENU,)))
