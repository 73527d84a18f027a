"""Letters of decisions that somebody stopped: what staff are told, and how the rest goes out after all."""

from bot.courses.letters import Outcome
from bot.staff.roles import Role
from tests.e2e.test_selecting import COURSE, Desk, desk  # noqa: F401  # a fixture


async def test_stopped_letters_are_explained_and_their_rest_is_released_by_a_second_person(desk: Desk) -> None:  # noqa: F811  # the fixture
    """Released, stopped in the delay by somebody else on staff, found from the course, asked for, released by another."""
    decider, second, responder = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER), await desk.member(Role.RESPONDER)
    await desk.decided(decider, Outcome.ACCEPTED, Outcome.ACCEPTED)
    await desk.world.write_letters(COURSE)
    services, shown = desk.bot.application.bot_data, (await desk.bot.application.bot_data.letter_releases.look(COURSE))[0].hash
    await services.letter_releases.ask(COURSE, await desk.staff_id(decider), shown, leave_undecided=True)
    await services.letter_releases.release(COURSE, await desk.staff_id(second), shown)

    await desk.says(responder, "/staff")
    await desk.tap(responder, "button-announcement-now")
    await desk.press(responder, next(label for label in responder.last.labels if label.startswith("Released")))
    told = (await desk.tap(responder, "button-announcement-end")).text
    assert "fewer than 5 of them had not gone out" in told
    assert "stopping takes nothing back" in told

    await desk.course(decider)
    assert "Letters of this course were stopped" in (await desk.tap(decider, "button-letters-ask")).text
    await desk.press(decider, "Stopped: accepted")
    second.forget()
    assert "Asked." in (await desk.tap(decider, "button-letters-rest")).text
    assert "waits for a second person" in (await second.reply()).text
    second.forget()
    await second.press("Read it")
    letter = (await second.reply()).text
    assert "There is a place for you" in letter
    summary = await second.reply()
    while "when the release was asked for: fewer than 5. Now: fewer than 5" not in summary.text:
        summary = await second.reply()
    assert "Released." in (await desk.tap(second, "button-release")).text
    stopped = await services.broadcasts.stopped_letters(COURSE)
    assert stopped == []


async def test_all_of_staff_are_told_of_released_letters(desk: Desk) -> None:  # noqa: F811  # the fixture
    """The course, when they go out, and for each outcome a button to read and one to stop; a second tap tells nobody again."""
    decider, second, responder = await desk.member(Role.APPROVER), await desk.member(Role.APPROVER), await desk.member(Role.RESPONDER)
    await desk.decided(decider, Outcome.ACCEPTED, Outcome.DECLINED)
    await desk.world.write_letters(COURSE)
    services, shown = desk.bot.application.bot_data, (await desk.bot.application.bot_data.letter_releases.look(COURSE))[0].hash
    await services.letter_releases.ask(COURSE, await desk.staff_id(decider), shown, leave_undecided=True)
    for phone in (decider, responder):
        phone.forget()
    assert "Released: 2 people" in (await desk.forge(second, f"J:R:{COURSE}:{shown[:16]}")).text
    for phone in (decider, responder):
        told = await phone.reply()
        assert "Decisions and letters of a course were released." in told.text
        assert "Demo course (made up)" in told.text
        assert sorted(told.labels) == ["Read: accepted", "Read: not this time", "■ Stop: accepted", "■ Stop: not this time"]
    assert "Nobody asks for a release" in (await desk.forge(second, f"J:R:{COURSE}:{shown[:16]}")).text
    await responder.stays_silent()
    responder.forget()
    await responder.press("Read: accepted")
    assert "There is a place for you" in (await responder.reply()).text
