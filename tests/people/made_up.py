"""Made-up people with something in every table, for tests of keys, backups and thefts."""

import json
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

import bot.broadcasts.models
import bot.courses.models
import bot.inbox.models
import bot.people.models
import bot.staff.models
import bot.telegram.models
from bot import keyfile
from bot.db.engine import Database
from bot.db.types import METADATA
from bot.keys import KeyRing
from bot.people import keycheck
from bot.people.dialog import Dialog, dump

assert all((bot.broadcasts.models, bot.courses.models, bot.inbox.models, bot.people.models, bot.staff.models, bot.telegram.models))  # imported for their tables
TABLES = METADATA.tables
FIRST = 6_200_000_000_017  # Telegram's ids exceed 32 bits
MARK = "zanzibird"  # a word that stands in everything that is sealed
BROADCAST = str(uuid.UUID(int=9))
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def chat(number: int) -> int:
    """Return the account id of made-up person `number`."""
    return FIRST + 7919 * number


async def fill(database: Database, keys: KeyRing, people: int = 3) -> list[str]:
    """Write a course, and `people` with a dialog, traces, a subscription, a draft, an interest and a review; return the ids of their rows."""
    await keycheck.check(database, keys)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    rows["courses"].append({
        "id": "demo", "state": "open", "kind": "online", "regions": "online", "languages": "en", "audiences": "defenders", "city": "", "country": "",
        "zone": "UTC", "partners": "", "share_with": "", "texts": json.dumps({"en": {"title": "Demo – « cours » دورة"}}), "changed_at": NOW})
    rows["letters"].append({"course_id": "demo", "outcome": "accepted", "language": "ar", "text": "أهلا\n'\"\\ \t,"})
    rows["tombstones"].append({"row": str(uuid.UUID(int=1)), "erased_on": date(2026, 11, 1)})
    rows["tallies"].append({"day": date(2026, 11, 24), "language": "en", "topic": "-", "outcome": "answer", "count": 7})
    rows["interest_tallies"].append({"course_id": "demo", "outcome": "x", "language": "en", "region": "mena", "count": 5, "changed_on": date(2026, 11, 1)})
    rows["broadcasts"].append({
        "id": BROADCAST, "kind": "announcement", "state": "done", "author": "author", "texts": "{}", "fallback": "", "buttons": "", "media": "",
        "segment": "{}", "zone": "UTC", "alone": False, "asked_hash": "", "asked_count": 1, "progress_message": 0, "totals": "", "changed_at": NOW})
    rows["invitations"].append({"token": "0" * 64, "roles": "editor", "invited_by": "operator", "expires_at": NOW})
    rows["leases"].append({"name": "sender", "holder": "x", "until": NOW})
    rows["audit"].append({"number": 1, "at": NOW, "actor": "operator", "event": "invited", "object": "editor", "previous": "0" * 64, "hash": "1" * 64})
    rows["finished_updates"].append({"update_id": 2**40, "finished_at": NOW})
    rows["quarantined_updates"].append({"update_id": 2**41, "error": "ValueError at x", "at": NOW + timedelta(microseconds=5)})
    ids = [str(uuid.uuid4()) for _ in range(people)]
    for number, row in enumerate(ids):
        _person(rows, keys, row, number)
    async with database.transaction() as connection:
        for table in METADATA.sorted_tables:
            if rows[table.name]:
                await connection.execute(insert(table), rows[table.name])
    return ids


def _person(rows: dict[str, list[dict[str, Any]]], keys: KeyRing, row: str, number: int) -> None:
    key, lookup = keys.pseudonym(chat(number))
    interest, review, trace = (str(uuid.uuid4()) for _ in range(3))
    rows["people"].append({
        "id": row, "lookup": lookup, "lookup_key": key, "chat_id": keys.seal(str(chat(number)), "people", "chat_id", row), "language": "fr",
        "consent_version": 1, "joined_month": "2026-01", "active_month": "2026-11", "gone_on": None if number % 2 else date(2026, 11, 20)})
    rows["dialogs"].append({
        "lookup": lookup, "state": keys.seal(dump(Dialog(entry=MARK, answered_at=NOW)), "dialogs", "state", lookup), "expires_at": NOW + timedelta(hours=24)})
    rows["traces"].append({"id": trace, "lookup": lookup, "messages": keys.seal(f"{MARK} 1 2 3", "traces", "messages", trace), "at": NOW})
    rows["subscriptions"].append({"id": str(uuid.uuid4()), "person_id": row, "region": "mena", "kind": "", "language": ""})
    rows["drafts"].append({
        "id": str(uuid.uuid4()), "person_id": row, "course_id": "demo", "step": "name",
        "answers": keys.seal(f"Demo Amina {MARK} draft", "drafts", "answers", row),
        "last_update": 2**33, "asked_message": 5, "answered_at": NOW})
    rows["interests"].append({
        "id": interest, "person_id": row, "course_id": "demo", "code": f"D-{number:08d}", "state": "received", "language": "fr", "region": "mena",
        "answers": keys.seal(f"Demo Amina {MARK} +000 77 123 45 67", "interests", "answers", interest), "version": 1, "sent_on": date(2026, 11, 2)})
    rows["reviews"].append({
        "id": review, "interest_id": interest, "reviewer": str(uuid.UUID(int=7)), "abstained": False,
        "content": keys.seal(f"{MARK} 5 5 5", "reviews", "content", review), "filed_at": NOW})
    question = str(uuid.uuid4())
    rows["inbox"].append({
        "id": question, "person_id": row, "language": "fr", "state": "answered", "text": keys.seal(f"{MARK}?", "inbox", "text", question),
        "answer": keys.seal(f"{MARK}!", "inbox", "answer", question), "answered_by": str(uuid.UUID(int=7)), "gap": False, "asked_on": date(2026, 11, 3),
        "last_update": 2**34 + number})
    rows["staff"].append({"id": str(uuid.uuid4()), "person_id": row, "roles": "reviewer", "since": date(2026, 11, 3)})
    rows["news"].append({"number": 1, "person_id": row, "joined": False})
    rows["follows"].append({"person_id": row, "entry": "upr-overview", "version": "1", "shown_on": date(2026, 11, 3)})
    rows["deliveries"].append({"broadcast_id": BROADCAST, "person_id": row, "language": "fr", "state": "sent", "reason": "", "segment": "announcement"})
    rows["decisions"].append({"interest_id": interest, "outcome": "accepted", "decided_by": str(uuid.UUID(int=8))})


def new_keys(path: Path, now: datetime, *purposes: str) -> None:
    """Give `purposes` (none: all) a new active key, as `keys rotate` does."""
    keyfile.change(path, lambda rings: replace(rings, **{one: rings[one].with_new().activated(now) for one in purposes or keyfile.PURPOSES}))


async def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, sorted, as the driver gives it."""
    async with database.transaction() as connection:
        return {table.name: sorted((tuple(row) for row in await connection.execute(table.select())), key=repr) for table in TABLES.values()}
