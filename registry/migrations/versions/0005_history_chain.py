"""the history becomes one chain: its lines are numbered without gaps and linked to each other."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from registry.database.chain import FIRST_LINK, link_of, new_seals

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AT_ONCE = 1000
NEW: dict[str, sa.types.TypeEngine[Any]] = {
    "change_id": sa.Integer(),
    "seals": sa.String(length=300),
    "link": sa.String(length=64),
}
PLAIN = ("id", "subject_id", "subject_version", "record_id", "change_id", "account_id")
TEXT = ("who", "why", "subject", "record", "action", "field", "old", "new", "seals", "link")
LINES = sa.table(
    "audit_event",
    sa.column("at", sa.DateTime(timezone=True)),
    *(sa.column(name, sa.Integer()) for name in PLAIN),
    *(sa.column(name, sa.String()) for name in TEXT),
)


def upgrade() -> None:
    """Bring the schema to this revision, and link the lines that are there."""
    chain = op.create_table(
        "audit_chain",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_chain_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_chain")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
        for name, kind in NEW.items():
            batch_op.add_column(sa.Column(name, kind, nullable=True))
    last, link = _link_all(op.get_bind())
    op.execute(chain.insert().values(id=1, last_id=last, link=link))
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        for name, kind in NEW.items():
            batch_op.alter_column(name, existing_type=kind, nullable=False)
        batch_op.create_index("ix_audit_event_change", ["change_id", "subject", "subject_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("audit_event", "id", server_default=None)  # the chain numbers its lines


def _link_all(connection: Any) -> tuple[int, str]:
    """Number and link of the last line, after every line has got its own; lines of one Change got the same moment."""
    read, number, change, link = 0, 0, 0, FIRST_LINK
    known: tuple[Any, ...] = ()
    rewrite = LINES.update().where(LINES.c.id == sa.bindparam("before"))
    rewrite = rewrite.values({name: sa.bindparam(f"new_{name}") for name in ("id", *NEW)})
    while found := _some(connection, read):
        written = []
        for old in found:
            read, number = old["id"], number + 1
            same = (old["at"], old["who"], old["why"])
            change, known = (change if same == known else number), same
            line = {**old, "id": number, "change_id": change, "seals": new_seals()}
            link = line["link"] = link_of(link, line)
            written.append({"before": read, **{f"new_{name}": line[name] for name in ("id", *NEW)}})
        connection.execute(rewrite, written)
    return number, link


def _some(connection: Any, after: int) -> list[dict[str, Any]]:
    some = sa.select(LINES).where(LINES.c.id > after).order_by(LINES.c.id).limit(AT_ONCE)
    return [dict(line) for line in connection.execute(some).mappings()]


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_event_change")
        for name in ("account_id", *NEW):
            batch_op.drop_column(name)
    op.drop_table("audit_chain")
