"""Staff and the audit trail, announcements and their recipients, questions to the team; what a person does or does not want to hear."""

import sqlalchemy as sa
from alembic import op

from bot.db.types import Encrypted, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PERSON = "people.id"


def upgrade() -> None:
    """Make the tables of staff, announcements and the inbox."""
    for name in ("quiet", "corrections"):
        op.add_column("people", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    _staff()
    _broadcasts()
    _inbox()


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("person_id", sa.String(36), sa.ForeignKey(_PERSON, ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("roles", sa.String(60), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("roles", sa.String(60), nullable=False),
        sa.Column("invited_by", sa.String(36), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("at", UtcDateTime(), nullable=False, index=True),
        sa.Column("actor", sa.String(36), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("object", sa.String(80), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "asks",
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("object", sa.String(24), primary_key=True),
        sa.Column("asked_by", sa.String(36), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False, index=True),
    )


def _broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("state", sa.String(10), nullable=False, index=True),
        sa.Column("author", sa.String(36), nullable=False),
        sa.Column("course_id", sa.String(24), nullable=True),
        sa.Column("texts", sa.String(), nullable=False),
        sa.Column("fallback", sa.String(2), nullable=False),
        sa.Column("buttons", sa.String(40), nullable=False),
        sa.Column("media", sa.String(300), nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("send_at", UtcDateTime(), nullable=True),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("asked_hash", sa.String(64), nullable=False),
        sa.Column("asked_count", sa.Integer(), nullable=False),
        sa.Column("released_by", sa.String(36), nullable=True),
        sa.Column("starts_at", UtcDateTime(), nullable=True, index=True),
        sa.Column("planned_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True, index=True),
        sa.Column("progress_message", sa.BigInteger(), nullable=False),
        sa.Column("totals", sa.String(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("released_by IS NULL OR released_by <> author OR alone", name="author_does_not_release"),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("broadcast_id", sa.String(36), sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("person_id", sa.String(36), sa.ForeignKey(_PERSON, ondelete="SET NULL"), nullable=True, index=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("segment", sa.String(40), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.UniqueConstraint("broadcast_id", "person_id"),
        sa.Index("deliveries_next", "broadcast_id", "state", "id"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("holder", sa.String(36), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
    )


def _inbox() -> None:
    op.create_table(
        "follows",
        sa.Column("person_id", sa.String(36), sa.ForeignKey(_PERSON, ondelete="CASCADE"), primary_key=True),
        sa.Column("entry", sa.String(64), primary_key=True),
        sa.Column("version", sa.String(16), nullable=False),
        sa.Column("shown_on", sa.Date(), nullable=False, index=True),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("person_id", sa.String(36), sa.ForeignKey(_PERSON, ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("text", Encrypted(), nullable=False),
        sa.Column("answer", Encrypted(), nullable=True),
        sa.Column("answered_by", sa.String(36), nullable=True),
        sa.Column("gap", sa.Boolean(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False, index=True),
        sa.Column("last_update", sa.BigInteger(), nullable=False, unique=True),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("inbox", "follows", "leases", "deliveries", "broadcasts", "asks", "audit", "invitations", "staff"):
        op.drop_table(table)
    with op.batch_alter_table("people") as people:
        people.drop_column("corrections")
        people.drop_column("quiet")
