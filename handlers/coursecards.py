"""How courses look: the list with its filters, the card, one section, what is sent to share a course."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.courses import dates
from bot.courses.catalogue import CHOICES, Course, State, Wanted
from bot.courses.service import PAGE, Page
from bot.courses.zones import ZONES
from bot.i18n import Words, day, listed
from bot.knowledge.countries import Countries
from bot.replies import Button, Copy, Heading, Lines, Part, Reply, Say
from handlers.cards import MENU, Rows, rows

SECTIONS = {"l": "learn", "w": "who", "c": "costs", "s": "selection"}
FACETS = {facet[0]: facet for facet in CHOICES}  # the letter that stands in buttons
ICONS = {"region": "🌍", "kind": "🎓", "language": "🗣", "audience": "👥"}
MINE = Button(Say("button-course-mine"), "i:mine")
TOLD = Button(Say("button-course-told"), "o:n")


@dataclass(frozen=True, slots=True)
class Look:
    """What every page of courses needs: the words, the reader's language, the present instant, the names of countries."""

    words: Words
    language: str
    now: datetime
    countries: Countries

    def name(self, facet: str, value: str) -> str:
        """Return the words for one value of a facet ("" for any)."""
        return self.words.text(self.language, f"course-{facet}-{value}" if value else f"course-any-{facet}")

    def names(self, facet: str, values: Iterable[str]) -> str:
        """Return the words for several values, in one line."""
        return " · ".join(self.name(facet, value) for value in values)


def listing(page: Page, wanted: Wanted, look: Look) -> Reply:
    """Return one page of the list: each course in three lines, its button, and the filters."""
    parts: list[Part] = [Say("courses")]
    for place, course in enumerate(page.courses, page.number * PAGE + 1):
        parts.append(Lines((Heading(f"{place}. {course.text(look.language).title}"), _dates(course, look), closing(course, look))))
    nothing = "courses-none-wanted" if any(wanted.values) else "courses-none"
    parts.append(Say("courses-choose" if page.courses else nothing))
    titles = tuple((Button(f"{place}. {course.text(look.language).title}", f"o:c:{course.id}:{wanted.code}"),)
                   for place, course in enumerate(page.courses, page.number * PAGE + 1))
    filters = rows(_filter(facet, wanted, "l", look) for facet in CHOICES)
    return Reply(look.language, tuple(parts), (*titles, _steps(page, wanted), *filters, (_tell(wanted),), (MINE,), (TOLD, MENU)))


def values(facet: str, wanted: Wanted, back: str, look: Look) -> Reply:
    """Offer the values of one facet; `back` is where the choice leads: "l", the list, or "t", what to be told of."""
    chosen = {name: value for name, value in zip(CHOICES, wanted.values, strict=True) if name != facet}
    buttons = [Button(look.name(facet, value), f"o:{back}:{Wanted(**{**chosen, facet: value}).code}") for value in ("", *CHOICES[facet])]
    return Reply(look.language, (Say(f"course-choose-{facet}"),), (*rows(buttons), (Button(Say("button-back"), f"o:{back}:{wanted.code}"), MENU)))


def card(course: Course, look: Look, code: str) -> Reply:
    """Return a course's card; `code` is what the list was narrowed to, for the way back. The city stands there only while it is open."""
    text = course.text(look.language)
    parts: tuple[Part, ...] = (Heading(text.title), *_other_language(course, look), Copy(text.summary), Lines(tuple(_facts(course, look))))
    return Reply(look.language, parts, _keyboard(course, look, code, ""))


def section(course: Course, letter: str, look: Look, code: str) -> Reply:
    """Return one section of a course; its card for a letter of another release."""
    if letter not in SECTIONS:
        return card(course, look, code)
    text = course.text(look.language)
    parts: tuple[Part, ...] = (
        Heading(text.title), *_other_language(course, look), Say(f"course-section-{SECTIONS[letter]}"), Copy(getattr(text, SECTIONS[letter])))
    return Reply(look.language, parts, _keyboard(course, look, code, letter))


def shared(course: Course, address: str, look: Look) -> Reply:
    """Return what is sent on to others: title, dates, deadline, the link. It stays readable for ever, so it does not say how long is left,
    nor the city, nor the course's time zone, which often is the city's.
    """
    facts: list[Say] = [_dates(course, look)]
    if course.takes_interests(look.now) and course.deadline is not None:
        facts.append(Say("course-until", _moment(course.deadline, "UTC", look)))
    link = Lines((Say("course-link"), Copy(f"[{address}]({address})")))  # as a link of its own: in Arabic its text has marks around it
    return Reply(look.language, (Heading(course.text(look.language).title), Lines(tuple(facts)), link))


def closing(course: Course, look: Look) -> Say:
    """Until when, as clocks show it there, and how long is left. What is closed says no more than that (safety.md, T4)."""
    if not course.takes_interests(look.now):
        return Say("course-closed")
    if course.deadline is None:
        return Say("course-no-deadline")
    zone = course.zone if course.zone in ZONES else "UTC"
    left = dates.left(course.deadline, look.now)
    return Say(f"course-closes-{left.unit}", {**_moment(course.deadline, zone, look), "number": left.number})


def filters(wanted: Wanted, back: str, look: Look) -> Rows:
    """Return a button for each facet that one can be told of."""
    return tuple((_filter(facet, wanted, back, look),) for facet in CHOICES if facet != "audience")


def like(course: Course, language: str) -> Wanted:
    """Return what somebody looks for who likes `course`: its kind, its region where it has one, their language where it is held in it."""
    return Wanted(course.regions[0] if len(course.regions) == 1 else "", course.kind.value, language if language in course.languages else "")


def _keyboard(course: Course, look: Look, code: str, current: str) -> Rows:
    interest = ((Button(Say("button-course-interest"), f"i:new:{course.id}"),),) if course.takes_interests(look.now) else (
        (_tell(like(course, look.language)),),)
    sections = [Button(Say(f"button-course-{part}"), f"o:s:{letter}:{course.id}:{code}") for letter, part in SECTIONS.items() if letter != current]
    overview = [Button(Say("button-course-summary"), f"o:c:{course.id}:{code}")] if current else []
    share = Button(Say("button-course-share"), f"o:h:{course.id}")
    return (*interest, *rows((*overview, *sections)), (share,), (Button(Say("button-course-back"), f"o:l:{code}:0"), MENU))


def _facts(course: Course, look: Look) -> Iterable[Say]:
    yield Say("course-what", {"kind": look.name("kind", course.kind.value), "region": look.names("region", course.regions)})
    yield _dates(course, look)
    place = listed(filter(None, (course.city if course.state is State.OPEN else "", _country(course, look))), look.language)
    if place:
        yield Say("course-place", {"place": place})
    yield Say("course-languages", {"language": look.names("language", course.languages)})
    yield Say("course-audiences", {"text": look.names("audience", course.audiences)})
    if course.seats:
        yield Say("course-seats", {"number": course.seats})
    if course.partners:
        yield Say("course-partners", {"text": " · ".join(course.partners)})
    yield closing(course, look)


def _dates(course: Course, look: Look) -> Say:
    first, last = course.starts_on, course.ends_on
    if first is None:
        return Say("course-days-open")
    if last is None or last == first:
        return Say("course-day", {"date": day(first, look.language)})
    return Say("course-dates", {"start": day(first, look.language), "end": day(last, look.language)})


def _moment(instant: datetime, zone: str, look: Look) -> dict[str, str]:
    """Return the day, the time and the name of the zone, in words."""
    local = dates.local(instant, zone)
    return {"date": day(local.date(), look.language), "time": f"{local:%H:%M}", "zone": look.words.text(look.language, f"zone-{ZONES[zone]}")}


def _country(course: Course, look: Look) -> str:
    found = look.countries.get(course.country)
    return found.names[look.language] if found else course.country


def _other_language(course: Course, look: Look) -> tuple[Say, ...]:
    return () if look.language in course.texts else (Say("course-other-language"),)


def _filter(facet: str, wanted: Wanted, back: str, look: Look) -> Button:
    chosen = dict(zip(CHOICES, wanted.values, strict=True))[facet]
    return Button(f"{ICONS[facet]} {look.name(facet, chosen)}", f"o:f:{back}:{facet[0]}:{wanted.code}")


def _tell(wanted: Wanted) -> Button:
    return Button(Say("button-course-tell"), f"o:t:{wanted.code}")


def _steps(page: Page, wanted: Wanted) -> tuple[Button, ...]:
    back = (Button(Say("button-previous"), f"o:l:{wanted.code}:{page.number - 1}"),) if page.number else ()
    forth = (Button(Say("button-next"), f"o:l:{wanted.code}:{page.number + 1}"),) if page.has_more else ()
    return (*back, *forth)
