"""P13: Telegram takes every question, note and review of the form, in three languages; every word of it is used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.courses.catalogue import Course, CourseText, Kind, State
from bot.courses.drafts import Draft
from bot.courses.form import Form, Note, Said, asked
from bot.courses.interests import Interest, Outcome, Sending
from bot.courses.steps import CHOICES, QUESTIONS, REVIEW
from bot.i18n import LANGUAGES, Words
from bot.keys import KeyRing
from bot.knowledge.countries import REGIONS
from bot.knowledge.shelf import Shelf
from bot.replies import Heading, Lines, Part, Reply, Say
from bot.telegram.render import Renderer, plain
from handlers import mine, questions
from tests.conftest import ROOT
from tests.contracts.telegram_takes import taken
from tests.contracts.test_locales import messages
from tests.courses.sample import TEXT
from tests.courses.test_form import filled

PARTNER = "Demo <b>Network</b> & *Friends*"
SAMPLE = Course("demo", State.OPEN, Kind.WORKSHOP, (), (), (), None, None, "", "", None, None, None, "UTC", (), PARTNER, {"en": CourseText(**TEXT)})
SENT = Interest("00000000-0000-4000-8000-000000000000", "demo", "K7M2-Q9RX", "received", 1, date(2026, 11, 24))


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The knowledge base, for its countries."""
    shelf = Shelf(ROOT / "knowledge")
    shelf.reload()
    return shelf


def drafts() -> Iterator[Draft]:
    """Every question, alone and after each note; contacts of each way; the review with the longest answers and with skipped ones."""
    at = datetime(2026, 11, 24, tzinfo=UTC)
    sample = filled(partner=PARTNER)
    for step in (*QUESTIONS, REVIEW):
        for note in Note:
            said = Said(note, 1812, (("SN", "africa-west"), ("SL", "africa-west")), danger=note is Note.TOO_LONG)
            yield Draft("demo", Form(step, sample.answers, PARTNER, "x" if note is Note.OTHERS else ""), said, at)
    for way in CHOICES["reach"][1:]:
        yield Draft("demo", Form("contact", {"reach": way}, PARTNER), Said(), at)
    for values in zip(*(CHOICES[step] * 7 for step in ("reach", "organisation", "experience")), strict=False):
        answers = {**sample.answers, **dict(zip(("reach", "organisation", "experience"), values, strict=True))}
        yield Draft("demo", Form(REVIEW, {**answers, "contact": (values[0], "x"), "languages": CHOICES["languages"]}, PARTNER), Said(), at)
    long = dict.fromkeys(("name", "work", "plans", "use", "access"), "ﷺ<*_[" * 300)
    yield Draft("demo", Form(REVIEW, {**sample.answers, **long, "country": ("", "mena"), "share": ("yes", PARTNER)}, PARTNER), Said(), at)
    yield Draft("demo", Form(REVIEW, {**sample.answers, "country": "", "access": ""}, PARTNER), Said(), at)


def said_in(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the keys of all messages among `parts`."""
    for part in parts:
        if isinstance(part, Lines):
            yield from said_in(part.parts)
        elif isinstance(part, Say):
            yield part.key
        else:
            assert isinstance(part, Heading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_taken_and_every_word_is_used(shelf: Shelf, words: Words, key_ring: KeyRing, language: str) -> None:
    """All fit one message with a keyboard; no dead words in interest.ftl, and no missing ones."""
    assert shelf.library is not None
    renderer, countries = Renderer(words, key_ring), shelf.library.pathfinder.countries
    replies: list[Reply] = [questions.consent(SAMPLE, language)]
    every = list(drafts())
    replies += [questions.question(draft, countries, language) for draft in every]
    replies += [questions.countries_of(countries.of_region(region, language), region, page, language) for region in REGIONS for page in (0, 1)]
    replies += [mine.receipt(Sending(outcome, SENT), language) for outcome in (Outcome.SENT, Outcome.CHANGED)]
    for reply in replies:
        assert len(taken(reply, renderer)) == 1
    used = {key for reply in replies for key in said_in(reply.parts)}
    used |= {button.label.key for reply in replies for row in reply.rows for button in row if isinstance(button.label, Say)}
    code = "".join((ROOT / "handlers" / name).read_text(encoding="utf-8") for name in ("interest.py", "mine.py", "questions.py", "start.py"))
    states = {f"interest-state-{state}" for state in ("received", "reading", "accepted", "waiting", "declined")}
    refusals = {f"interest-refused-{outcome.value}" for outcome in (Outcome.CLOSED, Outcome.TOO_MANY)}
    written = {key for key in messages(language) if f'"{key}"' in code}
    ours = {key for key in messages(language) if key.startswith(("interest-", "button-interest-"))}
    assert ours - used - states - refusals - written == set()


def test_the_review_does_not_put_a_contact_back_into_the_chat(shelf: Shelf, words: Words, key_ring: KeyRing) -> None:
    """It was taken off the chat when it was given."""
    assert shelf.library is not None
    draft = Draft("demo", filled(), Said(), datetime(2026, 11, 24, tzinfo=UTC))
    shown = Renderer(words, key_ring).render(questions.question(draft, shelf.library.pathfinder.countries, "en"), 1)
    assert "demo@example.org" not in " ".join(shown.texts)
    assert "We document arrests." in plain(shown.texts[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_consent_is_short_and_says_no_first(words: Words, language: str) -> None:
    """What, who reads it, how long, how to withdraw, an alias, another way; the first button is no."""
    assert len(words.text(language, "interest-consent")) <= 750
    reply = questions.consent(SAMPLE, language)
    assert reply.rows[0][0].action == "i:no"
    assert {"interest-consent", "interest-consent-partner"} <= set(said_in(reply.parts))
    assert "interest-consent-partner" not in set(said_in(questions.consent(replace(SAMPLE, share_with=""), language).parts))


def test_progress_counts_what_is_asked() -> None:
    """3 of 12 with a contact and a partner, of 10 without."""
    assert len(asked(filled())) == 12
