"""a board's and a school's own Word templates, in versions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ONLY_ONE = {
    "uq_paper_template_board": (["paper", "edition"], "school_id IS NULL"),
    "uq_paper_template_board_in_use": (["paper"], "in_use AND school_id IS NULL"),
    "uq_paper_template_school": (["paper", "school_id", "edition"], "school_id IS NOT NULL"),
    "uq_paper_template_school_in_use": (["paper", "school_id"], "in_use AND school_id IS NOT NULL"),
}


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "paper_template",
        sa.Column("paper", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", sa.String(length=120), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_paper_template_file_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_paper_template_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_template")),
    )
    with op.batch_alter_table("paper_template", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_template_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_template_school_id"), ["school_id"], unique=False)
        for name, (columns, where) in ONLY_ONE.items():
            batch_op.create_index(
                name, columns, unique=True, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
            )


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    with op.batch_alter_table("paper_template", schema=None) as batch_op:
        for name, (_columns, where) in ONLY_ONE.items():
            batch_op.drop_index(name, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
        batch_op.drop_index(batch_op.f("ix_paper_template_school_id"))
        batch_op.drop_index(batch_op.f("ix_paper_template_file_id"))

    op.drop_table("paper_template")
