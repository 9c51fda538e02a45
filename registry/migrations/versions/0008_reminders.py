"""reminders: what somebody wants to hear, what they were told, and the address of their calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "reminder_choice",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("wants_digest", sa.Boolean(), nullable=False),
        sa.Column("digest_sent_on", sa.Date(), nullable=True),
        sa.Column("digest_begun_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_reminder_choice_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_choice")),
    )
    op.create_index("uq_reminder_choice_account_id", "reminder_choice", ["account_id"], unique=True)
    op.create_table(
        "reminder_kind",
        sa.Column("choice_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("is_wanted", sa.Boolean(), nullable=False),
        sa.Column("days_early", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("days_early BETWEEN 0 AND 400", name=op.f("ck_reminder_kind_days_early")),
        sa.ForeignKeyConstraint(["choice_id"], ["reminder_choice.id"], name=op.f("fk_reminder_kind_choice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_kind")),
    )
    op.create_index("uq_reminder_kind", "reminder_kind", ["choice_id", "kind"], unique=True)
    op.create_table(
        "sent_reminder",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sent_reminder_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_reminder")),
    )
    told = ["account_id", "kind", "subject", "subject_id", "due_on"]
    op.create_index("uq_sent_reminder", "sent_reminder", told, unique=True)
    op.create_table(
        "calendar_feed",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_calendar_feed_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
    )
    op.create_index("uq_calendar_feed_account_id", "calendar_feed", ["account_id"], unique=True)
    op.create_index("uq_calendar_feed_token_hash", "calendar_feed", ["token_hash"], unique=True)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    for table in ("calendar_feed", "sent_reminder", "reminder_kind", "reminder_choice"):
        op.drop_table(table)
