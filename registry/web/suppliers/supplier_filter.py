"""The search and the filters above the list of suppliers; they stand in the address."""

from wtforms import BooleanField, StringField
from wtforms.fields.choices import SelectChoice

from registry.model import Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.suppliers.suppliers import Wanted
from registry.web.forms.fields import Clean
from registry.web.lists.listing import ListFilter, choice

OUTSIDE_SERVICE = "buiten-de-dienst"
WITHOUT = "geen"


class SupplierFilter(ListFilter):
    """Which suppliers to show."""

    zoek = StringField("Zoek op naam, product of KvK-nummer", [Clean(Supplier.name)])
    convenant = choice("Convenant", CovenantStatus)
    gesloten = choice(
        "Hoe gesloten",
        ConclusionMode,
        SelectChoice(OUTSIDE_SERVICE, "staat niet in de Dienst Verwerkersovereenkomsten"),
    )
    stand = choice("Stand van een overeenkomst", AgreementStatus, SelectChoice(WITHOUT, "geen"))
    rol = choice("Rol", PartyRole)
    ontbreekt = BooleanField("Er ontbreekt iets")
    oud = BooleanField("Ook niet meer in gebruik")

    def wanted(self) -> Wanted:
        """Return what is asked for; a wish that cannot be read does not narrow, and its field says why."""
        right = self.wishes()
        concluded, stage = right.get("gesloten") or None, right.get("stand")
        return Wanted(
            words=right.get("zoek", ""),
            covenant=CovenantStatus(right["convenant"]) if right.get("convenant") else None,
            concluded=ConclusionMode(concluded) if concluded and concluded != OUTSIDE_SERVICE else None,
            stage=AgreementStatus(stage) if stage and stage != WITHOUT else None,
            without_agreement=stage == WITHOUT,
            outside_service=concluded == OUTSIDE_SERVICE,
            role=PartyRole(right["rol"]) if right.get("rol") else None,
            lacking=right.get("ontbreekt", False),
            with_retired=right.get("oud", False),
        )
