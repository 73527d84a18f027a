"""Find a person, and say what is to be written about them. Reads are batched; writes are committed with the update."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.sql import bindparam

from bot.db.batch import Batcher
from bot.db.engine import Database, DatabaseUnavailable
from bot.db.writes import Write
from bot.keys import KeyRing, SealBroken
from bot.logs import get_logger
from bot.people.dialog import Dialog, dump, parse
from bot.people.models import DialogRow, PersonRow

log = get_logger()


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes: `language` is None for a newcomer, `understood` is the version of the safety notice they accepted.

    `id` is the number of their row, "" for a newcomer: what belongs to them hangs on it, and goes with it.
    """

    lookup: str
    chat_id: int
    id: str = ""
    language: str | None = None
    understood: int = 0
    active_month: str = ""
    gone: bool = False
    dialog: Dialog = field(default_factory=Dialog)

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
        lookup = self._keys.look_up(chat_id)
        try:
            return await self._find((chat_id, lookup))
        except DatabaseUnavailable:
            log.error("person_lookup_failed")
            return Person(lookup, chat_id)

    def choose_language(self, person: Person, language: str) -> Write:
        """Write the language; the first choice makes the person known."""
        row = str(uuid.uuid4())
        month = f"{self._now():%Y-%m}"
        return Write(self._statements.choose_language, {
            "id": row, "lookup": person.lookup, "lookup_key": self._keys.lookup.active, "language": language,
            "chat_id": self._keys.seal(str(person.chat_id), "people", "chat_id", row), "consent_version": 0,
            "joined_month": month, "active_month": month,
        })

    def understand(self, person: Person, version: int) -> Write:
        """Write that the safety notice of `version` was understood."""
        return Write(self._statements.understand, {"who": person.lookup, "version": version})

    def remember(self, person: Person, dialog: Dialog) -> Write:
        """Write the state of the conversation, for 24 hours."""
        state = self._keys.seal(dump(dialog), "dialogs", "state", person.lookup)
        return Write(self._statements.remember, {"lookup": person.lookup, "state": state, "expires_at": dialog.expires(self._now())})

    def keep_active(self, person: Person) -> tuple[Write, ...]:
        """Write the month of this message when it is another than the last one's: idle people are erased after 12 months."""
        month = f"{self._now():%Y-%m}"
        stale = person.known and person.active_month != month
        return (Write(self._statements.active, {"who": person.lookup, "month": month}),) if stale else ()

    def leave(self, person: Person) -> tuple[Write, ...]:
        """Write that the person blocked the bot: nothing is sent again, consent is void, the dialog goes at once."""
        return (Write(self._statements.leave, {"who": person.lookup, "day": self._now().date()}),
                Write(self._statements.forget_dialog, {"who": person.lookup}))

    def come_back(self, person: Person) -> Write:
        """Write that the person unblocked the bot: they are asked again before anything else."""
        return Write(self._statements.come_back, {"who": person.lookup})

    async def _find_many(self, wanted: Sequence[tuple[int, str]]) -> Sequence[Person]:
        lookups = {lookup for _, lookup in wanted}
        async with self._database.transaction() as connection:
            people = await connection.execute(self._statements.find, {"lookups": list(lookups)})
            dialogs = await connection.execute(self._statements.find_dialogs, {"lookups": list(lookups), "now": self._now()})
        rows = {row.lookup: row for row in people}
        states = {row.lookup: row.state for row in dialogs}
        return [self._person(chat_id, lookup, rows.get(lookup), states.get(lookup)) for chat_id, lookup in wanted]

    def _person(self, chat_id: int, lookup: str, row: Any, state: str | None) -> Person:
        dialog = self._dialog(lookup, state)
        if row is None:
            return Person(lookup, chat_id, dialog=dialog)
        return Person(lookup, chat_id, row.id, row.language, row.consent_version, row.active_month, row.gone_on is not None, dialog)

    def _dialog(self, lookup: str, state: str | None) -> Dialog:
        if state is None:
            return Dialog()
        try:
            return parse(self._keys.open(state, "dialogs", "state", lookup))
        except (SealBroken, ValueError):
            log.error("dialog_seal_broken")
            return Dialog()


class _Statements:
    """The statements of the hot path, built once: equal statement objects are sent to the database together."""

    def __init__(self, database: Database) -> None:
        people, dialogs = PersonRow.__table__, DialogRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        columns = people.c
        self.find = select(columns.id, columns.lookup, columns.language, columns.consent_version, columns.active_month, columns.gone_on).where(
            columns.lookup.in_(bindparam("lookups", expanding=True)))
        self.find_dialogs = select(dialogs.c.lookup, dialogs.c.state).where(
            dialogs.c.lookup.in_(bindparam("lookups", expanding=True)), dialogs.c.expires_at > bindparam("now"))
        created = database.insert(people)
        self.choose_language = created.on_conflict_do_update(index_elements=["lookup"], set_={"language": created.excluded.language})
        self.understand = update(people).where(columns.lookup == bindparam("who")).values(
            consent_version=bindparam("version"), gone_on=None)
        said = database.insert(dialogs)
        self.remember = said.on_conflict_do_update(
            index_elements=["lookup"], set_={"state": said.excluded.state, "expires_at": said.excluded.expires_at})
        self.active = update(people).where(columns.lookup == bindparam("who")).values(active_month=bindparam("month"))
        self.leave = update(people).where(columns.lookup == bindparam("who")).values(gone_on=bindparam("day"), consent_version=0)
        self.come_back = update(people).where(columns.lookup == bindparam("who")).values(gone_on=None, consent_version=0)
        self.forget_dialog = delete(dialogs).where(dialogs.c.lookup == bindparam("who"))
