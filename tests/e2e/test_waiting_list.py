"""After the release: contacts of the accepted one by one, a place that becomes free, and who is accepted from the waiting list."""

import json
import uuid

from sqlalchemy import insert

from bot.courses.letters import Outcome
from bot.courses.models import INTERESTS
from bot.playground import Phone
from bot.staff.roles import Role
from tests.courses.selecting import ANSWERS
from tests.e2e.test_selecting import COURSE, Desk, desk  # noqa: F401  # a fixture


async def applied(desk: Desk, phone: Phone, *, reviewed: bool = True) -> str:  # noqa: F811  # the fixture
    """Let a person have sent an expression of interest, as the form keeps it."""
    row, person = str(uuid.uuid4()), await desk.bot.application.bot_data.people.look_up(phone.id)
    answers = {**ANSWERS, "region": "africa-west", "country": "", "reach": "email", "share": "yes"}
    async with desk.bot.database.transaction() as connection:
        await connection.execute(insert(INTERESTS).values(
            id=row, person_id=person.id, course_id=COURSE, code=row[:9], state="received", language=person.language, region="africa",
            answers=desk.bot.keys.seal(json.dumps(answers), "interests", "answers", row), version=1, sent_on=desk.world.clock().date(), decided_on=None))
    if reviewed:
        await desk.world.reviewed(row)
    return row


async def told(phone: Phone, words: str) -> str:
    """Return what was told with these words, among the messages that show how far letters are."""
    while words not in (text := (await phone.reply(10)).text):
        pass
    return text


async def released(desk: Desk, by: Phone, second: Phone) -> None:  # noqa: F811  # the fixture
    """Ask for the release of what is decided, and release it as another."""
    letters, shown = desk.bot.application.bot_data.letter_releases, (await desk.bot.application.bot_data.letter_releases.look(COURSE))[0].hash
    assert (await letters.ask(COURSE, await desk.staff_id(by), shown, leave_undecided=True)).step == "done"
    assert (await letters.release(COURSE, await desk.staff_id(second), shown)).step == "done"


async def test_a_place_that_becomes_free_goes_to_who_waits(desk: Desk) -> None:  # noqa: F811  # the fixture
    """Withdrawn after the release; approvers are told, without a name; one of the waiting list is accepted and reads it."""
    decider, second = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER, language="fr")
    leaves, waits = await desk.member(), await desk.member()
    await desk.world.write_letters(COURSE)
    for phone, outcome in ((leaves, Outcome.ACCEPTED), (waits, Outcome.WAITING)):
        await desk.world.decisions.decide(await applied(desk, phone), outcome, await desk.staff_id(decider))
    await released(desk, decider, second)
    desk.bot.application.bot_data.now.forward(minutes=11)
    for phone in (leaves, waits):
        assert desk.words.text("en", "button-interest-mine") in (await phone.reply(20)).labels
    for phone in (decider, second):
        phone.forget()

    await desk.press(leaves, desk.words.text("en", "button-interest-mine"))
    await desk.press(leaves, "Demo course (made up)")
    await desk.press(leaves, desk.words.text("en", "button-interest-withdraw"))
    await desk.press(leaves, desk.words.text("en", "button-interest-withdraw-yes"))
    assert "Amina" not in await told(decider, "A place became free in “Demo course (made up)”")
    await told(second, "Une place s’est libérée")

    assert "Waiting list: 1" in (await desk.tap(decider, "button-waiting-list")).text
    assert "Africa" in decider.last.text
    await desk.press(decider, "1. ⏳")
    assert "→ accepted" in (await desk.tap(decider, "button-decide-accepted")).text
    assert "Ready: one person is told." in (await desk.forge(decider, f"J:a:{COURSE}")).text
    await released(desk, decider, second)
    desk.bot.application.bot_data.now.forward(minutes=11)
    waits.forget()
    assert "There is a place for you" in (await waits.reply(20)).text


async def test_contacts_of_the_accepted_are_opened_one_by_one(desk: Desk) -> None:  # noqa: F811  # the fixture
    """By approvers only, after the release only; each opening in the audit trail; nothing raw."""
    decider, second, reviewer = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER), await desk.member(Role.REVIEWER)
    await desk.world.write_letters(COURSE)
    yes, no = await applied(desk, await desk.member()), await applied(desk, await desk.member())
    await desk.world.decisions.decide(yes, Outcome.ACCEPTED, await desk.staff_id(decider))
    await desk.course(decider)
    assert "Nobody is accepted" in (await desk.tap(decider, "button-accepted")).text
    assert "not there any more" in (await desk.forge(decider, f"J:i:{yes}")).text

    await desk.world.decisions.decide(no, Outcome.DECLINED, await desk.staff_id(decider))
    await released(desk, decider, second)
    await desk.course(decider)
    page = await desk.tap(decider, "button-accepted")
    assert "Accepted: 1. Seats: 2." in page.text
    assert "Amina" not in page.text
    shown = (await desk.press(decider, "1. · Africa · English")).text
    for words in ("Demo Amina", "demo.amina@example.org", "By e-mail", "West Africa", "French, English", "Reads English."):
        assert words in shown
    assert "partner-x" not in shown
    assert ("contact-read", yes) in [(event, what) for _, _, event, what in await desk.world.audit.recent()]
    assert "not there any more" in (await desk.forge(decider, f"J:i:{no}")).text
    for action in (f"J:m:{COURSE}", f"J:i:{yes}", f"J:w:{COURSE}"):
        assert (await desk.forge(reviewer, action)).text == desk.words.text("en", "unknown-command")


async def test_the_second_person_reads_how_many_get_which_letter(desk: Desk) -> None:  # noqa: F811  # the fixture
    """One who reads Arabic, one who reads French: two letters, each with its own count, and words in the approver's language."""
    decider, second = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER)
    rows = [await applied(desk, await desk.member(language=language)) for language in ("ar", "fr")]
    for row in rows:
        await desk.world.decisions.decide(row, Outcome.ACCEPTED, await desk.staff_id(decider))
    await desk.course(decider)
    assert "Letters are missing: Accepted · Arabic, Accepted · French." in (await desk.tap(decider, "button-letters-ask")).text
    await desk.world.write_letters(COURSE)
    await desk.course(decider)
    await desk.tap(decider, "button-letters-ask")
    await desk.tap(decider, "button-letters-ask-now")
    assert "letters of “Demo course (made up)”" in (await second.reply()).text
    second.forget()
    await second.press(desk.words.text("en", "button-letters-release"))
    french, arabic, last = await second.replies(3)
    assert french.text.startswith("Accepted · French: 1\n")
    assert arabic.text.startswith("Accepted · Arabic: 1\n")
    assert "2 people are told" in last.text


async def test_a_reviewer_reads_words_and_no_codes(desk: Desk) -> None:  # noqa: F811  # the fixture
    """Region and languages as the form says them, in the reviewer's language."""
    await applied(desk, await desk.member(language="ar"), reviewed=False)
    for language, region, languages, sent in (
            ("en", "West Africa", "French, English", "in Arabic"), ("fr", "Afrique de l’Ouest", "français, anglais", "en arabe")):
        reviewer = await desk.member(Role.REVIEWER, language=language)
        seen = (await desk.forge(reviewer, f"J:n:{COURSE}")).text
        assert sent in seen
        for words in (region, languages):
            assert words.lower() in seen.lower()
        assert "africa-west" not in seen
