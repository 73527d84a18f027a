"""The mark by which the account that asked, reviewed or decided is known again under another number."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
_TABLES = ("asks", "broadcasts", "decisions", "reviews")


def upgrade() -> None:
    """Add the column; what was done before has none, and is compared by its number."""
    for name in _TABLES:
        op.add_column(name, sa.Column("account_mark", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it away."""
    for name in _TABLES:
        with op.batch_alter_table(name) as table:
            table.drop_column("account_mark")
