"""The tables about people, and anonymous counts. Every column says what it is in docs/privacy.md; nothing else may be stored."""

from datetime import date, datetime

from sqlalchemy import Column, false
from sqlmodel import Field, SQLModel

from bot.db.types import Encrypted, UtcDateTime


class PersonRow(SQLModel, table=True):
    """A person who chose a language. Never a name, a username, a phone number or a question."""

    __tablename__ = "people"

    id: str = Field(primary_key=True, max_length=36, description="random UUID: the row that ciphertext is bound to")
    lookup: str = Field(unique=True, max_length=64, description="keyed hash of the account id")
    lookup_key: str = Field(max_length=32, description="id of the key that made the hash")
    chat_id: str = Field(sa_column=Column(Encrypted(), nullable=False), description="needed to write to the person; sealed")
    language: str = Field(max_length=2)
    consent_version: int = Field(default=0, description="version of the safety notice that was understood; 0: none")
    joined_month: str = Field(max_length=7, description="YYYY-MM")
    active_month: str = Field(max_length=7, description="YYYY-MM of the last message, for the erasure of idle people")
    gone_on: date | None = Field(default=None, description="day on which the person blocked the bot")
    quiet: bool = Field(default=False, sa_column_kwargs={"server_default": false()}, description="no announcements, please")
    corrections: bool = Field(
        default=False, sa_column_kwargs={"server_default": false()}, description="wants to hear when an entry that was shown is corrected")
    asked_to_hear: bool = Field(
        default=False, sa_column_kwargs={"server_default": false()},
        description="a subscription or an expression of interest of theirs stands; kept by the database itself (bot/db/triggers.py)")

    one_language: bool = Field(default=False, sa_column_kwargs={"server_default": false()}, description="wants all answers in the chosen language")


class DialogRow(SQLModel, table=True):
    """What a conversation needs for its next step: at most 24 hours, sealed."""

    __tablename__ = "dialogs"

    lookup: str = Field(primary_key=True, max_length=64)
    state: str = Field(sa_column=Column(Encrypted(), nullable=False))
    expires_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))


class TallyRow(SQLModel, table=True):
    """How often something happened on a day: nothing about who."""

    __tablename__ = "tallies"

    day: date = Field(primary_key=True)
    language: str = Field(primary_key=True, max_length=2)
    topic: str = Field(primary_key=True, max_length=64, description="entry id, or '-' where there is none")
    outcome: str = Field(primary_key=True, max_length=16, description="answer, choose, decline, urgent, smalltalk, helped, not-helped")
    count: int


class KeyCanaryRow(SQLModel, table=True):
    """One sealed constant: if it does not open at start, the key ring does not belong to this database."""

    __tablename__ = "key_canary"

    id: int = Field(primary_key=True)
    sealed: str = Field(sa_column=Column(Encrypted(), nullable=False))


class TraceRow(SQLModel, table=True):
    """Numbers of messages in a chat, so that both sides of the last 48 hours can be removed from it."""

    __tablename__ = "traces"

    id: str = Field(primary_key=True, max_length=36)
    lookup: str = Field(max_length=64, index=True)
    messages: str = Field(sa_column=Column(Encrypted(), nullable=False))
    at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))


class TombstoneRow(SQLModel, table=True):
    """The random number of a row that was erased, so that a restored backup does not bring it back. Says nothing about who."""

    __tablename__ = "tombstones"

    row: str = Field(primary_key=True, max_length=36)
    erased_on: date = Field(index=True)
