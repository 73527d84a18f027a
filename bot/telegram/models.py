"""The tables of received updates: numbers, times and error classes, never content."""

from datetime import datetime

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from bot.db.types import UtcDateTime


class FinishedUpdate(SQLModel, table=True):
    """An update whose effects are committed: if Telegram delivers it again, it is known. Kept 48 hours."""

    __tablename__ = "finished_updates"

    update_id: int = Field(sa_column=Column(BigInteger(), primary_key=True, autoincrement=False))
    finished_at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False, index=True))


class QuarantinedUpdate(SQLModel, table=True):
    """An update that could not be processed, set aside so that it does not block others. Kept 48 hours."""

    __tablename__ = "quarantined_updates"

    update_id: int = Field(sa_column=Column(BigInteger(), primary_key=True, autoincrement=False))
    error: str = Field(max_length=120, description="the error's class and code location, never its message")
    at: datetime = Field(sa_column=Column(UtcDateTime(), nullable=False))
