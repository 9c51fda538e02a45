"""imports: lists that were taken over, and which column filled which field."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "saved_mapping",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "suppliers",
                "matrix",
                "recipients",
                "schools",
                "boards",
                "covenant",
                "register",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_mapping")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_saved_mapping_fingerprint")),
    )
    op.create_table(
        "import",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "suppliers",
                "matrix",
                "recipients",
                "schools",
                "boards",
                "covenant",
                "register",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "offered", "done", "undone", name="importstate", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(length=120), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("change_number", sa.Integer(), nullable=True),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'offered') = (done_at IS NULL)", name=op.f("ck_import_done_has_a_moment")),
        sa.CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name=op.f("ck_import_undone_has_a_moment")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_import_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
    )
    op.create_index(op.f("ix_import_file_id"), "import", ["file_id"], unique=False)
    op.create_index(op.f("ix_import_sha256"), "import", ["sha256"], unique=False)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_table("import")
    op.drop_table("saved_mapping")
