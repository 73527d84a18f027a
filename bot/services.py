"""Everything that handlers may use; made once by `bot.usecases`."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.corrections import Corrections
from bot.broadcasts.ledger import Delivery, DeliveryLedger
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
from bot.i18n import Words
from bot.inbox.service import Inbox
from bot.keys import KeyRing
from bot.knowledge.shelf import Shelf
from bot.people.erasure import Erasure
from bot.people.export import Export
from bot.people.service import People
from bot.people.tallies import Tallies
from bot.people.traces import Traces
from bot.replies import Reply
from bot.rolenews import RoleNews
from bot.staff.audit import Audit
from bot.staff.service import Staff
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that handlers may use; made once by `bot.usecases`."""

    keys: KeyRing
    words: Words
    renderer: Renderer
    messenger: Messenger
    people: People
    tallies: Tallies
    courses: Courses
    publishing: Publishing
    subscriptions: Subscriptions
    traces: Traces
    export: Export
    erasure: Erasure
    inline_mode: bool
    drafts: Drafts
    interests: Interests
    staff: Staff
    audit: Audit
    role_news: RoleNews
    broadcasts: Broadcasts
    segments: Segments
    releases: Releases
    ledger: DeliveryLedger
    inbox: Inbox
    corrections: Corrections
    deliver: Callable[[int, Reply], Awaitable[Delivery]]  # a message to somebody else than who writes: that it did not arrive is a value
    selection: Selection
    decisions: Decisions
    accepted: Accepted
    letters: Letters
    letter_releases: LetterReleases
    exports: Exports
    figures: Figures
    shelf: Shelf
    read: asyncio.Event  # set when the knowledge base was read for the first time: people can arrive before that
    answered: Callable[[str, str], None]  # counts (band, language) for operators
    now: Callable[[], datetime]
