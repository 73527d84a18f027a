"""Corrections follow the answer: who wants that, which version of which entry they read, and telling them once when it was wrong.

Nothing of what a person reads is kept unless they switched this on, and then only entry, version and day, for 60 days.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Date, String, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasts.content import Broadcast, By, Content, Kind, Rule, Segment, State
from bot.broadcasts.models import BROADCASTS, DELIVERIES, FOLLOWS
from bot.broadcasts.reading import Reading, parse
from bot.broadcasts.rows import broadcast
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import Broadcasts
from bot.db.engine import Database
from bot.db.writes import Write
from bot.knowledge.entry import Entry
from bot.knowledge.library import Library
from bot.people.holding import unheld
from bot.people.models import PEOPLE
from bot.people.service import Person

KEPT = timedelta(days=60)
_RECEIVED = ("sent", "uncertain")  # what may have arrived is not sent again by itself


@dataclass(frozen=True, slots=True)
class Due:
    """A corrected entry whose readers were not told yet: `number` people would be."""

    entry: str
    content: Content
    number: int


class Corrections:
    """The use cases of readers and of editors."""

    def __init__(self, database: Database, broadcasts: Broadcasts, segments: Segments, now: Callable[[], datetime]) -> None:
        self._database = database
        self._broadcasts = broadcasts
        self._segments = segments
        self._now = now
        self._follow = _follow(database)

    async def switch(self, person: Person, on: bool) -> None:
        """Keep whether a person wants to hear of corrections; off: what was kept for it goes at once. Raises DatabaseUnavailable, as all of these.

        When the log of an SQLite database could not be emptied, this raises, and is to be called again.
        """
        async with self._database.transaction() as connection:
            await connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(corrections=on))
            if not on:
                await connection.execute(delete(FOLLOWS).where(FOLLOWS.c.person_id == person.id))
        if not on:
            await self._database.checkpoint()

    def follow(self, person: Person, entry: Entry) -> tuple[Write, ...]:
        """Write that a person was shown an entry as it is now; nothing unless they want to hear of corrections."""
        if not person.corrections:
            return ()
        return (Write(self._follow, {"who": person.id, "what": entry.id, "mark": entry.version, "day": self._now().date()}),)

    async def due(self, library: Library) -> Sequence[Due]:
        """Return the corrected entries whose readers were not told yet, the latest first."""
        async with self._database.transaction() as connection:
            told = await _told(connection)
        found = []
        for name in dict.fromkeys(one.entry for one in sorted(library.corrections, key=lambda one: one.on, reverse=True)):
            content = self._content(library, name, told.get(name, ""))
            number = sum((await self._segments.counts(content)).values()) if content else 0
            if content and number:
                found.append(Due(name, content, number))
        return found

    async def draft(self, library: Library, entry: str, author: str) -> Broadcast | None:
        """Return a draft of `author`'s that tells the readers of `entry`, the one there is or a new one; None when nobody is to be told."""
        content = next((one.content for one in await self.due(library) if one.entry == entry), None)
        if content is None:
            return None
        drafts = [one for one in await self._broadcasts.of_author(author) if one.state is State.DRAFT and one.content == content]
        return drafts[0] if drafts else await self._broadcasts.begin(author, content)

    def _content(self, library: Library, name: str, told: str) -> Content | None:
        """Return what the readers of an entry are told: all its notes since the last one told, the oldest first."""
        oldest, entry = self._now().date() - KEPT, library.entries[name]
        notes = sorted((one for one in library.corrections if one.entry == name and one.on > oldest and one.on.isoformat() > told), key=lambda one: one.on)
        if not notes:
            return None
        reading = Reading(name, entry.version, notes[-1].on.isoformat())
        texts = {language: "\n\n".join((text.title, *(one.notes[language] for one in notes))) for language, text in entry.texts.items()}
        return Content(texts, segment=Segment((Rule(By.READ, (str(reading),)),)), kind=Kind.CORRECTION)


async def forget_readings(database: Database, now: Callable[[], datetime]) -> int:
    """Erase what people were shown 60 days ago or earlier; return how many rows went. Raises DatabaseUnavailable."""
    statement = delete(FOLLOWS).where(unheld(FOLLOWS.c.shown_on <= now().date() - KEPT, FOLLOWS.c.person_id, FOLLOWS.c.entry)).returning(FOLLOWS.c.entry)
    async with database.transaction() as connection:
        return len((await connection.execute(statement)).all())


async def received(connection: AsyncConnection, broadcast_id: str) -> None:
    """Note that whoever got a correction knows of the version that it told them of; of other announcements, nothing."""
    row = (await connection.execute(select(BROADCASTS).where(BROADCASTS.c.id == broadcast_id, BROADCASTS.c.kind == str(Kind.CORRECTION)))).one_or_none()
    for reading in readings(broadcast(row).content) if row else ():
        got = select(DELIVERIES.c.person_id).where(DELIVERIES.c.broadcast_id == broadcast_id, DELIVERIES.c.state.in_(_RECEIVED))
        await connection.execute(update(FOLLOWS).where(
            FOLLOWS.c.entry == reading.entry, FOLLOWS.c.person_id.in_(got)).values(version=reading.version))


def readings(content: Content) -> Sequence[Reading]:
    """Return the entries that a correction is about."""
    return [parse(value) for rule in content.segment.include if rule.by is By.READ for value in rule.values]


async def _told(connection: AsyncConnection) -> dict[str, str]:
    """Return for each entry the day (YYYY-MM-DD) of the last correction that is told or on its way; whoever got one that was stopped is noted."""
    rows = await connection.execute(select(BROADCASTS).where(BROADCASTS.c.kind == str(Kind.CORRECTION), BROADCASTS.c.state != str(State.DRAFT)))
    told: dict[str, str] = {}
    for one in [broadcast(row) for row in rows]:
        if one.state is State.STOPPED:
            await received(connection, one.id)
            continue
        for reading in readings(one.content):
            told[reading.entry] = max(told.get(reading.entry, ""), reading.until)
    return told


def _follow(database: Database) -> Any:
    """Return the statement that notes a reading; somebody who switched it off, or was erased, meanwhile leaves no row."""
    row = select(bindparam("who", type_=String), bindparam("what", type_=String), bindparam("mark", type_=String), bindparam("day", type_=Date)).where(
        PEOPLE.c.id == bindparam("who", type_=String), PEOPLE.c.corrections.is_(True))
    new = database.insert(FOLLOWS).from_select(["person_id", "entry", "version", "shown_on"], row)
    return new.on_conflict_do_update(index_elements=["person_id", "entry"], set_={"version": new.excluded.version, "shown_on": new.excluded.shown_on})
