"""The lists of the register as sheets, each under its Dutch headings."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from registry.exchange.sheets.headings import headings
from registry.exchange.sheets.sheet import Sheet
from registry.queries.exports.agreement_lists import agreements_list
from registry.queries.exports.annex_lists import annexes_list
from registry.queries.exports.list_rows import ListRows
from registry.queries.exports.school_lists import schools_list, uses_list
from registry.queries.exports.supplier_lists import Where, contacts_list, products_list, suppliers_list

LISTS: dict[str, Callable[[Any, date], ListRows]] = {
    "leveranciers": suppliers_list,
    "contacten": lambda session, on: contacts_list(session),
    "producten": lambda session, on: products_list(session),
    "gebruik": lambda session, on: uses_list(session),
    "overeenkomsten": lambda session, on: agreements_list(session),
    "bijlagen": lambda session, on: annexes_list(session),
    "scholen": lambda session, on: schools_list(session),
}
"""By what a person calls them; as far as the session's viewer sees them, on a date."""


def register_sheets(session: Any, on: date) -> Iterator[Sheet]:
    """Yield every list of the register, one after the other."""
    return (sheet_of(question(session, on)) for question in LISTS.values())


def supplier_sheets(session: Any, on: date, *where: Where, order: Sequence[Any]) -> Iterator[Sheet]:
    """Yield the lists of these suppliers: themselves in this order, whom to reach, their products and agreements."""
    yield sheet_of(suppliers_list(session, on, *where, order=order))
    for question in (contacts_list, products_list, agreements_list):
        yield sheet_of(question(session, *where))


def uses_sheet(session: Any, *where: Where) -> Sheet:
    """Return the list of these uses."""
    return sheet_of(uses_list(session, *where))


def sheet_of(found: ListRows) -> Sheet:
    """Return the list under its headings."""
    words = headings()
    return Sheet(found.name, tuple(words[field] for field in found.fields), found.rows)
