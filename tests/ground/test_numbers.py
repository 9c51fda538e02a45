"""A number is given once: a new record never stands under the history of one that is gone."""

import pytest
import sqlalchemy as sa

from registry.database import change, db, migrating
from registry.errors import BrokenRule
from registry.model import Supplier
from registry.model.audit import AuditEvent
from registry.model.base import Base
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def on_sqlite(app):
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            pytest.skip("PostgreSQL counts on by itself")
        yield db.engine


def test_a_new_supplier_gets_a_new_number(session):
    gone = add_supplier(session, {"name": "De Kade"})
    number = gone.id
    with change(session, "toets"):
        session.delete(gone)
    assert add_supplier(session, {"name": "Lettervlieg"}).id > number


def test_every_table_gives_its_numbers_once(on_sqlite):
    apart = {"audit_event", "audit_chain"}
    with on_sqlite.connect() as connection:
        once = set(
            connection.execute(sa.text("SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'")).scalars()
        )
    assert once == set(Base.metadata.tables) - apart


class TestAnOlderDatabase:
    @pytest.fixture
    def older(self, on_sqlite, session):
        """A database of before, from which the newest supplier was taken away again."""
        kade = add_supplier(session, {"name": "De Kade"}, {"aliases": [{"name": "Kademeester"}]})
        gone = add_supplier(session, {"name": "De Kade Digitaal"})
        with change(session, "toets"):
            session.delete(gone)
        migrating.downgrade(on_sqlite, "0012")
        return kade

    def test_it_keeps_its_rows_and_what_they_refer_to(self, older, on_sqlite, session):
        migrating.upgrade(on_sqlite)
        session.expire_all()
        assert [alias.name for alias in session.scalars(sa.select(Supplier)).one().aliases] == ["Kademeester"]

    def test_it_counts_on_from_what_the_history_knows(self, older, on_sqlite, session):
        migrating.upgrade(on_sqlite)
        known = session.scalar(sa.select(sa.func.max(AuditEvent.record_id)).where(AuditEvent.record == "supplier"))
        assert known == older.id + 1
        assert add_supplier(session, {"name": "Lettervlieg"}).id == known + 1

    def test_a_row_that_refers_to_nothing_stops_it_and_nothing_is_changed(self, older, on_sqlite):
        with on_sqlite.connect() as connection:
            driver = connection.connection.cursor()
            driver.execute("PRAGMA foreign_keys = OFF")
            driver.execute("UPDATE supplier_alias SET supplier_id = 99")
            driver.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(BrokenRule, match="regels in supplier_alias wijzen naar niets"):
            migrating.upgrade(on_sqlite)
        assert not migrating.is_current(on_sqlite)

    def test_foreign_keys_are_looked_after_again(self, older, on_sqlite):
        migrating.upgrade(on_sqlite)
        with on_sqlite.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
