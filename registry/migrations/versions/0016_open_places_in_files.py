"""what was left open in the files of an agreement, as it was read when they were filed."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.add_column("agreement_file", sa.Column("leftovers", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_column("agreement_file", "leftovers")
