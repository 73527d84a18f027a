"""The tables of announcements: what is said to whom, one row a recipient, and who follows corrections."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.db.types import UtcDateTime

_APART = "released_by IS NULL OR released_by <> author OR alone"  # P24: the author never releases, unless the operator has a single member of staff


class BroadcastRow(SQLModel, table=True):
    """An announcement: staff write it, a second person releases it."""

    __tablename__ = "broadcasts"
    __table_args__ = (CheckConstraint(_APART, name="author_does_not_release"),)

    id: str = Field(primary_key=True, max_length=36)
    kind: str = Field(max_length=12, description="announcement, letters, correction, incident")
    state: str = Field(max_length=10, index=True, description="draft, waiting, released, late, sending, paused, stopped, done")
    author: str = Field(max_length=36, description="number of a member of staff")
    course_id: str | None = Field(default=None, max_length=24, description="the course it is about")
    texts: str = Field(description="JSON: language → text")
    fallback: str = Field(default="", max_length=2, description="language for people whose own is missing; empty: they are left out")
    buttons: str = Field(default="", max_length=40, description="open, register, separated by spaces")
    media: str = Field(default="", max_length=300, description="photo or document and Telegram's number of it, or empty")
    segment: str = Field(description="JSON: who gets it")
    send_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True), description="none: as soon as it is released")
    zone: str = Field(default="UTC", max_length=40, description="IANA time zone in which the time was named")
    alone: bool = Field(default=False, description="released without a second person, because the operator allows it")
    asked_hash: str = Field(default="", max_length=64, description="what the author asked to release: SHA-256 of text, buttons, segment, schedule")
    asked_count: int = Field(default=0, description="how many people the author was shown")
    released_by: str | None = Field(default=None, max_length=36)
    starts_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True, index=True))
    planned_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True), description="when the recipients were noted")
    ended_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True, index=True))
    progress_message: int = Field(
        default=0, sa_column=Column(BigInteger(), nullable=False), description="number of the message in the author's chat that shows the progress")
    totals: str = Field(default="", description="JSON: state → count, when the rows of the recipients are gone")
    changed_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    account_mark: str = Field(
        default="", max_length=64, sa_column_kwargs={"server_default": ""},
        description="keyed mark of the account that asked for the release, for this row only; empty unless it waits for one")


class DeliveryRow(SQLModel, table=True):
    """One recipient of an announcement: pending → sending → sent, gone, failed or uncertain."""

    __tablename__ = "deliveries"
    __table_args__ = (UniqueConstraint("broadcast_id", "person_id"), Index("deliveries_next", "broadcast_id", "state", "id"))

    id: int | None = Field(default=None, sa_column=Column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True))
    broadcast_id: str = Field(sa_column=Column(String(36), ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=False))
    person_id: str | None = Field(
        default=None, sa_column=Column(String(36), ForeignKey("people.id", ondelete="SET NULL"), nullable=True, index=True),
        description="none: the person was erased")
    language: str = Field(max_length=2, description="language of the text")
    state: str = Field(max_length=10, description="pending, sending, sent, gone, failed, uncertain")
    reason: str = Field(default="", max_length=40, description="class of the error")
    segment: str = Field(default="", max_length=40, description="which value of the announcement's first rule the person falls under")
    sent_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True))


class LeaseRow(SQLModel, table=True):
    """Who sends at present: one process at a time."""

    __tablename__ = "leases"

    name: str = Field(primary_key=True, max_length=16)
    holder: str = Field(max_length=36)
    until: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class FollowRow(SQLModel, table=True):
    """Corrections follow the answer: which version of which entry a person who wants that was shown."""

    __tablename__ = "follows"

    person_id: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE", max_length=36)
    entry: str = Field(primary_key=True, max_length=64)
    version: str = Field(max_length=16)
    shown_on: date = Field(index=True)
