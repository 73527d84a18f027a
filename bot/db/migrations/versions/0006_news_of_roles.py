"""What admins are to hear of changed roles, until it was told."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "news",
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("person_id", sa.String(36), sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
        sa.Column("joined", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("news")
