"""The registers in which pages are measured: the example board, filled up to a size; kept, for a second run."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from benchmarks.big_register import APART, COPIED, big_app
from registry import create_app
from registry.database import db
from registry.model import AuditChain, AuditEvent, Base, Product, School, Supplier, Use
from registry.paths import Instance

AT_ONCE = 20_000


@dataclass(frozen=True)
class Size:
    """How much there is in a register; what the example board has comes on top of it."""

    suppliers: int
    products: int
    schools: int
    uses: int
    lines: int

    @property
    def name(self) -> str:
        """What its folder is called."""
        return f"{self.suppliers}-{self.products}-{self.schools}-{self.uses}-{self.lines}"

    def times(self, number: int) -> "Size":
        """Return this size, a number of times as large."""
        return Size(*(one * number for one in (self.suppliers, self.products, self.schools, self.uses, self.lines)))


def register_of(size: Size, kept: Path) -> Any:
    """Return the app of a register of this size; it is made when the folder does not hold it yet."""
    folder = kept / size.name
    done = folder / "done"
    if not done.exists():
        app = big_app(folder, size.suppliers, schools=size.schools, uses_each=0)
        with app.app_context(), db.engine.begin() as connection:
            _fill(connection, size)
        done.touch()
    app = create_app(Instance(folder), SIGN_IN=False)
    app.testing = True
    return app


def _fill(connection: Connection, size: Size) -> None:
    _add_products(connection, size)
    _add_uses(connection, size)
    _add_lines(connection, size)
    if connection.dialect.name == "sqlite":
        connection.execute(text("ANALYZE"))


def _add_products(connection: Connection, size: Size) -> None:
    """Give the copied suppliers products in turn, until there are as many as asked for."""
    suppliers = connection.scalars(select(Supplier.id).where(Supplier.id > APART).order_by(Supplier.id)).all()
    lacking = size.products - (connection.scalar(select(func.count()).where(Product.id > APART)) or 0)
    pattern = connection.execute(select(Product.__table__).join(Supplier).where(Supplier.name == COPIED)).mappings()
    row = {key: value for key, value in dict(pattern.first() or {}).items() if key != "id"}
    made = [
        row | {"supplier_id": suppliers[number % len(suppliers)], "name": f"Product {number}"}
        for number in range(max(lacking, 0))
    ]
    _insert(connection, Product, made)


def _add_uses(connection: Connection, size: Size) -> None:
    """Let each school use as many products, spread over all of them."""
    schools = connection.scalars(select(School.id).where(School.id > APART).order_by(School.id)).all()
    products = connection.scalars(select(Product.id).where(Product.id > APART).order_by(Product.id)).all()
    each = size.uses // len(schools)
    made = [
        {"school_id": school, "product_id": products[(nth * 7 + place) % len(products)], "since": date(2025, 8, 1)}
        for nth, school in enumerate(schools)
        for place in range(0, len(products), max(len(products) // each, 1))
    ]
    _insert(connection, Use, made)


def _add_lines(connection: Connection, size: Size) -> None:
    """Add to the history, spread over the suppliers; no page looks at the seals."""
    last = connection.execute(select(AuditEvent.__table__).order_by(AuditEvent.id.desc()).limit(1)).mappings().one()
    suppliers = connection.scalars(select(Supplier.id).where(Supplier.id > APART)).all()
    made = []
    for number in range(last["id"] + 1, size.lines + 1):
        subject = suppliers[number % len(suppliers)]
        about = {"subject": "supplier", "subject_id": subject, "record": "supplier", "record_id": subject}
        told = {"action": "changed", "field": "note", "old": "", "new": f"Notitie {number}"}
        made.append(dict(last) | about | told | {"id": number, "change_id": number})
    _insert(connection, AuditEvent, made)
    connection.execute(AuditChain.__table__.update().values(last_id=size.lines))  # type: ignore[attr-defined]


def _insert(connection: Connection, kind: type[Base], rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(insert(kind.__table__), rows[start : start + AT_ONCE])  # type: ignore[arg-type]
