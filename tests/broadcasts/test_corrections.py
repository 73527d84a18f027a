"""Corrections follow the answer: only for who asked, only once, only what they read, and by the release of a second person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.broadcasts.content import Kind, State
from bot.broadcasts.corrections import Corrections, forget_readings
from bot.broadcasts.ledger import Delivery, Settled
from bot.broadcasts.models import DELIVERIES, FOLLOWS
from bot.broadcasts.plan import Plan
from bot.broadcasts.release import Outcome
from bot.db.writes import apply
from bot.knowledge.entry import Correction, Entry
from bot.knowledge.library import Library
from bot.knowledge.loader import load
from bot.people.models import PEOPLE
from bot.people.service import People, Person
from tests.broadcasts.conftest import APPROVER, AUTHOR, Office
from tests.knowledge import small

NOTES = {"en": "The portal has moved.", "fr": "Le portail a déménagé.", "ar": "انتقلت البوابة."}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small knowledge base."""
    library = load(small.write(tmp_path_factory.mktemp("small") / "knowledge")).library
    assert library is not None
    return library


@pytest.fixture
def corrections(office: Office) -> Corrections:
    """The service."""
    return Corrections(office.database, office.broadcasts, office.segments, office.clock)


def corrected(library: Library, notes: Mapping[str, str] = NOTES, on: date = date(2026, 11, 24), name: str = small.UPR) -> Library:
    """Return the library after another text of an entry, with a note for readers."""
    entry = library.entries[name]
    texts = {language: replace(text, title=f"{text.title} {on}") for language, text in entry.texts.items()}
    return replace(library, entries={**library.entries, name: replace(entry, texts=texts)}, corrections=(*library.corrections, Correction(name, on, notes)))


async def reader(office: Office, number: int, language: str = "en", **columns: object) -> Person:
    """Return a person who wants to hear of corrections."""
    await office.people({language: 1}, subscribed=False, first=number, **{"corrections": True, **columns})
    return await People(office.database, office.keys, office.clock).look_up(10_000 + number + 1)


async def read(office: Office, corrections: Corrections, person: Person, entry: Entry) -> None:
    """Show an entry to a person."""
    async with office.database.transaction() as connection:
        await apply(connection, [corrections.follow(person, entry)])


async def follows(office: Office) -> list[tuple[str, str, str]]:
    """Return who follows what in which version."""
    async with office.database.transaction() as connection:
        return [(row.person_id, row.entry, row.version) for row in await connection.execute(select(FOLLOWS).order_by(FOLLOWS.c.entry))]


async def send(office: Office, content_of: str, outcome: Delivery = Delivery.SENT) -> list[int]:
    """Send a released announcement to its end with the real plan, ledger and queue; return the chats."""
    office.clock.forward(minutes=10)
    found = await office.queue.next()
    assert found is not None
    assert found.id == content_of
    await Plan(office.database, office.clock).recipients(found)
    claims = await office.ledger.turn(found.id, (), 100)
    await office.ledger.turn(found.id, [Settled(claim, outcome) for claim in claims], 0)
    assert await office.queue.finish(found.id)
    return [claim.chat_id for claim in claims]


async def test_off_nothing_is_kept(office: Office, corrections: Corrections, library: Library) -> None:
    """P: default off; switched on, a reading leaves entry, version and day; switched off, it goes at once, and a late write leaves nothing."""
    entry = library.entries[small.UPR]
    person = await reader(office, 0, corrections=False)
    assert corrections.follow(person, entry) == ()

    await corrections.switch(person, on=True)
    person = await People(office.database, office.keys, office.clock).look_up(person.chat_id)
    assert person.corrections
    await read(office, corrections, person, entry)
    await read(office, corrections, person, entry)
    assert await follows(office) == [(person.id, small.UPR, entry.version)]
    await corrections.switch(person, on=False)
    assert await follows(office) == []
    await read(office, corrections, person, entry)  # asked for before, committed after
    assert await follows(office) == []


async def test_readers_of_the_old_version_get_it_once(office: Office, corrections: Corrections, library: Library) -> None:
    """Not who read the right one, nor another entry, nor who switched it off or left; released by a second person; never twice."""
    old, now = library.entries[small.UPR], corrected(library)
    person, french = await reader(office, 0), await reader(office, 10, "fr")
    knows, other, left = await reader(office, 20), await reader(office, 30), await reader(office, 40, gone_on=date(2026, 11, 1))
    for one in (person, french, left):
        await read(office, corrections, one, old)
    await read(office, corrections, knows, now.entries[small.UPR])
    await read(office, corrections, other, library.entries[small.VISA])

    assert await corrections.due(library) == []
    due = await corrections.due(now)
    assert [(one.entry, one.number) for one in due] == [(small.UPR, 2)]
    draft = await corrections.draft(now, small.UPR, AUTHOR)
    assert draft is not None
    assert draft.content.kind is Kind.CORRECTION
    assert draft.content.texts["fr"].endswith(NOTES["fr"])
    assert await corrections.draft(now, small.UPR, AUTHOR) == draft
    assert await office.releases.ask(draft.id, AUTHOR) is Outcome.DONE
    assert await office.releases.release(draft.id, AUTHOR, draft.content.hash()) is Outcome.SAME_PERSON
    assert await office.releases.release(draft.id, APPROVER, draft.content.hash()) is Outcome.DONE
    assert await corrections.due(now) == []

    assert sorted(await send(office, draft.id)) == [person.chat_id, french.chat_id]
    assert await corrections.due(now) == []
    assert await corrections.draft(now, small.UPR, AUTHOR) is None
    versions = {who: version for who, entry, version in await follows(office) if entry == small.UPR}
    assert versions == {who.id: now.entries[small.UPR].version for who in (person, french, knows)} | {left.id: old.version}


async def test_a_later_change_without_a_note_tells_nobody(office: Office, corrections: Corrections, library: Library) -> None:
    """A comma that moves makes another version, and no news; the next note goes to all who read before it, with its own text only."""
    person, now = await reader(office, 0), corrected(library)
    await read(office, corrections, person, library.entries[small.UPR])
    draft = await corrections.draft(now, small.UPR, AUTHOR)
    assert draft is not None
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    await send(office, draft.id)

    polished = replace(corrected(now, on=date(2026, 11, 25)), corrections=now.corrections)
    assert await corrections.due(polished) == []
    again = corrected(polished, dict.fromkeys(NOTES, "Again."), date(2026, 11, 26))
    due = await corrections.due(again)
    assert [(one.number, NOTES["en"] in one.content.texts["en"], "Again." in one.content.texts["en"]) for one in due] == [(1, False, True)]


async def test_notes_that_were_not_told_yet_go_together(office: Office, corrections: Corrections, library: Library) -> None:
    """Two corrections before the first was sent: one message with both, the older first."""
    person = await reader(office, 0)
    await read(office, corrections, person, library.entries[small.UPR])
    twice = corrected(corrected(library), dict.fromkeys(NOTES, "Again."), date(2026, 11, 25))

    due = await corrections.due(twice)
    assert len(due) == 1
    assert due[0].content.texts["en"].endswith(f"{NOTES['en']}\n\nAgain.")


async def test_what_was_stopped_goes_on_with_the_others(office: Office, corrections: Corrections, library: Library) -> None:
    """Whoever got it, or may have got it, before the stop does not get it again."""
    people, now = [await reader(office, 10 * number) for number in range(3)], corrected(library)
    for person in people:
        await read(office, corrections, person, library.entries[small.UPR])
    draft = await corrections.draft(now, small.UPR, AUTHOR)
    assert draft is not None
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    office.clock.forward(minutes=10)
    found = await office.queue.next()
    assert found is not None
    await Plan(office.database, office.clock).recipients(found)
    claims = await office.ledger.turn(found.id, (), 2)
    await office.ledger.turn(found.id, [Settled(claims[0], Delivery.SENT), Settled(claims[1], Delivery.UNCERTAIN, "TimedOut")], 0)
    assert await office.releases.stop(found.id, "approver") is Outcome.DONE

    assert [one.number for one in await corrections.due(now)] == [1]
    rest = await corrections.draft(now, small.UPR, AUTHOR)
    assert rest is not None
    assert rest.id != draft.id
    await office.releases.ask(rest.id, AUTHOR)
    await office.releases.release(rest.id, APPROVER, rest.content.hash())
    assert await send(office, rest.id) == [({person.chat_id for person in people} - {claim.chat_id for claim in claims}).pop()]


async def test_other_announcements_move_no_reading(office: Office, corrections: Corrections, library: Library) -> None:
    """Only a correction does."""
    person = await reader(office, 0)
    await read(office, corrections, person, library.entries[small.UPR])
    before = await follows(office)
    subscriber = (await office.people({"en": 1}, first=500))[0]
    async with office.database.transaction() as connection:
        await connection.execute(insert(FOLLOWS).values(person_id=subscriber, entry=small.UPR, version="old", shown_on=office.clock().date()))
    await send(office, (await _waiting(office)).id)

    assert sorted(await follows(office)) == sorted([*before, (subscriber, small.UPR, "old")])


async def _waiting(office: Office) -> Any:
    from bot.broadcasts.content import Content
    from tests.broadcasts.conftest import TEXTS

    draft = await office.broadcasts.begin(AUTHOR, Content(TEXTS))
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    return draft


async def test_somebody_who_switches_it_off_meanwhile_gets_nothing(office: Office, corrections: Corrections, library: Library) -> None:
    """Between the release and the sending."""
    person, stays, now = await reader(office, 0), await reader(office, 10), corrected(library)
    for one in (person, stays):
        await read(office, corrections, one, library.entries[small.UPR])
    draft = await corrections.draft(now, small.UPR, AUTHOR)
    assert draft is not None
    await office.releases.ask(draft.id, AUTHOR)
    await office.releases.release(draft.id, APPROVER, draft.content.hash())
    await corrections.switch(person, on=False)

    assert await send(office, draft.id) == [stays.chat_id]
    async with office.database.transaction() as connection:
        assert (await connection.execute(select(DELIVERIES.c.person_id))).scalars().all() == [stays.id]


async def test_readings_go_after_sixty_days(office: Office, corrections: Corrections, library: Library) -> None:
    """P21: counted from the last time it was shown; old corrections are told to nobody."""
    person = await reader(office, 0)
    await read(office, corrections, person, library.entries[small.UPR])
    now = corrected(library)
    office.clock.forward(days=59)
    assert await forget_readings(office.database, office.clock) == 0
    assert len(await corrections.due(now)) == 1
    office.clock.forward(days=1)
    assert await corrections.due(now) == []
    assert await forget_readings(office.database, office.clock) == 1
    assert await follows(office) == []


async def test_an_erased_person_leaves_no_reading(office: Office, corrections: Corrections, library: Library) -> None:
    """The write that comes after the erasure is no error either."""
    person = await reader(office, 0)
    await read(office, corrections, person, library.entries[small.UPR])
    async with office.database.transaction() as connection:
        await connection.execute(PEOPLE.delete().where(PEOPLE.c.id == person.id))
    assert await follows(office) == []
    await read(office, corrections, person, library.entries[small.UPR])
    assert await follows(office) == []


async def test_a_draft_that_was_edited_back_is_due_again(office: Office, corrections: Corrections, library: Library) -> None:
    """Asked for, then changed: it is a draft, and the correction waits again."""
    person, now = await reader(office, 0), corrected(library)
    await read(office, corrections, person, library.entries[small.UPR])
    draft = await corrections.draft(now, small.UPR, AUTHOR)
    assert draft is not None
    await office.releases.ask(draft.id, AUTHOR)
    assert await corrections.due(now) == []
    edited = await office.broadcasts.edit(draft.id, AUTHOR, lambda content: replace(content, zone="Africa/Dakar"))
    assert edited is not None
    assert edited.state is State.DRAFT
    assert len(await corrections.due(now)) == 1


@pytest.mark.parametrize(("text", "line", "what"), [
    ("- entry: upr-report\n  corrected_on: 2026-11-01\n  note: {en: A, fr: B, ar: انتقلت}\n", 0, ""),
    ("- entry: no-such\n  corrected_on: 2026-11-01\n  note: {en: A, fr: B, ar: انتقلت}\n", 1, "no entry no-such"),
    ("- entry: upr-report\n  corrected_on: 2999-01-01\n  note: {en: A, fr: B, ar: انتقلت}\n", 1, "a day to come"),
    ("- entry: upr-report\n  corrected_on: soon\n  note: {en: A, fr: B, ar: انتقلت}\n", 2, "corrected_on"),
    ("- entry: upr-report\n  corrected_on: 5\n  note: {en: A, fr: B, ar: انتقلت}\n", 2, "corrected_on"),
    ("- entry: upr-report\n  corrected_on: 2026-11-01\n  note: {en: A, fr: B}\n", 3, "ar"),
    ("- entry: upr-report\n  corrected_on: 2026-11-01\n  note: {en: A, fr: B, ar: C}\n", 1, "no Arabic"),
    ("- entry: upr-report\n  corrected_on: 2026-11-01\n  note: {en: A, fr: B, ar: انتقلت}\n" * 2, 4, "two corrections of one day"),
    ("entry: upr-report\n", 1, "the file"), ("- [", 2, "YAML"),
])
def test_the_file_is_checked(tmp_path: Path, text: str, line: int, what: str) -> None:
    """`knowledge check` names file and line; a good file is read, and read again from what was kept."""
    folder = small.write(tmp_path / "knowledge")
    (folder / "corrections.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder, date(2026, 11, 24))
    if what:
        assert loaded.library is None
        assert any(one.file == "corrections.yaml" and one.line == line and what in one.what for one in loaded.errors), loaded.errors
        return
    for library in (loaded.library, load(folder).library):
        assert library is not None
        assert library.corrections == (Correction("upr-report", date(2026, 11, 1), {"en": "A", "fr": "B", "ar": "انتقلت"}),)


def test_a_version_is_what_readers_see(library: Library, tmp_path: Path) -> None:
    """Another word is another version; another way of asking or another day of checking is not."""
    entry = library.entries[small.UPR]
    assert corrected(library).entries[small.UPR].version != entry.version
    assert replace(entry, checked_on=date(2026, 11, 20), related=()).version == entry.version
    assert load(small.write(tmp_path / "again")).library.entries[small.UPR].version == entry.version  # type: ignore[union-attr]
