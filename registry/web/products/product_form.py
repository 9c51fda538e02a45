"""The form of a product, with its modules and the other organisations behind it as rows."""

from typing import Any

from flask import g
from sqlalchemy import select
from wtforms import SelectField

from registry.database import db
from registry.model import Product, ProductModule, ProductParty, Supplier
from registry.model.base import label_of
from registry.web.forms import RegisterForm, Row, RowList, fields
from registry.web.forms.fields import REQUIRED
from registry.web.forms.unverified import mark_unverified
from registry.web.numbers import record_number


class SupplierField(SelectField):
    """One supplier out of the register, by its number."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, [REQUIRED], coerce=record_number, choices=[], **kwargs)

    def process(self, *args: Any, **kwargs: Any) -> None:
        """Take the value and offer every supplier."""
        super().process(*args, **kwargs)
        self.choices = [("", "Kies"), *_suppliers()]


class ModuleRow(Row):
    """A part of the product."""

    name = fields.line(ProductModule.name, required=True)
    description = fields.prose(ProductModule.description, rows=2)
    data = fields.prose(ProductModule.data, rows=2)
    access = fields.prose(ProductModule.access, rows=2)


class PartyRow(Row):
    """A maker or distributor beside the supplier."""

    supplier_id = SupplierField(label_of(ProductParty.supplier_id))
    part = fields.choice(ProductParty.part)


class ProductForm(RegisterForm):
    """A product's own data."""

    name = fields.line(Product.name, required=True, help="Zoals de school het noemt. Bijvoorbeeld: Letterboot.")
    kind = fields.code(Product.kind, help="De soort bepaalt uit welke lijst de doelen in de bijsluiter komen.")
    purpose_plain = fields.prose(
        Product.purpose_plain,
        help="Zo lezen ouders het in de schoolgids. Bijvoorbeeld: uw kind oefent met lezen op het eigen niveau.",
    )
    leaflet_url = fields.line(
        Product.leaflet_url, help="De bijsluiter op de website van de leverancier. Ouders zien deze link."
    )
    website = fields.line(Product.website)
    aliases = fields.line(Product.aliases, help="Bijvoorbeeld een oude naam of afkorting. Zoeken vindt die ook.")
    description = fields.prose(
        Product.description, help="Bijvoorbeeld: oefeningen voor lezen, met een overzicht voor de leraar."
    )
    parties = RowList(PartyRow, "Maker en distributeurs")
    modules = RowList(ModuleRow, "Onderdelen")
    dpia_needed = fields.choice(Product.dpia_needed, radio=True)
    dpia_reason = fields.prose(
        Product.dpia_reason, help="Bijvoorbeeld: het product houdt gegevens over gezondheid bij."
    )
    dpia_done_on = fields.day(Product.dpia_done_on)
    dpia_link = fields.line(Product.dpia_link)
    dpia_next_on = fields.day(Product.dpia_next_on)

    def __init__(self, **known: Any) -> None:
        super().__init__(**known)
        mark_unverified(self.kind)


def _suppliers() -> list[tuple[int, str]]:
    """Every supplier by name, asked once for all rows of a page."""
    if "supplier_choices" not in g:
        rows = db.session.execute(select(Supplier.id, Supplier.name).order_by(Supplier.name))
        g.supplier_choices = [(number, name) for number, name in rows]
    return g.supplier_choices  # type: ignore[no-any-return]
