"""The glossary: by letter, a term, the terms of an entry; and the answer to "what does ... mean?"."""

from telegram import Update

from bot.context import Context
from bot.i18n import LANGUAGES, NAMES
from bot.knowledge.library import Library
from bot.knowledge.terms import Term
from bot.replies import Button, Heading, Lines, Part, Reply, Say
from handlers import cards

_LETTERS_A_ROW = 6
_MOST_OF_ENTRY = 20  # terms of one entry: with their meanings they fill a message


async def glossary(_update: Update, context: Context) -> None:
    """Show the letters, the terms of one, or a term; `/glossary UPR` goes straight to the term."""
    library = await context.library()
    if library is None:
        await context.say(cards.unavailable(context.language))
        return
    await context.put(_chosen(library, context) if context.query else _written(library, context))


async def show_words(_update: Update, context: Context) -> None:
    """Explain the terms that stand in an entry."""
    library = await context.library()
    language, name = (context.action.arguments[0], context.action.arguments[-1]) if context.action.arguments else ("", "")
    entry = library.entries.get(name) if library else None
    if library is None or entry is None or language not in entry.texts:
        await context.show(Reply(context.language, (Say("glossary-none"),), ((cards.MENU,),)))
        return
    found = library.terms.of_entry(entry, language)[:_MOST_OF_ENTRY]
    said: list[Part] = [Lines((Heading(one.names[language]), Say("glossary-meaning", {"text": one.meanings[language]}))) for one in found]
    rows = ((Button(Say("button-back"), ":".join(("e", *context.action.arguments))), cards.MENU),)  # to the card as it was
    await context.show(Reply(language, (Heading(entry.texts[language].title), *(said or [Say("glossary-none")])), rows))


def card(term: Term, library: Library, language: str, below: cards.Rows = ()) -> Reply:
    """Return a term: its name, meaning, the official names in the other languages, and the entry to read on."""
    others = Lines(tuple(Say("glossary-name", {"language": NAMES[one], "name": term.names[one]}) for one in LANGUAGES if one != language))
    entry = library.entries.get(term.entry or "")
    rows = cards.titles([entry], language) if entry else ()
    parts = (Heading(term.names[language]), Say("glossary-meaning", {"text": term.meanings[language]}), others)
    return Reply(language, parts, (*rows, *below, (cards.GLOSSARY, cards.MENU)))


def _chosen(library: Library, context: Context) -> Reply:
    language = context.language
    match context.action.arguments:
        case ("t", name) if name in library.terms.terms:
            return card(library.terms.terms[name], library, language)
        case ("l", letter):
            buttons = cards.rows(Button(one.names[language], f"g:t:{one.id}") for one in library.terms.beginning(letter, language))
            return Reply(language, (Say("glossary-letter", {"letter": letter}),), (*buttons, (cards.GLOSSARY, cards.MENU)))
        case _:
            return _letters(library, language)


def _written(library: Library, context: Context) -> Reply:
    """Answer `/glossary`, with or without a term behind it."""
    _, _, wanted = context.text.partition(" ")
    term = library.terms.asked(wanted)
    if term is None and wanted.strip():
        letters = _letters(library, context.language)
        return Reply(letters.language, (Say("glossary-unknown"),), letters.rows)
    return card(term, library, context.language) if term else _letters(library, context.language)


def _letters(library: Library, language: str) -> Reply:
    rows = cards.rows((Button(one, f"g:l:{one}") for one in library.terms.letters(language)), _LETTERS_A_ROW)
    return Reply(language, (Say("glossary"),), (*rows, (cards.MENU,)))
