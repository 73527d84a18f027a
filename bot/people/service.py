"""Find a person, and say what is to be written about them. Reads are batched; writes are committed with the update."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.sql import bindparam

from bot.db.batch import Batcher
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.dialog import Dialog, dump, parse
from bot.people.models import DIALOGS, PEOPLE
from bot.people.rehash import Move, rehash

log = get_logger()


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes: `language` is None for a newcomer, `understood` is the version of the safety notice they accepted.

    `id` is the number of their row, "" for a newcomer: what belongs to them hangs on it, and goes with it.
    `always`: whatever language they write in, they want answers in `language`. `corrections`: they want to hear when an entry that they read is corrected.
    """

    lookup: str
    chat_id: int
    id: str = ""
    language: str | None = None
    understood: int = 0
    active_month: str = ""
    gone: bool = False
    dialog: Dialog = field(default_factory=Dialog)
    corrections: bool = False
    quiet: bool = False  # no announcements, please
    always: bool = False
    lookups: tuple[str, ...] = ()  # all pseudonyms under which rows of theirs may stand while a look-up key is rotated, `lookup` among them

    @property
    def names(self) -> tuple[str, ...]:
        """Every pseudonym under which something of theirs may stand."""
        return self.lookups or (self.lookup,)

    @property
    def known(self) -> bool:
        """Whether a row exists: only people who chose a language have one."""
        return self.language is not None


class People:
    """The use cases about one person."""

    def __init__(self, database: Database, keys: KeyRing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._now = now
        self._find = Batcher(self._find_many)
        self._statements = _Statements(database)

    async def look_up(self, chat_id: int) -> Person:
        """Return the person of a private chat. When the database is away, a newcomer: answers still work from memory."""
        lookups = self._keys.look_ups(chat_id)
        try:
            return await self._find((chat_id, lookups))
        except DatabaseUnavailable:
            log.error("person_lookup_failed")
            return Person(lookups[0], chat_id, lookups=lookups)

    def choose_language(self, person: Person, language: str, *, always: bool = False) -> Write:
        """Write the language, and whether all answers are to be in it; the first choice makes the person known."""
        if person.known:  # by the row's number: the pseudonym may be replaced before this is committed
            return Write(self._statements.change_language, {"row": person.id, "to": language, "always": always})
        row, month = str(uuid.uuid4()), f"{self._now():%Y-%m}"
        key, lookup = self._keys.pseudonym(person.chat_id)
        return Write(self._statements.choose_language, {
            "id": row, "lookup": lookup, "lookup_key": key, "language": language, "one_language": always,
            "chat_id": self._keys.seal(str(person.chat_id), "people", "chat_id", row), "consent_version": 0,
            "joined_month": month, "active_month": month,
        })

    def understand(self, person: Person, version: int) -> Write:
        """Write that the safety notice of `version` was understood."""
        return Write(self._statements.understand, {**self._row(person), "version": version})

    def remember(self, person: Person, dialog: Dialog) -> Write:
        """Write the state of the conversation, for 24 hours."""
        state = self._keys.seal(dump(dialog), "dialogs", "state", person.lookup)
        return Write(self._statements.remember, {"lookup": person.lookup, "state": state, "expires_at": dialog.expires(self._now())})

    def keep_active(self, person: Person) -> tuple[Write, ...]:
        """Write the month of this message when it is another than the last one's: idle people are erased after 12 months."""
        month = f"{self._now():%Y-%m}"
        stale = person.known and person.active_month != month
        return (Write(self._statements.active, {**self._row(person), "month": month}),) if stale else ()

    def leave(self, person: Person) -> tuple[Write, ...]:
        """Write that the person blocked the bot: nothing is sent again, consent is void, the dialog goes at once."""
        return (Write(self._statements.leave, {**self._row(person), "day": self._now().date()}),
                *(Write(self._statements.forget_dialog, {"who": lookup}) for lookup in person.lookups))

    def come_back(self, person: Person) -> Write:
        """Write that the person unblocked the bot: they are asked again before anything else."""
        return Write(self._statements.come_back, self._row(person))

    def be_quiet(self, person: Person, *, quiet: bool) -> Write:
        """Write whether the person wants no announcements."""
        return Write(self._statements.quiet, {**self._row(person), "quiet": quiet})

    def _row(self, person: Person) -> dict[str, str]:
        """By its number; the row of somebody who was a newcomer a moment ago, by the pseudonym that it was given."""
        return {"row": person.id, "who": person.lookup if person.known else self._keys.look_up(person.chat_id)}

    async def _find_many(self, wanted: Sequence[tuple[int, tuple[str, ...]]]) -> Sequence[Person]:
        everything = list({lookup for _, lookups in wanted for lookup in lookups})
        async with self._database.transaction() as connection:
            people = await connection.execute(self._statements.find, {"lookups": everything})
            dialogs = await connection.execute(self._statements.find_dialogs, {"lookups": everything, "now": self._now()})
        rows = {row.lookup: row for row in people}
        states = {row.lookup: row for row in dialogs}
        await self._move(rows, wanted)
        return [self._person(chat_id, lookups, rows, states) for chat_id, lookups in wanted]

    async def _move(self, rows: Mapping[str, Any], wanted: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Bring whoever writes, and is still kept under an old look-up key, under the present one. A database that can't be written stops nothing."""
        moves = [Move(rows[old].id, chat_id, old) for chat_id, (_, *olds) in wanted for old in olds if old in rows]
        if moves:
            try:
                await rehash(self._database, self._keys, moves)
            except DatabaseUnavailable:
                log.warning("rehash_postponed")

    def _person(self, chat_id: int, lookups: tuple[str, ...], rows: Mapping[str, Any], states: Mapping[str, Any]) -> Person:
        row = next((rows[one] for one in lookups if one in rows), None)
        latest = max((states[one] for one in lookups if one in states), key=lambda one: one.expires_at, default=None)
        dialog = self._dialog(latest.lookup, latest.state) if latest else Dialog()
        if row is None:
            return Person(lookups[0], chat_id, dialog=dialog, lookups=lookups)
        return Person(
            lookups[0], chat_id, row.id, row.language, row.consent_version, row.active_month, row.gone_on is not None, dialog, row.corrections,
            row.quiet, row.one_language, lookups)

    def _dialog(self, lookup: str, state: str) -> Dialog:
        try:
            return parse(self._keys.open(state, "dialogs", "state", lookup))
        except (SealBroken, ValueError):
            log.error("dialog_seal_broken")
            return Dialog()


class _Statements:
    """The statements of the hot path, built once: equal statement objects are sent to the database together."""

    def __init__(self, database: Database) -> None:
        columns = PEOPLE.c
        self.find = select(
            columns.id, columns.lookup, columns.language, columns.consent_version, columns.active_month, columns.gone_on, columns.corrections, columns.quiet,
            columns.one_language,
        ).where(columns.lookup.in_(bindparam("lookups", expanding=True)))
        self.find_dialogs = select(DIALOGS.c.lookup, DIALOGS.c.state, DIALOGS.c.expires_at).where(
            DIALOGS.c.lookup.in_(bindparam("lookups", expanding=True)), DIALOGS.c.expires_at > bindparam("now"))
        created = database.insert(PEOPLE)
        self.choose_language = created.on_conflict_do_update(index_elements=["lookup"], set_={
            "language": created.excluded.language, "one_language": created.excluded.one_language})
        theirs = or_(columns.id == bindparam("row"), columns.lookup == bindparam("who"))
        self.change_language = update(PEOPLE).where(columns.id == bindparam("row")).values(
            language=bindparam("to"), one_language=bindparam("always"))
        self.understand = update(PEOPLE).where(theirs).values(
            consent_version=bindparam("version"), gone_on=None)
        said = database.insert(DIALOGS)
        self.remember = said.on_conflict_do_update(
            index_elements=["lookup"], set_={"state": said.excluded.state, "expires_at": said.excluded.expires_at})
        self.active = update(PEOPLE).where(theirs).values(active_month=bindparam("month"))
        self.leave = update(PEOPLE).where(theirs).values(gone_on=bindparam("day"), consent_version=0)
        self.come_back = update(PEOPLE).where(theirs).values(gone_on=None, consent_version=0)
        self.quiet = update(PEOPLE).where(theirs).values(quiet=bindparam("quiet"))
        self.forget_dialog = delete(DIALOGS).where(DIALOGS.c.lookup == bindparam("who"))
