"""Which paper is wanted: the choices above it; they stand in the address, so that a link can hold them."""

from datetime import date

from flask import request
from wtforms import Form, SelectField, StringField
from wtforms.validators import Optional

from registry.dutch import long_date
from registry.model import Agreement, Supplier
from registry.model.supplier import PartyRole
from registry.queries.suppliers import Wanted
from registry.reference import facts
from registry.services.paper import KINDS, Order
from registry.web.fields import Clean, DutchDateField
from registry.web.forms import DutchMeta

Choices = list[tuple[str, str]]


class PaperChoice(Form):
    """The paper, and the day whose state it tells."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    welk = SelectField("Welk document")
    overeenkomst = SelectField("Welke overeenkomst")
    op = DutchDateField("Stand op", [Optional()], default=date.today)

    def __init__(self, papers: Choices, agreements: Choices) -> None:
        super().__init__(request.args)
        self._offer(self.welk, papers)
        self._offer(self.overeenkomst, [("", "die nu aan de beurt is"), *agreements])
        if len(agreements) < 2:
            del self.overeenkomst
        self.validate()

    def _offer(self, field: SelectField, choices: Choices) -> None:
        field.choices = choices
        if field.name not in request.args:
            field.data = choices[0][0]

    def asked(self) -> dict[str, str]:
        """Return what was chosen, as it stands in the address; without what could not be read."""
        return {field.name: str(field.data) for field in self if field.raw_data and field.data and not field.errors}

    def order(self, subject_id: int) -> Order:
        """Return what is ordered about this record, by default the first paper as it is today.

        A choice such as "annex-1/5" is about product 5.
        """
        asked = self.asked()
        code, _, product = asked.get("welk", self.welk.choices[0][0]).partition("/")
        on = date.fromisoformat(asked["op"]) if "op" in asked else date.today()
        agreement = asked.get("overeenkomst")
        return Order(KINDS[code], int(product or subject_id), on, date.today(), int(agreement) if agreement else None)


class ProcessorFilter(Form):
    """Which processors to show among the papers that can be made."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    zoek = StringField("Zoek op naam, product of KvK-nummer", [Clean(Supplier.name)])

    def wanted(self) -> Wanted:
        """Return what is asked for; words that cannot be read do not narrow, and the field says why."""
        return Wanted(words=self.zoek.data or "" if self.validate() else "", role=PartyRole.PROCESSOR)


def school_choice() -> PaperChoice:
    """Return the choice of the papers about a school."""
    return PaperChoice(_papers("school"), [])


def supplier_choice(supplier: Supplier) -> PaperChoice:
    """Return the choice of the papers about a supplier, each annex of each product apart, and of its agreements."""
    agreements = [(str(one.id), _named(one)) for one in reversed(supplier.agreements)]
    annexes = [
        (f"{code}/{product.id}", f"{KINDS[code].title}: {product.name}")
        for product in supplier.products
        for code, versions in (("annex-1", product.privacy_annexes), ("annex-2", product.security_annexes))
        if versions
    ]
    return PaperChoice(_papers("supplier") + annexes, agreements)


def _papers(subject: str) -> Choices:
    return [(code, kind.title) for code, kind in KINDS.items() if kind.subject == subject]


def _named(agreement: Agreement) -> str:
    model = facts().model_versions.get(agreement.model_version)
    since = f"vanaf {long_date(agreement.starts_on)}" if agreement.starts_on else ""
    return ", ".join(filter(None, [agreement.status.label, model.label if model else "", since, agreement.reference]))
