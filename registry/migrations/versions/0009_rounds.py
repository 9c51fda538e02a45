"""rounds: once a year every agreement and every use in force is looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

REPLIES = ("open", "yes", "no", "unsure", "not_applicable")
CONCLUSIONS = ("open", "agreed", "action")
RISKS = ("unknown", "low", "medium", "high")


def upgrade() -> None:
    """Bring the schema to this revision."""
    _rounds()
    _reviews()
    _answers()
    _actions()


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    for table in ("review_action", "review_answer", "review", "review_round"):
        op.drop_table(table)


def _one_of(name: str, members: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*members, name=name, native_enum=False, create_constraint=True, length=40)


def _rounds() -> None:
    op.create_table(
        "review_round",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "answer_by IS NULL OR opened_on IS NULL OR answer_by >= opened_on",
            name=op.f("ck_review_round_opened_then_answered"),
        ),
        sa.CheckConstraint(
            "closed_on IS NULL OR opened_on IS NULL OR closed_on >= opened_on",
            name=op.f("ck_review_round_opened_then_closed"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_round")),
    )
    op.create_index("uq_review_round_year", "review_round", ["year"], unique=True)


def _reviews() -> None:
    op.create_table(
        "review",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("use_id", sa.Integer(), nullable=True),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("still_used", _one_of("reply", REPLIES), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("groups", sa.String(length=200), nullable=False),
        sa.Column("data_right", _one_of("data_right", REPLIES), nullable=False),
        sa.Column("data_note", sa.Text(), nullable=False),
        sa.Column("conclusion", _one_of("conclusion", CONCLUSIONS), nullable=False),
        sa.Column("risk", _one_of("risk", RISKS), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("advised_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(agreement_id IS NULL) <> (use_id IS NULL)", name=op.f("ck_review_one_subject")),
        sa.CheckConstraint("(use_id IS NULL) = (school_id IS NULL)", name=op.f("ck_review_a_use_is_of_a_school")),
        sa.ForeignKeyConstraint(["round_id"], ["review_round.id"], name=op.f("fk_review_round_id")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_review_agreement_id")),
        sa.ForeignKeyConstraint(["use_id"], ["use.id"], name=op.f("fk_review_use_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_review_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    for column in ("round_id", "agreement_id", "use_id", "school_id"):
        op.create_index(op.f(f"ix_review_{column}"), "review", [column], unique=False)
    op.create_index("uq_review_agreement", "review", ["round_id", "agreement_id"], unique=True)
    op.create_index("uq_review_use", "review", ["round_id", "use_id"], unique=True)


def _answers() -> None:
    op.create_table(
        "review_answer",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("answer", _one_of("reply", REPLIES), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_answer_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_answer")),
    )
    op.create_index("uq_review_answer", "review_answer", ["review_id", "question"], unique=True)


def _actions() -> None:
    op.create_table(
        "review_action",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_review_action_action_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_action_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_action")),
    )
    op.create_index(op.f("ix_review_action_action_id"), "review_action", ["action_id"], unique=False)
    op.create_index("uq_review_action", "review_action", ["review_id", "action_id"], unique=True)
