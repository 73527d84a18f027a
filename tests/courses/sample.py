"""Courses and people for tests, all plainly made up."""

import json
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from bot.courses.catalogue import Course
from bot.courses.models import COURSES
from bot.courses.service import Courses
from bot.db.engine import Database
from bot.keys import KeyRing
from bot.people.models import PEOPLE

TEXT = {"title": "Demo workshop", "summary": "A made-up course.", "learn": "Nothing real.", "who": "Demo people.", "costs": "None.", "selection": "By lot."}
TITLES = {"en": "Demo workshop", "fr": "Atelier de démonstration", "ar": "ورشة تجريبية"}


async def offer(database: Database, number: str, now: datetime, **fields: Any) -> Course:
    """Put a course into the catalogue and return it."""
    texts = json.dumps({language: {**TEXT, "title": title} for language, title in TITLES.items()})
    values = {"state": "open", "kind": "workshop", "regions": "west-africa", "languages": "en fr", "audiences": "defenders", "zone": "Africa/Dakar",
              "texts": texts, "changed_at": now, "city": "", "country": "", "partners": "", "share_with": "", **fields}
    async with database.transaction() as connection:
        await connection.execute(insert(COURSES).values(id=number, **values))
    found = await Courses(database, lambda: now).get(number)
    assert found is not None
    return found


async def somebody(database: Database, keys: KeyRing) -> str:
    """Make a person and return the number of their row."""
    number = str(uuid.uuid4())
    async with database.transaction() as connection:
        await connection.execute(insert(PEOPLE).values(
            id=number, lookup=number, lookup_key="k1", chat_id=keys.seal("1", "people", "chat_id", number), language="en", consent_version=1,
            joined_month="2026-11", active_month="2026-11"))
    return number
