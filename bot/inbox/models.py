"""The table of questions that people sent to the team."""

from datetime import date

from sqlalchemy import BigInteger, Column
from sqlmodel import Field, SQLModel

from bot.db.types import Encrypted


class QuestionRow(SQLModel, table=True):
    """A question that a person chose to send to the team; staff never see who asked."""

    __tablename__ = "inbox"

    id: str = Field(primary_key=True, max_length=36)
    person_id: str = Field(foreign_key="people.id", ondelete="CASCADE", max_length=36, index=True)
    language: str = Field(max_length=2)
    state: str = Field(max_length=10, description="open, answered")
    text: str = Field(sa_column=Column(Encrypted(), nullable=False))
    answer: str | None = Field(default=None, sa_column=Column(Encrypted(), nullable=True))
    answered_by: str | None = Field(default=None, max_length=36, description="number of a member of staff")
    gap: bool = Field(default=False, description="the knowledge base lacks the answer")
    asked_on: date = Field(index=True)
    last_update: int = Field(sa_column=Column(BigInteger(), nullable=False, unique=True), description="the update that sent it: it has one effect")
