"""The form on which somebody chooses, per fact on which two suppliers differ, which one stays."""

from typing import Any

from wtforms import HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from registry.model import Product, Supplier
from registry.queries.suppliers.merging import Collision, Merging
from registry.services.suppliers.merging import EMPTIED, KEPT
from registry.web.forms import RegisterForm
from registry.web.forms.fields import Clean
from registry.web.numbers import record_number

NAME = "name_"


class MergeForm(RegisterForm):
    """The choices; `version` is that of the supplier that stays, `emptied_version` that of the other."""

    emptied_version = HiddenField(default="0")

    @property
    def seen_both(self) -> tuple[int, int]:
        """The versions of both that the reader saw."""
        return self.seen, record_number(self.emptied_version.data) or 0

    def remember(self, kept: Supplier, emptied: Supplier) -> None:
        """Note that the reader is shown both as they are now."""
        self.version.data, self.emptied_version.data = str(kept.version), str(emptied.version)

    def choices(self) -> dict[str, str]:
        """Return per fact whose value stays."""
        return {field.name: field.data for field in self if isinstance(field, RadioField)}

    def names(self) -> dict[int, str]:
        """Return the new names of products, by number."""
        fields = [field for field in self if field.name.startswith(NAME)]
        return {int(field.name.removeprefix(NAME)): field.data for field in fields}


def merge_form(plan: Merging) -> MergeForm:
    """Return the form with a question for each thing that is to be chosen."""
    questions: dict[str, Any] = {pair.key: _question(pair, plan) for pair in plan.collisions}
    questions |= {f"{NAME}{product.id}": _name(product) for product in plan.twins}
    form: MergeForm = type("MergeForm", (MergeForm,), questions)()
    if not form.is_submitted():
        form.remember(plan.kept, plan.emptied)
    return form


def _question(pair: Collision, plan: Merging) -> RadioField:
    options = [SelectChoice(KEPT, pair.kept), SelectChoice(EMPTIED, f"{pair.emptied} (van {plan.emptied.name})")]
    return RadioField(pair.label, [InputRequired("Kies welke blijft.")], choices=options)


def _name(product: Product) -> StringField:
    rules = [InputRequired("Geef dit product een andere naam."), Clean(Product.name)]
    return StringField(f"Nieuwe naam voor {product.name}", rules)
