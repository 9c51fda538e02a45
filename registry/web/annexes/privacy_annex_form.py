"""The form of a privacy annex: the parts A to I of annex 1 of the model agreement."""

from typing import Any

from wtforms import ValidationError

from registry.model import (
    AnnexData,
    AnnexDenial,
    AnnexOption,
    AnnexPurpose,
    AnnexRetention,
    AnnexStorage,
    PrivacyAnnex,
    Subprocessor,
)
from registry.model.base import label_of
from registry.reference import facts
from registry.web.annexes.annex_fields import CountryField, TermField
from registry.web.annexes.annex_form import AnnexForm
from registry.web.annexes.code_table import CodeTable, TickedRow
from registry.web.forms import Row, RowList, fields


class PurposeRow(TickedRow):
    """A purpose out of the list that fits the product."""

    note = fields.prose(AnnexPurpose.note, label="Toelichting in de bijsluiter", rows=1)


class DataRow(TickedRow):
    """A category of data: of whom, which exactly, and why."""

    subjects = fields.codes(AnnexData.subjects)
    note = fields.prose(AnnexData.note, rows=2)
    needed_because = fields.prose(AnnexData.needed_because, rows=2)
    is_special = fields.yes(
        AnnexData.is_special,
        label="Dit zijn bijzondere persoonsgegevens",
        help="Bijvoorbeeld over gezondheid, geloof of afkomst.",
    )

    def validate_subjects(self, field: Any) -> None:
        """Ask whose data they are."""
        if not field.data:
            raise ValidationError("Kruis aan van wie deze gegevens zijn.")

    def validate_note(self, field: Any) -> None:
        """Ask for words where the category alone says nothing."""
        if self.fact.needs_text and not field.data:
            raise ValidationError("Schrijf op welke gegevens het zijn.")


class DenialRow(Row):
    """What is expressly not processed."""

    category = fields.code(AnnexDenial.category)
    statement = fields.line(AnnexDenial.statement, label="In woorden", help="Leeg: het register schrijft “geen …”.")


class OptionRow(Row):
    """Processing on which the board chooses."""

    description = fields.prose(AnnexOption.description, rows=2)


class PlaceRow(Row):
    """A place where data are; the safeguard is asked only outside the EEA."""

    country = CountryField(AnnexStorage.country, label_of(AnnexStorage.country))
    place = fields.line(AnnexStorage.place)
    safeguard = fields.code(AnnexStorage.safeguard, label="Waarborg")
    safeguard_note = fields.line(AnnexStorage.safeguard_note)

    def validate_safeguard(self, field: Any) -> None:
        """Refuse a safeguard inside the EEA."""
        country = facts().countries.get(self.country.data)
        if field.data and country and not country.needs_safeguard:
            raise ValidationError(f"{country.label} ligt binnen de EER. Zet de waarborg terug op “Kies”.")

    @property
    def asks_safeguard(self) -> bool:
        """Whether the safeguard is to be looked at: the country lies outside the EEA, or something stands there."""
        country = facts().countries.get(self.country.data)
        outside = country is not None and country.needs_safeguard
        return outside or bool(self.safeguard.data or self.safeguard.errors or self.safeguard_note.data)


class SubprocessorRow(PlaceRow):
    """A party behind the supplier, or behind another subprocessor."""

    name = fields.line(Subprocessor.name, label="Naam", required=True)
    service = fields.line(Subprocessor.service)
    data = fields.line(Subprocessor.data)
    works_for = fields.line(
        Subprocessor.works_for,
        label="Werkt voor",
        help="Leeg: voor de leverancier zelf. Anders de naam van de subverwerker waarvoor dit bedrijf werkt.",
    )


class RetentionRow(Row):
    """How long which data are kept."""

    data = fields.line(AnnexRetention.data, help="Leeg bij een bekende termijn: dan geldt wat daar staat.")
    retention_term = TermField(AnnexRetention.retention_term, label_of(AnnexRetention.retention_term))
    term = fields.line(
        AnnexRetention.term,
        label="Of in de woorden van de bijsluiter",
        help="Bijvoorbeeld: 3 maanden na het einde van de overeenkomst.",
    )


class PrivacyAnnexForm(AnnexForm):
    """One version of a privacy annex."""

    purposes = CodeTable(PurposeRow, AnnexPurpose.purpose, "Waarvoor worden gegevens gebruikt?")
    data = CodeTable(DataRow, AnnexData.category, "Welke gegevens, en van wie?")
    denials = RowList(DenialRow, "Wat uitdrukkelijk niet wordt verwerkt")
    options = RowList(OptionRow, "Keuzes voor het bestuur")
    storage = RowList(PlaceRow, "Plaatsen van opslag")
    no_subprocessors = fields.yes(PrivacyAnnex.no_subprocessors, label="Er zijn geen subverwerkers")
    subprocessors = RowList(SubprocessorRow, "Subverwerkers")
    retention = RowList(RetentionRow, "Bewaartermijnen")
    description = fields.prose(
        PrivacyAnnex.description,
        help="Wat het product doet. Bijvoorbeeld: leerlingen oefenen met rekenen, de leraar ziet de voortgang.",
    )
    audience = fields.line(PrivacyAnnex.audience, help="Bijvoorbeeld: basisonderwijs, groep 3 tot en met 8.")
    users = fields.codes(PrivacyAnnex.users, help="Wie met het product werken.")
    contact_function = fields.line(
        PrivacyAnnex.contact_function, help="Een functie, geen naam. Bijvoorbeeld: privacy officer."
    )
    contact_email = fields.line(PrivacyAnnex.contact_email)
    contact_phone = fields.line(PrivacyAnnex.contact_phone)
    automation = fields.choice(PrivacyAnnex.automation, radio=True)
    automation_note = fields.prose(
        PrivacyAnnex.automation_note,
        label="Toelichting",
        rows=2,
        help="Bijvoorbeeld: het product stelt opdrachten voor, de leraar kiest.",
    )

    def process(self, *args: Any, **kwargs: Any) -> None:
        """Take what was sent or stored; offer the purposes of the list that fits the kind of product, or both lists."""
        kind = facts().product_kinds.get(self.product.kind)
        self.purposes.fits = lambda fact: kind is None or kind.purpose_list == fact.purpose_list
        super().process(*args, **kwargs)
