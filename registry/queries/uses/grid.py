"""The school × product grid: who uses what, in three short queries whatever its size."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import and_, or_, select

from registry.model import Product, School, Supplier, Use
from registry.reference import facts

NO_KIND = "Soort nog niet gekozen"


@dataclass(frozen=True, slots=True)
class GridUse:
    """A use that runs or still has to start, as one square of the grid shows it."""

    id: int
    version: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A product with its uses by the number of the school."""

    product_id: int
    product: str
    supplier: str
    kind: str
    uses: dict[int, GridUse] = field(default_factory=dict)


@dataclass(frozen=True)
class Grid:
    """The schools that are open, by number and name, and the products that can be used, by kind and name.

    `too_many`: it has more squares than can be shown, and its rows hold no uses.
    """

    schools: list[tuple[int, str]]
    rows: list[GridRow]
    too_many: bool = False

    @property
    def bands(self) -> list[tuple[str, list[GridRow]]]:
        """The rows under the Dutch name of their kind."""
        kinds = facts().product_kinds
        named = groupby(self.rows, key=lambda row: row.kind)
        return [(kinds[kind].label if kind in kinds else NO_KIND, list(rows)) for kind, rows in named]

    @property
    def squares(self) -> Iterator[tuple[int, int, GridUse]]:
        """The squares that hold a use: school, product, use."""
        return ((school, row.product_id, use) for row in self.rows for school, use in row.uses.items())


@dataclass(frozen=True)
class Selection:
    """What part of the grid somebody wants to see; nothing chosen means all of it."""

    text: str = ""
    kind: str = ""
    school_id: int | None = None
    product_id: int | None = None


def grid(session: Any, today: date, chosen: Selection | None = None, most: int | None = None) -> Grid:
    """Return the grid of what runs today or later; closed schools and products out of use are left out.

    One of more than `most` squares is too large to show: of that no use is read.
    """
    chosen = chosen or Selection()
    schools = _named_schools(session, today, chosen)
    rows = {row[0]: GridRow(*row) for row in session.execute(_products(today, chosen))}
    shown, too_many = {number for number, _ in schools}, most is not None and len(schools) * len(rows) > most
    for school_id, product_id, *use in () if too_many else session.execute(_uses(today, chosen)):
        if school_id in shown and product_id in rows:
            rows[product_id].uses[school_id] = GridUse(*use)
    return Grid(schools, sorted(rows.values(), key=_place), too_many)


def open_schools(session: Any, today: date) -> list[tuple[int, str]]:
    """Return number and name of the schools that are open, by name, as far as the viewer sees them."""
    return _named_schools(session, today, Selection())


def products_used(session: Any, school_id: int, on: date) -> set[int]:
    """Return the numbers of the products that this school used on this date, as far as the viewer sees them."""
    return set(session.scalars(select(Use.product_id).where(Use.school_id == school_id, Use.current_on(on))))


def shown_uses(today: date, chosen: Selection) -> Any:
    """Return the condition for a use that the grid of this selection shows."""
    schools = _schools(today, chosen).with_only_columns(School.id)
    products = _products(today, chosen).with_only_columns(Product.id)
    return and_(Use.not_over_on(today), Use.school_id.in_(schools), Use.product_id.in_(products))


def _place(row: GridRow) -> tuple[int, str, str]:
    kinds = list(facts().product_kinds)
    return kinds.index(row.kind) if row.kind in kinds else len(kinds), row.product.casefold(), row.supplier.casefold()


def _named_schools(session: Any, today: date, chosen: Selection) -> list[tuple[int, str]]:
    found = [(number, name) for number, name in session.execute(_schools(today, chosen))]
    return sorted(found, key=lambda school: school[1].casefold())


def _schools(today: date, chosen: Selection) -> Any:
    query = select(School.id, School.name).where(_not_yet(School.closed_on, today))
    return query.where(School.id == chosen.school_id) if chosen.school_id else query


def _products(today: date, chosen: Selection) -> Any:
    query = select(Product.id, Product.name, Supplier.name, Product.kind).join(Product.supplier)
    query = query.where(_not_yet(Product.retired_on, today), _not_yet(Supplier.retired_on, today))
    if chosen.product_id:
        query = query.where(Product.id == chosen.product_id)
    if chosen.kind:
        query = query.where(Product.kind == chosen.kind)
    if chosen.text:
        names = (Product.name, Product.aliases, Supplier.name)
        query = query.where(or_(*(name.icontains(chosen.text, autoescape=True) for name in names)))
    return query


def _uses(today: date, chosen: Selection) -> Any:
    query = select(Use.school_id, Use.product_id, Use.id, Use.version, Use.since, Use.until)
    query = query.where(Use.not_over_on(today)).order_by(Use.since)
    query = query.where(Use.school_id == chosen.school_id) if chosen.school_id else query
    return query.where(Use.product_id == chosen.product_id) if chosen.product_id else query


def _not_yet(column: Any, today: date) -> Any:
    return or_(column.is_(None), column > today)
