"""Lists of announcements: every one can be reached, and its label is in the reader's language, without marks."""

import pytest
from sqlalchemy import update

from bot.broadcasts.content import Content, State
from bot.broadcasts.models import BROADCASTS
from bot.playground import Phone
from bot.staff.roles import Role
from tests.e2e.test_members import Team, team

__all__ = ["team"]  # a fixture
MANY = 17


async def pages(team: Team, phone: Phone, button: str, word: str) -> list[str]:
    """Open a list, and return the labels of what stands in it, page by page, forth to the end and back to the beginning."""
    await team.opened(phone, button)
    found, first = list[str](), phone.last.labels
    while True:
        found += [label for label in phone.last.labels if word in label]
        if "More ›" not in phone.last.labels:
            break
        phone.forget()
        await phone.press("More ›")
        await phone.shown()
    while "‹ Previous" in phone.last.labels:
        phone.forget()
        await phone.press("‹ Previous")
        await phone.shown()
    assert phone.last.labels == first
    return found


async def test_the_ninth_draft_and_the_ninth_that_waits_can_be_reached(team: Team) -> None:
    """Page by page; what is being sent takes no place among what waits."""
    editor, approver = await team.member(Role.EDITOR), await team.member(Role.APPROVER)
    author, broadcasts = await team.number(editor), team.services.broadcasts
    made = [(await broadcasts.begin(author, Content({"en": f"Number {one:02}"}))).id for one in range(MANY)]

    drafts = await pages(team, editor, "My announcements", "Draft: Number")
    assert sorted(drafts) == [f"Draft: Number {one:02}" for one in range(MANY)]
    sending = [(await broadcasts.begin(author, Content({"en": "Sent now"}))).id for _ in range(MANY)]
    async with team.bot.database.transaction() as connection:
        for state, some in ((State.WAITING, made), (State.PAUSED, sending)):
            await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id.in_(some)).values(state=str(state)))
    waiting = await pages(team, approver, "Waiting for release", "Waiting: Number")
    assert sorted(waiting) == [f"Waiting: Number {one:02}" for one in range(MANY)]
    assert len(await pages(team, approver, "Being sent", "Paused: Sent now")) == MANY
    assert "Waiting for a second person" in await team.taps(approver, "V:wait:99")  # a page that is empty by now


@pytest.mark.parametrize(("texts", "fallback", "label"), [
    ({"ar": "إعلان", "en": "A *new* **course** & [more](https://example.org)\n\n- one", "fr": "Une"}, "fr", "Draft: A new course & more • one"),
    ({"ar": "إعلان", "fr": "Une formation\nouvre"}, "fr", "Draft: Une formation ouvre"),
    ({"ar": "إعلان", "fr": "Une formation"}, "", "Draft: Une formation"),
    ({}, "", "Draft: …"),
])
async def test_labels_are_in_the_readers_language_where_there_is_one(team: Team, texts: dict[str, str], fallback: str, label: str) -> None:
    """Then in the one that people get whose language is missing, then in any; no mark of Markdown is shown."""
    editor = await team.member(Role.EDITOR)
    await team.services.broadcasts.begin(await team.number(editor), Content(texts, fallback))
    await team.opened(editor, "My announcements")
    assert editor.last.labels[0] == label
