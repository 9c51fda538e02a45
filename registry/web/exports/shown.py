"""Lists in Excel of exactly what a screen shows: the filters stand in the address, as there."""

from datetime import date

from flask import Blueprint, Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Supplier
from registry.queries.suppliers.suppliers import conditions, find_suppliers
from registry.queries.uses.grid import shown_uses
from registry.services.exports.lists import supplier_sheets, uses_sheet
from registry.web.exports.answers import workbook
from registry.web.suppliers.supplier_filter import SupplierFilter
from registry.web.uses.grid_form import GridFilter

blueprint = Blueprint("shown_lists", __name__)


@blueprint.get("/leveranciers/lijst.xlsx")
@needs(Right.READ)
def suppliers() -> Response:
    """Send the suppliers that the address asks for, with their products and agreements."""
    wanted, today = SupplierFilter().wanted(), date.today()
    where = conditions(wanted, today)
    if wanted.lacking:  # only their whole file tells
        where = [Supplier.id.in_([line.supplier.id for line in find_suppliers(db.session, wanted, today)[0]])]
    return workbook(supplier_sheets(db.session, today, *where), "Leveranciers", today)


@blueprint.get("/wie-gebruikt-wat/lijst.xlsx")
@needs(Right.READ)
def uses() -> Response:
    """Send the uses that the grid shows."""
    today = date.today()
    where = shown_uses(today, GridFilter().selection(None, None))
    return workbook([uses_sheet(db.session, where)], "Gebruik", today)
