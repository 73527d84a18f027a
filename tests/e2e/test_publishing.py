"""Editors move courses in the chat; the admin learns the number of who was invited; what staff read is in words."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.courses.models import COURSES
from bot.db.engine import Database
from bot.playground import Phone
from bot.staff.models import AUDIT
from tests.courses.sample import offer
from tests.e2e.test_announcements import FIRST, Known, bot, known, open_menu, pressed, team, telegram
from tests.process import BotProcess

__all__ = ["bot", "known", "team", "telegram"]  # fixtures
COURSE = "demo-dakar"


@pytest.fixture(scope="module")
async def course(bot: BotProcess) -> str:
    """A course that is open."""
    from datetime import UTC, datetime

    database = Database(_url(bot))
    found = await offer(database, COURSE, datetime.now(UTC))
    await database.close()
    return found.text("en").title


def _url(bot: BotProcess) -> str:
    return f"sqlite:///{Path(bot.folder) / 'data' / 'dalil.sqlite3'}"


async def test_who_gets_it_is_said_in_words(team: dict[str, Phone], course: str) -> None:
    """Regions, kinds and courses by their names, not by their codes."""
    editor = team["editor"]
    await open_menu(editor)
    await pressed(editor, "New announcement", "Something else", "Who", "Region", "West Africa", "East Africa", "‹ Back", "Interested")
    said = await pressed(editor, course)
    assert "East Africa, West Africa" in said
    assert f"interested in: {course}" in said
    assert COURSE not in said


async def test_an_editor_closes_and_opens_a_course(team: dict[str, Phone], known: Known, bot: BotProcess, course: str) -> None:
    """Each move at once for people, opening asked once more, all in the audit trail; the link and its picture are sent."""
    editor, reader = team["editor"], await known(FIRST + 40)
    await open_menu(editor)
    await pressed(editor, "Courses")
    assert "State: open" in await pressed(editor, f"open: {course}")
    assert "State: closed" in await pressed(editor, "Close it")
    await reader.says("/courses")
    listing = await reader.reply()
    await reader.press(next(label for label in listing.labels if course in label))
    assert "takes no more people" in (await reader.edit()).text
    assert "Open this course?" in await pressed(editor, "Open it")
    assert "State: open" in await pressed(editor, "Yes, open it")
    editor.forget()
    await editor.press("Link and QR code")
    assert f"start=c_{COURSE}" in (await editor.reply()).text
    await editor.reply()
    assert "nobody sees it" in await pressed(editor, "Back to draft")

    database = Database(_url(bot))
    async with database.transaction() as connection:
        state = (await connection.execute(select(COURSES.c.state).where(COURSES.c.id == COURSE))).scalar_one()
        events = (await connection.execute(select(AUDIT.c.event).where(AUDIT.c.object == COURSE))).scalars().all()
    await database.close()
    assert state == "draft"
    assert list(events) == ["course-closed", "course-open", "course-draft"]


async def test_nobody_else_moves_courses(team: dict[str, Phone]) -> None:
    """An approver's menu has no such button."""
    assert "Courses'" not in (await open_menu(team["approver"])).replace("🎓 Courses", "")


async def test_the_admin_learns_the_number_of_who_was_invited(team: dict[str, Phone], known: Known) -> None:
    """So that numbers can be matched to people outside the bot."""
    admin = team["admin"]
    await open_menu(admin)
    link = (await _invited(admin)).split("start=")[1].split()[0]
    admin.forget()
    phone = await known(FIRST + 41)
    await phone.says("/start " + link)
    assert "Your roles: Responder." in (await phone.reply()).text
    told = (await admin.reply()).text
    number = told.split("the number ")[1].split(".")[0]
    await open_menu(admin)
    members = await pressed(admin, "Members")
    assert number in members
    assert "Responder" in members


async def _invited(admin: Phone) -> str:
    await pressed(admin, "Invite")
    return await pressed(admin, "Responder")
