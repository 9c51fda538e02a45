"""actions: what somebody promised to do by a day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ORIGINS = ("own", "round", "practice", "annex", "notice", "breach", "closing")


def upgrade() -> None:
    """Bring the schema to this revision."""
    origin = sa.Enum(*ORIGINS, name="actionorigin", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "action",
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("origin", origin, nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("what <> ''", name=op.f("ck_action_says_what")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_action_product_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_action_school_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_action_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    for column in ("product_id", "school_id", "supplier_id"):
        op.create_index(op.f(f"ix_action_{column}"), "action", [column], unique=False)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_table("action")
