"""the days when something happens: notices of subprocessors, breaches, and stopping with a product."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLES = ("subprocessor_notice", "breach", "closing", "closing_file", "closing_line", "notice_product")


def upgrade() -> None:
    """Bring the schema to this revision."""
    _subprocessor_notice()
    _breach()
    _closing()
    _closing_file()
    _closing_line()
    _notice_product()


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _subprocessor_notice() -> None:
    op.create_table(
        "subprocessor_notice",
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column(
            "change",
            sa.Enum(
                "added",
                "replaced",
                "changed",
                "left",
                name="subprocessorchange",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("replaces", sa.String(length=200), nullable=False),
        sa.Column("service", sa.String(length=300), nullable=False),
        sa.Column("data", sa.String(length=300), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("term", sa.Integer(), nullable=True),
        sa.Column(
            "term_unit",
            sa.Enum("days", "weeks", name="termunit", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "term_source",
            sa.Enum(
                "unknown",
                "contract",
                "annex",
                "message",
                name="termsource",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "decision",
            sa.Enum(
                "open",
                "no_objection",
                "objection",
                "consent",
                name="noticedecision",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("safeguard", sa.String(length=40), nullable=False),
        sa.Column("safeguard_note", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "change <> 'replaced' OR replaces <> ''", name=op.f("ck_subprocessor_notice_replaced_says_whom")
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_subprocessor_notice_has_a_name")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_subprocessor_notice_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subprocessor_notice")),
    )
    op.create_index(op.f("ix_subprocessor_notice_supplier_id"), "subprocessor_notice", ["supplier_id"], unique=False)


def _breach() -> None:
    op.create_table(
        "breach",
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subprocessor", sa.String(length=200), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("discovered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("consequences", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "open", "report", "not", name="reportdecision", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column(
            "telling",
            sa.Enum("open", "tell", "not", name="telldecision", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("people_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("lessons", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "decision <> 'not' OR decision_reason <> ''", name=op.f("ck_breach_not_reported_has_a_reason")
        ),
        sa.CheckConstraint("what <> ''", name=op.f("ck_breach_says_what")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_breach_product_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_breach_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breach")),
    )
    op.create_index(op.f("ix_breach_product_id"), "breach", ["product_id"], unique=False)
    op.create_index(op.f("ix_breach_supplier_id"), "breach", ["supplier_id"], unique=False)


def _closing() -> None:
    op.create_table(
        "closing",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("deleted_on", sa.Date(), nullable=True),
        sa.Column(
            "subprocessors",
            sa.Enum("unknown", "yes", "no", name="inclusion", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "backups",
            sa.Enum("unknown", "yes", "no", name="backups", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("backups_note", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_closing_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )
    op.create_index(op.f("ix_closing_product_id"), "closing", ["product_id"], unique=False)
    op.create_index(
        "uq_closing_under_way",
        "closing",
        ["product_id"],
        unique=True,
        sqlite_where=sa.text("done_on IS NULL"),
        postgresql_where=sa.text("done_on IS NULL"),
    )


def _closing_file() -> None:
    op.create_table(
        "closing_file",
        sa.Column("closing_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["closing_id"], ["closing.id"], name=op.f("fk_closing_file_closing_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_closing_file_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing_file")),
    )
    op.create_index(op.f("ix_closing_file_file_id"), "closing_file", ["file_id"], unique=False)
    op.create_index("uq_closing_file", "closing_file", ["closing_id", "file_id"], unique=True)


def _closing_line() -> None:
    op.create_table(
        "closing_line",
        sa.Column("closing_id", sa.Integer(), nullable=False),
        sa.Column("use_id", sa.Integer(), nullable=False),
        sa.Column("exported_on", sa.Date(), nullable=True),
        sa.Column("export_note", sa.String(length=300), nullable=False),
        sa.Column("accounts_closed_on", sa.Date(), nullable=True),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["closing_id"], ["closing.id"], name=op.f("fk_closing_line_closing_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_closing_line_school_id")),
        sa.ForeignKeyConstraint(["use_id"], ["use.id"], name=op.f("fk_closing_line_use_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing_line")),
    )
    op.create_index(op.f("ix_closing_line_closing_id"), "closing_line", ["closing_id"], unique=False)
    op.create_index(op.f("ix_closing_line_school_id"), "closing_line", ["school_id"], unique=False)
    op.create_index(op.f("ix_closing_line_use_id"), "closing_line", ["use_id"], unique=False)
    op.create_index("uq_closing_line", "closing_line", ["closing_id", "use_id"], unique=True)


def _notice_product() -> None:
    op.create_table(
        "notice_product",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("privacy_annex_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["subprocessor_notice.id"], name=op.f("fk_notice_product_notice_id")),
        sa.ForeignKeyConstraint(
            ["privacy_annex_id"], ["privacy_annex.id"], name=op.f("fk_notice_product_privacy_annex_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_notice_product_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_product")),
    )
    op.create_index(op.f("ix_notice_product_privacy_annex_id"), "notice_product", ["privacy_annex_id"], unique=False)
    op.create_index(op.f("ix_notice_product_product_id"), "notice_product", ["product_id"], unique=False)
    op.create_index("uq_notice_product", "notice_product", ["notice_id", "product_id"], unique=True)
