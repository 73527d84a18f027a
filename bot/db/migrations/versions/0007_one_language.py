"""Whether a person wants all answers in the language they chose."""

import sqlalchemy as sa
from alembic import op

from bot.db import triggers

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column: nobody has asked for it yet."""
    op.add_column("people", sa.Column("one_language", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Take it away; SQLite makes the table anew for that, and refuses to while triggers name it."""
    triggers.remove(op.get_bind())
    with op.batch_alter_table("people") as people:
        people.drop_column("one_language")
    triggers.install(op.get_bind())
