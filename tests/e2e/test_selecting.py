"""Staff read, score, decide, release and export expressions of interest in the chat; nobody sees or does what is not theirs."""

import asyncio
import csv
import io
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.app import Bot
from bot.broadcasts.service import Broadcasts
from bot.courses.letters import Outcome
from bot.i18n import Words
from bot.people.models import DIALOGS, TALLIES
from bot.playground import Phone, StandIn
from bot.playground.faults import Fault
from bot.playground.view import Message
from bot.staff.roles import Role
from bot.telegram.callbacks import pack
from tests.courses.selecting import World
from tests.e2e.inside import Later, inside
from tests.process import TOKEN

COURSE = "demo-nairobi-2026-longer"  # 24 characters: as long as a course's short name can be
HIDDEN = ("Amina", "amina", "signal", "partner-x")


@dataclass
class Desk:
    """The running bot, with a course, and a way to make members of staff."""

    bot: Bot
    telegram: StandIn
    world: World
    words: Words

    async def member(self, *roles: Role, language: str = "en") -> Phone:
        """Make a person who has these roles."""
        phone = self.telegram.person("Demo", language)
        await phone.asks("/start")
        for key in ({"en": "English", "fr": "Français", "ar": "العربية"}[language], self.words.text(language, "button-understood")):
            await phone.press(key)
            await phone.edit()
        await self.telegram.acknowledged()
        if roles:
            services = self.bot.application.bot_data
            await services.staff.accept(await services.people.look_up(phone.id), await services.staff.invite(frozenset(roles), "operator"))
        phone.forget()
        return phone

    async def staff_id(self, phone: Phone) -> str:
        """Return the number of a member of staff."""
        services = self.bot.application.bot_data
        return str((await services.staff.member(await services.people.look_up(phone.id))).id)

    async def forge(self, phone: Phone, action: str) -> Message:
        """Press a button that this chat was never shown, as an old message may have it, and return what comes."""
        await self.says(phone, "/menu")
        phone.forget()
        await phone.press_raw(phone.last, pack(action, phone.id, self.bot.keys))
        return await phone.shown()

    async def tap(self, phone: Phone, key: str, **values: str) -> Message:
        """Press the newest button of this label and return what comes."""
        return await self.press(phone, self.words.text("en", key, values))

    async def press(self, phone: Phone, label: str) -> Message:
        """Press the newest button that says `label` and return what comes."""
        phone.forget()
        await phone.press(label)
        return await phone.shown()

    async def says(self, phone: Phone, text: str) -> Message:
        """Write a text and return what comes."""
        phone.forget()
        return await phone.asks(text)

    async def course(self, phone: Phone) -> Message:
        """Open the course's page."""
        await self.says(phone, "/selection")
        return await self.press(phone, "Demo course (made up)")

    async def review(self, phone: Phone, points: int = 4) -> Message:
        """Read the next one, score and file it; return the answer."""
        await self.course(phone)
        await self.tap(phone, "button-review-next")
        await self.tap(phone, "button-review-score")
        for name in ("work", "plans", "use"):
            await self.tap(phone, f"button-review-{name}")
            await self.press(phone, str(points))
            await self.says(phone, f"My reason for {name}.")
        return await self.tap(phone, "button-review-file")

    async def decided(self, phone: Phone, *outcomes: Outcome) -> list[str]:
        """Make expressions of interest, reviewed by others, and decided on by this member."""
        rows = [await self.world.interest(COURSE) for _ in outcomes]
        await self.world.reviewed(*rows)
        for row, outcome in zip(rows, outcomes, strict=True):
            await self.world.decisions.decide(row, outcome, await self.staff_id(phone))
        return rows


@pytest.fixture
async def desk(tmp_path: Path, words: Words) -> AsyncIterator[Desk]:
    """A running bot with a course whose deadline is past."""
    async with StandIn(token=TOKEN, retry_scale=0.01) as telegram, inside(tmp_path, telegram, Later(), chat_rate=60_000) as bot:
        world = World(bot.database, bot.keys, bot.application.bot_data.now, words)
        await world.course(COURSE)
        yield Desk(bot, telegram, world, words)


async def test_a_reviewer_reads_without_names_scores_and_files(desk: Desk) -> None:
    """One at a time; what is filed is what was tapped and typed; each step in the audit trail."""
    row = await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    page = await desk.course(reviewer)
    assert "Ranking and decisions" not in page.labels
    assert "not read yet: <5" in page.text
    seen = await desk.tap(reviewer, "button-review-next")
    assert "I am […], I document attacks on defenders." in seen.text
    assert "Burundi" in seen.text
    assert not any(word in seen.text for word in HIDDEN)
    assert (await desk.world.row(row)).state == "reading"

    filed = await desk.review(reviewer)
    assert "Filed." in filed.text
    own = await desk.tap(reviewer, "button-review-others")
    assert "My reason for plans." in own.text
    me = await desk.staff_id(reviewer)
    events = [(event, what) for _, actor, event, what in await desk.world.audit.recent() if actor == me]
    assert ("interest-read", row) in events
    assert ("reviewed", row) in events
    assert "Nothing is left" in (await desk.tap(reviewer, "button-review-next")).text


async def test_a_reviewer_does_not_read_anothers_review_before_filing(desk: Desk) -> None:
    """Not by a button that was kept, either; afterwards both."""
    row = await desk.world.interest(COURSE)
    first, second = await desk.member(Role.REVIEWER), await desk.member(Role.REVIEWER)
    await desk.review(first, 5)
    peeked = await desk.forge(second, f"J:o:{row}")
    assert "My reason" not in peeked.text
    for action in (f"J:k:{COURSE}", f"J:d:{row}", f"J:D:a:{row}", f"J:x:{COURSE}", f"J:X:{COURSE}", f"J:r:{COURSE}", f"J:l:{COURSE}"):
        assert "I do not know that command" in (await desk.forge(second, action)).text
    await desk.review(second, 2)
    assert (await desk.tap(second, "button-review-others")).text.count("My reason for work.") == 2


async def test_an_admin_and_everybody_else_get_the_answer_to_an_unknown_command(desk: Desk) -> None:
    """An admin manages accounts and reads nothing; a person without a role cannot even tell that there is something."""
    row = await desk.world.interest(COURSE)
    admin, anybody = await desk.member(Role.ADMIN), await desk.member()
    unknown = desk.words.text("en", "unknown-command")
    for phone in (admin, anybody):
        assert (await desk.says(phone, "/selection")).text == unknown
        for action in ("J", f"J:c:{COURSE}", f"J:n:{COURSE}", f"J:v:{row}", f"J:o:{row}", f"J:k:{COURSE}", f"J:a:{COURSE}", f"J:X:{COURSE}"):
            assert (await desk.forge(phone, action)).text == unknown
    assert (await desk.says(anybody, "/stats")).text == unknown
    admin.forget()
    await admin.says("/stats")
    assert "Counts of the last" in (await admin.replies(2, 15))[1].text
    assert [event for _, _, event, _ in await desk.world.audit.recent() if event == "interest-read"] == []


async def test_what_changed_meanwhile_is_shown_again_and_the_scores_stay(desk: Desk) -> None:
    """Then it can be filed; what is erased meanwhile is calmly gone."""
    for _ in range(2):
        await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    row, gone = [one.interest_id for one in await desk.world.selection.queue(COURSE, await desk.staff_id(reviewer))]
    await desk.course(reviewer)
    await desk.tap(reviewer, "button-review-next")
    await desk.tap(reviewer, "button-review-score")
    for name in ("work", "plans", "use"):
        await desk.tap(reviewer, f"button-review-{name}")
        await desk.press(reviewer, "3")
        await desk.says(reviewer, "Because.")
    await desk.world.change(row, work="Now I train others.")
    again = await desk.tap(reviewer, "button-review-file")
    assert "changed their answers" in again.text
    assert "Now I train others." in again.text
    await desk.tap(reviewer, "button-review-score")
    assert "Filed." in (await desk.tap(reviewer, "button-review-file")).text

    await desk.tap(reviewer, "button-review-next")
    await desk.world.erase(gone)
    assert "not there any more" in (await desk.forge(reviewer, f"J:v:{gone}")).text
    assert "not open any more" in (await desk.forge(reviewer, f"J:f:{gone}")).text


async def test_abstaining_needs_a_reason_and_is_the_last_one_sees_of_it(desk: Desk) -> None:
    """A reason that is too long is asked for again."""
    row = await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    await desk.course(reviewer)
    await desk.tap(reviewer, "button-review-next")
    await desk.tap(reviewer, "button-review-abstain")
    assert "601 characters" in (await desk.says(reviewer, "x" * 601)).text
    assert "abstention is filed" in (await desk.says(reviewer, "A colleague of mine.")).text
    assert "abstained" in (await desk.forge(reviewer, f"J:v:{row}")).text


async def test_a_command_or_another_button_leaves_what_was_asked_for(desk: Desk) -> None:
    """The next text is a question again, not a reason."""
    await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    for leave in ("command", "button"):
        await desk.course(reviewer)
        await desk.tap(reviewer, "button-review-next")
        await desk.tap(reviewer, "button-review-score")
        await desk.tap(reviewer, "button-review-work")
        await desk.press(reviewer, "3")
        if leave == "command":
            await desk.says(reviewer, "/menu")
        else:
            await desk.forge(reviewer, "t")
        assert "UPR" in (await desk.says(reviewer, "What is the UPR?")).text


async def test_what_is_scored_lies_sealed_and_goes_after_24_hours(desk: Desk) -> None:
    """However often the conversation is renewed."""
    await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    await desk.course(reviewer)
    await desk.tap(reviewer, "button-review-next")
    services = desk.bot.application.bot_data
    await desk.telegram.acknowledged()
    began = services.now()
    assert (await services.people.look_up(reviewer.id)).dialog.review["course"] == COURSE
    desk.bot.application.bot_data.now.forward(hours=23)
    await desk.says(reviewer, "What is the UPR?")
    await desk.telegram.acknowledged()
    async with desk.bot.database.transaction() as connection:
        row = (await connection.execute(select(DIALOGS).where(DIALOGS.c.lookup == desk.bot.keys.look_up(reviewer.id)))).one()
    assert COURSE not in row.state
    assert (row.expires_at - began).total_seconds() <= 24 * 3600


async def test_reading_unusually_many_is_told_to_the_admins(desk: Desk) -> None:
    """The 21st within an hour."""
    for _ in range(3):
        await desk.world.interest(COURSE)
    admin, reviewer = await desk.member(Role.ADMIN), await desk.member(Role.REVIEWER)
    await desk.course(reviewer)
    await desk.tap(reviewer, "button-review-next")
    for _ in range(19):
        await desk.tap(reviewer, "button-review-other")
    await admin.stays_silent()
    await desk.tap(reviewer, "button-review-other")
    told = (await admin.reply()).text
    assert "read 21 expressions of interest" in told
    assert (await desk.staff_id(reviewer))[:8] in told


async def test_deciding_shows_means_and_reasons_and_no_names(desk: Desk) -> None:
    """The ranking, one of it, three taps, and how many seats are taken."""
    for reviewer, points in ((await desk.member(Role.REVIEWER), 5), (await desk.member(Role.REVIEWER), 4)):
        if points == 5:
            row = await desk.world.interest(COURSE)
        await desk.review(reviewer, points)
    decider = await desk.member(Role.APPROVER)
    page = await desk.course(decider)
    assert "Read the next one" not in page.labels
    ranking = await desk.tap(decider, "button-ranking")
    assert "Work 4.5 · plans 4.5 · use 4.5" in ranking.text
    one = await desk.press(decider, "1.")
    assert one.text.count("My reason for use.") == 2
    assert "Accepted: 1, seats: 2" in (await desk.tap(decider, "button-decide-accepted")).text
    assert "→ accepted" in decider.last.text
    assert not any(word in text.text for word in HIDDEN for text in decider.messages)
    assert (await desk.world.row(row)).state == "reading"


async def test_letters_are_typed_refused_and_previewed(desk: Desk) -> None:
    """A variable that is none is named; the saved one is shown as it will be read."""
    writer = await desk.member(Role.EDITOR)
    await desk.course(writer)
    await desk.tap(writer, "button-letters")
    shown = await desk.tap(writer, "button-letter-accepted", saved="no", language="EN")
    assert "Nobody saved this letter yet" in shown.text
    typing = await desk.tap(writer, "button-letter-type")
    assert "{course}" in typing.text
    assert "“venue” cannot be filled in" in (await desk.says(writer, "Come to {venue}")).text
    saved = (await desk.says(writer, "Welcome to **{course}**.\nSee you *soon*.")).text
    assert "Saved." in saved
    assert "Welcome to Demo course (made up).\nSee you *soon*." in saved
    await desk.tap(writer, "button-letters")
    assert desk.words.text("en", "button-letter-accepted", {"saved": "yes", "language": "EN"}) in writer.last.labels


async def test_decisions_and_letters_need_a_second_person(desk: Desk) -> None:
    """Who asks is refused; the other reads every letter first; then all states at once."""
    decider, second = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER)
    accepted, declined = await desk.decided(decider, Outcome.ACCEPTED, Outcome.DECLINED)
    await desk.course(decider)
    assert "Letters are missing: Accepted · English, Not this time · English" in (await desk.tap(decider, "button-letters-ask")).text
    await desk.world.write_letters(COURSE)
    await desk.course(decider)
    assert "2 people are told" in (await desk.tap(decider, "button-letters-ask")).text
    assert "Asked." in (await desk.tap(decider, "button-letters-ask-now")).text
    assert "asks you to release" in (await second.reply()).text

    await desk.course(decider)
    decider.forget()
    await decider.press(desk.words.text("en", "button-letters-release"))
    await decider.replies(3)
    refused = await desk.tap(decider, "button-letters-release-now")
    assert "Somebody else must release this" in refused.text
    assert (await desk.world.row(accepted)).state == "received"

    second.forget()
    await second.press(desk.words.text("en", "button-letters-release"))
    letters = await second.replies(3)
    assert "There is a place for you" in letters[0].text
    assert "Released: 2 people" in (await desk.tap(second, "button-letters-release-now")).text
    assert [(await desk.world.row(row)).state for row in (accepted, declined)] == ["accepted", "declined"]
    made = await Broadcasts(desk.bot.database, desk.world.clock).under_way()
    assert {(one.author, one.released_by) for one in made} == {(await desk.staff_id(decider), await desk.staff_id(second))}
    again = await desk.forge(second, f"J:r:{COURSE}")
    assert "Nobody asks for a release" in again.text


async def test_a_course_is_exported_by_two_people_and_goes_to_the_one_who_asked(desk: Desk) -> None:
    """A neutral name and caption; no names before the release; the audit trail has the count."""
    await desk.world.interest(COURSE)
    one, other = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER)
    await desk.course(one)
    assert "A file can be found" in (await desk.tap(one, "button-export")).text
    waiting = await desk.tap(one, "button-export-ask")
    assert "Somebody else must confirm" in waiting.text
    assert desk.words.text("en", "button-export-confirm") not in waiting.labels
    assert "must confirm" in (await desk.forge(one, f"J:X:{COURSE}")).text

    assert (await desk.staff_id(one))[:8] in (await other.reply()).text
    await desk.tap(other, "button-export-look")
    one.forget()
    assert "Sent to the one who asked: 1 " in (await desk.tap(other, "button-export-confirm")).text
    file = await one.reply()
    document: dict[str, Any] = file.raw["document"]
    assert document["file_name"] == "list.csv"
    assert "interest" not in file.raw["caption"].lower()
    assert not any("document" in message.raw for message in other.messages)
    content = _content(desk, document)
    assert len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))) == 2
    assert b"Amina" not in content
    assert ("exported", f"{COURSE} 1") in [(event, what) for _, _, event, what in await desk.world.audit.recent()]


async def test_a_file_that_does_not_arrive_makes_nobody_look_gone(desk: Desk) -> None:
    """Who asked has blocked the bot: whoever confirms is told, and stays known."""
    await desk.world.interest(COURSE)
    one, other = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER)
    await desk.course(one)
    await desk.tap(one, "button-export")
    await desk.tap(one, "button-export-ask")
    await other.reply()
    desk.telegram.misbehave("sendDocument", Fault.refused(403, "Forbidden: bot was blocked by the user"))
    await desk.tap(other, "button-export-look")
    assert "could not be delivered" in (await desk.tap(other, "button-export-confirm")).text
    await desk.telegram.acknowledged()
    services = desk.bot.application.bot_data
    assert not (await services.people.look_up(other.id)).gone


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
async def test_stats_are_a_picture_and_the_same_as_text(desk: Desk, words: Words, language: str) -> None:
    """Numbers under 5 hidden in both; the share without an answer is said only where no part of it is hidden; courses have their titles."""
    await _tally(desk, ("en", "answer", 30), ("en", "decline", 10), ("fr", "answer", 4), ("fr", "decline", 11), ("ar", "answer", 6))
    for _ in range(5):
        await desk.world.interest(COURSE)
    member = await desk.member(Role.RESPONDER, language=language)
    await member.says("/stats")
    picture, text = await member.replies(2, 15)
    assert "photo" in picture.raw
    plain = text.text.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")
    share = plain[plain.index(words.text(language, "stats-unanswered")):]
    name = {one: words.text(language, f"stats-language-{one}") for one in ("en", "fr", "ar")}
    for one, said in (("en", "25 %"), ("fr", words.text(language, "stats-hidden-part")), ("ar", "0 %")):
        assert words.text(language, "stats-line", {"name": name[one], "count": said}).removeprefix("- ").replace("\u00a0", " ") in share
    assert f"{name['fr']} · {words.text(language, 'stats-band-answer')}" in plain
    assert "<5" in plain
    assert "Demo course (made up)" in plain
    assert COURSE not in plain
    assert "73" not in plain
    assert "100" not in plain
    assert not any(line.endswith(" 4") for line in plain.splitlines())


async def test_a_number_that_is_hidden_beside_a_small_one_is_not_called_small(desk: Desk) -> None:
    """Eleven are not "<5": they are hidden, so that the one that was read can't be told from them."""
    for _ in range(12):
        last = await desk.world.interest(COURSE, region="africa")
    reviewer = await desk.member(Role.REVIEWER)
    await desk.world.selection.read(last, await desk.staff_id(reviewer))
    page = (await desk.course(reviewer)).text
    assert "being read: <5" in page
    assert "not read yet: hidden" in page
    assert "Africa: 12" in page


async def test_stats_come_as_text_when_they_cannot_be_drawn(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that fails costs nobody the counts."""
    await _tally(desk, ("en", "answer", 30))
    member = await desk.member(Role.EDITOR)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    text = await desk.says(member, "/stats")
    assert "30" in text.text
    await member.stays_silent()


async def test_two_taps_at_once_file_once(desk: Desk) -> None:
    """A double tap is one review, and gets the same answer twice."""
    row = await desk.world.interest(COURSE)
    reviewer = await desk.member(Role.REVIEWER)
    filed = await desk.review(reviewer)
    assert "Filed." in filed.text
    await asyncio.gather(*(reviewer.press_raw(filed, pack(f"J:f:{row}", reviewer.id, desk.bot.keys)) for _ in range(2)))
    await reviewer.shown()
    await desk.telegram.acknowledged()
    assert len([event for _, _, event, _ in await desk.world.audit.recent(50) if event == "reviewed"]) == 1


async def _tally(desk: Desk, *rows: tuple[str, str, int]) -> None:
    day = desk.world.clock().date()
    async with desk.bot.database.transaction() as connection:
        await connection.execute(insert(TALLIES), [
            {"day": day, "language": language, "topic": "-", "outcome": outcome, "count": count} for language, outcome, count in rows])


def _content(desk: Desk, document: dict[str, Any]) -> bytes:
    return desk.telegram.state.files.get(document["file_id"]).content
