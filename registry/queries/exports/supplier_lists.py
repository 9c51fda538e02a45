"""The lists of suppliers, of those who can be reached there, and of products."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func

from registry.model import CovenantEntry, Product, Supplier, SupplierAlias, SupplierContact
from registry.queries.exports.list_rows import Column, ListRows, Said, gathered, joined, list_rows

Where = ColumnElement[bool]
WHOSE = (Column("supplier.name", Supplier.name), Column("supplier.kvk", Supplier.kvk))
BY_SUPPLIER = (func.lower(Supplier.name), Supplier.id)


def suppliers_list(session: Any, on: date, *where: Where, order: Sequence[Any] = BY_SUPPLIER) -> ListRows:
    """Return the suppliers with where they stand in the covenant as known on this date."""
    aliases = gathered(session, SupplierAlias.supplier_id, SupplierAlias.name)
    status, checked_on, source = _covenant(session, on)
    columns = (
        *WHOSE,
        Column("supplier.legal_form", Supplier.legal_form),
        Column("supplier.role", Supplier.role),
        Column("supplier.aliases", Supplier.id, joined(aliases)),
        Column("supplier.website", Supplier.website),
        Column("supplier.address", Supplier.address),
        Column("supplier.postcode", Supplier.postcode),
        Column("supplier.city", Supplier.city),
        Column("supplier.country", Supplier.country),
        Column("covenant.status", Supplier.id, status),
        Column("covenant.checked_on", Supplier.id, checked_on),
        Column("covenant.source", Supplier.id, source),
        Column("supplier.note", Supplier.note),
        Column("supplier.retired_on", Supplier.retired_on),
    )
    return list_rows(session, "Leveranciers", columns, lambda asked: asked.where(*where).order_by(*order))


def contacts_list(session: Any, *where: Where) -> ListRows:
    """Return the functions that can be reached at suppliers."""
    columns = (
        *WHOSE,
        Column("contact.kind", SupplierContact.kind),
        Column("contact.function", SupplierContact.function),
        Column("contact.email", SupplierContact.email),
        Column("contact.phone", SupplierContact.phone),
        Column("contact.hours", SupplierContact.hours),
    )

    def narrow(asked: Select[Any]) -> Select[Any]:
        of_suppliers = asked.join_from(Supplier, SupplierContact).where(*where)
        return of_suppliers.order_by(*BY_SUPPLIER, SupplierContact.id)

    return list_rows(session, "Contacten", columns, narrow)


def products_list(session: Any, *where: Where, order: Sequence[Any] = ()) -> ListRows:
    """Return the products, by supplier unless another order is given."""
    columns = (
        *WHOSE,
        Column("product.name", Product.name),
        Column("product.kind", Product.kind),
        Column("product.description", Product.description),
        Column("product.purpose_plain", Product.purpose_plain),
        Column("product.aliases", Product.aliases),
        Column("product.website", Product.website),
        Column("product.leaflet_url", Product.leaflet_url),
        Column("product.dpia_needed", Product.dpia_needed),
        Column("product.retired_on", Product.retired_on),
    )

    def narrow(asked: Select[Any]) -> Select[Any]:
        of_suppliers = asked.join_from(Supplier, Product).where(*where)
        return of_suppliers.order_by(*(order or (*BY_SUPPLIER, func.lower(Product.name), Product.id)))

    return list_rows(session, "Producten", columns, narrow)


def _covenant(session: Any, on: date) -> tuple[Said, Said, Said]:
    """How to say of a supplier what the newest check on or before this date found, when, and where."""
    entry = CovenantEntry
    said = (entry.status, entry.checked_on, entry.source, entry.id)
    found = gathered(session, entry.supplier_id, *said, where=[entry.checked_on <= on])
    newest = {number: max(rows, key=lambda row: row[1::2]) for number, rows in found.items()}

    def part(place: int) -> Said:
        return lambda number: newest[number][place] if number in newest else None

    return part(0), part(1), part(2)
