"""practice checks, and what teachers ask for at the secret address of their school."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _listed(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    """Bring the schema to this revision."""
    _practice()
    _requests()


def _practice() -> None:
    op.create_table(
        "practice_check",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("privacy_annex_id", sa.Integer(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("by_function", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["privacy_annex_id"], ["privacy_annex.id"], name=op.f("fk_practice_check_privacy_annex_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_practice_check_product_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_practice_check_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_check")),
    )
    for column in ("privacy_annex_id", "product_id", "school_id"):
        op.create_index(op.f(f"ix_practice_check_{column}"), "practice_check", [column], unique=False)
    op.create_table(
        "practice_row",
        sa.Column("practice_check_id", sa.Integer(), nullable=False),
        sa.Column("kind", _listed("rowkind", "agreed", "denied", "extra"), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("seen", _listed("seen", "yes", "no", "unknown"), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("what <> '' OR category <> ''", name=op.f("ck_practice_row_says_what")),
        sa.ForeignKeyConstraint(
            ["practice_check_id"], ["practice_check.id"], name=op.f("fk_practice_row_practice_check_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_row")),
    )
    op.create_index(op.f("ix_practice_row_practice_check_id"), "practice_row", ["practice_check_id"], unique=False)


def _requests() -> None:
    op.create_table(
        "staff_address",
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_staff_address_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_address")),
    )
    op.create_index(op.f("ix_staff_address_school_id"), "staff_address", ["school_id"], unique=False)
    op.create_index("uq_staff_address_school", "staff_address", ["school_id"], unique=True)
    op.create_index("uq_staff_address_token_hash", "staff_address", ["token_hash"], unique=True)
    op.create_table(
        "app_request",
        sa.Column("app", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=255), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("groups", sa.String(length=200), nullable=False),
        sa.Column("wanted_from", sa.Date(), nullable=True),
        sa.Column("asker", sa.String(length=120), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("decision", _listed("decision", "open", "yes", "yes_if", "no"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(decided_on IS NULL) = (decision = 'open')", name=op.f("ck_app_request_decided_has_a_date")
        ),
        sa.CheckConstraint("app <> ''", name=op.f("ck_app_request_names_an_app")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_app_request_product_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_app_request_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_request")),
    )
    for column in ("product_id", "school_id"):
        op.create_index(op.f(f"ix_app_request_{column}"), "app_request", [column], unique=False)
    op.create_index("uq_app_request_token_hash", "app_request", ["token_hash"], unique=True)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    for table in ("app_request", "staff_address", "practice_row", "practice_check"):
        op.drop_table(table)
