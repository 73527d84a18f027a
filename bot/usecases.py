"""Makes the use cases over one database."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.broadcasts.corrections import Corrections
from bot.broadcasts.leaving import leaving_of
from bot.broadcasts.ledger import DeliveryLedger
from bot.broadcasts.letters import LetterReleases
from bot.broadcasts.release import Releases
from bot.broadcasts.segments import Segments
from bot.broadcasts.service import Broadcasts
from bot.courses.accepted import Accepted
from bot.courses.decisions import Decisions
from bot.courses.drafts import Drafts
from bot.courses.export import Exports
from bot.courses.figures import Figures
from bot.courses.interests import Interests
from bot.courses.letters import Letters
from bot.courses.publishing import Publishing
from bot.courses.selection import Selection
from bot.courses.service import Courses
from bot.courses.subscriptions import Subscriptions
from bot.db.engine import Database
from bot.i18n import Words
from bot.inbox.service import Inbox
from bot.keys import KeyRing
from bot.knowledge.shelf import Shelf
from bot.people.erasure import Erasure
from bot.people.export import Export
from bot.people.service import People
from bot.people.tallies import Tallies
from bot.people.tombstones import JOURNAL
from bot.people.traces import Traces
from bot.rolenews import RoleNews
from bot.services import Services
from bot.settings import Settings
from bot.staff.asks import Asks
from bot.staff.audit import Audit
from bot.staff.news import News
from bot.staff.service import Staff
from bot.telegram.messenger import Messenger
from bot.telegram.post import Post
from bot.telegram.render import Renderer
from bot.web.metrics import Metrics

LOCALES = Path(__file__).parent.parent / "locales"
Clock = Callable[[], datetime]


def services_of(
    settings: Settings, keys: KeyRing, database: Database, shelf: Shelf, read: asyncio.Event, messenger: Messenger, metrics: Metrics, now: Clock,
) -> Services:
    """Return everything that handlers may use, over one database and one way to Telegram."""
    words, drafts, traces = Words(LOCALES), Drafts(database, keys, now), Traces(database, keys, now)
    renderer, audit, segments = Renderer(words, keys), Audit(database, keys, now), Segments(database)
    broadcasts = Broadcasts(database, now)
    releases = Releases(database, segments, audit, now, delay=timedelta(minutes=settings.release_delay), second_person=settings.second_person)
    leaving, deliver = leaving_of(database, keys, now), Post(messenger, renderer, traces)
    erasure = Erasure(database, now, settings.data_dir / JOURNAL, leaving)
    return Services(
        keys=keys, words=words, renderer=renderer, messenger=messenger, people=People(database, keys, now),
        tallies=Tallies(database, now), courses=Courses(database, now), publishing=Publishing(database, now),
        subscriptions=Subscriptions(database), drafts=drafts, interests=Interests(database, keys, now, drafts, erasure.erase_row),
        traces=traces, export=Export(database, keys, now),
        staff=Staff(database, keys, audit, now, settings.admin_telegram_ids, leaving), audit=audit, broadcasts=broadcasts, segments=segments,
        inbox=Inbox(database, keys, audit, now), corrections=Corrections(database, broadcasts, segments, now),
        deliver=deliver, role_news=RoleNews(News(database, keys, now), words, deliver),
        releases=releases, ledger=DeliveryLedger(database, keys, now), erasure=erasure, inline_mode=settings.inline_mode,
        **_choosing(settings, keys, database, words, audit, now), shelf=shelf, read=read, answered=metrics.answer, now=now)


def _choosing(settings: Settings, keys: KeyRing, database: Database, words: Words, audit: Audit, now: Clock) -> dict[str, Any]:
    """Return the services with which staff read and choose expressions of interest."""
    decisions, letters, asks = Decisions(database, keys, audit, now), Letters(database, words), Asks(database, now)
    return {
        "selection": Selection(database, keys, audit, now), "decisions": decisions, "letters": letters, "figures": Figures(database, now),
        "accepted": Accepted(database, keys, audit),
        "letter_releases": LetterReleases(database, decisions, letters, asks, audit, now, delay=timedelta(minutes=settings.release_delay),
                                          second_person=settings.second_person),
        "exports": Exports(database, keys, asks, audit, second_person=settings.second_person),
    }
