"""The state of a conversation: what was talked about, and which notices were given. Sealed, and gone after 24 hours."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

FOLLOW_UP = timedelta(minutes=15)  # how long "and the deadline?" is understood
LIFE = timedelta(hours=24)  # safety.md 2.2


@dataclass(frozen=True, slots=True)
class Dialog:
    """`entry` is what was answered last, at `answered_at`; `notices` tells when each kind of notice was last given.

    `form` names the form that takes the next text ("" where a text is a question); `link` is where a newcomer's link leads, or their invitation to
    the staff, until they arrived.
    `pending` is a text that was shown back and waits for "Send"; `subject` is the question that it answers.
    `typed` tells which message of staff's gave the text of which form, so that an edit of it is followed.
    `review` is what a reviewer has scored so far, until it is filed. `tongue` is the language that a newcomer wrote in, until they choose one.
    """

    entry: str | None = None
    answered_at: datetime | None = None
    notices: Mapping[str, datetime] = field(default_factory=dict)
    form: str = ""
    link: str = ""
    pending: str = ""
    subject: str = ""
    review: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    tongue: str = ""

    def expires(self, now: datetime) -> datetime:
        """Return when the state goes: 24 hours from now, and what was scored 24 hours after it was begun, however often the rest is renewed."""
        began = self.review.get("began")
        return min(now, datetime.fromisoformat(began)) + LIFE if began else now + LIFE

    def topic(self, now: datetime) -> str | None:
        """Return the entry that a follow-up may be about, if it was answered within the last 15 minutes."""
        recent = self.answered_at is not None and timedelta(0) <= now - self.answered_at <= FOLLOW_UP
        return self.entry if recent else None

    def answered(self, entry: str, now: datetime) -> "Dialog":
        """Return the dialog after `entry` was answered."""
        return replace(self, entry=entry, answered_at=now, notices=self._recent(now))

    def due(self, notice: str, every: timedelta, now: datetime) -> bool:
        """Tell whether `notice` may be given again."""
        last = self.notices.get(notice)
        return last is None or now - last >= every or now < last

    def noticed(self, notice: str, now: datetime) -> "Dialog":
        """Return the dialog after `notice` was given."""
        return replace(self, notices={**self._recent(now), notice: now})

    def unnoticed(self, notice: str) -> "Dialog":
        """Return the dialog as if `notice` had not been given."""
        return replace(self, notices={kind: at for kind, at in self.notices.items() if kind != notice})

    def _recent(self, now: datetime) -> dict[str, datetime]:
        """The notices of the last 24 hours: each write renews the row's life, so that older ones must not stay in it."""
        return {kind: at for kind, at in self.notices.items() if timedelta(0) <= now - at < LIFE}


def dump(dialog: Dialog) -> str:
    """Return the dialog as JSON."""
    return json.dumps({
        "entry": dialog.entry,
        "answered_at": dialog.answered_at.isoformat() if dialog.answered_at else None,
        "notices": {kind: at.isoformat() for kind, at in dialog.notices.items()},
        "form": dialog.form,
        "link": dialog.link,
        "pending": dialog.pending,
        "subject": dialog.subject,
        "review": dict(dialog.review),
        "typed": dict(dialog.typed),
        "tongue": dialog.tongue,
    })


def parse(text: str) -> Dialog:
    """Read what `dump` wrote."""
    data = json.loads(text)
    answered = data.get("answered_at")
    return Dialog(
        entry=data.get("entry"),
        answered_at=datetime.fromisoformat(answered) if answered else None,
        notices={kind: datetime.fromisoformat(at) for kind, at in data.get("notices", {}).items()},
        form=data.get("form", ""),
        link=data.get("link", ""),
        pending=data.get("pending", ""),
        subject=data.get("subject", ""),
        review=data.get("review", {}),
        typed=data.get("typed", {}),
        tongue=data.get("tongue", ""),
    )
