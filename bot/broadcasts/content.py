"""What is announced and to whom, as frozen data; and the hash that a release is bound to."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Why it is sent: `letters`, `corrections` and `incident` also reach people who want no announcements."""

    ANNOUNCEMENT = "announcement"
    LETTERS = "letters"
    CORRECTION = "correction"
    INCIDENT = "incident"


class State(StrEnum):
    """draft → waiting → released → sending → done; late asks, paused waits, stopped is over."""

    DRAFT = "draft"
    WAITING = "waiting"
    RELEASED = "released"
    LATE = "late"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


class By(StrEnum):
    """What a rule looks at."""

    LANGUAGE = "language"  # of the person
    REGION = "region"  # of a subscription or an expression of interest
    KIND = "kind"  # of course, of a subscription
    INTERESTED = "interested"  # in a course: an expression of interest was sent
    ACCEPTED = "accepted"  # for a course, and told so
    WAITING = "waiting"  # on the waiting list of a course, and told so
    DECLINED = "declined"  # not this time, and told so
    JOINED = "joined"  # in this month (YYYY-MM) or later
    READ = "read"  # was shown an entry, and wants to hear of corrections


_OF_INTERESTS = (By.REGION, By.INTERESTED, By.ACCEPTED, By.WAITING, By.DECLINED)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: true of people for whom one of `values` is true."""

    by: By
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """People for whom all of `include` and none of `exclude` is true."""

    include: tuple[Rule, ...] = ()
    exclude: tuple[Rule, ...] = ()

    @property
    def about_interests(self) -> bool:
        """Whether a rule rests on expressions of interest or on outcomes: then a small count could point to one person."""
        return any(rule.by in _OF_INTERESTS for rule in (*self.include, *self.exclude))


@dataclass(frozen=True, slots=True)
class Content:
    """What the author decides: everything here is part of the hash."""

    texts: Mapping[str, str] = field(default_factory=dict)
    fallback: str = ""
    buttons: tuple[str, ...] = ()
    media: str = ""
    segment: Segment = field(default_factory=Segment)
    course_id: str | None = None
    send_at: datetime | None = None
    zone: str = "UTC"
    kind: Kind = Kind.ANNOUNCEMENT

    def hash(self) -> str:
        """Return the SHA-256 of all of it, 64 hexadecimal digits: what a second person releases."""
        send_at = self.send_at.astimezone(UTC).isoformat() if self.send_at else None
        parts = [dict(self.texts), self.fallback, sorted(self.buttons), self.media, segment_to_json(self.segment), self.course_id, send_at, self.zone,
                 str(self.kind)]
        return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode()).hexdigest()

    def language_for(self, language: str) -> str | None:
        """Return the language in which somebody with `language` reads it, None when they are left out."""
        if language in self.texts:
            return language
        return self.fallback if self.fallback in self.texts else None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One announcement as it stands."""

    id: str
    state: State
    author: str
    content: Content
    alone: bool
    asked_hash: str
    asked_count: int
    released_by: str | None
    starts_at: datetime | None
    planned: bool
    ended_at: datetime | None
    progress_message: int
    account_mark: str = ""  # of the account that asked for the release, while it waits for one (`bot.staff.accounts`)


def segment_to_json(segment: Segment) -> str:
    """Return a segment as JSON, the same for the same rules."""
    return json.dumps({side: sorted([rule.by, sorted(rule.values)] for rule in rules)
                       for side, rules in (("include", segment.include), ("exclude", segment.exclude))}, sort_keys=True)


def segment_from_json(text: str) -> Segment:
    """Read what `segment_to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    rules = {side: tuple(Rule(By(by), tuple(values)) for by, values in data.get(side, ())) for side in ("include", "exclude")}
    return Segment(**rules)
