"""what agreements and the history are looked up by: their stage, and the record that a line is about.

Of uses nearly all run still, and of agreements nearly all have an end: an index on those days leaves nothing out.
"""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_agreement_status": ("agreement", ["status"]),
    "ix_audit_event_record": ("audit_event", ["record", "record_id", "field"]),
}


def upgrade() -> None:
    """Bring the schema to this revision."""
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    for name, (table, _) in INDEXES.items():
        op.drop_index(name, table)
