"""A security annex (beveiligingsbijlage): classification, measures, certificates and the breach contact."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.annex_state import AnnexVersion, annex_rules
from registry.model.base import Base, Record
from registry.model.columns import code, day, identified, line, number, prose

if TYPE_CHECKING:
    from registry.model.product import Product


class SecurityAnnex(AnnexVersion, Base):
    """One version of the security annex of one product (model agreement, annex 2)."""

    __tablename__ = "security_annex"
    __table_args__ = (
        *annex_rules("security_annex"),
        CheckConstraint("breach_hours > 0 AND breach_hours <= 720", name="breach_hours"),
    )

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    availability: Mapped[str] = code("Beschikbaarheid", "biv_levels")
    integrity: Mapped[str] = code("Integriteit", "biv_levels")
    confidentiality: Mapped[str] = code("Vertrouwelijkheid", "biv_levels")
    breach_function: Mapped[str] = line("Meldpunt datalekken (functie)", 120)
    breach_email: Mapped[str] = identified("E-mailadres meldpunt", identifiers.email_address)
    breach_phone: Mapped[str] = identified("Telefoon meldpunt", identifiers.phone_number, 40)
    breach_hours: Mapped[int | None] = number("Meldt een datalek binnen (uren)", 720)
    monitoring: Mapped[str] = prose("Hoe de leverancier zwakke plekken vindt", 2000)

    product: Mapped["Product"] = relationship(back_populates="security_annexes")
    access_roles: Mapped[list["AccessRole"]] = relationship(cascade="all, delete-orphan", order_by="AccessRole.id")
    measures: Mapped[list["Measure"]] = relationship(cascade="all, delete-orphan", order_by="Measure.id")
    certificates: Mapped[list["Certificate"]] = relationship(cascade="all, delete-orphan", order_by="Certificate.id")


class AccessRole(Record, Base):
    """Who at the supplier may do what with the data."""

    __tablename__ = "access_role"
    belongs_to = ("security_annex_id",)

    security_annex_id: Mapped[int] = mapped_column(ForeignKey("security_annex.id"), index=True)
    role: Mapped[str] = line("Wie (functie)", 200)
    actions: Mapped[str] = prose("Wat zij met de gegevens doen", 1000)


class Measure(Record, Base):
    """A measure out of the certification scheme, and how far the product meets it."""

    __tablename__ = "measure"
    __table_args__ = (Index("uq_measure", "security_annex_id", "measure", unique=True),)
    belongs_to = ("security_annex_id",)

    security_annex_id: Mapped[int] = mapped_column(ForeignKey("security_annex.id"))
    measure: Mapped[str] = code("Maatregel", "measures")
    answer: Mapped[str] = code("Voldoet", "measure_answers")
    note: Mapped[str] = prose("Toelichting", 1000)


class Certificate(Record, Base):
    """A certificate with its holder; one of a subprocessor says little about the supplier itself."""

    __tablename__ = "certificate"
    belongs_to = ("security_annex_id",)

    security_annex_id: Mapped[int] = mapped_column(ForeignKey("security_annex.id"), index=True)
    name: Mapped[str] = line("Certificaat", 200)
    holder: Mapped[str] = line("Op naam van", 200)
    of_subprocessor: Mapped[bool] = mapped_column(default=False, doc="Is van een subverwerker")
    ends_on: Mapped[date | None] = day("Geldig tot en met")
    link: Mapped[str] = identified("Link", identifiers.web_address)

    def is_valid(self, on: date) -> bool:
        """Return whether the certificate is known to be valid on this date."""
        return self.ends_on is not None and on <= self.ends_on
