"""A random number of its own for each form under way: so one that was discarded can have a tombstone."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, give every form that is there a number, and require it."""
    op.add_column("drafts", sa.Column("id", sa.String(36), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT person_id FROM drafts")).all():
        connection.execute(sa.text("UPDATE drafts SET id = :id WHERE person_id = :person"), {"id": str(uuid.uuid4()), "person": row.person_id})
    with op.batch_alter_table("drafts") as drafts:
        drafts.alter_column("id", existing_type=sa.String(36), nullable=False)
    op.create_index("ix_drafts_id", "drafts", ["id"], unique=True)


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_drafts_id", "drafts")
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_column("id")
