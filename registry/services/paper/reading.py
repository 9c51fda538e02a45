"""Reads all that papers say of their record: of several together in as many questions as of one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from registry.model import Product, School, SchoolBoard, Supplier
from registry.queries.signals.some_files import whole_file, whole_files
from registry.queries.together import shared, together
from registry.queries.uses.use_lines import lines_of_schools
from registry.services.paper.composing import Order

FILES = "supplier_files"
ALSO = (Product.parties, Product.modules)
"""What papers tell of a supplier's products that no rule looks at."""


def read_together(session: Any, orders: Iterable[Order]) -> list[Any]:
    """Return the board and the schools that these orders are about; what papers say of schools and suppliers is shared.

    They are to be held on to: the session forgets what nobody holds, and would ask for it again.
    """
    wanted: dict[str, list[int]] = {"school": [], "supplier": []}
    for order in orders:
        wanted[order.kind.subject].append(order.subject_id)
    shared(session, FILES).update({one.id: one for one in whole_files(session, wanted["supplier"], *ALSO)})
    if not wanted["school"]:
        return [session.get(SchoolBoard, 1)]
    shared(session, "use_lines").update(lines_of_schools(session, wanted["school"]))
    schools = session.scalars(select(School).where(School.id.in_(wanted["school"])))
    return [session.get(SchoolBoard, 1), *schools]


@contextmanager
def file_known(session: Any, record: Any) -> Iterator[None]:
    """Let papers composed inside take the file of this supplier, as `the_supplier` gave it, for read."""
    with together(session):
        if isinstance(record, Supplier):
            shared(session, FILES)[record.id] = record
        yield


def the_supplier(session: Any, number: int) -> Supplier:
    """Return this supplier as plain values with all that a paper says of it; NotFound when there is none."""
    read = shared(session, FILES)
    return read[number] if number in read else whole_file(session, number, *ALSO)
