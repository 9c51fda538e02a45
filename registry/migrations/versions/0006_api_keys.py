"""the keys of the API, and the schools that a key is for."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    scope = sa.Enum("read", "write", name="keyscope", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "api_key",
        sa.Column("purpose", sa.String(length=80), nullable=False),
        sa.Column("scope", scope, nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("last_used_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("purpose <> ''", name=op.f("ck_api_key_has_a_purpose")),
        sa.CheckConstraint(
            "ends_on IS NULL OR begins_on IS NULL OR ends_on >= begins_on", name=op.f("ck_api_key_begins_then_ends")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
    )
    op.create_index("uq_api_key_prefix", "api_key", ["prefix"], unique=True)
    op.create_table(
        "api_key_school",
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["api_key.id"], name=op.f("fk_api_key_school_key_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_api_key_school_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key_school")),
    )
    op.create_index("uq_api_key_school", "api_key_school", ["key_id", "school_id"], unique=True)
    op.create_index(op.f("ix_api_key_school_school_id"), "api_key_school", ["school_id"], unique=False)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_table("api_key_school")
    op.drop_table("api_key")
