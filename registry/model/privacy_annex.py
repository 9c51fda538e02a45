"""A privacy annex (privacybijsluiter): what one version of a product does with which data of whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.annex_state import AnnexVersion, annex_rules
from registry.model.base import Base, Record
from registry.model.columns import Listed, code, codes, identified, line, one_of, prose

if TYPE_CHECKING:
    from registry.model.product import Product


class Automation(Listed):
    """Whether the product decides, predicts or adapts by itself (AVG articles 13(2)(f) and 22)."""

    UNKNOWN = "unknown", "niet bekend"
    NONE = "none", "geen AI en geen profilering"
    ADAPTIVE = "adaptive", "past de leerstof aan op resultaten"
    AI = "ai", "gebruikt AI"
    DECIDES = "decides", "neemt besluiten zonder mens"


class PrivacyAnnex(AnnexVersion, Base):
    """One version of the privacy annex of one product (model agreement, annex 1)."""

    __tablename__ = "privacy_annex"
    __table_args__ = annex_rules("privacy_annex")

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    description: Mapped[str] = prose("Uitleg en werking", 3000)
    audience: Mapped[str] = line("Doelgroep")
    users: Mapped[tuple[str, ...]] = codes("Gebruikers", "data_subjects")
    no_subprocessors: Mapped[bool] = mapped_column(default=False, doc="Er zijn geen subverwerkers")
    automation: Mapped[Automation] = one_of(Automation, "AI en profilering", Automation.UNKNOWN)
    automation_note: Mapped[str] = prose("Toelichting AI en profilering", 2000)
    contact_function: Mapped[str] = line("Contact over de bijsluiter (functie)", 120)
    contact_email: Mapped[str] = identified("E-mailadres contact", identifiers.email_address)
    contact_phone: Mapped[str] = identified("Telefoon contact", identifiers.phone_number, 40)

    product: Mapped["Product"] = relationship(back_populates="privacy_annexes")
    purposes: Mapped[list["AnnexPurpose"]] = relationship(cascade="all, delete-orphan", order_by="AnnexPurpose.id")
    data: Mapped[list["AnnexData"]] = relationship(cascade="all, delete-orphan", order_by="AnnexData.id")
    denials: Mapped[list["AnnexDenial"]] = relationship(cascade="all, delete-orphan", order_by="AnnexDenial.id")
    options: Mapped[list["AnnexOption"]] = relationship(
        back_populates="privacy_annex", cascade="all, delete-orphan", order_by="AnnexOption.id"
    )
    storage: Mapped[list["AnnexStorage"]] = relationship(cascade="all, delete-orphan", order_by="AnnexStorage.id")
    retention: Mapped[list["AnnexRetention"]] = relationship(cascade="all, delete-orphan", order_by="AnnexRetention.id")
    subprocessors: Mapped[list["Subprocessor"]] = relationship(cascade="all, delete-orphan", order_by="Subprocessor.id")

    @property
    def data_categories(self) -> list[str]:
        """The codes of the data categories in this version, each once, in order."""
        return list(dict.fromkeys(item.category for item in self.data))

    @property
    def countries(self) -> list[str]:
        """The country codes of storage and of every subprocessor, each once."""
        places: list[Place] = [*self.storage, *self.subprocessors]
        return list(dict.fromkeys(place.country for place in places if place.country))

    def chain(self, works_for: str = "", level: int = 1) -> Iterator[tuple["Subprocessor", int]]:
        """Yield every subprocessor with its level, each followed by those that work for it."""
        for one in self.subprocessors:
            if (one.works_for or "") == works_for:
                yield one, level
                yield from self.chain(one.name, level + 1)


class AnnexPurpose(Record, Base):
    """A purpose out of the lists LT or SLI, with the supplier's explanation."""

    __tablename__ = "annex_purpose"
    __table_args__ = (Index("uq_annex_purpose", "privacy_annex_id", "purpose", unique=True),)
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"))
    purpose: Mapped[str] = code("Doel", "purposes")
    note: Mapped[str] = prose("Toelichting", 1000)


class AnnexData(Record, Base):
    """A category of data, about whom, and why it is needed."""

    __tablename__ = "annex_data"
    __table_args__ = (CheckConstraint("category <> ''", name="has_a_category"),)
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    category: Mapped[str] = code("Soort gegevens", "data_categories")
    subjects: Mapped[tuple[str, ...]] = codes("Van wie", "data_subjects")
    note: Mapped[str] = prose("Welke gegevens precies", 1000)
    needed_because: Mapped[str] = prose("Waarom dit nodig is", 1000)
    is_special: Mapped[bool] = mapped_column(default=False, doc="Bijzonder persoonsgegeven")


class AnnexDenial(Record, Base):
    """What is expressly not processed, such as "geen BSN"; a statement, not missing data."""

    __tablename__ = "annex_denial"
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    statement: Mapped[str] = line("Wordt uitdrukkelijk niet verwerkt", 300)
    category: Mapped[str] = code("Soort gegevens", "data_categories")


class AnnexOption(Record, Base):
    """Processing that is not needed for the product, on which the board chooses."""

    __tablename__ = "annex_option"
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    description: Mapped[str] = prose("Keuze voor het bestuur", 1000)

    privacy_annex: Mapped[PrivacyAnnex] = relationship(back_populates="options")

    def goes_on_as(self, later: "AnnexOption") -> bool:
        """Return whether a later version of the product's annex leaves the board this choice in the same words."""
        is_later = self.privacy_annex_id < later.privacy_annex_id
        is_same = " ".join(self.description.split()).casefold() == " ".join(later.description.split()).casefold()
        return is_later and is_same and self.privacy_annex.product_id == later.privacy_annex.product_id


class Place:
    """A country with, outside the EEA, the safeguard of AVG chapter V."""

    country: Mapped[str] = code("Land", "countries")
    place: Mapped[str] = line("Plaats", 120)
    safeguard: Mapped[str] = code("Waarborg buiten de EER", "safeguards")
    safeguard_note: Mapped[str] = line("Toelichting op de waarborg", 300)


class AnnexStorage(Place, Record, Base):
    """Where data are stored or processed."""

    __tablename__ = "annex_storage"
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)


class AnnexRetention(Record, Base):
    """How long which data are kept."""

    __tablename__ = "annex_retention"
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    data: Mapped[str] = line("Welke gegevens", 300)
    term: Mapped[str] = line("Bewaartermijn", 300)
    retention_term: Mapped[str] = code("Bekende termijn", "retention_terms")


class Subprocessor(Place, Record, Base):
    """A party behind the supplier; it may have subprocessors of its own."""

    __tablename__ = "subprocessor"
    __table_args__ = (CheckConstraint("name <> ''", name="has_a_name"),)
    belongs_to = ("privacy_annex_id",)

    privacy_annex_id: Mapped[int] = mapped_column(ForeignKey("privacy_annex.id"), index=True)
    name: Mapped[str] = line("Naam van de subverwerker", 200)
    service: Mapped[str] = line("Dienst", 300)
    data: Mapped[str] = line("Welke gegevens", 300)
    works_for: Mapped[str] = line("Werkt voor (andere subverwerker)", 200)
