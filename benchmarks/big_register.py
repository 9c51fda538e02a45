"""A register of any size: the example board, of which one supplier and one school are copied many times."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.model import Base, Product, Supplier
from registry.paths import Instance

TODAY = date(2026, 8, 1)
COPIED = "Lettervlieg B.V."
APART = 10_000  # between the numbers of a row and of its next copy
ROWS_IN_A_LIST = 60
PRODUCTS_IN_LISTS = 240  # of which each school uses sixty
AT_ONCE = 100
# The tables of a supplier's file, owners first, with the columns that lead to their owner.
FILE = {
    "supplier": (),
    "covenant_entry": ("supplier_id",),
    "supplier_contact": ("supplier_id",),
    "product": ("supplier_id",),
    "product_module": ("product_id",),
    "privacy_annex": ("product_id",),
    "annex_purpose": ("privacy_annex_id",),
    "annex_data": ("privacy_annex_id",),
    "annex_denial": ("privacy_annex_id",),
    "annex_option": ("privacy_annex_id",),
    "annex_storage": ("privacy_annex_id",),
    "annex_retention": ("privacy_annex_id",),
    "subprocessor": ("privacy_annex_id",),
    "security_annex": ("product_id",),
    "access_role": ("security_annex_id",),
    "measure": ("security_annex_id",),
    "certificate": ("security_annex_id",),
    "agreement": ("supplier_id",),
    "agreement_product": ("agreement_id", "product_id"),
    "agreement_annex": ("agreement_id", "privacy_annex_id", "security_annex_id"),
    "choice": ("agreement_id", "option_id"),
    "deviation": ("agreement_id",),
}
Row = dict[str, Any]


def big_app(folder: Path, count: int, schools: int | None = None, uses_each: int = ROWS_IN_A_LIST) -> Any:
    """Return the app of a register with `count` suppliers with agreements, and that many schools with lists.

    `schools`: another number of schools; `uses_each`: how many products each of them uses.
    """
    app = create_app(Instance(folder))
    with app.app_context():
        migrating.upgrade(db.engine)
        demo.load(session_for(BUILT_IN), TODAY)
        file = file_of(db.session)
        db.session.remove()
        with db.engine.begin() as connection:
            copy_suppliers(connection, file, count)
            _add_schools(connection, count if schools is None else schools, uses_each)
        db.engine.dispose()
    return app


def file_of(session: Any) -> dict[str, list[Row]]:
    """Return the rows of the supplier that is copied, by table."""
    number = session.scalars(select(Supplier.id).where(Supplier.name == COPIED)).one()
    found: dict[str, list[Row]] = {}
    for name, owners in FILE.items():
        table, key = _table(name), "id" if name == "supplier" else owners[0]
        owner = {"supplier_id": "supplier", "option_id": "annex_option"}.get(key, key.removesuffix("_id"))
        numbers = [number] if name == "supplier" else [row["id"] for row in found[owner]]
        rows = session.execute(select(table).where(table.c[key].in_(numbers))).mappings()
        found[name] = [dict(row) for row in rows]
    return found


def copy_suppliers(connection: Connection, file: dict[str, list[Row]], count: int) -> None:
    """Add `count` copies of the supplier, each with rows and numbers of its own."""
    for start in range(1, count + 1, AT_ONCE):
        copies = range(start, min(start + AT_ONCE, count + 1))
        for name, rows in file.items():
            made = [_copy(name, row, copy) for copy in copies for row in rows]
            if made:
                connection.execute(insert(_table(name)), made)


def _copy(name: str, row: Row, copy: int) -> Row:
    moved = {key: row[key] + copy * APART for key in ("id", *FILE[name]) if row[key] is not None}
    own: Row = {"replaces_id": None} if name == "agreement" else {}
    if name == "supplier":
        own = {"name": f"Leverancier {copy}", "name_key": f"leverancier{copy}", "kvk": f"{10_000_000 + copy}"}
    return row | moved | own


def _add_schools(connection: Connection, count: int, uses_each: int) -> None:
    products = [number for number in connection.scalars(select(Product.id).order_by(Product.id)) if number > APART]
    pool = products[:PRODUCTS_IN_LISTS]
    for start in range(1, count + 1, AT_ONCE):
        numbers = range(start + APART, min(start + AT_ONCE, count + 1) + APART)
        connection.execute(insert(_table("school")), [{"id": one, "name": f"School {one}"} for one in numbers])
        if used := [use for number in numbers for use in _uses(number, pool, uses_each)]:
            connection.execute(insert(_table("use")), used)


def _uses(school: int, pool: list[int], uses_each: int) -> Iterator[Row]:
    rows = min(uses_each, len(pool))
    for place in range(rows):
        product = pool[(school * 7 + place * (len(pool) // rows)) % len(pool)]
        yield {"school_id": school, "product_id": product, "since": date(2025, 8, 1)}


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
