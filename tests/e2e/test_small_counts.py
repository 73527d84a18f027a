"""What an editor is told of a segment that rests on expressions of interest: nothing from which one person can be counted out."""

import re

from bot.broadcasts.content import By, Content, Rule, Segment, State
from bot.broadcasts.service import Broadcasts
from bot.courses.catalogue import Wanted
from bot.courses.letters import Outcome
from bot.i18n import Words
from bot.staff.roles import Role
from tests.courses.selecting import World
from tests.e2e.test_reports import Staffed, staffed  # noqa: F401  # a fixture

TEXTS = {"en": "A demo course opens.", "fr": "Une formation ouvre."}


async def course(staffed: Staffed, words: Words) -> World:  # noqa: F811  # the fixture
    """Make a course with 12 accepted: 11 who read English, one who reads Arabic."""
    world = World(staffed.bot.database, staffed.bot.keys, staffed.services.now, words)
    await world.course()
    await world.write_letters()
    made = [await world.interest(language=language, region="africa") for language in (*["en"] * 11, "ar")]
    await world.reviewed(*made)
    for one in made:
        await world.decisions.decide(one, Outcome.ACCEPTED, "staff-chloe")
    await world.decisions.release("demo")
    return world


async def test_a_rule_about_outcomes_hides_small_counts(staffed: Staffed, words: Words) -> None:  # noqa: F811  # the fixture
    """On the desk and in the dry run; and leaving one person out changes no number from which that one could be told."""
    await course(staffed, words)
    editor = await staffed.person(Role.EDITOR)
    accepted = Rule(By.ACCEPTED, ("demo",))
    for without in ((), (Rule(By.LANGUAGE, ("ar",)),)):
        draft = await Broadcasts(staffed.bot.database, staffed.services.now).begin(
            await staffed.staff_id(editor), Content(TEXTS, fallback="en", segment=Segment((accepted,), without)))
        assert "It reaches now: 10 or more." in (await staffed.tap(editor, f"V:e:{draft.id}")).text
        dry = (await staffed.tap(editor, f"V:d:{draft.id}")).text
        assert "It would go to: 10 or more." in dry
        assert "Demo course (made up) (10 or more)" in dry
        assert not re.search(r"\b(1|11|12)\b", dry)
        if without:
            assert "fit a rule of who is left out: fewer than 5" in dry
        else:
            assert "العربية: fewer than 5" in dry


async def test_the_report_says_how_many_only_from_five_on(staffed: Staffed) -> None:  # noqa: F811  # the fixture
    """Sent in all once it is 5 or more; never what became of one; no total and no bar, from which that could be told."""
    editor, readers = await staffed.person(Role.EDITOR), [await staffed.person() for _ in range(7)]
    content = Content(TEXTS, segment=Segment((Rule(By.WAITING, ("demo",)),)))
    states = ("sent", "sent", "sent", "sent", "sent", "gone", "uncertain")
    many = await staffed.announcement(editor, State.DONE, *((one, state, "demo") for one, state in zip(readers, states, strict=True)), content=content)
    report = (await staffed.tap(editor, f"V:l:{many}")).text
    assert "Sent: 5, have left or stopped: fewer than 5, failed: 0" in report
    assert "Uncertain: fewer than 5." in report
    assert "demo: fewer than 5" in report
    assert not re.search(r"\b[1267]\b|%", report)

    few = await staffed.announcement(editor, State.DONE, (readers[0], "sent", "demo"), content=content)
    assert "Sent: fewer than 5" in (await staffed.tap(editor, f"V:l:{few}")).text


async def test_who_said_only_africa_is_counted_on_the_screen(staffed: Staffed, words: Words) -> None:  # noqa: F811  # the fixture
    """For a rule about a part of Africa: not reached on one side, left out on the other; for the second person too."""
    await course(staffed, words)
    editor, approver = await staffed.person(Role.EDITOR), await staffed.person(Role.APPROVER)
    west = (Rule(By.REGION, ("west-africa",)),)
    into, out = [await staffed.services.broadcasts.begin(await staffed.staff_id(editor), Content({"en": "Demo"}, segment=segment))
                 for segment in (Segment(west), Segment((), west))]
    for action in (f"V:w:{into.id}:n:r", f"V:w:{into.id}:n", f"V:d:{into.id}"):
        assert "Said only “Africa”: 10 or more. An expression of interest keeps no part of Africa" in (await staffed.tap(editor, action)).text
    assert "left out too" in (await staffed.tap(editor, f"V:w:{out.id}:o:r")).text
    chosen = await staffed.press(editor, "Africa")
    assert "✅ Africa" in chosen.labels
    assert "Said only" not in chosen.text

    await staffed.press(editor, "✅ Africa")
    await staffed.services.subscriptions.add((await staffed.services.people.look_up(approver.id)).id, Wanted())
    assert await staffed.services.releases.ask(out.id, await staffed.staff_id(editor)) == "done"
    await staffed.tap(approver, f"V:r:{out.id}")
    assert "left out too" in (await approver.replies(2))[1].text
