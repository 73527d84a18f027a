"""People, dialogs, tallies, finished and quarantined updates, the key canary."""

import sqlalchemy as sa
from alembic import op

from bot.db.types import Encrypted, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("lookup", sa.String(64), nullable=False, unique=True),
        sa.Column("lookup_key", sa.String(32), nullable=False),
        sa.Column("chat_id", Encrypted(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("joined_month", sa.String(7), nullable=False),
        sa.Column("active_month", sa.String(7), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "dialogs",
        sa.Column("lookup", sa.String(64), primary_key=True),
        sa.Column("state", Encrypted(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_table(
        "tallies",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("outcome", sa.String(16), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
    )
    op.create_table(
        "key_canary",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sealed", Encrypted(), nullable=False),
    )
    op.create_table(
        "finished_updates",
        sa.Column("update_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False, index=True),
    )
    op.create_table(
        "quarantined_updates",
        sa.Column("update_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("error", sa.String(120), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("quarantined_updates", "finished_updates", "key_canary", "tallies", "dialogs", "people"):
        op.drop_table(table)
