"""Letters: good defaults in three languages, checked, previewed, frozen once somebody has them, read only by their person."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from bot.courses.letters import LONGEST, Outcome, Verdict
from bot.courses.models import COURSES
from bot.i18n import LANGUAGES
from bot.telegram.markup import typed
from bot.telegram.render import LIMIT, plain, units
from tests.courses.selecting import DRISS, World


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", list(Outcome))
async def test_the_defaults_are_ready_to_be_sent(world: World, outcome: Outcome, language: str) -> None:
    """Each is accepted as it is, names the course, says whom to ask, and is one message of Telegram."""
    text = world.letters.default(outcome, language)
    assert (await world.letters.write("demo", outcome, language, text)).verdict is Verdict.SAVED

    letter = await world.letters.preview("demo", outcome, language)

    assert letter is not None
    html = typed(letter.text, language)
    assert "Demo course (made up)" in html
    assert "ishr.ch" in html
    assert "{" not in html
    assert units(plain(html)) < LIMIT / 2


@pytest.mark.parametrize(("text", "verdict", "variable"), [
    ("", Verdict.EMPTY, ""), (" \n\x00\u202e ", Verdict.EMPTY, ""), ("x" * (LONGEST + 1), Verdict.TOO_LONG, ""), ("😀" * 1501, Verdict.TOO_LONG, ""),
    ("x" * 10**6, Verdict.TOO_LONG, ""), ("Dear {name}", Verdict.UNKNOWN_VARIABLE, "name"), ("{course.id}", Verdict.UNKNOWN_VARIABLE, "{"),
    ("{}", Verdict.UNKNOWN_VARIABLE, ""), ("a } b", Verdict.UNKNOWN_VARIABLE, "}"), ("{{course}}", Verdict.UNKNOWN_VARIABLE, "{")])
async def test_a_letter_that_would_go_wrong_is_not_kept(world: World, text: str, verdict: Verdict, variable: str) -> None:
    """Empty, too long for one message, or with a variable that does not exist: said, and nothing is kept."""
    written = await world.letters.write("demo", Outcome.WAITING, "en", text)

    assert (written.verdict, written.variable) == (verdict, variable)
    assert await world.letters.of("demo") == {}


async def test_letters_are_kept_by_outcome_and_language(world: World) -> None:
    """A later text replaces an earlier one; characters that nobody can see are left out; other languages and courses are refused."""
    await world.letters.write("demo", Outcome.WAITING, "en", "First.")
    await world.letters.write("demo", Outcome.WAITING, "en", "Second\u202e {course}\x00, until { deadline }.")

    assert await world.letters.of("demo") == {(Outcome.WAITING, "en"): "Second {course}, until { deadline }."}
    assert (await world.letters.write("demo", Outcome.WAITING, "xx", "x")).verdict is Verdict.LANGUAGE
    assert (await world.letters.write("none", Outcome.WAITING, "en", "x")).verdict is Verdict.GONE
    assert await world.letters.preview("demo", Outcome.ACCEPTED, "en") is None
    assert await world.letters.preview("none", Outcome.WAITING, "en", "x") is None


async def test_values_are_shown_as_they_are(world: World) -> None:
    """21, 22: a title with markup in it is text; dates and the deadline are in words, the deadline by the course's own clock."""
    title = '**Bold** [x](javascript:alert) <b>1. _a_ {course} & "q"'
    texts = json.dumps({"en": {"title": title, "summary": "", "learn": "", "who": "", "costs": "", "selection": ""}})
    async with world.database.transaction() as connection:
        await connection.execute(update(COURSES).values(
            texts=texts, starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 5), deadline=datetime(2026, 11, 23, 22, 30, tzinfo=UTC)))

    letter = await world.letters.preview("demo", Outcome.WAITING, "en", "{course}\n\n{dates}, by {deadline}")

    assert letter is not None
    first, second = plain(typed(letter.text, "en")).split("\n\n")
    assert first == title
    assert second == "from 1 February 2027 to 5 February 2027, by 24 November 2026"  # 01:30 in Nairobi


async def test_a_person_reads_their_own_letter_after_the_release(world: World) -> None:
    """In the language they applied in; nobody else's; and from then on that letter does not change, while others may."""
    mine, other = await world.interest(language="fr"), await world.interest(language="en")
    await world.write_letters()
    await world.letters.write("demo", Outcome.ACCEPTED, "fr", "Bienvenue à {course}.")
    await world.reviewed(mine, other)
    await world.decisions.decide(mine, Outcome.ACCEPTED, DRISS)
    await world.decisions.decide(other, Outcome.DECLINED, DRISS)
    person = await world.person(mine)
    assert await world.letters.letter_for(person, "demo") is None

    await world.decisions.release("demo")

    letter = await world.letters.letter_for(person, "demo")
    assert letter is not None
    assert (letter.outcome, letter.language, plain(typed(letter.text, "fr"))) == (Outcome.ACCEPTED, "fr", "Bienvenue à Demo course (made up).")
    assert (await world.letters.write("demo", Outcome.ACCEPTED, "fr", "Autre.")).verdict is Verdict.SENT
    assert (await world.letters.write("demo", Outcome.WAITING, "fr", "Autre.")).verdict is Verdict.SAVED
    assert await world.letters.letter_for(person, "other") is None
    assert await world.letters.letter_for("nobody", "demo") is None


async def test_the_defaults_promise_nothing_and_name_no_place(world: World) -> None:
    """They hold no address of a venue and no sum of money; "not this time" says when the data goes."""
    texts = [world.letters.default(outcome, language) for outcome in Outcome for language in LANGUAGES]

    assert not any(sign in text for text in texts for sign in ("{city}", "€", "$", "USD", "CHF"))
    assert all("90" in world.letters.default(Outcome.DECLINED, language) for language in LANGUAGES)
