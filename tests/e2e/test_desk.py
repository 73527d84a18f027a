"""Writing an announcement: what the desk shows, the time as it is typed, a draft that is not lost by one tap, the words of the report."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, update

from bot.broadcasts.content import Content, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES
from bot.i18n import moment
from bot.playground import samples
from handlers.desk import read_time
from tests.e2e.test_released import TEXT, Room, room  # noqa: F401  # a fixture

EVENING = datetime(2027, 1, 15, 18, 0, tzinfo=UTC)
NOT_A_TIME = ("2027-01-15 08:00 PM", "2027-01-15 18:00 UTC", "2027-01-15 18:00:30", "2027-01-15", "15-01-2027 18:00", "2027-13-15 18:00", "2027-01-15 24:00")


@pytest.mark.parametrize("text", ["2027-01-15 18:00", " 2027-01-15  18:00 ", "٢٠٢٧-٠١-١٥ ١٨:٠٠", "\u200f۲۰۲۷-۰۱-۱۵ ۱۸:۰۰\u200f"])
def test_a_time_is_read_in_the_digits_of_any_keyboard(text: str) -> None:
    """Arabic and Persian digits, marks of direction that nobody sees."""
    assert read_time(text, datetime.now(UTC)) == EVENING


@pytest.mark.parametrize("text", NOT_A_TIME)
def test_what_says_more_than_a_time_is_not_taken_for_one(text: str) -> None:
    """Eight in the evening must not become eight in the morning."""
    assert read_time(text, datetime.now(UTC)) is None


def test_a_moment_has_the_comma_of_its_language() -> None:
    """In Arabic, an Arabic one."""
    assert moment(EVENING, "ar") == "15 كانون الثاني/يناير 2027، 18:00"
    assert moment(EVENING, "fr") == "15 janvier 2027, 18:00"


async def test_a_time_with_more_behind_it_is_refused_in_the_chat(room: Room) -> None:  # noqa: F811
    """And the draft keeps none."""
    draft = await room.services.broadcasts.begin(room.ids["author"], Content({"en": TEXT}))
    await room.taps("author", f"V:h:{draft.id}")
    author = room.phones["author"]
    for text, answer in (("2027-01-15 08:00 PM", "I did not understand that time."), ("٢٠٢٧-٠١-١٥ ١٨:٠٠", "When: 15 January 2027, 18:00 (UTC).")):
        await author.says(text)
        await room.telegram.acknowledged(10)
        assert answer in author.last.text
    assert (await room.get(draft)).content.send_at == EVENING


async def test_discarding_asks_first(room: Room) -> None:  # noqa: F811
    """Three languages of text do not go by one tap below "Ask for the release"."""
    draft = await room.services.broadcasts.begin(room.ids["author"], Content({"en": TEXT, "fr": "Une formation.", "ar": "دورة"}))
    await room.taps("author", f"V:e:{draft.id}")
    asked = await room.presses("author", "Discard")
    assert "with all its texts?" in asked.text
    assert TEXT in asked.text
    assert (await room.get(draft)).content.texts == draft.content.texts
    assert "Discarded." in (await room.presses("author", "Yes, discard it")).text
    assert await room.services.broadcasts.get(draft.id) is None


async def test_the_desk_shows_all_that_belongs_to_it(room: Room) -> None:  # noqa: F811
    """Photo or file with its risk, buttons, and what others get whose language is missing; a caption is not dropped without a word."""
    draft = await room.services.broadcasts.begin(room.ids["author"], Content({"en": TEXT}, "en", ("open",)))
    desk = await room.taps("author", f"V:e:{draft.id}")
    assert "People whose language is missing get it in English." in desk.text
    assert "Button below it: See the course" in desk.text
    author = room.phones["author"]
    for sample, line in ((samples.photo(), "With a photo: a locked phone shows it."), (samples.document(), "inside may stand who made it, and where")):
        await room.taps("author", f"V:m:{draft.id}")
        await author.sends({**sample, "caption": "words"})
        await room.telegram.acknowledged(10)
        assert "The words below it were not taken." in author.last.text
        assert line in author.last.text


async def test_the_report_says_why_in_words_and_how_many_were_not_sent(room: Room) -> None:  # noqa: F811
    """No class of an error; the uncertain are no failures."""
    draft = await room.services.broadcasts.begin(room.ids["author"], Content({"en": TEXT}))
    rows = [("failed", "BadRequest"), ("failed", "KeyError"), ("uncertain", "Unclear"), ("pending", ""), ("pending", "")]
    async with room.bot.database.transaction() as connection:
        await connection.execute(update(BROADCASTS).where(BROADCASTS.c.id == draft.id).values(state=str(State.STOPPED), planned_at=room.now()))
        await connection.execute(insert(DELIVERIES), [{
            "broadcast_id": draft.id, "person_id": None, "language": "en", "state": state, "reason": reason, "segment": ""} for state, reason in rows])
    text = (await room.taps("author", f"V:l:{draft.id}")).text
    assert "Failed, because Telegram refused it: 1" in text
    assert "Failed, because Dalil made a mistake (tell the operator): 1" in text
    assert "Stopped before it was sent: 2" in text
    assert "BadRequest" not in text
    assert "Unclear" not in text
