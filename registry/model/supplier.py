"""A supplier: who gets personal data, in which role, and where it stands in the covenant."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.agreement import Agreement
from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, code, day, identified, line, one_of, prose
from registry.model.external_review import ExternalReview
from registry.model.product import Product


class PartyRole(Listed):
    """What a recipient is under the AVG, articles 4 and 26 to 28."""

    PROCESSOR = "processor", "verwerker"
    JOINT_CONTROLLER = "joint_controller", "gezamenlijk verantwoordelijk"
    INDEPENDENT_CONTROLLER = "independent_controller", "zelf verantwoordelijk"
    LEGAL_RECIPIENT = "legal_recipient", "ontvanger volgens de wet"
    OUT_OF_SCOPE = "out_of_scope", "buiten de verantwoordelijkheid van de school"


class CovenantStatus(Listed):
    """Where a supplier stands in the Privacyconvenant Onderwijs."""

    PARTICIPANT = "participant", "deelnemer"
    SUPPORTER = "supporter", "medestander"
    NONE = "none", "niet aangesloten"
    UNKNOWN = "unknown", "niet nagegaan"


class ContactKind(Listed):
    """What a contact of a supplier is for."""

    GENERAL = "general", "algemeen"
    PRIVACY = "privacy", "privacy of FG"
    DATA_BREACH = "data_breach", "datalekken"
    SIGNING = "signing", "ondertekening"
    SUPPORT = "support", "ondersteuning"


class Supplier(Versioned, Base):
    """An organisation that receives data; a recipient by law is one too, with another role."""

    __tablename__ = "supplier"
    __table_args__ = (
        CheckConstraint("name_key <> ''", name="has_a_name"),
        Index("uq_supplier_name", "name", "kvk", unique=True),
        Index("uq_supplier_kvk", "kvk", unique=True, sqlite_where=text("kvk <> ''")),
    )

    name: Mapped[str] = line("Naam van de leverancier", 200)
    name_key: Mapped[str] = mapped_column(index=True, info={"unrecorded": True})
    legal_form: Mapped[str] = line("Rechtsvorm", 60)
    role: Mapped[PartyRole] = one_of(PartyRole, "Rol volgens de AVG", PartyRole.PROCESSOR)
    kvk: Mapped[str] = identified("KvK-nummer", identifiers.kvk_number, 8)
    address: Mapped[str] = line("Adres", 200)
    postcode: Mapped[str] = line("Postcode", 12)
    city: Mapped[str] = line("Plaats", 100)
    country: Mapped[str] = code("Land", "countries")
    website: Mapped[str] = identified("Website", identifiers.web_address)
    signatory_name: Mapped[str] = line("Naam van wie tekent", 120)
    signatory_function: Mapped[str] = line("Functie van wie tekent", 120)
    dpo_contact: Mapped[str] = line("FG of privacycontact van de leverancier")
    note: Mapped[str] = prose("Notitie")
    retired_on: Mapped[date | None] = day("Niet meer in gebruik sinds")

    aliases: Mapped[list["SupplierAlias"]] = relationship(back_populates="supplier", cascade="all, delete-orphan")
    contacts: Mapped[list["SupplierContact"]] = relationship(back_populates="supplier", cascade="all, delete-orphan")
    covenant_entries: Mapped[list["CovenantEntry"]] = relationship(
        back_populates="supplier", order_by="CovenantEntry.checked_on, CovenantEntry.id"
    )
    products: Mapped[list[Product]] = relationship(back_populates="supplier", order_by=Product.name)
    agreements: Mapped[list[Agreement]] = relationship(back_populates="supplier", order_by=Agreement.id)
    external_reviews: Mapped[list[ExternalReview]] = relationship(order_by=ExternalReview.id)

    @property
    def is_processor(self) -> bool:
        """Whether AVG article 28 asks for an agreement with this supplier."""
        return self.role is PartyRole.PROCESSOR

    @property
    def is_held_to_agreement(self) -> bool:
        """Whether the board agrees with it which data it processes: AVG article 28, or 26 for joint controllers."""
        return self.role in (PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER)

    def covenant_on(self, on: date) -> "CovenantEntry | None":
        """Return the newest check of the covenant's list on or before this date."""
        known = [entry for entry in self.covenant_entries if entry.checked_on <= on]
        return known[-1] if known else None

    def covenant_status(self, on: date) -> CovenantStatus:
        """Return the covenant status as known on this date; never checked is UNKNOWN, not NONE."""
        entry = self.covenant_on(on)
        return entry.status if entry else CovenantStatus.UNKNOWN

    def agreement_on(self, on: date) -> Agreement | None:
        """Return the newest agreement that is in force on this date."""
        valid = [agreement for agreement in self.agreements if agreement.is_in_force(on)]
        return valid[-1] if valid else None

    def contact_for(self, kind: ContactKind) -> "SupplierContact | None":
        """Return the first contact of this kind."""
        return next((contact for contact in self.contacts if contact.kind is kind), None)


class SupplierAlias(Record, Base):
    """Another name under which people know the supplier."""

    __tablename__ = "supplier_alias"
    belongs_to = ("supplier_id",)

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    name: Mapped[str] = line("Andere naam", 200)
    supplier: Mapped[Supplier] = relationship(back_populates="aliases")


class SupplierContact(Record, Base):
    """A function at the supplier that can be reached; no person's name is needed."""

    __tablename__ = "supplier_contact"
    belongs_to = ("supplier_id",)

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    kind: Mapped[ContactKind] = one_of(ContactKind, "Waarvoor", ContactKind.GENERAL)
    function: Mapped[str] = line("Functie of afdeling", 120)
    email: Mapped[str] = identified("E-mailadres", identifiers.email_address)
    phone: Mapped[str] = identified("Telefoon", identifiers.phone_number, 40)
    hours: Mapped[str] = line("Bereikbaar", 120)
    supplier: Mapped[Supplier] = relationship(back_populates="contacts")


class CovenantEntry(Record, Base):
    """One look at the covenant's public list: what stood there, on which day, and where."""

    __tablename__ = "covenant_entry"
    belongs_to = ("supplier_id",)

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    status: Mapped[CovenantStatus] = one_of(CovenantStatus, "Status in het convenant")
    covenant_version: Mapped[str] = code("Versie van het convenant", "covenant_versions")
    checked_on: Mapped[date] = day("Nagegaan op", is_past=True)
    source: Mapped[str] = line("Bron")
    supplier: Mapped[Supplier] = relationship(back_populates="covenant_entries")
