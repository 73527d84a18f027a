"""Courses, subscriptions, drafts, expressions of interest and their selection; traces for the wipe; tombstones."""

import sqlalchemy as sa
from alembic import op

from bot.db.types import Encrypted, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _person(**more: bool) -> sa.Column:
    return sa.Column("person_id", sa.String(36), sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, **more)


def _course(**more: bool) -> sa.Column:
    return sa.Column("course_id", sa.String(24), sa.ForeignKey("courses.id", ondelete="CASCADE"), nullable=False, **more)


def _interest(**more: bool) -> sa.Column:
    return sa.Column("interest_id", sa.String(36), sa.ForeignKey("interests.id", ondelete="CASCADE"), nullable=False, **more)


def upgrade() -> None:
    """Make the tables of courses and of erasure."""
    _people()
    _courses()
    _interests()
    _selection()


def _people() -> None:
    op.create_table(
        "traces",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("lookup", sa.String(64), nullable=False, index=True),
        sa.Column("messages", Encrypted(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_table(
        "tombstones",
        sa.Column("row", sa.String(36), primary_key=True),
        sa.Column("erased_on", sa.Date(), nullable=False, index=True),
    )


def _courses() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.String(24), primary_key=True),
        sa.Column("state", sa.String(8), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("regions", sa.String(120), nullable=False),
        sa.Column("languages", sa.String(16), nullable=False),
        sa.Column("audiences", sa.String(40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("city", sa.String(80), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("opens_at", UtcDateTime(), nullable=True),
        sa.Column("deadline", UtcDateTime(), nullable=True, index=True),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("partners", sa.String(400), nullable=False),
        sa.Column("share_with", sa.String(120), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.String(36), primary_key=True),
        _person(index=True),
        sa.Column("region", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
    )


def _interests() -> None:
    op.create_table(
        "drafts",
        _person(primary_key=True),
        _course(),
        sa.Column("interest_id", sa.String(36), nullable=True),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.Column("last_update", sa.BigInteger(), nullable=False),
        sa.Column("asked_message", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_table(
        "interests",
        sa.Column("id", sa.String(36), primary_key=True),
        _person(index=True),
        _course(index=True),
        sa.Column("code", sa.String(12), nullable=False, unique=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("region", sa.String(16), nullable=False),
        sa.Column("answers", Encrypted(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True, index=True),
        sa.UniqueConstraint("person_id", "course_id"),
    )


def _selection() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(36), primary_key=True),
        _interest(index=True),
        sa.Column("reviewer", sa.String(36), nullable=False),
        sa.Column("abstained", sa.Boolean(), nullable=False),
        sa.Column("content", Encrypted(), nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("interest_id", "reviewer"),
    )
    op.create_table(
        "decisions",
        _interest(primary_key=True),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("decided_by", sa.String(36), nullable=False),
    )
    op.create_table(
        "letters",
        _course(primary_key=True),
        sa.Column("outcome", sa.String(10), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("text", sa.String(3000), nullable=False),
    )
    op.create_table(
        "interest_tallies",
        sa.Column("course_id", sa.String(24), primary_key=True),
        sa.Column("outcome", sa.String(10), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("region", sa.String(16), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("interest_tallies", "letters", "decisions", "reviews", "interests", "drafts", "subscriptions", "courses", "tombstones", "traces"):
        op.drop_table(table)
