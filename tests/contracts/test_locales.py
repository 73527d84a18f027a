"""The words: every message in three languages, with the same variables, used by the code, within Telegram's limits."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.broadcasts.content import Kind, State
from bot.broadcasts.release import Outcome
from bot.courses.catalogue import State as CourseState
from bot.i18n import LANGUAGES, MONTHS, MessageMissing, Words, day, propose
from bot.knowledge.library import CATEGORIES
from bot.staff.roles import Role
from bot.telegram.markup import to_html
from bot.telegram.render import plain, units
from handlers.audience import LETTERS
from handlers.registration import COMMANDS
from tests.conftest import ROOT

LOCALES = ROOT / "locales"
VALUES = {"date": "يوم", "language": "لغة", "letter": "حرف", "text": "نص", "name": "اسم", "seen": "x", "year": "2025", "dated": 1, "country": "تونس",
          "count": 3, "title": "دورة", "joined": "x", "active": "x", "state": "draft", "numbers": "48", "draft": "7",
          "interest": "90", "gone": 3, "idle": "12", "backup": "7", "follow": "60",
          "start": "يوم", "end": "يوم", "time": "23:59", "zone": "x", "number": 3, "place": "مكان", "region": "x", "kind": "نوع",
          "course": "دورة", "dates": "x", "deadline": "x", "first": "x", "last": "x",
          "total": "12", "length": "1812", "most": "1500", "code": "K7M2-Q9RX",
          "skipped": 3, "chosen": "yes", "rule": "language", "values": "x", "other": "fr", "over": 3, "now": 3, "sent": 3, "failed": 3, "rate": 1.5,
          "minutes": 3, "reasons": "x", "roles": "أدوار", "role": "دور", "link": "x", "entries": 3, "entry": 3, "head": "x",
          "points": "4", "seats": "20", "saved": "yes", "days": "30", "work": "4.5", "plans": "4.0", "use": "3.5", "accepted": "1", "waiting": "2",
          "declined": "3", "publisher": "OHCHR", "tongue": "fr", "outcome": "accepted"}


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """Note one."""
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Return each message's variables; fails on anything the parser could not read."""
    found: dict[str, set[str]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                visitor = Variables()
                visitor.visit(entry)
                found[entry.id.name] = visitor.found
    return found


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_each_language_has_every_message_with_the_same_variables(language: str) -> None:
    """Nobody meets a half-translated bot."""
    assert messages(language) == messages("en")


def test_each_language_has_the_same_files() -> None:
    """One file a topic, the same in each language."""
    assert len({tuple(sorted(file.name for file in (LOCALES / language).glob("*.ftl"))) for language in LANGUAGES}) == 1


def test_every_message_is_used_and_every_used_one_exists() -> None:
    """No dead words, no missing ones: keys stand literally in the code, or are built from a list checked here."""
    code = "".join(path.read_text(encoding="utf-8") for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py"))
    spoken = set(re.findall(r"notice\(\"([a-z-]+)\"\)", code)) | {key for key in messages("en") if key.startswith("alert-")} | {"knowledge-broken"}
    built = spoken | {f"topic-{category}" for category in CATEGORIES} | {f"command-{command}" for command in COMMANDS} | _staffs()
    prefixes = ("section-", "button-", "smalltalk-", "path-", "interest-", "zone-", "course-closes-", "course-section-", "course-choose-", "course-any-",
                "course-region-", "course-kind-", "course-audience-", "course-language-",  # test_pathfinder and test_course_words hold these
                # test_select_words holds these
                "selecting-", "review-", "ranked-", "decide-", "letters-", "letter-", "export-", "accepted-", "stats-band-", "stats-language-",
                "announcement-why-")
    known = set(messages("en"))

    unused = {key for key in known - built if f'"{key}"' not in code and not key.startswith(prefixes)}
    used = set(re.findall(r'(?:Say|words|_page|menu)\((?:[\w.]+, )?"([a-z][a-z-]+)"', code))
    assert unused == set()
    assert used - known == set()
    assert built <= known


def _staffs() -> set[str]:
    """The messages for staff that are built from what an announcement can be."""
    return ({f"release-{outcome}" for outcome in Outcome} | {f"release-{outcome}-yours" for outcome in (Outcome.DRIFTED, Outcome.PAST)}
            | {f"moved-{state}-yours" for state in (State.STOPPED, State.PAUSED, State.SENDING)}
            | {f"desk-has-{name}" for name in ("open", "register", "photo", "document")}
            | {f"state-{state}" for state in State} | {f"role-{role}" for role in Role}
            | {f"role-name-{role}" for role in Role} | {f"course-named-{state}" for state in CourseState}
            | {f"announcement-why-{kind}" for kind in Kind if kind is not Kind.CORRECTION} | {f"desk-type-{language}" for language in LANGUAGES}
            | {f"course-state-{state}" for state in CourseState} | {f"button-course-to-{state}" for state in CourseState}
            | {f"who-{by}" for by in (*LETTERS.values(), "in", "out", "any-region", "any-kind")}
            | {f"dry-{reason}" for reason in ("language", "excluded", "gone", "unread", "quiet")})


def test_small_talk_and_sections_have_their_words() -> None:
    """What the matcher and the entries can name has a message."""
    from bot.knowledge.entry import Section
    from bot.knowledge.smalltalk import KINDS

    known = set(messages("en"))
    assert {f"smalltalk-{kind}" for kind in KINDS} <= known
    assert {f"section-{way}{section.value}" for way in ("", "without-") for section in Section if section is not Section.SUMMARY} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_fit_telegram(words: Words, language: str) -> None:
    """Descriptions, commands, buttons and texts stay within Telegram's limits; the safety notice is short."""
    assert len(words.text(language, "description")) <= 512
    assert len(words.text(language, "short-description")) <= 120
    assert len(plain(to_html(words.text(language, "safety-notice"), language))) <= 480
    for key in messages(language):
        text = words.text(language, key, VALUES)
        assert 0 < units(text) <= 3000
        if key.startswith("command-"):
            assert len(text) <= 256
        if key.startswith("button-"):
            assert len(text) <= 40


def test_arabic_is_arabic() -> None:
    """Each Arabic message has Arabic letters, and no bidi controls of its own: the renderer isolates."""
    for file in (LOCALES / "ar").glob("*.ftl"):
        text = file.read_text(encoding="utf-8")
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    words = Words(LOCALES, strict=True)
    assert all(re.search("[\u0621-\u064a]", words.text("ar", key, VALUES)) for key in messages("ar"))


def test_a_missing_message_raises_in_tests_and_falls_back_in_production(tmp_path: Path) -> None:
    """In production English stands in and the loss is counted."""
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
    (tmp_path / "en" / "a.ftl").write_text("hello = Hello { $who }\n")
    with pytest.raises(MessageMissing):
        Words(tmp_path, strict=True).text("fr", "hello", {"who": "x"})
    words = Words(tmp_path)
    assert words.text("fr", "hello", {"who": "x"}) == "Hello x"
    assert words.missing["fr/hello"] == 1


@pytest.mark.parametrize(("code", "language"), [
    ("fr", "fr"), ("fr-CA", "fr"), ("ar", "ar"), ("AR_EG", "ar"), ("xx", "en"), (None, "en"), ("", "en"), ("f" * 1024, "en"), ("sw", "en")])
def test_a_language_is_proposed_from_the_app(code: str | None, language: str) -> None:
    """57: unknown, missing or absurd codes mean English."""
    assert propose(code) == language


def test_months_are_those_of_babel() -> None:
    """They are written out, so that no running bot needs to load Babel for them."""
    from babel.dates import get_month_names

    names = {locale: tuple(get_month_names("wide", "format", locale=locale).values()) for locale in ("en", "fr", "ar", "ar_LB")}
    both = tuple(map("/".join, zip(names["ar_LB"], names["ar"], strict=True)))  # as the UN writes them
    assert {"en": names["en"], "fr": names["fr"], "ar": both} == MONTHS


def test_dates_are_in_words() -> None:
    """A date can be read in each language, with Western digits."""
    from datetime import date

    assert [day(date(2026, 11, 24), language) for language in LANGUAGES] == ["24 November 2026", "24 novembre 2026", "24 تشرين الثاني/نوفمبر 2026"]
