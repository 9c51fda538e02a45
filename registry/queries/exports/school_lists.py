"""The lists of schools and of what they use; who sees some schools gets those only."""

from typing import Any

from sqlalchemy import Select, func

from registry.model import Product, School, Supplier, Use
from registry.queries.exports.list_rows import Column, ListRows, list_rows
from registry.queries.exports.supplier_lists import WHOSE, Where

BY_SCHOOL = (func.lower(School.name), School.id)


def schools_list(session: Any) -> ListRows:
    """Return the schools, the closed ones as well."""
    columns = (
        Column("school.name", School.name),
        Column("school.site_code", School.site_code),
        Column("school.sector", School.sector),
        Column("school.address", School.address),
        Column("school.postcode", School.postcode),
        Column("school.city", School.city),
        Column("school.website", School.website),
        Column("school.pupils", School.pupils),
        Column("school.closed_on", School.closed_on),
    )
    return list_rows(session, "Scholen", columns, lambda asked: asked.order_by(*BY_SCHOOL))


def uses_list(session: Any, *where: Where) -> ListRows:
    """Return the uses, by school, supplier and product; `where` may speak of all of these."""
    columns = (
        Column("use.schools", School.name),
        Column("school.site_code", School.site_code),
        *WHOSE,
        Column("product.name", Product.name),
        Column("use.since", Use.since),
        Column("use.until", Use.until),
        Column("use.groups", Use.groups),
        Column("use.purpose_plain", Use.purpose_plain),
        Column("use.legal_basis", Use.legal_basis),
        Column("use.in_guide", Use.in_guide),
        Column("use.guide_heading", Use.guide_heading),
        Column("use.caretaker", Use.caretaker),
        Column("use.bought_by_teacher", Use.bought_by_teacher),
        Column("use.note", Use.note),
    )

    def narrow(asked: Select[Any]) -> Select[Any]:
        joined = asked.select_from(Use).join(Use.school).join(Use.product).join(Product.supplier).where(*where)
        return joined.order_by(*BY_SCHOOL, func.lower(Supplier.name), func.lower(Product.name), Use.since, Use.id)

    return list_rows(session, "Gebruik", columns, narrow)
