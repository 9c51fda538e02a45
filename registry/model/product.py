"""A product or service of a supplier, with its modules, its maker and distributors, and its DPIA."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, code, day, identified, line, one_of, prose
from registry.model.privacy_annex import PrivacyAnnex
from registry.model.security_annex import SecurityAnnex
from registry.model.use import Use

if TYPE_CHECKING:
    from registry.model.supplier import Supplier


class Answer(Listed):
    """Yes, no, or not yet looked at."""

    UNKNOWN = "unknown", "nog niet bekeken"
    YES = "yes", "ja"
    NO = "no", "nee"


class Part(Listed):
    """What another organisation has to do with a product."""

    MAKER = "maker", "maker"
    DISTRIBUTOR = "distributor", "distributeur"


class Product(Versioned, Base):
    """What schools use; the supplier is the party with whom the agreement is made."""

    __tablename__ = "product"
    __table_args__ = (
        Index("uq_product_supplier_id_name", "supplier_id", "name", unique=True),
        CheckConstraint("name <> ''", name="has_a_name"),
    )

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Leverancier")
    name: Mapped[str] = line("Naam van het product", 200)
    aliases: Mapped[str] = line("Ook bekend als", 300)
    kind: Mapped[str] = code("Soort product", "product_kinds")
    description: Mapped[str] = prose("Wat het product doet", 2000)
    purpose_plain: Mapped[str] = prose("Waarvoor het dient, in gewone taal", 1000)
    website: Mapped[str] = identified("Productpagina", identifiers.web_address)
    leaflet_url: Mapped[str] = identified("Link naar de privacybijsluiter", identifiers.web_address)
    dpia_needed: Mapped[Answer] = one_of(Answer, "DPIA nodig", Answer.UNKNOWN)
    dpia_reason: Mapped[str] = prose("Waarom wel of geen DPIA", 2000)
    dpia_done_on: Mapped[date | None] = day("DPIA gedaan op", is_past=True)
    dpia_link: Mapped[str] = identified("Link naar de DPIA", identifiers.web_address)
    dpia_next_on: Mapped[date | None] = day("DPIA opnieuw bekijken op")
    retired_on: Mapped[date | None] = day("Niet meer in gebruik sinds")

    supplier: Mapped["Supplier"] = relationship(back_populates="products")
    parties: Mapped[list["ProductParty"]] = relationship(back_populates="product", cascade="all, delete-orphan")
    modules: Mapped[list["ProductModule"]] = relationship(
        back_populates="product", cascade="all, delete-orphan", order_by="ProductModule.id"
    )
    privacy_annexes: Mapped[list[PrivacyAnnex]] = relationship(back_populates="product", order_by=PrivacyAnnex.id)
    security_annexes: Mapped[list[SecurityAnnex]] = relationship(back_populates="product", order_by=SecurityAnnex.id)
    uses: Mapped[list[Use]] = relationship(back_populates="product")

    def privacy_annex_on(self, on: date) -> PrivacyAnnex | None:
        """Return the privacy annex that holds on this date."""
        return next((annex for annex in self.privacy_annexes if annex.holds_on(on)), None)

    def security_annex_on(self, on: date) -> SecurityAnnex | None:
        """Return the security annex that holds on this date."""
        return next((annex for annex in self.security_annexes if annex.holds_on(on)), None)

    def others(self, part: Part) -> list["Supplier"]:
        """Return the organisations with this part in the product."""
        return [party.supplier for party in self.parties if party.part is part]


class ProductParty(Record, Base):
    """A maker or distributor beside the supplier, such as the publisher behind a bookseller."""

    __tablename__ = "product_party"
    __table_args__ = (Index("uq_product_party", "product_id", "supplier_id", "part", unique=True),)
    belongs_to = ("product_id",)

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Organisatie")
    part: Mapped[Part] = one_of(Part, "Wat deze organisatie doet")
    product: Mapped[Product] = relationship(back_populates="parties")
    supplier: Mapped["Supplier"] = relationship()


class ProductModule(Record, Base):
    """A part of a product with its own data and its own readers."""

    __tablename__ = "product_module"
    belongs_to = ("product_id",)

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    name: Mapped[str] = line("Naam van het onderdeel", 200)
    description: Mapped[str] = prose("Wat het onderdeel doet", 1000)
    data: Mapped[str] = prose("Welke gegevens erin staan", 1000)
    access: Mapped[str] = prose("Wie erbij kunnen (functies)", 1000)
    product: Mapped[Product] = relationship(back_populates="modules")
