"""P11: a knowledge base with mistakes never reaches people, and staff are told which line, at the start and later."""

import asyncio
from pathlib import Path

from bot.playground import Phone, StandIn
from tests.knowledge import small
from tests.process import TOKEN, BotProcess

ADMIN = 700_000_000_001
QUESTION = "how do we send our UPR report"


async def told(admin: Phone, what: str) -> str:
    """Return the next message to the admin, within 5 seconds of now; it must say `what` and where."""
    message = (await admin.reply()).text
    assert what in message
    assert "entries/upr/upr-report/en.md:" in message
    return message


async def test_staff_are_told_of_mistakes_at_the_start_and_later(tmp_path: Path) -> None:
    """Broken at the start: unavailable, never a guess, and staff know the line; mended: answered; broken again: the last good one stays."""
    knowledge = small.write(tmp_path / "knowledge")
    entry = small.path(knowledge)
    small.replace(entry, "## How", "## Howw")
    async with StandIn(TOKEN) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url, DALIL_KNOWLEDGE_DIR=str(knowledge), DALIL_ADMIN_TELEGRAM_IDS=str(ADMIN))
        admin, phone = telegram.person("Demo", "en", id=ADMIN), telegram.person("Demo", "en")
        try:
            await bot.start(wait=False)
            first = await admin.reply(60)
            assert "no earlier version" in first.text
            assert "entries/upr/upr-report/en.md:" in first.text
            assert "being repaired" in (await phone.asks(QUESTION)).text
            small.replace(entry, "## Howw", "## Howww")
            await told(admin, "no earlier version")
            small.replace(entry, "## Howww", "## How")
            await bot.ready()
            await phone.says(QUESTION)
            assert "Report for the Universal Periodic Review" in (await phone.replies(2))[1].text
            small.replace(entry, "## How", "## Howw")
            await told(admin, "The last good version stays")
            assert "Report for the Universal Periodic Review" in (await phone.asks(QUESTION)).text
            await admin.stays_silent()
        finally:
            await bot.kill()


async def test_a_good_knowledge_base_tells_staff_nothing(tmp_path: Path) -> None:
    """Warnings (a review that is overdue) are for `knowledge check`, not for a message at each start."""
    knowledge = small.write(tmp_path / "knowledge")
    for name in small.CATEGORY:
        small.replace(small.path(knowledge, name, "entry.yaml"), "checked_on: 2026-11-01", "checked_on: 2026-06-01")
    async with StandIn(TOKEN) as telegram:
        bot = BotProcess(tmp_path, telegram.api_url, DALIL_KNOWLEDGE_DIR=str(knowledge), DALIL_ADMIN_TELEGRAM_IDS=str(ADMIN))
        admin = telegram.person("Demo", "en", id=ADMIN)
        try:
            await bot.start()
            await asyncio.sleep(0.5)
            await admin.stays_silent(0.5)
        finally:
            await bot.kill()
