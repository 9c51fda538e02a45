"""the colour that a board gives its screens."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.add_column("school_board", sa.Column("accent", sa.String(length=7), nullable=False, server_default=""))


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_column("school_board", "accent")
