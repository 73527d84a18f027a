"""The table of questions that people sent to the team."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, String, Table

from bot.db.types import METADATA, Encrypted

# A question that a person chose to send to the team; staff never see who asked.
INBOX = Table(
    "inbox", METADATA,
    Column("id", String(36), primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("language", String(2), nullable=False),
    Column("state", String(10), nullable=False, doc="open, answered"),
    Column("text", Encrypted, nullable=False),
    Column("answer", Encrypted),
    Column("answered_by", String(36), doc="number of a member of staff"),
    Column("gap", Boolean, nullable=False, default=False, doc="the knowledge base lacks the answer"),
    Column("asked_on", Date, nullable=False, index=True),
    Column("last_update", BigInteger, nullable=False, unique=True, doc="the update that sent it: it has one effect"),
)
