"""How an announcement, and the values of its segment's rules, are called in somebody's language: for the desk, the lists and the report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.broadcasts.content import By, Content, Segment
from bot.broadcasts.reading import parse
from bot.broadcasts.regions import AFRICA
from bot.broadcasts.segments import ANY, noted
from bot.courses.service import Courses
from bot.i18n import LANGUAGES, NAMES, Words, listed, month
from bot.people.tallies import SHOWN_FROM
from bot.telegram.markup import to_html
from bot.telegram.render import plain

_LABEL = 30  # characters of the text in a list or a report
_OF_COURSES = (By.INTERESTED, By.ACCEPTED, By.WAITING, By.DECLINED)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads about a segment: their language, the words, and how the courses in it are called."""

    language: str
    words: Words
    titles: Mapping[str, str]

    def names(self, by: By, values: Iterable[str]) -> tuple[str, ...]:
        """Return the values of a rule in words."""
        match by:
            case By.LANGUAGE:
                return tuple(NAMES.get(one, one) for one in values)
            case By.JOINED:
                return tuple(month(one, self.language) for one in values)
            case By.READ:
                return tuple(parse(one).entry for one in values)
            case By.REGION | By.KIND:
                return tuple(self.words.text(self.language, "who-region-africa" if one == AFRICA else f"course-{by}-{one}") for one in values)
            case _:
                return tuple(self.titles.get(one, one) for one in values)

    def name(self, by: By, value: str) -> str:
        """Return one value in words, or that none was named."""
        return self.words.text(self.language, f"who-any-{by}") if value == ANY else self.names(by, (value,))[0]

    def noted(self, segment: Segment, found: str) -> str:
        """Return what a recipient's row says of their segment, in words."""
        first = segment.include[0] if segment.include else None
        value = ANY if found == ANY else next((one for one in first.values if noted(one) == found), "") if first else ""
        return self.name(first.by, value) if first and value else self.words.text(self.language, "report-everybody")

    def rough(self, content: Content, number: int) -> str:
        """Return how many people: where a rule is about expressions of interest, rounded down to fives, so that no one person can be counted out."""
        if not content.segment.about_interests:
            return str(number)
        if number < SHOWN_FROM:
            return self.words.text(self.language, "count-few")
        return self.words.text(self.language, "count-from", {"count": str(number - number % SHOWN_FROM)})

    def few(self, content: Content, number: int) -> str:
        """Return how many it became of those who were written to: the number, but where a rule is about expressions of interest none under 5."""
        return self.rough(content, number) if 0 < number < SHOWN_FROM else str(number)

    def listed(self, names: Iterable[str]) -> str:
        """Return names in one line."""
        return listed(names, self.language)


async def reader_of(language: str, words: Words, courses: Courses, content: Content) -> Reader:
    """Return what somebody needs to read about the segment of `content`: the titles of what may be announced, and of the courses in it."""
    titles = {course.id: course.text(language).title for course in await courses.offered()}
    used = {one for rule in (*content.segment.include, *content.segment.exclude) if rule.by in _OF_COURSES for one in rule.values}
    for one in used - titles.keys():
        course = await courses.get(one)
        if course is not None:
            titles[one] = course.text(language).title
    return Reader(language, words, titles)


def label(content: Content, language: str) -> str:
    """Return the beginning of an announcement's text as plain words: in the reader's language, in the one that stands in for others, or in any."""
    read = content.language_for(language) or next((one for one in LANGUAGES if one in content.texts), "")
    words = " ".join(plain(to_html(content.texts[read], read)).split()) if read else ""
    return words[:_LABEL].rstrip() or "…"
