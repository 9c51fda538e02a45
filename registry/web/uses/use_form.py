"""The forms of a use: which school and product, what there is to tell about it, and its last day."""

from typing import Any

from flask import request
from wtforms import Form, SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from registry.model import Product, Use, UseModule
from registry.web.forms import RegisterForm, fields


class ModulesField(SelectMultipleField):
    """The modules of a product as boxes to tick; its value is a list of their numbers."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, choices=[], coerce=_module_number, **kwargs)


def _module_number(row: UseModule | str | int) -> int:
    return row.module_id if isinstance(row, UseModule) else int(row)


class UseForm(RegisterForm):
    """What there is to tell about the use of one product by one school."""

    since = fields.day(Use.since, required=True)
    until = fields.day(Use.until, help="Leeg zolang de school het product gebruikt.")
    groups = fields.line(Use.groups, help="Bijvoorbeeld: groep 3 tot en met 8.")
    modules = ModulesField("Onderdelen die de school gebruikt", description="Geen vinkje: dat is nog niet bekend.")
    purpose_plain = fields.prose(
        Use.purpose_plain,
        help="Ouders lezen deze zin in de schoolgids. Bijvoorbeeld: Uw kind oefent met lezen op het eigen niveau.",
    )
    in_guide = fields.yes(Use.in_guide)
    guide_heading = fields.code(Use.guide_heading)
    guide_order = fields.number(Use.guide_order, help="Een laag getal staat eerder. Gelijk? Dan op alfabet.")
    legal_basis = fields.code(Use.legal_basis, help="Waarom de school de gegevens mag delen (AVG artikel 6).")
    caretaker = fields.line(Use.caretaker, help="Een functie, geen naam. Bijvoorbeeld: de ict-coördinator.")
    bought_by_teacher = fields.yes(
        Use.bought_by_teacher, help="Een leraar koos het product, zonder dat de school of het bestuur het kocht."
    )
    note = fields.prose(
        Use.note, help="Alleen voor uzelf; staat nergens voor ouders. Bijvoorbeeld: licentie via de locatieleider."
    )

    def __init__(self, product: Product, **given: Any) -> None:
        super().__init__(**given)
        self.modules.choices = [(module.id, module.name) for module in product.modules]
        if not product.modules:
            del self.modules

    @property
    def opened(self) -> list[int]:
        """The numbers of the modules that are ticked."""
        return (self.modules.data or []) if "modules" in self else []

    def fields(self) -> dict[str, Any]:
        """Return what was typed, without the modules; an empty order counts as 0."""
        typed = super().fields()
        typed.pop("modules", None)
        return typed | {"guide_order": self.guide_order.data or 0}


class EndForm(RegisterForm):
    """The last day of a use."""

    until = fields.day(Use.until, required=True)


class ChooseForm(Form):
    """Which school and which product; kept in the address."""

    school_id = SelectField("School", coerce=str)
    product_id = SelectField("Product", coerce=str)

    def __init__(self, schools: list[tuple[int, str]], products: list[tuple[int, str]]) -> None:
        super().__init__(request.args)
        self.school_id.choices = [("", "Kies"), *schools]
        self.product_id.choices = [("", "Kies"), *products]
