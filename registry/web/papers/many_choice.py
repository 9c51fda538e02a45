"""Which paper is wanted many times, and for whom; the choice stands in the address, so that a link can hold it."""

from datetime import date
from typing import Any

from flask import request
from wtforms import Form, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from registry.model.supplier import CovenantStatus
from registry.queries.papers.paper_subjects import (
    Choosing,
    Subject,
    schools_for_papers,
    suppliers_by_number,
    suppliers_for_papers,
)
from registry.reference import active, facts
from registry.services.paper import KINDS, Asked, Order, PaperKind
from registry.web.forms import DutchMeta
from registry.web.forms.fields import DutchDateField
from registry.web.numbers import record_number

GROUPS = {"school": "Voor elke school", "supplier": "Voor elke verwerker"}
EVERYBODY, WITHOUT = "", "zonder"
CHOSEN = "kies"  # in the address once somebody chose: no box ticked is a choice too


class ManyChoice(Form):
    """The paper, whom it is for, the day whose state it tells, and what else that paper asks."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    welk = SelectField("Welk document")
    wie = SelectField("Voor wie")
    vanaf = DutchDateField("Vanaf", [Optional()])
    op = DutchDateField("Stand op", [Optional()], default=date.today)
    onderdelen = SelectMultipleField(
        "Welke onderdelen", widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    def __init__(self) -> None:
        super().__init__(request.args)
        self.welk.choices = {label: _papers(subject) for subject, label in GROUPS.items()}
        asked = self.welk.data or ""
        self.kind = KINDS[asked] if asked in KINDS and KINDS[asked].subject in GROUPS else KINDS["schoolgids"]
        self.welk.data = self.kind.code
        self._offer_processors()
        self._offer_blocks()
        is_for_all = self.kind.subject == "supplier" and not self.numbers
        unasked = {"wie": not is_for_all, "vanaf": "since" not in self.kind.asks}
        for name in [name for name, is_out in {**unasked, "onderdelen": not self.kind.blocks}.items() if is_out]:
            delattr(self, name)
        self.validate()

    def _offer_processors(self) -> None:
        models = [(f"model-{one.code}", f"op {one.label}") for one in active(facts().model_versions)]
        statuses = [(f"convenant-{one.value}", f"convenant: {one.label}") for one in CovenantStatus]
        first = [(EVERYBODY, "alle verwerkers"), (WITHOUT, "wie nog geen overeenkomst heeft")]
        self.wie.choices = [*first, *statuses, *models]
        if self.wie.data not in dict(self.wie.choices):
            self.wie.data = EVERYBODY

    def _offer_blocks(self) -> None:
        self.onderdelen.choices = list(self.kind.blocks)
        if CHOSEN not in request.args:
            self.onderdelen.data = [code for code, _ in self.kind.blocks]

    @property
    def numbers(self) -> list[int]:
        """The suppliers that somebody ticked in a list, and nobody else; empty when the choice is made here."""
        ticked = map(record_number, request.args.getlist("nummer"))
        return list(dict.fromkeys(filter(None, ticked))) if self.kind.subject == "supplier" else []

    @property
    def on(self) -> date:
        """The day whose state the papers tell; today while none can be read."""
        return self.op.data if self.op.data and not self.op.errors else date.today()

    def subjects(self, session: Any) -> list[Subject]:
        """Return the records that get a paper."""
        if self.kind.subject == "school":
            return schools_for_papers(session, self.on)
        if self.numbers:
            return suppliers_by_number(session, self.numbers)
        how, _, code = (self.wie.data or "").partition("-")
        covenant = CovenantStatus(code) if how == "convenant" else None
        model = code if how == "model" else ""
        return suppliers_for_papers(session, self.on, Choosing(covenant, model, without=how == WITHOUT))

    def asked(self, subject: Subject) -> Asked:
        """Return what is ordered about this record."""
        since = self.vanaf.data if self.vanaf and not self.vanaf.errors else None
        blocks = tuple(self.onderdelen.data) if self.onderdelen else None
        order = Order(self.kind, subject.number, self.on, date.today(), subject.agreement, since, blocks)
        return Asked(order, subject.name, subject.mark)

    def asked_in_address(self) -> list[tuple[str, str]]:
        """Return what was chosen, as it stands in the address."""
        return [(name, value) for name, value in request.args.items(multi=True) if name != "page"]


def _papers(subject: str) -> list[tuple[str, str]]:
    kinds: list[PaperKind] = [kind for kind in KINDS.values() if kind.subject == subject]
    return [(kind.code, kind.title) for kind in kinds]
