"""A school (vestiging) of the board: where products are used and whose parents read the list."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, relationship

from registry import identifiers
from registry.model.base import Base, Versioned
from registry.model.columns import code, day, identified, line, number, prose
from registry.model.use import Use

HAS_CODE = text("site_code <> ''")


class School(Versioned, Base):
    """A site with its own site code (BRIN and two digits) and its own supplier list."""

    __tablename__ = "school"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_a_name"),
        CheckConstraint("pupils >= 0", name="pupils"),
        Index("uq_school_site_code", "site_code", unique=True, sqlite_where=HAS_CODE),
    )

    name: Mapped[str] = line("Naam van de school", 200)
    site_code: Mapped[str] = identified("Vestigingscode", identifiers.site_code, 6)
    sector: Mapped[str] = code("Sector", "sectors")
    address: Mapped[str] = line("Adres", 200)
    postcode: Mapped[str] = identified("Postcode", identifiers.postcode, 7)
    city: Mapped[str] = line("Plaats", 100)
    website: Mapped[str] = identified("Website", identifiers.web_address)
    pupils: Mapped[int | None] = number("Aantal leerlingen", 100_000)
    contact_function: Mapped[str] = line("Bij wie ouders terechtkunnen (functie)", 120)
    contact_email: Mapped[str] = identified("E-mailadres voor ouders", identifiers.email_address)
    guide_note: Mapped[str] = prose("Eigen zin boven de lijst in de schoolgids", 1000)
    closed_on: Mapped[date | None] = day("Gesloten op")

    uses: Mapped[list[Use]] = relationship(back_populates="school")

    def is_open(self, on: date) -> bool:
        """Return whether the school exists on this date."""
        return self.closed_on is None or on < self.closed_on
