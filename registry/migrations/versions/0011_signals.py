"""signals: what was silenced, with its reason, until a day; and who bought what a school uses."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "signal_silence",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("taken_back_on", sa.Date(), nullable=True),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_signal_silence_has_a_reason")),
        sa.CheckConstraint(
            "until IS NULL OR since IS NULL OR until >= since", name=op.f("ck_signal_silence_since_then_until")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_signal_silence_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_silence")),
    )
    op.create_index(op.f("ix_signal_silence_school_id"), "signal_silence", ["school_id"], unique=False)
    op.create_index("uq_signal_silence", "signal_silence", ["code", "subject", "subject_id"], unique=True)
    op.add_column("use", sa.Column("bought_by_teacher", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    op.drop_column("use", "bought_by_teacher")
    op.drop_table("signal_silence")
