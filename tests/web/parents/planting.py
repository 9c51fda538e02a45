"""Plants a mark of its own in every text of every table: what is found back in an answer leaked from there."""

from datetime import UTC, date, datetime
from itertools import product

import sqlalchemy as sa
from sqlalchemy.types import LargeBinary, TypeDecorator

from registry.model import Base
from registry.model.columns import Codes
from registry.reference import facts

LETTERS = "bcdfghjklmnprstv"  # no word of ours has three of these between a z and a q


def marks():
    """Marks of five signs, which fit the shortest column: zbbbq, zbbcq, …"""
    for letters in product(LETTERS, repeat=3):
        yield f"z{''.join(letters)}q"


def is_text(column):
    """Whether people type what stands here; a code or a choice from a list can only be one of the list."""
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    listed = isinstance(column.type, Codes | sa.Enum) or column.info.get("table") or column.foreign_keys
    return isinstance(kind, sa.String | sa.JSON | LargeBinary) and not listed


def texts(tables):
    return {f"{table.name}.{column.name}" for table in tables for column in table.c if is_text(column)}


def plant(engine, allowed):
    """Plant marks in every text that is not allowed to be public; give the place of each mark."""
    tables, planted, fresh = Base.metadata.sorted_tables, {}, marks()
    with engine.begin() as connection:
        _let_go_of_checks(connection, tables)
        for table in tables:
            if connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0:
                connection.execute(table.insert().values(_row(connection, table)))
            for key in connection.execute(sa.select(*table.primary_key)).all():
                mark = {c: next(fresh) for c in table.c if is_text(c) and f"{table.name}.{c.name}" not in allowed}
                planted |= {text: f"{table.name}.{c.name}" for c, text in mark.items()}
                if mark:
                    raw, values = _raw(table), {c.name: _value(c, text) for c, text in mark.items()}
                    here = (raw.c[c.name] == value for c, value in zip(table.primary_key, key, strict=True))
                    connection.execute(raw.update().where(*here).values(values))
    return planted


def _let_go_of_checks(connection, tables):
    """A mark is no KvK number, and a row may belong to two: the rules of this one database are switched off."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        return
    for table in tables:
        for rule in sa.inspect(connection).get_check_constraints(table.name):
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" DROP CONSTRAINT "{rule["name"]}"')


def _raw(table):
    return sa.table(table.name, *(sa.column(c.name, _plain(c)) for c in table.c))


def _plain(column):
    return column.type.impl if isinstance(column.type, TypeDecorator) else column.type


def _value(column, text):
    kind = _plain(column)
    return text.encode() if isinstance(kind, LargeBinary) else {text: text} if isinstance(kind, sa.JSON) else text


def _row(connection, table):
    """A row for an empty table that belongs to the first record of each of its owners."""
    return {column.name: _filled(connection, column) for column in table.c}


def _filled(connection, column):
    for key in column.foreign_keys:
        return connection.scalar(sa.select(sa.func.min(key.column)))
    if table := column.info.get("table"):
        code = next(iter(getattr(facts(), table)))
        return (code,) if isinstance(column.type, Codes) else code
    kind = _plain(column)
    if column.primary_key and not isinstance(kind, sa.String):
        return 1
    if isinstance(kind, sa.Enum):
        return (kind.enum_class and next(iter(kind.enum_class))) or kind.enums[0]
    if isinstance(kind, sa.Boolean):
        return True
    if isinstance(kind, sa.DateTime):
        return datetime(2026, 1, 1, tzinfo=UTC)
    if isinstance(kind, sa.Date):
        return date(2026, 1, 1)
    if isinstance(kind, sa.Integer | sa.Numeric | sa.Float):
        return 1
    return () if isinstance(column.type, Codes) else _value(column, "")
