"""The chat page, in a real Chromium."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.playground import Phone, StandIn
from tests.playground.conftest import Wire
from tests.playground.test_account import PNG

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--no-first-run"]
KEYS = {"inline_keyboard": [[{"text": "One", "callback_data": "1"}, {"text": "Site", "url": "https://example.org/"}]]}
WIDE, NARROW = (1280, 800), (360, 740)


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium; without it these tests are skipped, but in CI they fail."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def phones(telegram: StandIn) -> dict[str, Phone]:
    """An Arabic, a French and an English speaker; the English one has not started."""
    return {"ar": telegram.person("Demo Amina", "ar"), "fr": telegram.person("Demo Blaise", "fr"),
            "en": telegram.person("Demo Casey", "en", started=False)}


@asynccontextmanager
async def opened(browser: Browser, telegram: StandIn, size: tuple[int, int] = WIDE, **options: Any) -> AsyncIterator[Page]:
    """Open the page for a while; an error in its script or against its policy fails the test."""
    context = await browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    await page.goto(telegram.url)
    await expect(page.locator(".phone").first).to_be_attached()
    yield page
    await context.close()
    assert problems == []


def chat(page: Page, phone: Phone) -> Locator:
    """Return a person's chat on the page."""
    return page.locator(f'.phone[data-chat="{phone.id}"]')


async def test_a_conversation(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """START, a text, the answer with its formatting, an edit and a deletion all show at once."""
    async with opened(browser, telegram) as page:
        casey = chat(page, phones["en"])
        await casey.get_by_role("button", name="START").click()
        await expect(casey.locator(".mine .text")).to_have_text("/start")
        text = "<b>bold</b> <i>it</i> <code>c</code> <a href='https://example.org'>link</a> <tg-spoiler>hid</tg-spoiler><blockquote>q</blockquote>"
        sent = await wire.result("sendMessage", chat_id=phones["en"].id, text=text, parse_mode="HTML", reply_markup=KEYS)
        answer = casey.locator(".theirs")
        for selector, content in (("strong", "bold"), ("em", "it"), ("code", "c"), ("blockquote", "q")):
            await expect(answer.locator(f".text {selector}")).to_have_text(content)
        await expect(answer.locator(".text a")).to_have_attribute("href", "https://example.org/")
        await expect(answer.locator(".text a")).to_have_attribute("rel", "noopener noreferrer")
        await answer.get_by_role("button", name="Hidden text").click()
        await expect(answer.locator(".spoiler")).to_have_count(0)
        await wire.result("editMessageText", chat_id=phones["en"].id, message_id=sent["message_id"], text="changed")
        await expect(answer.locator(".text")).to_have_text("changed")
        await expect(answer.locator(".foot")).to_contain_text("edited")
        await wire.result("deleteMessage", chat_id=phones["en"].id, message_id=sent["message_id"])
        await expect(answer).to_have_count(0)


async def test_pressing_a_button(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """A pressed button spins until the bot answers; the answer shows as a notice or an alert."""
    async with opened(browser, telegram) as page:
        blaise = chat(page, phones["fr"])
        await wire.result("sendMessage", chat_id=phones["fr"].id, text="a", reply_markup=KEYS)
        key = blaise.get_by_role("button", name="One")
        for number, alert in enumerate((False, True)):
            await key.click()
            await expect(key).to_have_attribute("aria-busy", "true")
            updates = await wire.result("getUpdates", timeout=5, offset=telegram.update_ids[-1] if number else 0)
            query = updates[-1]["callback_query"]
            await wire.result("answerCallbackQuery", callback_query_id=query["id"], text=f"noted {number}", show_alert=alert)
            await expect(key).not_to_have_attribute("aria-busy", "true")
            shown = blaise.get_by_role("dialog") if alert else blaise.locator(".toast")
            await expect(shown).to_contain_text(f"noted {number}")
        await page.keyboard.press("Enter")
        await expect(blaise.get_by_role("dialog")).to_have_count(0)


async def test_nothing_of_a_message_is_run(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """Markup in texts, names and buttons stays text."""
    evil = "<img src=x onerror=alert(1)>"
    telegram.person(evil, "en")
    async with opened(browser, telegram) as page:
        await phones["fr"].says(evil)
        await wire.result("sendMessage", chat_id=phones["fr"].id, text=evil, reply_markup={"inline_keyboard": [[{"text": evil, "callback_data": "x"}]]})
        await expect(chat(page, phones["fr"]).locator(".theirs .text")).to_have_text(evil)
        await expect(page.locator("img")).to_have_count(0)


async def test_right_to_left(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """The Arabic chat is mirrored and speaks Arabic; each message goes by its own words."""
    async with opened(browser, telegram) as page:
        amina = chat(page, phones["ar"])
        for text in ("مرحبا بكم", "Hello"):
            await wire.result("sendMessage", chat_id=phones["ar"].id, text=text)
        await expect(amina).to_have_attribute("dir", "rtl")
        await expect(amina.get_by_role("textbox", name="رسالة")).to_be_visible()
        messages = amina.locator(".theirs .text")
        await expect(messages).to_have_count(2)
        directions = await messages.evaluate_all("nodes => nodes.map((node) => getComputedStyle(node).direction)")
        assert directions == ["rtl", "ltr"]
        boxes = await amina.locator(".theirs").evaluate_all("nodes => nodes.map((node) => node.getBoundingClientRect().right)")
        log = await amina.locator(".log").bounding_box()
        assert log is not None
        assert all(log["x"] + log["width"] - right < 30 for right in boxes)


async def test_phone_width(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """At 360 px one chat shows at a time, nothing is cut off, targets are large and news are counted."""
    async with opened(browser, telegram, NARROW) as page:
        await expect(page.locator(".phone:visible")).to_have_count(1)
        await wire.result("sendMessage", chat_id=phones["fr"].id, text="w" * 300, reply_markup=KEYS)
        tab = page.get_by_role("navigation").get_by_role("button", name="Demo Blaise")
        await expect(tab).to_contain_text("1")
        await tab.click()
        await expect(tab).to_have_attribute("aria-current", "true")
        await expect(chat(page, phones["fr"])).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth") == NARROW[0]
        small = await page.evaluate("""[...document.querySelectorAll('button, a.key, textarea')].filter((node) => node.checkVisibility())
            .filter((node) => !node.closest('nav')).map((node) => node.getBoundingClientRect())
            .filter((box) => box.height < 44 || box.right > 360.5).length""")
        assert small == 0


async def test_keyboard_alone(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """Start, write, open the menu and press a button without a mouse; focus is always seen."""
    await wire.result("setMyCommands", commands=[{"command": "help", "description": "Help"}, {"command": "stop", "description": "Stop"}])
    async with opened(browser, telegram) as page:
        casey = chat(page, phones["en"])
        await casey.get_by_role("button", name="START").focus()
        await page.keyboard.press("Enter")
        await expect(casey.get_by_role("textbox", name="Message")).to_be_focused()
        await page.keyboard.type("hello")
        await page.keyboard.press("Enter")
        await expect(casey.locator(".mine .text").last).to_have_text("hello")
        await casey.get_by_role("button", name="Commands").focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("ArrowDown")
        assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        await page.keyboard.press("Enter")
        await expect(casey.locator(".mine .text").last).to_have_text("/stop")
        await wire.result("sendMessage", chat_id=phones["en"].id, text="press", reply_markup=KEYS)
        await casey.get_by_role("button", name="One").focus()
        await page.keyboard.press("Enter")
        await wire.result("editMessageText", chat_id=phones["en"].id, message_id=phones["en"].last.id, text="pressed", reply_markup=KEYS)
        await expect(casey.get_by_role("button", name="One")).to_be_focused()


async def test_files_and_typing(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """A person attaches a picture and a document; the bot's typing shows."""
    async with opened(browser, telegram) as page:
        blaise = chat(page, phones["fr"])
        for name, kind in (("p.png", "image/png"), ("lettre.pdf", "application/pdf")):
            await blaise.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": PNG})
        await expect(blaise.locator(".mine img.photo")).to_have_count(1)
        await expect(blaise.locator(".mine .document .name")).to_have_text("lettre.pdf")
        assert ["photo" in message.raw for message in phones["fr"].messages] == [True, False]
        await wire.result("sendChatAction", chat_id=phones["fr"].id, action="typing")
        await expect(blaise.locator(".state")).to_have_text("écrit…")
        await wire.result("sendDocument", chat_id=phones["fr"].id, document=phones["fr"].last.raw["document"]["file_id"], caption="retour")
        await expect(blaise.locator(".theirs .document")).to_have_attribute("download", "lettre.pdf")


async def test_block_clear_and_more_people(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """A person blocks, unblocks and clears; another is added; what the bot may not do it is told."""
    async with opened(browser, telegram) as page:
        blaise = chat(page, phones["fr"])
        await phones["fr"].says("bonjour")
        await blaise.get_by_role("button", name="Plus").click()
        await blaise.get_by_role("button", name="Bloquer le bot").click()
        await expect(blaise.get_by_role("button", name="Débloquer le bot", exact=True)).to_be_focused()
        assert (await wire.refusal("sendMessage", chat_id=phones["fr"].id, text="a"))[0] == 403
        await page.keyboard.press("Enter")
        await expect(blaise.get_by_role("textbox")).to_be_visible()
        await blaise.get_by_role("button", name="Plus").click()
        await blaise.get_by_role("button", name="Vider la discussion").click()
        await expect(blaise.locator(".message")).to_have_count(0)
        await expect(blaise.get_by_role("button", name="DÉMARRER")).to_be_visible()
        await page.get_by_role("button", name="Add a person").click()
        await page.get_by_label("Name").fill("Demo Zoe")
        await page.get_by_role("button", name="Add", exact=True).click()
        await expect(page.get_by_role("heading", name="Phone of Demo Zoe")).to_be_visible()


@pytest.mark.parametrize(("locale", "words", "direction"), [
    ("en-GB", "This is not Telegram", "ltr"), ("fr-FR", "Ce n’est pas Telegram", "ltr"), ("ar-EG", "هذا ليس تيليغرام", "rtl"),
])
async def test_banner(browser: Browser, telegram: StandIn, phones: dict[str, Phone], locale: str, words: str, direction: str) -> None:
    """The page says in the reader's language that it is not Telegram; an empty chat says it in its own."""
    async with opened(browser, telegram, locale=locale) as page:
        await expect(page.locator(".banner").first).to_contain_text(words)
        await expect(page.locator("html")).to_have_attribute("dir", direction)
        await expect(chat(page, phones["ar"]).locator(".welcome")).to_contain_text("هذا ليس تيليغرام")


async def test_screen_readers(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """Chats are named regions with a polite log; every control has a name; ids are unique."""
    async with opened(browser, telegram) as page:
        await wire.result("sendMessage", chat_id=phones["fr"].id, text="a", reply_markup=KEYS)
        region = page.get_by_role("region", name="Téléphone de Demo Blaise")
        await expect(region.get_by_role("log")).to_have_attribute("aria-live", "polite")
        await expect(region.get_by_role("article")).to_contain_text("a")
        unnamed = await page.evaluate("""[...document.querySelectorAll('button, a, textarea')].filter((node) => node.checkVisibility())
            .filter((node) => !node.textContent.trim() && !node.getAttribute('aria-label')).length""")
        assert unnamed == 0
        assert await page.evaluate("new Set([...document.querySelectorAll('[id]')].map((n) => n.id)).size === document.querySelectorAll('[id]').length")


async def test_a_command_in_arabic_begins_with_its_slash(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """As in Telegram: the slash stands left of the name, in a text from right to left and in the list of commands."""
    await wire.result("setMyCommands", commands=[{"command": "wipe", "description": "مسح المحادثة"}])
    async with opened(browser, telegram) as page:
        amina = chat(page, phones["ar"])
        await wire.result("sendMessage", chat_id=phones["ar"].id, text="• \u2068/urgent\u2069 — أحد في خطر الآن")
        await expect(amina.locator(".command")).to_have_text("/urgent")
        await amina.get_by_role("button", name="الأوامر").click()
        for place in (".command", ".commands .name"):
            slash, letter = await amina.locator(place).first.evaluate("""(node) => [0, 1].map((at) => {
                const range = document.createRange();
                range.setStart(node.firstChild, at);
                range.setEnd(node.firstChild, at + 1);
                return range.getBoundingClientRect().left;
            })""")
            assert slash < letter, place


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone], scheme: str) -> None:
    """Every colour pair of text is at least 4.5 to 1, in light and dark."""
    async with opened(browser, telegram, color_scheme=scheme) as page:
        colors = await page.evaluate("""Object.fromEntries(['page','card','wall','text','soft','strong','on-strong','mine','theirs','link','key','key-text',
            'note','on-note','warn'].map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()]))""")
        pairs = [("text", "card"), ("soft", "card"), ("soft", "page"), ("text", "mine"), ("text", "theirs"), ("soft", "theirs"), ("link", "theirs"),
                 ("link", "mine"), ("key-text", "key"), ("on-note", "note"), ("on-strong", "strong"), ("strong", "card"), ("warn", "card"), ("soft", "wall")]
        weak = [pair for pair in pairs if contrast(colors[pair[0]], colors[pair[1]]) < 4.5]
        assert weak == []


async def test_the_page_comes_back(browser: Browser, telegram: StandIn, wire: Wire, phones: dict[str, Phone]) -> None:
    """A reloaded page shows the chats as they are."""
    await phones["fr"].says("avant")
    async with opened(browser, telegram) as page:
        await expect(chat(page, phones["fr"]).locator(".text")).to_have_text(re.compile("avant"))
        await page.reload()
        await expect(chat(page, phones["fr"]).locator(".text")).to_have_text("avant")


def contrast(first: str, second: str) -> float:
    """Return the contrast of two #rrggbb colours (WCAG 2.2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of a #rrggbb colour."""
    channels = [int(color[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
