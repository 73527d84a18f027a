"""Staff correct what they typed by editing the message: the edit counts, or is refused in words; and a text cut in pieces is refused as a whole."""

from bot.broadcasts.content import Broadcast, Content, State
from bot.courses.letters import Outcome
from bot.playground.view import Message
from bot.staff.roles import Role
from tests.e2e.test_released import TEXT, Room, room  # noqa: F401  # a fixture
from tests.e2e.test_selecting import COURSE, Desk, desk  # noqa: F401  # a fixture

LONG = "A demo sentence. " * 241  # 4,097 characters: as much as a phone puts into one message, and no more once the other lines are there


async def typed(room: Room, found: Broadcast, language: str, text: str) -> int:  # noqa: F811
    """Have the author tap a language and type its text; return the message's number."""
    await room.taps("author", f"V:t:{found.id}:{language}")
    return (await said(room, text)).id


async def said(room: Room, text: str, edits: int = 0) -> Message:  # noqa: F811
    """Have the author type, or edit; return what was sent, when the bot has answered."""
    phone = room.phones["author"]
    room.forget()
    sent = await (phone.edits(edits, text) if edits else phone.says(text))
    await room.telegram.acknowledged(10)
    return sent


async def texts(room: Room, found: Broadcast) -> dict[str, str]:  # noqa: F811
    """Return what the draft holds."""
    return dict((await room.get(found)).content.texts)


async def draft(room: Room) -> Broadcast:  # noqa: F811
    """Return a draft of the author's without a text."""
    return await room.services.broadcasts.begin(room.ids["author"], Content())


async def test_an_edited_text_is_the_new_text(room: Room) -> None:  # noqa: F811
    """A slip is mended where it was written, also while another language is being asked for, which stays asked for."""
    found, author = await draft(room), room.phones["author"]
    english = await typed(room, found, "en", "A text with a slpi.")
    await room.taps("author", f"V:t:{found.id}:fr")
    await said(room, "A text without a slip, call +000 77 123 45 67.", english)
    assert "Your change is taken." in author.last.text
    assert author.messages[-1].id != english
    await said(room, "Un texte.")
    assert await texts(room, found) == {"en": "A text without a slip, call +000 77 123 45 67.", "fr": "Un texte."}
    await said(room, "Again.", english)
    assert (await texts(room, found))["en"] == "Again."
    assert any(one.id == english for one in author.messages)  # it is no question that is taken off the chat


async def test_an_edit_of_an_older_message_or_of_another_one_changes_nothing(room: Room) -> None:  # noqa: F811
    """The later message counts; what was never taken is not taken now."""
    found = await draft(room)
    first = await typed(room, found, "en", "The first.")
    await typed(room, found, "en", "The second.")
    await said(room, "The first, mended.", first)
    assert "Not taken. You wrote this text anew" in room.phones["author"].last.text
    question = (await said(room, "what is the upr")).id
    await room.taps("author", f"V:t:{found.id}:fr")
    await said(room, "what is the upr?", question)
    assert "an edited message changes nothing here" in room.phones["author"].last.text
    assert await texts(room, found) == {"en": "The second."}


async def test_an_edit_voids_a_release_and_is_refused_once_it_is_sent(room: Room) -> None:  # noqa: F811
    """What was mended must not go out as it was; what has gone out stays."""
    found = await draft(room)
    number = await typed(room, found, "en", TEXT)
    await room.services.releases.ask(found.id, room.ids["author"])
    await room.taps("approver", f"V:r:{found.id}")
    await room.presses("approver", "Release exactly this")
    await said(room, "Mended.", number)
    assert (await room.get(found)).state is State.DRAFT
    assert "you released was changed" in (await room.phones["approver"].reply()).text
    await room.put(found, State.PAUSED)
    await said(room, "Mended once more.", number)
    assert "can't be changed any more" in room.phones["author"].last.text
    assert await texts(room, found) == {"en": "Mended."}
    await room.put(found, State.DRAFT)
    await room.taps("author", f"V:x:{found.id}:yes")
    await said(room, "Too late.", number)
    assert "not there any more" in room.phones["author"].last.text


async def test_the_rest_of_a_long_text_is_not_the_text(room: Room) -> None:  # noqa: F811
    """A phone cuts at 4,096: nothing of it is taken before a new tap; the piece that was too long can also be cut short."""
    found = await draft(room)
    number = await typed(room, found, "en", LONG)
    assert "nothing of it was taken" in room.phones["author"].last.text
    await said(room, "...and here it ends.")
    assert "may be the rest" in room.phones["author"].last.text
    assert await texts(room, found) == {}
    await said(room, "Short.", number)
    assert await texts(room, found) == {"en": "Short."}
    await typed(room, found, "fr", LONG)
    await room.presses("author", "✎ Français")
    await said(room, "Court.")
    assert await texts(room, found) == {"en": "Short.", "fr": "Court."}


async def test_letters_follow_an_edit_too(desk: Desk) -> None:  # noqa: F811
    """A name is edited out: it is gone from the letter; the rest of a long one is no letter."""
    writer = await desk.member(Role.EDITOR)
    letters = desk.bot.application.bot_data.letters
    await desk.forge(writer, f"J:t:a:en:{COURSE}")
    sent = await writer.says("Dear Demo Ali, welcome to {course}.")
    await desk.telegram.acknowledged(10)
    await writer.edits(sent, "Welcome to {course}.")
    await desk.telegram.acknowledged(10)
    assert (await letters.of(COURSE))[Outcome.ACCEPTED, "en"] == "Welcome to {course}."
    await desk.forge(writer, f"J:t:a:fr:{COURSE}")
    for text, answer in ((LONG, "nothing of it was taken"), ("et voici la fin", "may be the rest")):
        await writer.says(text)
        await desk.telegram.acknowledged(10)
        assert answer in writer.last.text
    assert (Outcome.ACCEPTED, "fr") not in await letters.of(COURSE)


async def test_a_reason_of_a_review_is_not_changed_by_an_edit_and_is_no_question(desk: Desk) -> None:  # noqa: F811
    """A filed review is not replaced: whoever edits their message reads that it changes nothing, and the guide is not asked."""
    await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    assert "Filed." in (await desk.review(reviewer)).text
    typed = next(one for one in reversed(reviewer.messages) if not one.from_bot and not one.text.startswith("/"))
    await reviewer.edits(typed, "Another reason.")
    await desk.telegram.acknowledged(10)
    assert "an edited message changes nothing here" in reviewer.last.text
