"""The form of a security annex: annex 2 of the model agreement."""

from registry.model import AccessRole, Certificate, Measure, SecurityAnnex
from registry.model.base import label_of
from registry.reference import facts
from registry.web.annexes.annex_fields import LevelField
from registry.web.annexes.annex_form import AnnexForm
from registry.web.annexes.code_table import CodeRow, CodeTable
from registry.web.forms import Row, RowList, fields


class MeasureRow(CodeRow):
    """A measure: how far the product meets it."""

    chooser = "answer"
    unchosen = "Kies of de maatregel er is, of haal de toelichting weg."
    answer = fields.code(Measure.answer)
    note = fields.prose(Measure.note, rows=1)


class AccessRow(Row):
    """Who at the supplier may do what."""

    role = fields.line(AccessRole.role, required=True, help="Een functie, geen naam. Bijvoorbeeld: helpdesk.")
    actions = fields.prose(AccessRole.actions, rows=2)


class CertificateRow(Row):
    """A certificate and whose it is."""

    name = fields.line(Certificate.name, required=True, help="Bijvoorbeeld: ISO 27001.")
    holder = fields.line(Certificate.holder, help="Het bedrijf dat op het certificaat staat.")
    ends_on = fields.day(Certificate.ends_on)
    link = fields.line(Certificate.link)
    of_subprocessor = fields.yes(
        Certificate.of_subprocessor, help="Zo’n certificaat zegt weinig over de leverancier zelf."
    )


class SecurityAnnexForm(AnnexForm):
    """One version of a security annex."""

    availability = LevelField(
        SecurityAnnex.availability,
        label_of(SecurityAnnex.availability),
        description="Hoe erg is het als het product even niet werkt?",
    )
    integrity = LevelField(
        SecurityAnnex.integrity,
        label_of(SecurityAnnex.integrity),
        description="Hoe erg is het als gegevens niet kloppen?",
    )
    confidentiality = LevelField(
        SecurityAnnex.confidentiality,
        label_of(SecurityAnnex.confidentiality),
        description="Hoe erg is het als anderen de gegevens zien?",
    )
    breach_function = fields.line(
        SecurityAnnex.breach_function, help="Een functie, geen naam. Bijvoorbeeld: security officer."
    )
    breach_email = fields.line(SecurityAnnex.breach_email)
    breach_phone = fields.line(SecurityAnnex.breach_phone)
    breach_hours = fields.number(
        SecurityAnnex.breach_hours,
        help="Wat de bijlage zegt. Het bestuur zelf heeft na de ontdekking 72 uur voor een melding.",
    )
    access_roles = RowList(AccessRow, "Wie bij de leverancier bij de gegevens kunnen")
    measures = CodeTable(MeasureRow, Measure.measure, "Maatregelen")
    monitoring = fields.prose(SecurityAnnex.monitoring, help="Bijvoorbeeld: elk jaar een test door een ander bedrijf.")
    certificates = RowList(CertificateRow, "Certificaten")

    @property
    def availability_hints(self) -> dict[str, str]:
        """What each level means when the product is down."""
        return {level.code: level.availability for level in facts().biv_levels.values()}

    @property
    def measure_rows(self) -> list[tuple[CodeRow, str]]:
        """The row of each measure, with the group that it serves: B, I or V."""
        return [(entry.form, entry.form.fact.group) for entry in self.measures.entries]
