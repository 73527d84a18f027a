"""Which mechanism can help me? By taps and by typing, in three languages; nothing of it is stored."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing

import pytest

from bot.i18n import Words
from bot.playground import Phone
from tests.process import BotProcess

Known = Callable[..., Awaitable[Phone]]


def labels(phone: Phone) -> list[str]:
    """Return the buttons of the newest message, without direction marks."""
    return [label.strip("\u200f") for label in phone.last.labels]


async def tap(phone: Phone, label: str) -> str:
    """Press a button (however its label is marked for direction) of the newest message; return the text that it brings."""
    shown = next(one for one in phone.last.labels if label in one)
    await phone.press(shown)
    return (await phone.edit()).text


@pytest.mark.parametrize(("language", "country"), [("en", "tunsia"), ("fr", "la Tunisie"), ("ar", "تونس")])
async def test_from_a_country_to_a_mechanism_and_its_entry(person: Known, words: Words, language: str, country: str) -> None:
    """Danger, country (typed), what happened, what is sought, the courts: then the mechanisms with reasons, one of them, and its entry."""
    def word(key: str) -> str:
        return words.text(language, key, {"text": "…"} if key in ("path-can", "path-risk") else None)

    phone = await person(language)
    assert word("button-path-danger-yes") in (await phone.asks("/pathfinder")).labels[0]
    await tap(phone, word("button-path-danger-no"))
    shown = await phone.asks(country)
    if word("button-what-torture") not in labels(phone):
        assert words.text(language, "path-did-you-mean-country")[:12] in shown.text
        await tap(phone, {"en": "Tunisia", "fr": "Tunisie", "ar": "تونس"}[language])
    await tap(phone, word("button-what-protest"))
    await tap(phone, word("button-seek-decision"))
    text = await tap(phone, word("button-courts-tried"))
    assert "2011" in text  # since then Tunisia accepts complaints to the Human Rights Committee
    assert "2025" in text  # in that year it withdrew its declaration about the African Court
    assert text.index("2011") < text.index(word("path-closed").strip("*"))
    await phone.press(phone.last.labels[0])
    detail = (await phone.edit()).text
    assert word("path-can").split("**")[1] in detail
    assert word("path-risk").split("**")[1] in detail
    await tap(phone, word("button-path-entry"))
    assert word("button-sources") in labels(phone)


async def test_danger_comes_first(person: Known, words: Words) -> None:
    """Yes to the first question brings urgent help, and a way on."""
    phone = await person("en")
    await phone.asks("/pathfinder")
    text = await tap(phone, "Yes, now")
    assert words.text("en", "urgent-title").split("**")[1] in text
    await tap(phone, "which mechanism can help")
    assert "West Africa" in labels(phone)


async def test_by_region_and_without_a_country(person: Known) -> None:
    """A region lists its countries, page by page; without a country only what works everywhere is certain."""
    phone = await person("en")
    await phone.asks("/pathfinder")
    await tap(phone, "No, go on")
    await tap(phone, "Asia and Pacific")
    first = labels(phone)
    await tap(phone, "More ›")
    assert first != labels(phone)
    await tap(phone, "Back")
    await tap(phone, "I prefer not to say")
    await tap(phone, "Something else")
    await tap(phone, "Protection, support")
    text = phone.last.text
    assert "No country" in text
    assert "Open in every country" in text


async def test_what_a_state_has_accepted(person: Known) -> None:
    """A country's facts, with when they were seen and where to look today."""
    phone = await person("en")
    await phone.asks("Ghana")
    text = await tap(phone, "What the State has accepted")
    assert "African Charter" in text
    assert "October 2025" in text
    assert any(button.url.startswith("https://") for button in phone.last.buttons if button.url)


async def test_a_misspelt_country_is_offered_and_old_buttons_start_again(person: Known) -> None:
    """A typo brings the country as a button; a button of other rules begins anew."""
    phone = await person("en")
    await phone.asks("Tanzanya")
    assert "Tanzania" in labels(phone)


@pytest.mark.parametrize(("language", "names"), [
    ("en", ("Hong Kong", "kosovo", "Taiwan", "Cook Islands", "Atlantis", "blabla")),
    ("fr", ("Polynésie française", "le Kosovo", "les îles Cook", "Mayotte", "Wakanda")),
    ("ar", ("هونغ كونغ", "تايوان", "دارفور", "جزر القمر الجديدة", "بلدي"))])
async def test_an_unknown_country_is_said_to_be_missing(person: Known, words: Words, language: str, names: tuple[str, ...]) -> None:
    """Where the country is asked for, no name leads to an entry: the list lacks it, and one can go on without."""
    phone = await person(language)
    await phone.asks("/pathfinder")
    await tap(phone, words.text(language, "button-path-danger-no"))
    for name in names:
        reply = await phone.asks(name)
        assert words.text(language, "path-elsewhere").split("**")[1] in reply.text
        assert words.text(language, "button-region-asia-pacific") in labels(phone)
    text = await tap(phone, words.text(language, "button-path-elsewhere"))

    assert words.text(language, "path-no-country-chosen") in text


@pytest.mark.parametrize(("language", "name"), [("en", "Hong Kong"), ("fr", "Nouvelle-Calédonie"), ("ar", "كوسوفو")])
async def test_a_place_that_is_in_no_list_is_not_judged(person: Known, words: Words, language: str, name: str) -> None:
    """Also where no country was asked for; nothing is said about what the place is."""
    reply = await (await person(language)).asks(name)

    assert reply.text.replace("\u200f", "") == words.text(language, "path-elsewhere").replace("**", "")


async def test_a_question_where_a_country_is_asked_for_is_answered(person: Known, words: Words) -> None:
    """Questions, danger and typing mistakes are understood as ever; once something else was chosen or asked, no country is expected."""
    phone = await person("en")
    await phone.asks("/pathfinder")
    await tap(phone, "No, go on")
    await phone.asks("Tunesiaa")
    assert "Tunisia" in labels(phone)
    assert words.text("en", "urgent-title").split("**")[1] in (await phone.asks("they are breaking my door")).text
    await phone.asks("/pathfinder")
    await tap(phone, "No, go on")
    assert "Last checked" in (await phone.asks("how do I complain to the African Commission?")).text
    await phone.asks("/pathfinder")
    await tap(phone, "No, go on")
    await phone.asks("/menu")
    assert words.text("en", "path-elsewhere").split("**")[1] not in (await phone.asks("observer status")).text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_a_state_that_nobody_checked_is_no_empty_page(person: Known, words: Words, language: str) -> None:
    """It says so, and where to look."""
    phone = await person(language)
    await phone.asks({"en": "Palestine", "fr": "la Palestine", "ar": "فلسطين"}[language])
    text = await tap(phone, words.text(language, "button-path-facts"))

    assert words.text(language, "path-facts-none").replace("**", "") in text
    assert any(button.url.startswith("https://") for button in phone.last.buttons if button.url)


async def test_nothing_of_the_path_is_in_the_log_or_database(person: Known, bot: BotProcess) -> None:
    """Neither country nor answers are written anywhere."""
    def stored() -> list[int]:
        with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
            rows = "\n".join(database.iterdump())
        return [rows.count(canary) for canary in ("Burkina", "torture", "BF:")]

    phone = await person("en")
    before = stored()  # ids of entries that others opened are counted by day
    await phone.asks("Burkina Faso")
    await tap(phone, "Torture")
    await tap(phone, "Public attention")
    assert stored() == before
    log = bot.log.read_text()
    assert "Burkina" not in log
