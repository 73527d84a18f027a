"""The tables about staff: who may do what, invitations under way, and what was done."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, String, Table

from bot.db.types import METADATA, UtcDateTime

# A member of staff: a person with roles. The row goes with the person.
STAFF = Table(
    "staff", METADATA,
    Column("id", String(36), primary_key=True, doc="random number under which reviews and the audit trail know a member of staff"),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("roles", String(60), nullable=False, doc="admin, editor, approver, reviewer, responder, separated by spaces"),
    Column("since", Date, nullable=False),
)

# A link that makes whoever opens it first a member of staff.
INVITATIONS = Table(
    "invitations", METADATA,
    Column("token", String(64), primary_key=True, doc="keyed hash of the link's secret"),
    Column("roles", String(60), nullable=False),
    Column("invited_by", String(36), nullable=False, doc="number of a member of staff, or operator"),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

# What a member of staff did: an event and the number of what it was done to, chained to the entry before. Never content.
AUDIT = Table(
    "audit", METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("actor", String(36), nullable=False, doc="number of a member of staff, or operator"),
    Column("event", String(40), nullable=False),
    Column("object", String(80), nullable=False, doc="number of the row, or short name of the course, that it was done to"),
    Column("previous", String(64), nullable=False, doc="hash of the entry before"),
    Column("hash", String(64), nullable=False, doc="keyed hash of this entry and of the one before"),
)

# An admin is to hear of a changed role; the row goes when they were told.
NEWS = Table(
    "news", METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("joined", Boolean, nullable=False, default=False, doc="by an invitation"),
)

# What a member of staff asked for and a second one must confirm: the letters of a course, or its expressions of interest as a file.
ASKS = Table(
    "asks", METADATA,
    Column("kind", String(10), primary_key=True, doc="letters or export"),
    Column("object", String(24), primary_key=True, doc="short name of the course"),
    Column("asked_by", String(36), nullable=False, doc="number of a member of staff"),
    Column("mark", String(64), nullable=False, default="", doc="hash of what was asked for, so that nothing else is confirmed"),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("account_mark", String(64), nullable=False, default="", server_default="",
           doc="keyed mark of the account that asked, for this row only"),
)
