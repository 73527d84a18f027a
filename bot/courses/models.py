"""The tables of the catalogue, of forms under way, and of expressions of interest with their selection."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.db.types import Encrypted, UtcDateTime


class CourseRow(SQLModel, table=True):
    """A training course or a consultation: public, nothing about people."""

    __tablename__ = "courses"

    id: str = Field(primary_key=True, max_length=24, description="short name, stands in links: a-z 0-9 -")
    state: str = Field(max_length=8, index=True, description="draft, open, closed, decided, archived")
    kind: str = Field(max_length=16, description="workshop, trainers, consultation, online, geneva")
    regions: str = Field(max_length=120, description="names of regions, separated by spaces")
    languages: str = Field(max_length=16, description="languages it is held in, separated by spaces")
    audiences: str = Field(max_length=40, description="defenders, nhri, trainers, separated by spaces")
    starts_on: date | None = None
    ends_on: date | None = None
    city: str = Field(default="", max_length=80, description="shown only while the course is open")
    country: str = Field(default="", max_length=2, description="ISO 3166 code")
    seats: int | None = None
    opens_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True))
    deadline: datetime | None = Field(default=None, sa_column=Column(UtcDateTime(), nullable=True, index=True))
    zone: str = Field(max_length=40, description="IANA time zone in which the deadline is said")
    partners: str = Field(default="", max_length=400, description="names of partner organisations, separated by ; ")
    share_with: str = Field(default="", max_length=120, description="the partner that expressions of interest may be shared with, if the person agrees")
    texts: str = Field(description="JSON: language → title, summary, learn, who, costs, selection")
    changed_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))


class SubscriptionRow(SQLModel, table=True):
    """Tell me when something like this opens."""

    __tablename__ = "subscriptions"

    id: str = Field(primary_key=True, max_length=36)
    person_id: str = Field(foreign_key="people.id", ondelete="CASCADE", max_length=36, index=True)
    region: str = Field(default="", max_length=16, description="empty: any")
    kind: str = Field(default="", max_length=16, description="empty: any")
    language: str = Field(default="", max_length=2, description="language in which the course is held; empty: any")


class DraftRow(SQLModel, table=True):
    """A form under way: one a person, each answer saved at once."""

    __tablename__ = "drafts"

    person_id: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE", max_length=36)
    course_id: str = Field(foreign_key="courses.id", ondelete="CASCADE", max_length=24)
    interest_id: str | None = Field(default=None, max_length=36, description="the expression of interest that is being changed; none: a new one")
    step: str = Field(max_length=16)
    answers: str = Field(sa_column=Column(Encrypted(), nullable=False))
    last_update: int = Field(default=0, sa_column=Column(BigInteger(), nullable=False), description="the update that was answered last: it has one effect")
    asked_message: int = Field(
        default=0, sa_column=Column(BigInteger(), nullable=False), description="number of the message that asked; what was sent before it is no answer to it")
    answered_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))
    id: str = Field(max_length=36, index=True, unique=True, description="random number; what is sent from the form keeps it: one tombstone stands for both")


class InterestRow(SQLModel, table=True):
    """An expression of interest that was sent."""

    __tablename__ = "interests"
    __table_args__ = (UniqueConstraint("person_id", "course_id"),)

    id: str = Field(primary_key=True, max_length=36)
    person_id: str = Field(foreign_key="people.id", ondelete="CASCADE", max_length=36, index=True)
    course_id: str = Field(foreign_key="courses.id", ondelete="CASCADE", max_length=24, index=True)
    code: str = Field(unique=True, max_length=12, description="reference code that only the person is shown")
    state: str = Field(max_length=10, description="received, reading, accepted, waiting, declined: what the person may see")
    language: str = Field(max_length=2)
    region: str = Field(default="", max_length=16, description="continent level, for counts")
    answers: str = Field(sa_column=Column(Encrypted(), nullable=False))
    version: int = Field(default=1, description="raised by each change, so that reviewers notice")
    sent_on: date
    decided_on: date | None = Field(default=None, index=True, description="the decision was released on; 90 days later the row goes")


class ReviewRow(SQLModel, table=True):
    """What one reviewer thinks of one expression of interest; nobody else reads it before filing their own."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("interest_id", "reviewer"),)

    id: str = Field(primary_key=True, max_length=36)
    interest_id: str = Field(foreign_key="interests.id", ondelete="CASCADE", max_length=36, index=True)
    reviewer: str = Field(max_length=36, description="random number of a member of staff")
    abstained: bool = Field(default=False)
    content: str = Field(sa_column=Column(Encrypted(), nullable=False), description="three scores with their reasons, or why the reviewer abstained")
    filed_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
    account_mark: str = Field(
        default="", max_length=64, sa_column_kwargs={"server_default": ""},
        description="keyed mark of the reviewer's account, for this row only; empty when the decision is out")


class DecisionRow(SQLModel, table=True):
    """A decision that waits to be released together with the others of its course."""

    __tablename__ = "decisions"

    interest_id: str = Field(primary_key=True, foreign_key="interests.id", ondelete="CASCADE", max_length=36)
    outcome: str = Field(max_length=10, description="accepted, waiting, declined")
    decided_by: str = Field(max_length=36)
    account_mark: str = Field(
        default="", max_length=64, sa_column_kwargs={"server_default": ""},
        description="keyed mark of the account that decided, for this row only; empty when the decision is out")


class LetterRow(SQLModel, table=True):
    """What applicants of a course are told, per outcome and language."""

    __tablename__ = "letters"

    course_id: str = Field(primary_key=True, foreign_key="courses.id", ondelete="CASCADE", max_length=24)
    outcome: str = Field(primary_key=True, max_length=10)
    language: str = Field(primary_key=True, max_length=2)
    text: str = Field(max_length=3000)


class InterestTallyRow(SQLModel, table=True):
    """How many expressions of interest a course had, after they themselves are gone."""

    __tablename__ = "interest_tallies"

    course_id: str = Field(primary_key=True, max_length=24)
    outcome: str = Field(primary_key=True, max_length=10)
    language: str = Field(primary_key=True, max_length=2)
    region: str = Field(primary_key=True, max_length=16)
    count: int
    changed_on: date = Field(description="12 months after the last change the row goes")
