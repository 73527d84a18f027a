"""A large database of made-up people for the benchmarks, filled by bulk inserts. Every sealed value is really sealed for its place."""

import json
import random
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert

from bot.courses.answers import dump as dump_form
from bot.courses.catalogue import REGIONS
from bot.courses.form import Form, Said
from bot.courses.models import COURSES, DRAFTS, INTERESTS, REVIEWS
from bot.courses.scores import Review, Score, dump
from bot.db.engine import Database
from bot.i18n import LANGUAGES
from bot.keys import KeyRing
from bot.people.models import DIALOGS, PEOPLE

FIRST_CHAT = 6_000_000
_AT_ONCE = 5_000  # rows of one statement
_LARGEST = 10  # every tenth expression of interest is for one course
_SENTENCE = "I document attacks on defenders and help them to be heard. "


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each."""

    people: int
    interests: int
    courses: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """What was made: the ids of courses (the first is the largest), and of people with an open form."""

    sizes: Sizes
    courses: list[str]
    writers: list[str]


async def seed(database: Database, keys: KeyRing, sizes: Sizes, now: datetime) -> Crowd:
    """Fill an empty database."""
    chance = random.Random(7)
    people = [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(sizes.people)]
    courses = [f"course-{number}" for number in range(sizes.courses)]
    interests = [str(uuid.UUID(int=chance.getrandbits(128))) for _ in range(sizes.interests)]
    async with database.transaction() as connection:
        for table, rows in (
            (PEOPLE, _people(keys, people)), (DIALOGS, _dialogs(keys, sizes.people // 50, now)), (COURSES, _courses(courses, now)),
            (INTERESTS, _interests(keys, interests, people, courses, now)), (REVIEWS, _reviews(keys, interests, now)),
            (DRAFTS, _drafts(keys, people[-sizes.drafts :], courses, now)),
        ):
            statement, left = insert(table), iter(rows)
            while some := list(islice(left, _AT_ONCE)):
                await connection.execute(statement, some)
    return Crowd(sizes, courses, people[-sizes.drafts :])


def _people(keys: KeyRing, people: list[str]) -> Iterable[Mapping[str, Any]]:
    for number, person in enumerate(people):
        chat = FIRST_CHAT + number
        yield {"id": person, "lookup": keys.look_up(chat), "lookup_key": "k1", "chat_id": keys.seal(str(chat), "people", "chat_id", person),
               "language": LANGUAGES[number % 3], "consent_version": 1, "joined_month": "2026-01", "active_month": "2026-10", "gone_on": None}


def _dialogs(keys: KeyRing, count: int, now: datetime) -> Iterable[Mapping[str, Any]]:
    for number in range(count):
        lookup = keys.look_up(FIRST_CHAT + 37 * number)
        yield {"lookup": lookup, "state": keys.seal("{}", "dialogs", "state", lookup), "expires_at": now + timedelta(hours=1 + number % 20)}


def _courses(courses: list[str], now: datetime) -> Iterable[Mapping[str, Any]]:
    said = dict.fromkeys(("title", "summary", "learn", "who", "costs", "selection"), _SENTENCE * 4)
    for number, course in enumerate(courses):
        yield {"id": course, "state": ("open", "closed", "decided")[number % 3], "kind": "workshop", "regions": REGIONS[number % len(REGIONS)],
               "languages": "en fr", "audiences": "defenders", "starts_on": None, "ends_on": None, "city": "", "country": "", "seats": 20,
               "opens_at": None, "deadline": now + timedelta(days=number % 90 - 30), "zone": "Africa/Nairobi", "partners": "", "share_with": "",
               "texts": json.dumps(dict.fromkeys(LANGUAGES, said)), "changed_at": now}


def _interests(keys: KeyRing, interests: list[str], people: list[str], courses: list[str], now: datetime) -> Iterable[Mapping[str, Any]]:
    answers = json.dumps({"name": "Demo Amina", "contact": "chat", "work": _SENTENCE * 10, "plans": _SENTENCE * 8, "use": _SENTENCE * 8})
    for number, interest in enumerate(interests):
        yield {"id": interest, "person_id": people[number % len(people)], "course_id": courses[0 if number % _LARGEST == 0 else number % len(courses)],
               "code": f"C-{number}", "state": "reading", "language": LANGUAGES[number % 3], "region": REGIONS[number % 7],
               "answers": keys.seal(answers, "interests", "answers", interest), "version": 1, "sent_on": now.date(), "decided_on": None}


def _reviews(keys: KeyRing, interests: list[str], now: datetime) -> Iterable[Mapping[str, Any]]:
    """None, one or two for each, every other pair split: what costs the queue most."""
    for number, interest in enumerate(interests):
        for place in range(number % 3):
            row = str(uuid.UUID(int=(number << 64) + place))
            points = 5 if place and number % 2 else 2
            content = dump(Review(1, *(Score(points, _SENTENCE * 3) for _ in range(3))))
            yield {"id": row, "interest_id": interest, "reviewer": f"other-{place}", "abstained": False, "filed_at": now,
                   "content": keys.seal(content, "reviews", "content", row)}


def _drafts(keys: KeyRing, writers: list[str], courses: list[str], now: datetime) -> Iterable[Mapping[str, Any]]:
    form = Form("plans", {"name": "Demo Amina", "reach": "chat", "country": ("KE", "africa-east"), "organisation": "ngo", "work": _SENTENCE * 10})
    answers = dump_form(form, Said(), "")
    for number, person in enumerate(writers):
        yield {"person_id": person, "course_id": courses[number % len(courses)], "interest_id": None, "step": form.step,
               "id": str(uuid.uuid4()), "answers": keys.seal(answers, "drafts", "answers", person), "last_update": 0, "asked_message": 0, "answered_at": now}
