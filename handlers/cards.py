"""How entries look: the card, one section, the sources, what is related, a list of choices."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.i18n import day
from bot.knowledge.entry import Entry, Freshness, Section
from bot.knowledge.library import CHOOSING_ENTRY, Library
from bot.replies import Button, Choice, Copy, Heading, Lines, Part, Reply, Say

Rows = tuple[tuple[Button, ...], ...]
LETTERS = {Section.WHO: "w", Section.HOW: "h", Section.INCLUDE: "i", Section.DEADLINES: "d", Section.NEXT: "n", Section.RISKS: "r"}
LISTED = "c"  # stands before the entry's name in a button: the card was opened from its topic's list, and leads back there
SECTIONS = {letter: section for section, letter in LETTERS.items()}
MENU = Button(Say("button-menu"), "m")
URGENT = Button(Say("button-urgent"), "x")
TOPICS = Button(Say("button-topics"), "t")
COURSES = Button(Say("button-courses"), "o")
PATH = Button(Say("button-path"), "w")
TEAM = Button(Say("button-ask-team"), "h")
ASK_TEAM = Button(Say("button-ask-the-team"), "h")  # where no question stands above it
CORRECTIONS = Button(Say("button-corrections"), "v")
GLOSSARY = Button(Say("button-glossary"), "g")
CLEAR = Button(Say("button-clear"), "d:w")
_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")


def card(entry: Entry, language: str, today: date, above: Rows = (), first: Sequence[Part] = (), *, listed: bool = False) -> Reply:
    """Return an entry's card: `first`, title, summary, date of the last check, and buttons for all the rest."""
    if entry.freshness(today) is Freshness.STALE:
        return _being_updated(entry, language, listed)
    text = entry.texts[language]
    parts: list[Part] = [*first, Heading(text.title), Copy(text.sections[Section.SUMMARY]), *_checked(entry, language, today)]
    return Reply(language, tuple(parts), keyboard(entry, language, listed=listed) + above)


def section(entry: Entry, wanted: Section, language: str, today: date, above: Rows = (), first: Sequence[Part] = (), *, listed: bool = False) -> Reply:
    """Return one section of an entry below `first`, with the same buttons as its card; the card where the entry lacks that section, and says so."""
    text = entry.texts[language]
    if wanted is Section.SUMMARY or entry.freshness(today) is Freshness.STALE:
        return card(entry, language, today, above, listed=listed)
    if wanted not in text.sections:
        return card(entry, language, today, above, first or (Say(f"section-without-{wanted.value}"),), listed=listed)
    parts: list[Part] = [*first, Heading(text.title), Say(f"section-{wanted.value}"), Copy(text.sections[wanted]), *_checked(entry, language, today)]
    return Reply(language, tuple(parts), keyboard(entry, language, wanted, listed=listed) + above)


def sources(entry: Entry, language: str, today: date, above: Rows = (), *, listed: bool = False) -> Reply:
    """Return the sources of an entry, official ones first, each with its publisher and, where it is not the reader's, its language."""
    parts: tuple[Part, ...] = (Heading(entry.texts[language].title), Say("sources-title"), *_sources(entry), *_checked(entry, language, today))
    return Reply(language, parts, keyboard(entry, language, None, listed=listed) + above)


def urgent(library: Library | None, language: str, besides: tuple[str, ...] = (), above: Rows = ()) -> Reply:
    """Return the card for danger now: what to do, the helplines, how and the risks; then what was matched besides. An overdue check does not hold it back.

    A phone shows its end: the warning stands last in the text, the helplines first below it, and nothing that only a calm reader needs.
    """
    entry = library.urgent_entry if library else None
    if library is None or entry is None:
        return Reply(language, (Say("urgent-title"), Say("urgent-without-entry")), ((MENU,),))
    parts: tuple[Part, ...] = (Lines((Say("urgent-title"), Say("checked-on", {"date": day(entry.checked_on, language)}))),
                               Copy(entry.texts[language].sections[Section.SUMMARY]), Say("urgent-safety"))
    others = [library.entries[one] for one in besides if one in library.entries and one != entry.id]
    return Reply(language, parts, (*_of_urgent(entry, language), *titles(others, language), *above))


def related(entry: Entry, library: Library, language: str, *, listed: bool = False) -> Reply:
    """Return the entries that belong to this one."""
    others = titles([library.entries[other] for other in entry.related if other in library.entries], language)
    back = Button(Say("button-back"), f"e:{language}:{_address(entry, listed)}")
    return Reply(language, (Heading(entry.texts[language].title), Say("related-title")), (*others, (back, MENU)))


def titles(entries: Sequence[Entry], language: str, *, listed: bool = False) -> Rows:
    """Return a button a row for each entry, with its title; `listed`: in the list of its topic."""
    return tuple((Button(entry.texts[language].title, f"e:{language}:{_address(entry, listed)}"),) for entry in entries)


def rows(buttons: Iterable[Button], width: int = 2) -> Rows:
    """Put buttons `width` a row."""
    every = tuple(buttons)
    return tuple(every[place : place + width] for place in range(0, len(every), width))


def unavailable(language: str) -> Reply:
    """Say that the knowledge base can't be read just now."""
    return Reply(language, (Say("unavailable"),))


def keyboard(entry: Entry, language: str, current: Section | None = Section.SUMMARY, *, listed: bool = False) -> Rows:
    """Return the buttons below an entry: where it leads first, sections, sources, what is related, whether it helped, the way back to its list, the menu."""
    here, address = [one for one in entry.texts[language].sections if one is not current], _address(entry, listed)
    sections = rows(_section_button(one, language, address) for one in here)
    more = [Button(Say("button-sources"), f"q:{language}:{address}")]
    if entry.related:
        more.append(Button(Say("button-related"), f"r:{language}:{address}"))
    if not listed:
        more.append(MENU)
    keep = (Button(Say("button-words"), f"b:{language}:{address}"), Button(Say("button-takeaway"), f"k:e:{language}:{entry.id}" + f":{LISTED}" * listed))
    helped = (Button(Say("button-helped"), f"y:{language}:{entry.id}"), Button(Say("button-not-helped"), f"n:{language}:{entry.id}"))
    ways = (*((URGENT,),) * entry.urgent_first, *((PATH,),) * (entry.id == CHOOSING_ENTRY))
    calm = () if entry.urgent and not listed else (keep, helped)  # below the urgent card nobody has time for these
    return (*ways, *sections, tuple(more), *calm, *((_back(entry, listed),) if listed else ()))


def _of_urgent(entry: Entry, language: str) -> Rows:
    """The helplines that the summary links to, in its order; then how, the risks and the menu."""
    text = entry.texts[language]
    helplines = tuple((Button(name, url=url),) for name, url in dict(_LINK.findall(text.sections[Section.SUMMARY])).items())
    sections = (_section_button(one, language, entry.id) for one in (Section.HOW, Section.RISKS) if one in text.sections)
    return (*helplines, tuple(sections), (MENU,))


def _address(entry: Entry, listed: bool) -> str:
    return f"{LISTED}:{entry.id}" if listed else entry.id


def _back(entry: Entry, listed: bool) -> tuple[Button, ...]:
    """The last row: back to the page of its topic on which the entry stands, where it was opened there, and the menu."""
    return (Button(Say("button-back"), f"c:{entry.id}"), MENU) if listed else (MENU,)


def _section_button(wanted: Section, language: str, address: str) -> Button:
    if wanted is Section.SUMMARY:
        return Button(Say("button-summary"), f"e:{language}:{address}")
    return Button(Say("button-next-steps" if wanted is Section.NEXT else f"button-{wanted.value}"), f"s:{language}:{LETTERS[wanted]}:{address}")


def _checked(entry: Entry, language: str, today: date) -> tuple[Part, ...]:
    checked = Say("checked-on", {"date": day(entry.checked_on, language)})
    return (checked, Say("overdue")) if entry.freshness(today) is Freshness.OVERDUE else (checked,)


def _being_updated(entry: Entry, language: str, listed: bool) -> Reply:
    parts = (Heading(entry.texts[language].title), Say("being-updated", {"date": day(entry.checked_on, language)}), *_sources(entry))
    return Reply(language, parts, (_back(entry, listed),))


def _sources(entry: Entry) -> list[Part]:
    """The sources, numbered. What was read on a site that may harm a phone has no link, and says so."""
    return [Lines((Copy(f"{number}. " + (f"[{_bare(one.title)}]({one.url})" if one.url else _bare(one.title))),
                   Say("source-page", {"publisher": one.publisher, "tongue": Choice(one.language)}),
                   *(() if one.url else (Say("source-unlinked"),))))
            for number, one in enumerate(entry.sources, 1)]


def _bare(text: str) -> str:
    """Keep a title from being read as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]()<>" else letter for letter in text)
