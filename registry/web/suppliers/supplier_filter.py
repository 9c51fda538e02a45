"""The search and the filters above the list of suppliers; they stand in the address."""

from flask import request
from wtforms import BooleanField, Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice

from registry.model import Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.columns import Listed
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.suppliers.suppliers import Wanted
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean

OUTSIDE_SERVICE = "buiten-de-dienst"


def _choice(label: str, members: type[Listed], *others: SelectChoice) -> SelectField:
    known = (SelectChoice(one.value, one.label) for one in members)
    return SelectField(label, choices=[SelectChoice("", "alle"), *others, *known], default="")


class SupplierFilter(Form):
    """Which suppliers to show."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    zoek = StringField("Zoek op naam, product of KvK-nummer", [Clean(Supplier.name)])
    convenant = _choice("Convenant", CovenantStatus)
    gesloten = _choice(
        "Hoe gesloten",
        ConclusionMode,
        SelectChoice(OUTSIDE_SERVICE, "staat niet in de Dienst Verwerkersovereenkomsten"),
    )
    stand = _choice("Stand van een overeenkomst", AgreementStatus)
    rol = _choice("Rol", PartyRole)
    ontbreekt = BooleanField("Er ontbreekt iets")
    oud = BooleanField("Ook niet meer in gebruik")

    def __init__(self) -> None:
        super().__init__(request.args)

    @property
    def is_set(self) -> bool:
        """Whether anything narrows or widens the list."""
        return any(field.data for field in self)

    def wanted(self) -> Wanted:
        """Return what is asked for; a wish that cannot be read does not narrow, and its field says why."""
        right = {field.name: field.data for field in self} if self.validate() else {}
        concluded = right.get("gesloten") or None
        return Wanted(
            words=right.get("zoek", ""),
            covenant=CovenantStatus(right["convenant"]) if right.get("convenant") else None,
            concluded=ConclusionMode(concluded) if concluded and concluded != OUTSIDE_SERVICE else None,
            stage=AgreementStatus(right["stand"]) if right.get("stand") else None,
            outside_service=concluded == OUTSIDE_SERVICE,
            role=PartyRole(right["rol"]) if right.get("rol") else None,
            lacking=right.get("ontbreekt", False),
            with_retired=right.get("oud", False),
        )
