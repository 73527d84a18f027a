"""Whether a person asked to hear of courses, kept in their row."""

import sqlalchemy as sa
from alembic import op

from bot.db import triggers

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, and what keeps it true."""
    op.add_column("people", sa.Column("asked_to_hear", sa.Boolean(), nullable=False, server_default=sa.false()))
    triggers.fill(op.get_bind())
    triggers.install(op.get_bind())


def downgrade() -> None:
    """Take both away."""
    triggers.remove(op.get_bind())
    with op.batch_alter_table("people") as people:
        people.drop_column("asked_to_hear")
