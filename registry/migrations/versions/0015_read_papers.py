"""papers of suppliers that were read, and the annexes that came of them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "read_paper",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("annexes", sa.JSON(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_read_paper_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_paper")),
        sa.UniqueConstraint("file_id", name=op.f("uq_read_paper_file_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "taken_over",
        sa.Column("read_paper_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("privacy_annex_id", sa.Integer(), nullable=True),
        sa.Column("security_annex_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(privacy_annex_id IS NULL) <> (security_annex_id IS NULL)", name=op.f("ck_taken_over_one_annex")
        ),
        sa.CheckConstraint("place >= 0", name=op.f("ck_taken_over_place")),
        sa.ForeignKeyConstraint(
            ["privacy_annex_id"], ["privacy_annex.id"], name=op.f("fk_taken_over_privacy_annex_id")
        ),
        sa.ForeignKeyConstraint(["read_paper_id"], ["read_paper.id"], name=op.f("fk_taken_over_read_paper_id")),
        sa.ForeignKeyConstraint(
            ["security_annex_id"], ["security_annex.id"], name=op.f("fk_taken_over_security_annex_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_over")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_taken_over_read_paper_id"), "taken_over", ["read_paper_id"], unique=False)
    op.create_index("uq_taken_over_privacy", "taken_over", ["privacy_annex_id"], unique=True)
    op.create_index("uq_taken_over_security", "taken_over", ["security_annex_id"], unique=True)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_table("taken_over")
    op.drop_table("read_paper")
