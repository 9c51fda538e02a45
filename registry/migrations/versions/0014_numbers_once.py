"""a number is given once: SQLite gives a new record no number that one which is gone had, nor that one's history."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

REUSED, ONCE = "PRIMARY KEY (id)", "PRIMARY KEY (id AUTOINCREMENT)"
KEPT_APART = ("audit_event", "audit_chain")  # they number their rows themselves


def upgrade() -> None:
    """Bring the schema to this revision; PostgreSQL never gave a number twice."""
    if op.get_bind().dialect.name == "sqlite":
        for table in _tables(REUSED):
            _rebuild(table, REUSED, ONCE)
            _never_again(table)


def downgrade() -> None:
    """Bring the schema back to the revision before this one."""
    if op.get_bind().dialect.name == "sqlite":
        for table in _tables(ONCE):
            _rebuild(table, ONCE, REUSED)


def _tables(key: str) -> list[str]:
    found = op.get_bind().execute(
        sa.text("SELECT name FROM sqlite_schema WHERE type = 'table' AND instr(sql, :key) ORDER BY name"), {"key": key}
    )
    return [name for name in found.scalars() if name not in KEPT_APART]


def _rebuild(table: str, was: str, becomes: str) -> None:
    """Make the table anew from its own words, for Alembic's batch mode would lose its checks; see migrating._opened."""
    run = op.get_bind().exec_driver_sql
    words = "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type {} 'table' AND sql IS NOT NULL"
    (made,) = run(words.format("="), (table,)).scalars().all()
    beside = run(words.format("<>"), (table,)).scalars().all()  # its indexes
    run(f'CREATE TABLE "new_{table}" {made[made.index("(") :].replace(was, becomes)}')
    run(f'INSERT INTO "new_{table}" SELECT * FROM "{table}"')
    run(f'DROP TABLE "{table}"')
    run(f'ALTER TABLE "new_{table}" RENAME TO "{table}"')
    for one in beside:
        run(one)


def _never_again(table: str) -> None:
    """Begin after every number that the table or the history knows: a record that is gone already had one too."""
    run = op.get_bind().exec_driver_sql
    told = run("SELECT max(record_id) FROM audit_event WHERE record = ?", (table,)).scalar() or 0
    here = run(f'SELECT max(id) FROM "{table}"').scalar() or 0
    run("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, max(told, here)))
