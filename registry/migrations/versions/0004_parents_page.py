"""the public page of a school, and the addresses that it has had."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "parents_page",
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("parts", sa.String(length=500), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_parents_page_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parents_page")),
    )
    op.create_index(op.f("ix_parents_page_school_id"), "parents_page", ["school_id"])
    op.create_index("uq_parents_page_school", "parents_page", ["school_id"], unique=True)
    op.create_table(
        "parents_page_address",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["parents_page.id"], name=op.f("fk_parents_page_address_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parents_page_address")),
    )
    op.create_index(op.f("ix_parents_page_address_page_id"), "parents_page_address", ["page_id"])
    op.create_index("uq_parents_page_address", "parents_page_address", ["slug"], unique=True)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_table("parents_page_address")
    op.drop_table("parents_page")
