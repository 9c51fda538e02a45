"""a key of the API may take lists over."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OLD, NEW = "scope IN ('read', 'write')", "scope IN ('read', 'write', 'import')"
RULE = "ck_api_key_keyscope"


def upgrade() -> None:
    """Bring the schema to this revision."""
    _change(OLD, NEW)


def downgrade() -> None:
    """Bring the schema back to the revision before this one; a key that took lists over still reads and writes."""
    op.execute("UPDATE api_key SET scope = 'write' WHERE scope = 'import'")
    _change(NEW, OLD)


def _change(was: str, becomes: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rebuild(was, becomes)
    else:
        op.drop_constraint(RULE, "api_key")
        op.create_check_constraint(op.f(RULE), "api_key", becomes)


def _rebuild(was: str, becomes: str) -> None:
    """Make the table anew from its own words, for Alembic's batch mode would lose its checks; see 0014."""
    run = op.get_bind().exec_driver_sql
    words = "SELECT sql FROM sqlite_schema WHERE tbl_name = 'api_key' AND type {} 'table' AND sql IS NOT NULL"
    (made,) = run(words.format("=")).scalars().all()
    beside = run(words.format("<>")).scalars().all()  # its indexes
    last = run("SELECT seq FROM sqlite_sequence WHERE name = 'api_key'").scalar()
    run(f"CREATE TABLE new_api_key {made[made.index('(') :].replace(was, becomes)}")
    run("INSERT INTO new_api_key SELECT * FROM api_key")
    run("DROP TABLE api_key")
    run("ALTER TABLE new_api_key RENAME TO api_key")
    for one in beside:
        run(one)
    run("DELETE FROM sqlite_sequence WHERE name = 'api_key'")
    run("INSERT INTO sqlite_sequence (name, seq) VALUES ('api_key', ?)", (last or 0,))  # no number comes twice
