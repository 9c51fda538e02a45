"""At which supplier something happened: it stands in the address, so that the form behind it knows its products."""

from typing import Any

from flask import render_template, request
from sqlalchemy import select
from wtforms import Form, SelectField

from registry.database import db
from registry.model import Supplier
from registry.model.supplier import PartyRole
from registry.services.records import fetch
from registry.web.numbers import record_number


class SupplierChoice(Form):
    """Which supplier; kept in the address."""

    supplier_id = SelectField("Leverancier", coerce=str)


def chosen_supplier() -> Supplier | None:
    """Return the supplier in the address; None while nobody chose one, NotFound for one that is not there."""
    number = record_number(request.args.get("supplier_id"))
    return fetch(db.session, Supplier, number) if number else None


def choose_page(roles: tuple[PartyRole, ...], **shown: Any) -> str:
    """Return the page that asks for a supplier in one of these roles."""
    found = select(Supplier).where(Supplier.role.in_(roles)).order_by(Supplier.name)
    form = SupplierChoice(request.args)
    form.supplier_id.choices = [("", "Kies"), *((str(one.id), one.name) for one in db.session.scalars(found))]
    return render_template("which_supplier/choose.html", form=form, **shown)
