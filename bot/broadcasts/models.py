"""The tables of announcements: what is said to whom, one row a recipient, and who follows corrections."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.db.types import METADATA, UtcDateTime

_APART = "released_by IS NULL OR released_by <> author OR alone"  # P24: the author never releases, unless the operator has a single member of staff

# An announcement: staff write it, a second person releases it.
BROADCASTS = Table(
    "broadcasts", METADATA,
    Column("id", String(36), primary_key=True),
    Column("kind", String(12), nullable=False, doc="announcement, letters, correction, incident"),
    Column("state", String(10), nullable=False, index=True, doc="draft, waiting, released, late, sending, paused, stopped, done"),
    Column("author", String(36), nullable=False, doc="number of a member of staff"),
    Column("course_id", String(24), doc="the course it is about"),
    Column("texts", String, nullable=False, doc="JSON: language → text"),
    Column("fallback", String(2), nullable=False, default="", doc="language for people whose own is missing; empty: they are left out"),
    Column("buttons", String(40), nullable=False, default="", doc="open, register, separated by spaces"),
    Column("media", String(300), nullable=False, default="", doc="photo or document and Telegram's number of it, or empty"),
    Column("segment", String, nullable=False, doc="JSON: who gets it"),
    Column("send_at", UtcDateTime, doc="none: as soon as it is released"),
    Column("zone", String(40), nullable=False, default="UTC", doc="IANA time zone in which the time was named"),
    Column("alone", Boolean, nullable=False, default=False, doc="released without a second person, because the operator allows it"),
    Column("asked_hash", String(64), nullable=False, default="", doc="what the author asked to release: SHA-256 of text, buttons, segment, schedule"),
    Column("asked_count", Integer, nullable=False, default=0, doc="how many people the author was shown"),
    Column("released_by", String(36)),
    Column("starts_at", UtcDateTime, index=True),
    Column("planned_at", UtcDateTime, doc="when the recipients were noted"),
    Column("ended_at", UtcDateTime, index=True),
    Column("progress_message", BigInteger, nullable=False, doc="number of the message in the author's chat that shows the progress"),
    Column("totals", String, nullable=False, default="", doc="JSON: state → count, when the rows of the recipients are gone"),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("account_mark", String(64), nullable=False, default="", server_default="",
           doc="keyed mark of the account that asked for the release, for this row only; empty unless it waits for one"),
    CheckConstraint(_APART, name="author_does_not_release"),
)

# One recipient of an announcement: pending → sending → sent, gone, failed or uncertain.
DELIVERIES = Table(
    "deliveries", METADATA,
    Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True),
    Column("broadcast_id", String(36), ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="SET NULL"), index=True, doc="none: the person was erased"),
    Column("language", String(2), nullable=False, doc="language of the text"),
    Column("state", String(10), nullable=False, doc="pending, sending, sent, gone, failed, uncertain"),
    Column("reason", String(40), nullable=False, default="", doc="class of the error"),
    Column("segment", String(40), nullable=False, default="", doc="which value of the announcement's first rule the person falls under"),
    Column("sent_at", UtcDateTime),
    UniqueConstraint("broadcast_id", "person_id"),
    Index("deliveries_next", "broadcast_id", "state", "id"),
)

# Who sends at present: one process at a time.
LEASES = Table(
    "leases", METADATA,
    Column("name", String(16), primary_key=True),
    Column("holder", String(36), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

# Corrections follow the answer: which version of which entry a person who wants that was shown.
FOLLOWS = Table(
    "follows", METADATA,
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("entry", String(64), primary_key=True),
    Column("version", String(16), nullable=False),
    Column("shown_on", Date, nullable=False, index=True),
)
