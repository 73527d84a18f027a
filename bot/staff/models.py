"""The tables about staff: who may do what, invitations under way, and what was done."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from bot.db.types import UtcDateTime


class StaffRow(SQLModel, table=True):
    """A member of staff: a person with roles. The row goes with the person."""

    __tablename__ = "staff"

    id: str = Field(primary_key=True, max_length=36, description="random number under which reviews and the audit trail know a member of staff")
    person_id: str = Field(foreign_key="people.id", ondelete="CASCADE", max_length=36, unique=True)
    roles: str = Field(max_length=60, description="admin, editor, approver, reviewer, responder, separated by spaces")
    since: date


class InvitationRow(SQLModel, table=True):
    """A link that makes whoever opens it first a member of staff."""

    __tablename__ = "invitations"

    token: str = Field(primary_key=True, max_length=64, description="keyed hash of the link's secret")
    roles: str = Field(max_length=60)
    invited_by: str = Field(max_length=36, description="number of a member of staff, or operator")
    expires_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))


class AuditRow(SQLModel, table=True):
    """What a member of staff did: an event and the number of what it was done to, chained to the entry before. Never content."""

    __tablename__ = "audit"

    number: int = Field(sa_column=Column(BigInteger(), primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))
    actor: str = Field(max_length=36, description="number of a member of staff, or operator")
    event: str = Field(max_length=40)
    object: str = Field(max_length=80, description="number of the row, or short name of the course, that it was done to")
    previous: str = Field(max_length=64, description="hash of the entry before")
    hash: str = Field(max_length=64, description="keyed hash of this entry and of the one before")


class NewsRow(SQLModel, table=True):
    """An admin is to hear of a changed role; the row goes when they were told."""

    __tablename__ = "news"

    number: int = Field(sa_column=Column(BigInteger(), primary_key=True, autoincrement=False))
    person_id: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE", max_length=36, index=True)
    joined: bool = Field(default=False, description="by an invitation")


class AskRow(SQLModel, table=True):
    """What a member of staff asked for and a second one must confirm: the letters of a course, or its expressions of interest as a file."""

    __tablename__ = "asks"

    kind: str = Field(primary_key=True, max_length=10, description="letters or export")
    object: str = Field(primary_key=True, max_length=24, description="short name of the course")
    asked_by: str = Field(max_length=36, description="number of a member of staff")
    mark: str = Field(default="", max_length=64, description="hash of what was asked for, so that nothing else is confirmed")
    asked_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))
    account_mark: str = Field(
        default="", max_length=64, sa_column_kwargs={"server_default": ""}, description="keyed mark of the account that asked, for this row only")
