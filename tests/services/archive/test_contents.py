"""What goes along: every table of the register, each column described, and nothing that is not told."""

import json

import pytest
import sqlalchemy as sa

from registry.database import db, migrating
from registry.model.base import Base
from registry.services.archive.contents import LEFT_OUT, kinds_of, tables, tables_in
from registry.services.archive.described import description
from registry.services.archive.kinds import Kind, kind_of, read, written
from tests.services.archive.mending import parts


def test_every_table_goes_along_or_is_named_with_its_reason(archive):
    gone_along = set(parts(archive)["manifest.json"]["tables"])
    assert gone_along.isdisjoint(LEFT_OUT)
    assert gone_along | LEFT_OUT.keys() == Base.metadata.tables.keys()
    assert all(len(reason) > 20 for reason in LEFT_OUT.values())


def test_a_table_that_is_added_later_goes_along_by_itself():
    later = sa.MetaData()
    sa.Table("new_thing", later, sa.Column("id", sa.Integer, primary_key=True), sa.Column("on", sa.Date))
    assert [kinds_of(table) for table in tables(later)] == [{"id": Kind.NUMBER, "on": Kind.DAY}]


def test_the_database_has_the_tables_and_kinds_that_the_model_has(session):
    with db.engine.connect() as connection:
        there = {table.name: kinds_of(table) for table in tables_in(connection)}
    assert there == {table.name: kinds_of(table) for table in tables()}


def test_no_table_stands_before_one_that_it_refers_to():
    before = set()
    for table in tables():
        assert {key.column.table.name for key in table.foreign_keys} - {table.name} <= before, table.name
        before.add(table.name)


def test_every_column_is_described_in_dutch():
    told = json.loads(description("0012"))
    for table in tables():
        columns = told["tables"][table.name]["columns"]
        assert [column["name"] for column in columns] == list(table.columns.keys())
        assert all(column["label"] and column["kind"] in told["kinds"] for column in columns)
    supplier = {column["name"]: column for column in told["tables"]["supplier"]["columns"]}
    assert supplier["kvk"]["label"] == "KvK-nummer"
    assert told["tables"]["product"]["label"] == "product"
    assert told["left_out"] == LEFT_OUT


def test_the_manifest_tells_versions_and_counts(archive):
    told = parts(archive)["manifest.json"]
    with db.engine.connect() as connection:
        assert told["schema"] == migrating.revision_of(connection)
    assert (told["tables"]["school"], told["tables"]["stored_file"]) == (2, 1)
    assert told["members"].keys() == parts(archive).keys() - {"manifest.json"}


def test_a_file_is_in_it_once(register, session, instance, out):
    names = [name for name in parts(out(db.engine, instance)) if name.startswith("files/")]
    assert len(names) == 1


@pytest.mark.parametrize("kind", [sa.Interval(), sa.Float()], ids=["interval", "float"])
def test_a_kind_of_column_that_nobody_thought_of_is_no_guess(kind):
    with pytest.raises(LookupError, match="no kind of archive value"):
        kind_of(kind)


@pytest.mark.parametrize("value", [{"a": [1, 2.5, None, "é"]}, [], "tekst", 0, False])
def test_json_is_kept_as_it_is(value):
    assert read(Kind.JSON, json.loads(json.dumps(written(Kind.JSON, value)))) == value
