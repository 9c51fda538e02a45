"""A teacher asks for an app, at a secret address of the school; the privacy officer decides."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import identifiers
from registry.model.base import Base, OfSchool, Versioned
from registry.model.columns import Listed, day, identified, line, one_of, prose
from registry.model.school import School

if TYPE_CHECKING:
    from registry.model.product import Product

SECRET = {"secret": True}


class Decision(Listed):
    """What the privacy officer decided."""

    OPEN = "open", "nog niet beslist"
    YES = "yes", "ja"
    YES_IF = "yes_if", "ja, mits"
    NO = "no", "nee"


class StaffAddress(OfSchool, Versioned, Base):
    """The secret address at which the staff of one school ask for an app; only its hash is kept."""

    __tablename__ = "staff_address"
    __table_args__ = (
        Index("uq_staff_address_school", "school_id", unique=True),
        Index("uq_staff_address_token_hash", "token_hash", unique=True),
    )

    is_on: Mapped[bool] = mapped_column(default=False, doc="Leraren kunnen een app aanvragen")
    token_hash: Mapped[str] = line("Geheim adres", 64, info=SECRET)
    made_on: Mapped[date] = day("Adres gemaakt op")
    school: Mapped[School] = relationship()


class AppRequest(OfSchool, Versioned, Base):
    """What somebody asked for and what was decided; a function asks, never a name. `token_hash` is of its own address.

    `product_id` is what came of it in the register.
    """

    __tablename__ = "app_request"
    __table_args__ = (
        Index("uq_app_request_token_hash", "token_hash", unique=True),
        CheckConstraint("app <> ''", name="names_an_app"),
        CheckConstraint("(decided_on IS NULL) = (decision = 'open')", name="decided_has_a_date"),
    )

    app: Mapped[str] = line("Naam van de app of website", 200)
    link: Mapped[str] = identified("Link naar de app", identifiers.web_address)
    purpose: Mapped[str] = prose("Waarvoor u de app wilt gebruiken", 1000)
    groups: Mapped[str] = line("Voor welke groepen of klassen", 200)
    wanted_from: Mapped[date | None] = day("Vanaf wanneer")
    asker: Mapped[str] = line("Uw functie", 120)
    asked_on: Mapped[date] = day("Gevraagd op")
    token_hash: Mapped[str] = line("Geheim adres", 64, info=SECRET)
    decision: Mapped[Decision] = one_of(Decision, "Besluit", Decision.OPEN)
    reason: Mapped[str] = prose("Uitleg voor de leraar", 2000)
    decided_on: Mapped[date | None] = day("Besloten op")
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True, doc="Product in het register")

    school: Mapped[School] = relationship()
    product: Mapped["Product | None"] = relationship()

    def is_open(self, on: date) -> bool:
        """Return whether nobody had decided yet on this date."""
        return self.decided_on is None or self.decided_on > on

    @property
    def is_accepted(self) -> bool:
        """Whether the app may be used, be it on a condition."""
        return self.decision in (Decision.YES, Decision.YES_IF)
