"""Lists in Excel of exactly what a screen shows: the filters and the order stand in the address, as there."""

from datetime import date

from flask import Blueprint, Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Supplier
from registry.queries.exports.agreement_lists import agreements_list
from registry.queries.exports.annex_lists import versions_list
from registry.queries.exports.supplier_lists import products_list
from registry.queries.lists import agreements as of_agreements
from registry.queries.lists import annexes as of_annexes
from registry.queries.lists import products as of_products
from registry.queries.lists.listing import ordering
from registry.queries.suppliers.suppliers import conditions, find_numbers
from registry.queries.suppliers.suppliers import orders as supplier_orders
from registry.queries.uses.grid import shown_uses
from registry.services.exports.lists import sheet_of, supplier_sheets, uses_sheet
from registry.web.exports.answers import workbook
from registry.web.lists.filters import AgreementFilter, AnnexFilter, ProductFilter
from registry.web.suppliers.supplier_filter import SupplierFilter
from registry.web.uses.grid_form import GridFilter

blueprint = Blueprint("shown_lists", __name__)


@blueprint.get("/leveranciers/lijst.xlsx")
@needs(Right.READ)
def suppliers() -> Response:
    """Send the suppliers that the address asks for, with their products and agreements."""
    form, today = SupplierFilter(), date.today()
    wanted, order = form.wanted(), ordering(supplier_orders(today), form.order)
    where = conditions(wanted, today)
    if wanted.lacking:  # only their whole file tells
        where = [Supplier.id.in_(find_numbers(db.session, wanted, today)[0])]
    return workbook(supplier_sheets(db.session, today, *where, order=order), "Leveranciers", today)


@blueprint.get("/producten/lijst.xlsx")
@needs(Right.READ)
def products() -> Response:
    """Send the products that the address asks for."""
    form, today = ProductFilter(), date.today()
    where, order = of_products.conditions(form.wanted(), today), ordering(of_products.orders(today), form.order)
    return workbook([sheet_of(products_list(db.session, *where, order=order))], "Producten", today)


@blueprint.get("/overeenkomsten/lijst.xlsx")
@needs(Right.READ)
def agreements() -> Response:
    """Send the agreements that the address asks for."""
    form, today = AgreementFilter(), date.today()
    where, order = of_agreements.conditions(form.wanted(), today), ordering(of_agreements.orders(), form.order)
    return workbook([sheet_of(agreements_list(db.session, *where, order=order))], "Overeenkomsten", today)


@blueprint.get("/bijlagen/lijst.xlsx")
@needs(Right.READ)
def annexes() -> Response:
    """Send the versions of annexes that the address asks for."""
    form, today = AnnexFilter(), date.today()
    wanted = form.wanted(today)
    order = ordering(of_annexes.orders(wanted.kind), form.order)
    found = versions_list(db.session, wanted.kind, *of_annexes.conditions(wanted), order=order)
    return workbook([sheet_of(found)], "Bijlagen", today)


@blueprint.get("/wie-gebruikt-wat/lijst.xlsx")
@needs(Right.READ)
def uses() -> Response:
    """Send the uses that the grid shows."""
    today = date.today()
    where = shown_uses(today, GridFilter().selection(None, None))
    return workbook([uses_sheet(db.session, where)], "Gebruik", today)
