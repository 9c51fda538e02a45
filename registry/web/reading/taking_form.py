"""The form beside the text: for which products, and what is taken over."""

from collections.abc import Sequence
from typing import Any

from flask import request
from wtforms import SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from registry.database import db
from registry.model import Supplier
from registry.queries.reading.findings import Finding
from registry.queries.reading.whose import Named
from registry.queries.suppliers.supplier_names import all_suppliers
from registry.services.reading.taking_over import Chosen
from registry.web.forms import RegisterForm
from registry.web.numbers import record_number

NEW = "nieuw"


class SupplierForm(RegisterForm):
    """Of which supplier the paper is; asked by address, so that the form below can name its products."""

    class Meta(RegisterForm.Meta):
        """Changes nothing, so it needs no token."""

        csrf = False

    supplier = SelectField("Van welke leverancier is dit stuk?", validate_choice=False)


class TakeForm(RegisterForm):
    """What is ticked becomes a proposal. Each finding has a box of its own, named after it, and so has each part.

    What is `listed` and not `kept` is left out of a finding that is ticked.
    """

    products = SelectMultipleField(
        "Voor welk product?",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )

    def __init__(
        self, *args: Any, supplier: Supplier | None, named: Sequence[Named], found: Sequence[Finding], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.supplier, self.named = supplier, named
        self.products.choices = _products(supplier, named)
        if not self.is_submitted():
            self.products.data = [key for key, _ in self.products.choices if key in _recognised(named)]
        self.ticked = self._ticked(found)
        self.left_out = set(request.form.getlist("listed")) - set(request.form.getlist("kept"))

    def chosen(self) -> Chosen:
        """Return what the person chose, as the service takes it."""
        chosen = self.products.data or []
        new = {f"{NEW}-{place}": one.name for place, one in enumerate(self.named)}
        return Chosen(
            supplier=self.supplier.id if self.supplier else None,
            products=tuple(filter(None, map(record_number, chosen))),
            new_products=tuple(new[key] for key in chosen if key in new),
            ticked=frozenset(self.ticked),
            left_out=frozenset(self.left_out),
        )

    def _ticked(self, found: Sequence[Finding]) -> set[str]:
        if self.is_submitted():
            return set(request.form.getlist("taken")) & {one.name for one in found if one.can_be_taken}
        return {one.name for one in found if one.can_be_taken and one.is_sure}


def supplier_asked(asked: str, near: Sequence[Supplier]) -> Supplier | None:
    """Return the supplier that the address names, else the one that comes nearest; None for a new one."""
    if asked == NEW:
        return None
    if number := record_number(asked):
        return db.session.get(Supplier, number)
    return near[0] if near else None


def supplier_form(supplier: Supplier | None, near: Sequence[Supplier], read: dict[str, Any]) -> SupplierForm:
    """Return the choice of a supplier: those that come near first, a new one, then all others by name."""
    form = SupplierForm(formdata=None)
    name = (read.get("supplier") or {}).get("name")
    others = [one for one in all_suppliers(db.session) if one not in near]
    new = [(NEW, f"nieuwe leverancier: {name}" if name else "kies een leverancier")]
    form.supplier.choices = [*_named(near), *new, *_named(others)]
    form.supplier.data = str(supplier.id) if supplier else NEW
    return form


def party_form(near: Sequence[Supplier], chose_none: bool = False) -> SupplierForm:
    """Return the choice of the supplier that an agreement is with: those that come near first, then all others."""
    form = SupplierForm(formdata=None)
    form.supplier.label.text = "Met welke leverancier is deze overeenkomst?"
    others = [one for one in all_suppliers(db.session) if one not in near]
    form.supplier.errors = ["Kies een leverancier."] if chose_none else []
    form.supplier.choices = [*_named(near), *([] if near else [("", "kies een leverancier")]), *_named(others)]
    return form


def _named(suppliers: Sequence[Supplier]) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in suppliers]


def _products(supplier: Supplier | None, named: Sequence[Named]) -> list[tuple[str, str]]:
    known = [(str(one.id), one.name) for one in (supplier.products if supplier else ())]
    new = [(f"{NEW}-{at}", f"nieuw product: {one.name}") for at, one in enumerate(named) if one.product is None]
    return [*known, *new]


def _recognised(named: Sequence[Named]) -> set[str]:
    """The products that the paper names; a new one only where the register has none of its products."""
    known = {str(one.product.id) for one in named if one.product is not None}
    return known or {f"{NEW}-{at}" for at in range(len(named))}
