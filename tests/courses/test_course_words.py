"""The words about courses: every value has a name in three languages, plurals are right, and Telegram takes every page."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.courses import demo
from bot.courses.catalogue import CHOICES, Course, State, Wanted
from bot.courses.importing import LIMITS, read
from bot.courses.records import PARTS
from bot.courses.service import PAGE, Page
from bot.courses.subscriptions import MOST, Subscription
from bot.courses.zones import ZONES
from bot.i18n import LANGUAGES, Words
from bot.keys import KeyRing
from bot.knowledge.countries import Countries
from bot.replies import Reply
from bot.telegram.render import Renderer
from handlers import coursecards, telling
from tests.conftest import ROOT, Clock
from tests.contracts.telegram_takes import taken
from tests.contracts.test_locales import messages
from tests.courses.conftest import TEXT, a_course

every_language = pytest.mark.parametrize("language", LANGUAGES)
LONG = type(TEXT)(**{part: (f"**{'x' * 6}** & <b> [x](https://example.org) " * 60)[:limit] for part, limit in LIMITS.items()})


@pytest.fixture
def look(words: Words, clock: Clock) -> coursecards.Look:
    """What pages need, in English."""
    return coursecards.Look(words, "en", clock(), Countries())


def test_every_value_and_every_zone_has_its_words() -> None:
    """No more and no less; each zone is known to this computer and stands in the documentation."""
    known = set(messages("en"))
    wanted = {f"course-{facet}-{value}" for facet, values in CHOICES.items() for value in values}
    wanted |= {f"course-{what}-{facet}" for facet in CHOICES for what in ("any", "choose")}
    wanted |= {f"course-section-{part}" for part in PARTS[2:]} | {f"course-closes-{unit}" for unit in ("weeks", "days", "hours", "minutes")}
    families = ("course-region-", "course-kind-", "course-language-", "course-audience-", "course-any-", "course-choose-", "course-section-", "course-closes-")
    assert {key for key in known if key.startswith(families)} == wanted
    assert {key for key in known if key.startswith("zone-")} == {f"zone-{name}" for name in ZONES.values()}
    assert set(ZONES) <= available_timezones()
    assert all(f"`{zone}`" in (ROOT / "docs" / "staff.md").read_text(encoding="utf-8") for zone in ZONES)


@pytest.mark.parametrize(("number", "said"), [
    (0, "أقل من دقيقة"), (1, "دقيقة واحدة"), (2, "دقيقتان"), (3, "3 دقائق"), (10, "10 دقائق"), (11, "11 دقيقة"), (99, "99 دقيقة"), (100, "100 دقيقة"),
    (103, "103 دقائق"), (119, "119 دقيقة")])
def test_arabic_has_its_six_forms(words: Words, number: int, said: str) -> None:
    """One, two, a few, many, others; Western digits."""
    text = words.text("ar", "course-closes-minutes", {"number": number, "date": "x", "time": "x", "zone": "x"})
    assert text.removesuffix("**").endswith(f": {said}")


@pytest.mark.parametrize(("left", "en", "fr", "ar"), [
    (timedelta(days=52), "7 weeks left", "il reste 7 semaines", "7 أسابيع"), (timedelta(days=15), "2 weeks left", "il reste 2 semaines", "أسبوعان"),
    (timedelta(days=12), "12 days left", "il reste 12 jours", "12 يومًا"), (timedelta(hours=2), "2 hours left", "il reste 2 heures", "ساعتان"),
    (timedelta(minutes=1), "1 minute left", "il reste 1 minute", "دقيقة واحدة"),
    (timedelta(seconds=1), "less than a minute", "moins d’une minute", "أقل من دقيقة")])
def test_the_deadline_is_said_with_its_zone_and_what_is_left(look: coursecards.Look, key_ring: KeyRing, left: timedelta, en: str, fr: str, ar: str) -> None:
    """"Closes 15 January 2027, 23:59 Geneva time — 3 weeks left", in each language."""
    deadline = datetime(2027, 1, 15, 23, 59, 59, tzinfo=ZoneInfo("Europe/Zurich")).astimezone(UTC)
    course = a_course(deadline=deadline, zone="Europe/Zurich")
    said = {"en": ("Closes 15 January 2027, 23:59 Geneva time", en), "fr": ("Clôture le 15 janvier 2027 à 23:59 (heure de Genève)", fr),
            "ar": ("15 كانون الثاني/يناير 2027، الساعة 23:59 بتوقيت جنيف", ar)}
    for language, wanted in said.items():
        page = coursecards.card(course, replace(look, language=language, now=deadline - left), "0000")
        text = taken(page, Renderer(look.words, key_ring))[0]
        assert all(words in text for words in wanted), text


def test_a_place_has_the_comma_of_its_language(look: coursecards.Look, key_ring: KeyRing) -> None:
    """In Arabic "،", as everywhere in its texts."""
    for language, comma in {"en": ",", "fr": ",", "ar": "،"}.items():
        text = taken(coursecards.card(a_course(), replace(look, language=language), "0000"), Renderer(look.words, key_ring))[0]
        assert "Dakar" in text
        assert comma in next(line for line in text.splitlines() if "Dakar" in line)


def pages(course: Course, look: coursecards.Look) -> list[Reply]:
    """Every page that shows a course."""
    return [coursecards.card(course, look, "0000"), *(coursecards.section(course, letter, look, "9543") for letter in (*coursecards.SECTIONS, "?")),
            coursecards.shared(course, f"https://t.me/{'b' * 32}?start=c_{course.id}", look)]


@every_language
def test_telegram_takes_every_page(look: coursecards.Look, key_ring: KeyRing, language: str) -> None:
    """P13: the longest course there can be, and the demo ones, in each state, with and without dates; lists, filters, what one is told of."""
    here, renderer = replace(look, language=language), Renderer(look.words, key_ring)
    longest = a_course("x" * 24, texts=dict.fromkeys(LANGUAGES, LONG), city="c" * 80, partners=("p" * 199, "q" * 199), regions=CHOICES["region"],
                       languages=CHOICES["language"][:5], audiences=CHOICES["audience"])
    every = [longest, replace(longest, starts_on=None, ends_on=None, deadline=None, seats=None, partners=(), country="", city=""),
             replace(longest, texts={"fr": LONG}), *(one.course for one in read("x.yaml", demo.demo(look.now.date()).encode()).courses)]
    for course in (replace(one, state=state) for one in every for state in (State.OPEN, State.CLOSED, State.DECIDED)):
        for page in pages(course, here):
            assert len(taken(page, renderer)) == 1
    most = Wanted("online", "geneva", "zh", "trainers")
    lists = [coursecards.listing(Page((longest,) * PAGE, 1, 3 * PAGE), most, here), coursecards.listing(Page((), 0, 0), most, here),
             coursecards.listing(Page((), 0, 0), Wanted(), here), telling._offer(most, here, quiet=True),
             *(coursecards.values(facet, most, back, here) for facet in CHOICES for back in "lt")]
    rows = tuple((telling._one(Subscription("0" * 36, most), here),) for _ in range(MOST))
    assert all(len(taken(page, renderer)) == 1 for page in (*lists, Reply(language, lists[0].parts, rows)))


@every_language
def test_the_city_is_never_in_what_is_shared_or_closed(look: coursecards.Look, key_ring: KeyRing, language: str) -> None:
    """T4: only on the card of an open course, even when a page is given a city that it should not show."""
    here, renderer = replace(look, language=language), Renderer(look.words, key_ring)
    shown = {state: [("Dakar" in "".join(taken(page, renderer))) for page in pages(a_course(state=state), here)] for state in State}
    assert shown.pop(State.OPEN) == [True, False, False, False, False, True, False]
    assert not any(any(every) for every in shown.values())
    late = replace(here, now=datetime(2027, 1, 16, tzinfo=UTC))
    assert "2027" not in "".join(taken(Reply(language, (coursecards.closing(a_course(), late),)), renderer))
