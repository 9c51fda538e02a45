"""An action: something that somebody promised to do by a day, and where it came from."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, OfSchoolOrBoard, Versioned
from registry.model.columns import Listed, day, line, one_of, prose
from registry.model.school import School

if TYPE_CHECKING:
    from registry.model.product import Product
    from registry.model.supplier import Supplier


class ActionOrigin(Listed):
    """What made somebody write the action down."""

    OWN = "own", "zelf bedacht"
    ROUND = "round", "jaarronde"
    PRACTICE = "practice", "papier en praktijk"
    ANNEX = "annex", "nieuwe versie van een bijlage"
    NOTICE = "notice", "wijziging bij een subverwerker"
    BREACH = "breach", "datalek"
    CLOSING = "closing", "stoppen met een product"


class Action(OfSchoolOrBoard, Versioned, Base):
    """What has to be done, by whom (a function), by when, about which supplier or product; of a school or the board.

    It is done, with a day, and never deleted.
    """

    __tablename__ = "action"
    __table_args__ = (CheckConstraint("what <> ''", name="says_what"),)

    what: Mapped[str] = line("Wat er moet gebeuren", 300)
    owner: Mapped[str] = line("Wie het doet (functie)", 120)
    due_on: Mapped[date | None] = day("Klaar op")
    done_on: Mapped[date | None] = day("Gedaan op", is_past=True)
    outcome: Mapped[str] = prose("Hoe het is afgelopen", 2000)
    origin: Mapped[ActionOrigin] = one_of(ActionOrigin, "Waar de actie vandaan komt", ActionOrigin.OWN)
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Leverancier")
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")

    school: Mapped[School | None] = relationship()
    supplier: Mapped["Supplier | None"] = relationship()
    product: Mapped["Product | None"] = relationship()

    def is_open(self, on: date) -> bool:
        """Return whether the action was not done yet on this date."""
        return self.done_on is None or self.done_on > on
