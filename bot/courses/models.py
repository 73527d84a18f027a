"""The tables of the catalogue, of forms under way, and of expressions of interest with their selection."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from bot.db.types import METADATA, Encrypted, UtcDateTime

# A training course or a consultation: public, nothing about people.
COURSES = Table(
    "courses", METADATA,
    Column("id", String(24), primary_key=True, doc="short name, stands in links: a-z 0-9 -"),
    Column("state", String(8), nullable=False, index=True, doc="draft, open, closed, decided, archived"),
    Column("kind", String(16), nullable=False, doc="workshop, trainers, consultation, online, geneva"),
    Column("regions", String(120), nullable=False, doc="names of regions, separated by spaces"),
    Column("languages", String(16), nullable=False, doc="languages it is held in, separated by spaces"),
    Column("audiences", String(40), nullable=False, doc="defenders, nhri, trainers, separated by spaces"),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("city", String(80), nullable=False, default="", doc="shown only while the course is open"),
    Column("country", String(2), nullable=False, default="", doc="ISO 3166 code"),
    Column("seats", Integer),
    Column("opens_at", UtcDateTime),
    Column("deadline", UtcDateTime, index=True),
    Column("zone", String(40), nullable=False, doc="IANA time zone in which the deadline is said"),
    Column("partners", String(400), nullable=False, default="", doc="names of partner organisations, separated by ; "),
    Column("share_with", String(120), nullable=False, default="", doc="the partner that expressions of interest may be shared with, if the person agrees"),
    Column("texts", String, nullable=False, doc="JSON: language → title, summary, learn, who, costs, selection"),
    Column("changed_at", UtcDateTime, nullable=False),
)

# Tell me when something like this opens.
SUBSCRIPTIONS = Table(
    "subscriptions", METADATA,
    Column("id", String(36), primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("region", String(16), nullable=False, default="", doc="empty: any"),
    Column("kind", String(16), nullable=False, default="", doc="empty: any"),
    Column("language", String(2), nullable=False, default="", doc="language in which the course is held; empty: any"),
)

# A form under way: one a person, each answer saved at once.
DRAFTS = Table(
    "drafts", METADATA,
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("course_id", String(24), ForeignKey("courses.id", ondelete="CASCADE"), nullable=False),
    Column("interest_id", String(36), doc="the expression of interest that is being changed; none: a new one"),
    Column("step", String(16), nullable=False),
    Column("answers", Encrypted, nullable=False),
    Column("last_update", BigInteger, nullable=False, doc="the update that was answered last: it has one effect"),
    Column("asked_message", BigInteger, nullable=False, doc="number of the message that asked; what was sent before it is no answer to it"),
    Column("answered_at", UtcDateTime, nullable=False, index=True),
    Column("id", String(36), nullable=False, unique=True, index=True,
           doc="random number; what is sent from the form keeps it: one tombstone stands for both"),
)

# An expression of interest that was sent.
INTERESTS = Table(
    "interests", METADATA,
    Column("id", String(36), primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("course_id", String(24), ForeignKey("courses.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code", String(12), nullable=False, unique=True, doc="reference code that only the person is shown"),
    Column("state", String(10), nullable=False, doc="received, reading, accepted, waiting, declined: what the person may see"),
    Column("language", String(2), nullable=False),
    Column("region", String(16), nullable=False, default="", doc="continent level, for counts"),
    Column("answers", Encrypted, nullable=False),
    Column("version", Integer, nullable=False, default=1, doc="raised by each change, so that reviewers notice"),
    Column("sent_on", Date, nullable=False),
    Column("decided_on", Date, index=True, doc="the decision was released on; 90 days later the row goes"),
    UniqueConstraint("person_id", "course_id"),
)

# What one reviewer thinks of one expression of interest; nobody else reads it before filing their own.
REVIEWS = Table(
    "reviews", METADATA,
    Column("id", String(36), primary_key=True),
    Column("interest_id", String(36), ForeignKey("interests.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reviewer", String(36), nullable=False, doc="random number of a member of staff"),
    Column("abstained", Boolean, nullable=False, default=False),
    Column("content", Encrypted, nullable=False, doc="three scores with their reasons, or why the reviewer abstained"),
    Column("filed_at", UtcDateTime, nullable=False),
    Column("account_mark", String(64), nullable=False, default="", server_default="",
           doc="keyed mark of the reviewer's account, for this row only; empty when the decision is out"),
    UniqueConstraint("interest_id", "reviewer"),
)

# A decision that waits to be released together with the others of its course.
DECISIONS = Table(
    "decisions", METADATA,
    Column("interest_id", String(36), ForeignKey("interests.id", ondelete="CASCADE"), primary_key=True),
    Column("outcome", String(10), nullable=False, doc="accepted, waiting, declined"),
    Column("decided_by", String(36), nullable=False),
    Column("account_mark", String(64), nullable=False, default="", server_default="",
           doc="keyed mark of the account that decided, for this row only; empty when the decision is out"),
)

# What applicants of a course are told, per outcome and language.
LETTERS = Table(
    "letters", METADATA,
    Column("course_id", String(24), ForeignKey("courses.id", ondelete="CASCADE"), primary_key=True),
    Column("outcome", String(10), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("text", String(3000), nullable=False),
)

# How many expressions of interest a course had, after they themselves are gone.
INTEREST_TALLIES = Table(
    "interest_tallies", METADATA,
    Column("course_id", String(24), primary_key=True),
    Column("outcome", String(10), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("region", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("changed_on", Date, nullable=False, doc="12 months after the last change the row goes"),
)
