"""The form of an agreement: its own fields, the parts of its supplier, and what matters for which arrangement."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from registry.model import Agreement, Deviation, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.base import label_of
from registry.queries.agreements.agreement_words import agreement_title
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of, is_none_needed
from registry.reference import facts
from registry.reference.agreements import Arrangement
from registry.web.agreements.agreement_parts import (
    CHOICE,
    Boxes,
    annex_choices,
    annex_row,
    choice_rows,
    product_choices,
)
from registry.web.agreements.arrangements import grouped_arrangements
from registry.web.forms import Row, RowList, fields
from registry.web.forms.own_fields import OwnFieldsForm
from registry.web.forms.unverified import mark_unverified

STORED = frozenset(Agreement.__table__.columns.keys())
ENDED = (AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED)
PARTS = {
    "text": ("model_version",),
    "reason": ("reason", "legal_ground", "decided_by", "decided_on"),
    "concluding": ("conclusion_mode", "channel", "reference", "board_signed_on", "board_signer")
    + ("supplier_signed_on", "supplier_signer"),
    "term": ("starts_on", "ends_on", "renewal", "notice_months", "deletion_term"),
    "main_contract": ("main_contract", "main_contract_on"),
    "offer": ("offer_from", "offer_on"),
    "deviations": ("deviations",),
}
MATTERS = {
    ArrangementGroup.AGREEMENT: {"text", "concluding", "term"},
    ArrangementGroup.LETTER: {"reason", "text", "concluding", "term"},
    ArrangementGroup.JOINT: {"concluding", "term"},
    ArrangementGroup.NONE_NEEDED: {"reason"},
    ArrangementGroup.OPEN: {"reason"},
}


class DeviationRow(Row):
    """A difference from the model, with the decision on it."""

    topic = fields.line(Deviation.topic, required=True, help="Bijvoorbeeld: aansprakelijkheid, of artikel 13.")
    risk = fields.choice(Deviation.risk)
    difference = fields.prose(Deviation.difference, required=True, rows=2)
    reason = fields.prose(Deviation.reason, rows=2)
    decision = fields.prose(Deviation.decision, rows=2)
    decided_by = fields.line(Deviation.decided_by, help="Bijvoorbeeld: privacy officer.")
    decided_on = fields.day(Deviation.decided_on)


class AgreementForm(OwnFieldsForm):
    """What was agreed, how, when, about which products."""

    arrangement = fields.code(Agreement.arrangement, "Wat is er afgesproken?", required=True)
    status = fields.choice(Agreement.status)
    model_version = fields.code(Agreement.model_version, help="De tekst die getekend is of wordt.")
    reason = fields.prose(
        Agreement.reason,
        "Waarom geen verwerkersovereenkomst?",
        help="Dit is een voorstel: pas het aan tot het klopt. "
        "Bijvoorbeeld: de leerplichtambtenaar beslist zelf over de gegevens.",
    )
    legal_ground = fields.line(
        Agreement.legal_ground, help="Alleen als een wet het regelt. Bijvoorbeeld: WPO artikel 11."
    )
    decided_by = fields.line(Agreement.decided_by, help="Bijvoorbeeld: het college van bestuur.")
    decided_on = fields.day(Agreement.decided_on)
    products = Boxes("Over welke producten gaat het?", coerce=int)
    annexes = Boxes("Welke bijlagen horen erbij?", description="Alleen bijlagen van producten die zijn aangevinkt.")
    starts_on = fields.day(Agreement.starts_on)
    ends_on = fields.day(Agreement.ends_on)
    renewal = fields.choice(Agreement.renewal, "En daarna")
    notice_months = fields.number(Agreement.notice_months)
    deletion_term = fields.line(Agreement.deletion_term, help="Bijvoorbeeld: drie maanden.")
    conclusion_mode = fields.choice(Agreement.conclusion_mode)
    channel = fields.choice(Agreement.channel)
    reference = fields.line(Agreement.reference, help="Waaronder u het terugvindt. Bijvoorbeeld: 2026-014.")
    board_signed_on = fields.day(Agreement.board_signed_on)
    board_signer = fields.line(
        Agreement.board_signer, help="Een naam met functie. Bijvoorbeeld: T. van der Eb, voorzitter."
    )
    supplier_signed_on = fields.day(Agreement.supplier_signed_on)
    supplier_signer = fields.line(
        Agreement.supplier_signer, help="Een naam met functie. Bijvoorbeeld: S. Kantlijn, directeur."
    )
    main_contract = fields.line(Agreement.main_contract, help="Bijvoorbeeld: licentieovereenkomst Letters 2026.")
    main_contract_on = fields.day(Agreement.main_contract_on)
    deviations = RowList(DeviationRow, "Afwijkingen van het model")
    offer_from = fields.line(Agreement.offer_from, help="Bijvoorbeeld: Stichting Eb en Vloed.")
    offer_on = fields.day(Agreement.offer_on)
    replaces_id = SelectField(
        label_of(Agreement.replaces_id),
        coerce=lambda value: int(value) if value else None,
        description="De oude overeenkomst eindigt dan op de dag voordat deze ingaat.",
    )
    ended_on = fields.day(Agreement.ended_on)
    end_reason = fields.prose(
        Agreement.end_reason, rows=2, help="Bijvoorbeeld: de scholen gebruiken het product niet meer."
    )
    file = FileField(
        "Bestand",
        description="Bijvoorbeeld de getekende overeenkomst. Hoogstens 25 MB. Geeft het formulier een fout, kies het "
        "bestand dan opnieuw.",
    )
    review_on = fields.day(Agreement.review_on)
    note = fields.prose(Agreement.note, help="Alleen voor collega’s. Komt niet in een document.")

    def __init__(self, supplier: Supplier, agreement: Agreement | None, **given: Any) -> None:
        super().__init__(**given)
        kept = self.arrangement.object_data or ""
        self.arrangement.choices = [SelectChoice("", "Kies"), *grouped_arrangements(supplier, kept)]
        mark_unverified(self.model_version)
        self._offer_status(agreement)
        self.products.choices = product_choices(supplier, self.products.object_data or ())
        self.annexes.choices = annex_choices(supplier, self.annexes.object_data or ())
        self._offer_earlier(supplier, agreement)

    def _offer_status(self, agreement: Agreement | None) -> None:
        ended = agreement is not None and agreement.ended_on is not None
        kept = agreement.status if agreement else None
        self.status.choices = [
            SelectChoice(one.value, one.label) for one in AgreementStatus if one not in ENDED or one is kept
        ]
        if not ended:
            del self.ended_on, self.end_reason

    def _offer_earlier(self, supplier: Supplier, agreement: Agreement | None) -> None:
        others = [other for other in supplier.agreements if other is not agreement]
        named = (SelectChoice(one.id, f"{agreement_title(one)} ({one.status.label})") for one in others)
        self.replaces_id.choices = [SelectChoice("", "geen"), *named]
        if not others:
            del self.replaces_id

    @property
    def http_status(self) -> int:
        """The HTTP status of the page that shows the form; `status` is here the stage of the agreement."""
        return 409 if self.conflict else 422 if self.errors else 200

    @property
    def chosen(self) -> Arrangement | None:
        """The arrangement that is chosen on the form."""
        return facts().arrangements.get(self.arrangement.data or "")

    @property
    def none_needed(self) -> bool:
        """Whether the arrangement that is chosen says that no agreement is needed."""
        return is_none_needed(self.chosen)

    def matters(self, part: str) -> bool:
        """Return whether this part of the form belongs to the arrangement, or was touched."""
        touched = any(self._fields[name].errors or _is_filled(self._fields[name]) for name in PARTS[part])
        return touched or (self.chosen is not None and part in MATTERS[group_of(self.chosen)])

    @property
    def option_fields(self) -> list[Any]:
        """The fields with the board's choices on optional processing."""
        return [field for field in self if field.name.startswith(CHOICE)]

    def fields(self) -> dict[str, Any]:
        """Return the stored fields; "none needed" brings its own stage along."""
        typed = super().fields()
        own = {name: typed[name] for name in typed if name in STORED}
        if self.none_needed and self.status.data.is_open:
            own["status"] = AgreementStatus.NOT_NEEDED
        return own

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Return the deviations, and what is ticked and chosen as the rows that services take."""
        return super().rows() | {
            "products": [{"product_id": number} for number in self.products.data or ()],
            "annexes": [annex_row(key) for key in self.annexes.data or ()],
            "choices": choice_rows(self.option_fields),
        }


def _is_filled(field: Any) -> bool:
    if isinstance(field, RowList):
        return any(not entry.form.is_blank for entry in field.entries)
    return field.data not in (None, "", [], field.default)
