"""A statement to parents: privacy statement, privacy regulation or schoolgids of a year, with its council's consent."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.base import Base, OfSchoolOrBoard, Versioned, in_order
from registry.model.columns import Listed, day, identified, line, one_of, prose
from registry.model.school import School


class StatementKind(Listed):
    """Which text it is."""

    PRIVACY_STATEMENT = "privacy_statement", "privacyverklaring"
    PRIVACY_REGULATION = "privacy_regulation", "privacyreglement"
    SCHOOL_GUIDE = "school_guide", "schoolgids"


class Council(Listed):
    """Which council consents (WMS)."""

    NONE = "none", "geen"
    MR = "mr", "MR"
    GMR = "gmr", "GMR"


class Statement(OfSchoolOrBoard, Versioned, Base):
    """One version of a text that the board or a school gave to parents; without a school it is the board's."""

    __tablename__ = "statement"
    __table_args__ = (in_order("consent_asked_on", "consent_given_on", "asked_then_given"),)

    kind: Mapped[StatementKind] = one_of(StatementKind, "Soort tekst")
    title: Mapped[str] = line("Titel", 200)
    edition: Mapped[str] = line("Versie of schooljaar", 40)
    adopted_on: Mapped[date | None] = day("Vastgesteld op", is_past=True)
    review_on: Mapped[date | None] = day("Opnieuw bekijken op")
    council: Mapped[Council] = one_of(Council, "Medezeggenschapsraad", Council.NONE)
    consent_asked_on: Mapped[date | None] = day("Instemming gevraagd op", is_past=True)
    consent_given_on: Mapped[date | None] = day("Instemming gekregen op", is_past=True)
    consent_undated: Mapped[bool] = mapped_column(default=False, doc="Instemming gekregen, datum niet bekend")
    link: Mapped[str] = identified("Link naar de tekst", identifiers.web_address)
    promises: Mapped[str] = prose("Wat de tekst belooft over leveranciers")
    school: Mapped[School | None] = relationship()

    def is_adopted(self, on: date) -> bool:
        """Return whether the text is known to have been adopted by this date."""
        return self.adopted_on is not None and self.adopted_on <= on

    def consent_is_due(self, on: date) -> bool:
        """Return whether the council's consent was asked but not given by this date."""
        asked = self.consent_asked_on is not None and self.consent_asked_on <= on
        return asked and not self.has_consent(on)

    def has_consent(self, on: date) -> bool:
        """Return whether the council is known to have consented by this date."""
        return self.consent_undated if self.consent_given_on is None else self.consent_given_on <= on
