"""The page that parents of a school can read without an account: whether it is on, where, and what stands on it."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.base import Base, OfSchool, Record, Versioned
from registry.model.columns import Codes, Listed, identified

if TYPE_CHECKING:
    from registry.model.school import School


class Part(Listed):
    """What a school may leave out of its page; names of products and suppliers, and what for, always stand there."""

    MODULES = "modules", "Welke onderdelen de school gebruikt"
    OTHERS = "others", "Maker en distributeur naast de leverancier"
    DATA = "data", "Welke gegevens"
    ABOUT_WHOM = "about_whom", "Van wie de gegevens zijn"
    ROLE = "role", "Rol van de leverancier volgens de AVG"
    GROUND = "ground", "Op grond waarvan andere organisaties gegevens krijgen"
    OUTSIDE_EEA = "outside_eea", "Of gegevens buiten de Europese Economische Ruimte komen"
    LINK = "link", "Link naar de privacybijsluiter"
    OWN_SENTENCE = "own_sentence", "Eigen zin van de school"
    COUNTS = "counts", "Hoeveel producten en leveranciers, en met hoeveel een overeenkomst geldt"
    COVENANT = "covenant", "Hoeveel leveranciers meedoen aan het Privacyconvenant"
    CONTACT = "contact", "Bij wie ouders terechtkunnen"
    DPO = "dpo", "Hoe ouders de FG bereiken"
    LAST_CHANGE = "last_change", "Wanneer de lijst het laatst is gewijzigd"


ALL_PARTS = tuple(part.value for part in Part)


class ParentsPage(OfSchool, Versioned, Base):
    """The public page of one school. What is chosen is kept, so that a part which a later release adds stays off."""

    __tablename__ = "parents_page"
    __table_args__ = (Index("uq_parents_page_school", "school_id", unique=True),)

    is_on: Mapped[bool] = mapped_column(default=False, doc="Ouders kunnen de pagina zien")
    slug: Mapped[str] = identified("Adres van de pagina", identifiers.slug, 80)
    parts: Mapped[tuple[str, ...]] = mapped_column(Codes, default=ALL_PARTS, doc="Wat op de pagina staat")

    school: Mapped["School"] = relationship()
    addresses: Mapped[list["PageAddress"]] = relationship(back_populates="page", order_by="PageAddress.id")

    @property
    def shown(self) -> frozenset[Part]:
        """The parts that stand on the page."""
        return frozenset(part for part in Part if part.value in self.parts)


class PageAddress(Record, Base):
    """An address that a page has or once had: a printed schoolgids keeps leading to it, and no other page takes it."""

    __tablename__ = "parents_page_address"
    __table_args__ = (Index("uq_parents_page_address", "slug", unique=True),)
    belongs_to = ("page_id",)

    page_id: Mapped[int] = mapped_column(ForeignKey("parents_page.id"), index=True)
    slug: Mapped[str] = identified("Adres van de pagina", identifiers.slug, 80)
    page: Mapped[ParentsPage] = relationship(back_populates="addresses")
