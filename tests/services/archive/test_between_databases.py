"""From SQLite to PostgreSQL and back, by an archive and straight: the same members to the byte."""

import os

import pytest
import sqlalchemy as sa

from registry.errors import BrokenRule
from registry.services.accounts.joining import set_up_link
from registry.services.archive.copying import copy_register
from registry.services.archive.reading import read_archive
from registry.services.suppliers.suppliers import add_supplier
from tests.database import SqliteCopies
from tests.postgres_copies import PostgresCopies
from tests.services.archive.random_registers import fill_with_everything
from tests.services.archive.registers import everything, members, register_at

needs_postgres = pytest.mark.skipif("TEST_DATABASE_URL" not in os.environ, reason="no PostgreSQL: TEST_DATABASE_URL")


@pytest.fixture
def postgres():
    copies = PostgresCopies(os.environ["TEST_DATABASE_URL"])
    yield copies
    copies.close()


@pytest.fixture
def sqlite(tmp_path_factory):
    return SqliteCopies(tmp_path_factory.mktemp("blank"))


@pytest.fixture
def first(app, sqlite, tmp_path):
    """A register on SQLite with a record of every kind that the steps make, and what its archive holds."""
    with register_at(app, sqlite, tmp_path / "first") as (session, own, instance):
        fill_with_everything(session)
        session.rollback()
        yield own, instance


@needs_postgres
def test_an_archive_goes_there_and_back(app, first, sqlite, postgres, tmp_path, out):
    before, path = everything(first[0]), out(*first, "sqlite.zip")
    with register_at(app, postgres, tmp_path / "second") as (session, own, instance):
        read_archive(own, instance, path)
        back = out(own, instance, "postgres.zip")
        assert add_supplier(session, {"name": "Nieuw"}).id == len(before["supplier"]) + 1
    assert members(back) == members(path)
    with register_at(app, sqlite, tmp_path / "third") as (_session, own, instance):
        read_archive(own, instance, back)
        assert everything(own) == before


@needs_postgres
def test_a_register_is_copied_there_and_back(app, first, sqlite, postgres, tmp_path, out):
    before = everything(first[0])
    with register_at(app, postgres, tmp_path / "second") as (_session, there, instance):
        counts = copy_register(*first, there)
        assert counts["supplier"] == len(before["supplier"])
        assert members(out(there, instance, "postgres.zip")) == members(out(*first, "sqlite.zip"))
        with register_at(app, sqlite, tmp_path / "third") as (session, own, _instance):
            set_up_link(session)  # as it waits for its first administrator
            session.rollback()
            copy_register(there, instance, own)
            assert everything(own) == before


def test_a_register_is_copied_into_a_new_file(first, tmp_path):
    own = sa.create_engine(f"sqlite:///{(tmp_path / 'new.sqlite').as_posix()}")
    copy_register(*first, own)
    assert everything(own) == everything(first[0])


def test_a_register_that_is_filled_takes_no_copy(first, app, sqlite, tmp_path):
    with register_at(app, sqlite, tmp_path / "second") as (session, own, _instance):
        add_supplier(session, {"name": "Er al"})
        session.rollback()
        before = everything(own)
        with pytest.raises(BrokenRule, match="Dit register is niet leeg"):
            copy_register(*first, own)
        assert everything(own) == before


def test_a_database_that_is_not_there_is_told(first, tmp_path):
    nowhere = sa.create_engine(f"sqlite:///{(tmp_path / 'no' / 'folder.sqlite').as_posix()}")
    with pytest.raises(BrokenRule, match="De andere database is niet te bereiken"):
        copy_register(*first, nowhere)
