"""Courses through the running bot, in three languages: the list, a card, filters, links of newcomers, sharing, being told, old buttons."""

import asyncio
import re
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.courses import demo
from bot.i18n import Words
from bot.playground import Phone, StandIn
from tests.conftest import ROOT
from tests.process import BotProcess

Known = Callable[..., Awaitable[Phone]]
TITLES = {"en": "Demo: five days on the African Commission", "fr": "Démo : cinq jours sur la Commission africaine",
          "ar": "تجربة: خمسة أيام عن اللجنة الأفريقية"}


async def command(bot: BotProcess, *words: str) -> tuple[int, str]:
    """Run `python -m bot courses ...` beside the running bot; return its exit code and what it prints."""
    run = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "courses", *words, cwd=ROOT, env=bot.environment,
                                               stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
    out, _ = await run.communicate()
    return run.returncode or 0, out.decode()


@pytest.fixture(scope="session")
async def published(bot: BotProcess, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo courses, and a draft, imported as staff do it while the bot runs."""
    file = Path(tmp_path_factory.mktemp("courses")) / "demo.yaml"
    text = demo.demo(datetime.now(UTC).date())
    file.write_text(text + text[text.index("- id: demo-geneva"):].replace("demo-geneva", "demo-draft").replace("state: open", "state: draft"))
    code, said = await command(bot, "import", str(file))
    assert code == 0, said
    return file


def labels(phone: Phone) -> list[str]:
    """Return the newest message's buttons without direction marks."""
    return [label.strip("\u200f") for label in phone.last.labels]


async def tap(phone: Phone, label: str) -> str:
    """Press the button that says `label`; return the text that it brings."""
    await phone.press(next(one for one in phone.last.labels if label in one))
    return (await phone.edit()).text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_from_the_menu_to_a_course_and_its_sections(person: Known, published: Path, words: Words, language: str) -> None:
    """List, card, sections and back, in the person's language; a draft is nowhere."""
    def word(key: str) -> str:
        return words.text(language, key)

    phone = await person(language)
    await phone.asks("/menu")
    listed = await tap(phone, word("button-courses"))
    assert TITLES[language] in listed.replace("\u2068", "").replace("\u2069", "")
    assert len([label for label in labels(phone) if TITLES[language][:5] in label]) == 3  # other tests publish courses of their own
    card = await tap(phone, TITLES[language])
    assert "Dakar" in card
    assert {"en": "Senegal", "fr": "Sénégal", "ar": "السنغال"}[language] in card
    assert {"en": "Dakar time", "fr": "heure de Dakar", "ar": "بتوقيت داكار"}[language] in card
    assert {"en": "weeks left", "fr": "semaines", "ar": "أسابيع"}[language] in card
    assert word("button-course-interest") in labels(phone)
    for part in ("learn", "who", "costs", "selection"):
        assert word(f"course-section-{part}").strip("*") in await tap(phone, word(f"button-course-{part}"))
    assert "Dakar" in await tap(phone, word("button-course-summary"))
    assert TITLES[language] in (await tap(phone, word("button-course-back"))).replace("\u2068", "").replace("\u2069", "")


async def test_the_list_is_narrowed_by_taps(person: Known, published: Path) -> None:
    """Region, kind, language, audience; the way back from a course keeps what was chosen."""
    phone = await person("en")
    await phone.asks("/courses")
    await tap(phone, "Any region")
    assert "Demo: two weeks" in await tap(phone, "Geneva")
    await tap(phone, "Demo: two weeks")
    text = await tap(phone, "‹ Courses")
    assert "Demo: two weeks" in text
    assert "Demo: five days" not in text
    await tap(phone, "Any kind")
    assert "No course like this" in await tap(phone, "Workshop")
    await tap(phone, "🌍 Geneva")
    assert "Demo: five days" in await tap(phone, "Any region")


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("mark", ["", "_partner7"])
async def test_a_newcomer_follows_a_link(newcomer: Callable[..., Phone], published: Path, words: Words, language: str, mark: str) -> None:
    """Language, safety notice, then the course; known from then on, the link opens it at once."""
    phone = newcomer(language)
    asked = await phone.asks(f"/start c_demo-west-africa{mark}")
    assert "Dakar" not in asked.text
    await tap(phone, {"en": "English", "fr": "Français", "ar": "العربية"}[language])
    assert "Dakar" in await tap(phone, words.text(language, "button-understood"))
    assert "Dakar" in (await phone.asks(f"/start c_demo-west-africa{mark}")).text
    assert "Dakar" not in (await phone.asks("/start")).text


@pytest.mark.parametrize("payload", ["c_demo-draft", "c_no-such", "c_", "x" * 64, "x" * 65, "c_demo-west-africa__", "C_DEMO", "c_demo-west-africa extra",
                                     "i_0123456789", "../../etc", "c_demo-west-africa_" + "m" * 17, "دليل", "a'; DROP TABLE courses"])
async def test_another_payload_is_a_normal_start(person: Known, newcomer: Callable[..., Phone], published: Path, payload: str) -> None:
    """25-27: a draft, an unknown course, too long, other letters: the same words as without."""
    phone, stranger = await person("en"), newcomer("en")
    assert (await phone.asks(f"/start {payload}")).text == (await phone.asks("/start")).text
    assert (await stranger.asks(f"/start {payload}")).text == (await stranger.asks("/start")).text


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_course_is_shared_as_text_and_as_picture(person: Known, telegram: StandIn, published: Path, words: Words, language: str) -> None:
    """The link in the text works, whatever surrounds it; the picture is a PNG; neither names the city; no preview is fetched."""
    phone = await person(language)
    await phone.asks("/start c_demo-west-africa")
    await phone.press(next(one for one in phone.last.labels if words.text(language, "button-course-share") in one))
    text, picture = await phone.replies(2)
    assert [link for link in text.links if link.endswith("?start=c_demo-west-africa") and link.startswith("https://t.me/")]
    assert not re.search("Dakar|داكار|left|متبقي", text.text + picture.text)
    assert "UTC" in text.text
    assert telegram.state.files.get(picture.raw["photo"][-1]["file_id"]).content.startswith(b"\x89PNG")
    assert telegram.calls("sendMessage")[-1].parameters["link_preview_options"]["is_disabled"] is True


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_being_told_and_stopping(person: Known, telegram: StandIn, published: Path, bot: BotProcess, words: Words, language: str) -> None:
    """Nothing is kept before Yes; then it is listed, twice is once, and stops with one tap; the table holds coarse values only."""
    def word(key: str) -> str:
        return words.text(language, key)

    phone = await person(language)
    before = wishes(bot)
    await phone.asks("/courses")
    assert word("button-course-tell-yes") in await tap(phone, word("button-course-tell"))
    await tap(phone, word("course-any-region"))
    await tap(phone, word("course-region-mena"))
    assert wishes(bot) == before
    yes = next(button.data for button in phone.last.buttons if word("button-course-tell-yes") in button.label)
    for _ in range(2):
        await phone.press_raw(phone.last, yes or "")
    assert word("course-tell-kept").split("**")[1] in (await phone.edit()).text
    await telegram.acknowledged()
    assert len(wishes(bot)) == len(before) + 1
    assert ("mena", "", "") in wishes(bot)
    await phone.asks("/courses")
    await tap(phone, word("button-course-told"))
    assert word("course-told-nothing").split("**")[1] in await tap(phone, word("course-region-mena"))
    assert wishes(bot) == before


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_announcements_are_switched_where_one_is_told_of_courses(person: Known, published: Path, words: Words, language: str) -> None:
    """Off and on again; a new wish switches them on, and says so before."""
    def word(key: str) -> str:
        return words.text(language, key, {"name": words.text(language, "button-course-tell-yes")})

    def start(key: str) -> str:
        return word(key).split("**")[1]

    phone = await person(language)
    await phone.asks("/courses")
    assert start("announcements-are-on") in await tap(phone, word("button-course-told"))
    assert start("announcements-are-off") in await tap(phone, word("button-announcements-off"))
    assert start("announcements-are-on") in await tap(phone, word("button-announcements-on"))
    await tap(phone, word("button-announcements-off"))
    await phone.asks("/courses")
    assert start("announcements-are-off") in await tap(phone, word("button-course-told"))
    await phone.asks("/courses")
    assert word("course-tell-quiet") in (await tap(phone, word("button-course-tell"))).replace("\u2068", "").replace("\u2069", "")
    kept = await tap(phone, word("button-course-tell-yes"))
    assert start("course-tell-kept") in kept
    assert start("announcements-are-on") in kept
    await phone.asks("/courses")
    assert word("course-tell-quiet") not in await tap(phone, word("button-course-tell"))


async def test_all_wishes_stop_with_one_tap_and_blocking_forgets_them(person: Known, published: Path, bot: BotProcess, telegram: StandIn) -> None:
    """P8: what was wished before a block does not come back with the person."""
    phone = await person("en")
    before = wishes(bot)

    async def wish(region: str) -> None:
        await phone.asks("/courses")
        await tap(phone, "Tell me when")
        await tap(phone, "Any region")
        await tap(phone, region)
        await tap(phone, "Yes, tell me")

    for region in ("Geneva", "Online"):
        await wish(region)
    assert len(wishes(bot)) == len(before) + 2
    assert "You have not asked" in await tap(phone, "Stop all")
    await wish("Geneva")
    await phone.block()
    await phone.unblock()
    await telegram.acknowledged()
    assert wishes(bot) == before


async def test_a_newcomer_chooses_a_language_before_being_told(newcomer: Callable[..., Phone], published: Path, bot: BotProcess) -> None:
    """Nothing is kept of somebody who has no row."""
    phone, before = newcomer("en"), wishes(bot)
    await phone.asks("/courses")
    assert "Which language" in await tap(phone, "Tell me when")
    assert wishes(bot) == before


async def test_buttons_of_a_course_that_went_lead_to_the_others(person: Known, published: Path, bot: BotProcess) -> None:
    """A card from before the archive: the list, with a word about it; its link is a normal start."""
    phone = await person("en")
    assert (await command(bot, "state", "demo-draft", "open"))[0] == 0
    card = await phone.asks("/start c_demo-draft")
    assert "Genève" in card.text
    assert (await command(bot, "state", "demo-draft", "closed"))[0] == 0
    closed = await tap(phone, "Costs")
    assert "Genève" not in closed
    assert "Genève" not in await tap(phone, "Overview")
    assert "Express" not in " ".join(labels(phone))
    assert (await command(bot, "state", "demo-draft", "archived"))[0] == 0
    gone = await tap(phone, "Costs")
    assert "no longer here" in gone
    assert "Demo: five days" in gone
    assert "Welcome back" in (await phone.asks("/start c_demo-draft")).text


async def test_the_command_line(bot: BotProcess, published: Path, tmp_path: Path) -> None:
    """A trial writes nothing, mistakes have line and advice, a link asks Telegram for the bot's name."""
    assert (await command(bot, "import", str(published), "--dry-run"))[1].count("unchanged") >= 3
    bad = tmp_path / "bad.yaml"
    bad.write_text(published.read_text().replace("kind: workshop", "kind: workshp"))
    code, said = await command(bot, "import", str(bad))
    assert (code, "demo-west-africa, kind:" in said, "Nothing was written" in said, "Traceback" in said) == (2, True, True, False)
    code, said = await command(bot, "link", "demo-geneva", "--partner", "who7", "--qr", str(tmp_path / "qr.png"))
    assert code == 0, said
    assert said.strip().splitlines()[-1].endswith("?start=c_demo-geneva_who7")
    assert (tmp_path / "qr.png").read_bytes().startswith(b"\x89PNG")
    for words in (("link", "no-such"), ("link", "demo-geneva", "--partner", "Who"), ("state", "no-such", "open"), ("import", str(tmp_path / "none.csv")),
                  ("link", "demo-geneva", "--qr", str(tmp_path / "no" / "qr.png"))):
        code, said = await command(bot, *words)
        assert code == 2, words
        assert "Traceback" not in said
    assert "demo-geneva" in (await command(bot, "list"))[1]
    assert (await command(bot, "example"))[1].startswith("# Courses for Dalil")


def wishes(bot: BotProcess) -> list[tuple[str, str, str]]:
    """Return what stands in the table of wishes, but for ids."""
    with closing(sqlite3.connect(bot.folder / "data" / "dalil.sqlite3")) as database:
        return sorted(database.execute("SELECT region, kind, language FROM subscriptions").fetchall())
