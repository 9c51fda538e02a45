"""A supplier tells that a subprocessor is added, replaced, changed or gone (AVG 28(2)); the board decides on it."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, day, line, number, one_of, prose
from registry.model.privacy_annex import Place

if TYPE_CHECKING:
    from registry.model.privacy_annex import PrivacyAnnex
    from registry.model.product import Product
    from registry.model.supplier import Supplier


class SubprocessorChange(Listed):
    """What happens to the subprocessor."""

    ADDED = "added", "komt erbij"
    REPLACED = "replaced", "komt in de plaats van een ander"
    CHANGED = "changed", "verandert"
    LEFT = "left", "gaat weg"


class TermUnit(Listed):
    """In what the term to object is counted."""

    DAYS = "days", "dagen"
    WEEKS = "weeks", "weken"


class TermSource(Listed):
    """Where the term to object stands."""

    UNKNOWN = "unknown", "niet bekend"
    CONTRACT = "contract", "in de overeenkomst"
    ANNEX = "annex", "in de privacybijsluiter"
    MESSAGE = "message", "alleen in het bericht van de leverancier"


class NoticeDecision(Listed):
    """What the board says to it."""

    OPEN = "open", "nog niet besloten"
    NO_OBJECTION = "no_objection", "geen bezwaar"
    OBJECTION = "objection", "bezwaar"
    CONSENT = "consent", "toestemming"


class SubprocessorNotice(Place, Versioned, Base):
    """One message of a supplier about one subprocessor, with the term to object and what the board decided."""

    __tablename__ = "subprocessor_notice"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_a_name"),
        CheckConstraint("change <> 'replaced' OR replaces <> ''", name="replaced_says_whom"),
    )

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Leverancier")
    received_on: Mapped[date] = day("Bericht gekregen op", is_past=True)
    change: Mapped[SubprocessorChange] = one_of(SubprocessorChange, "Wat er verandert", SubprocessorChange.ADDED)
    name: Mapped[str] = line("Naam van de subverwerker", 200)
    replaces: Mapped[str] = line("In de plaats van", 200)
    service: Mapped[str] = line("Dienst", 300)
    data: Mapped[str] = line("Welke gegevens", 300)
    starts_on: Mapped[date | None] = day("Gaat in op")
    term: Mapped[int | None] = number("Termijn voor bezwaar", 365)
    term_unit: Mapped[TermUnit] = one_of(TermUnit, "Dagen of weken", TermUnit.WEEKS)
    term_source: Mapped[TermSource] = one_of(TermSource, "Waar die termijn staat", TermSource.UNKNOWN)
    decision: Mapped[NoticeDecision] = one_of(NoticeDecision, "Besluit", NoticeDecision.OPEN)
    decided_on: Mapped[date | None] = day("Besloten op", is_past=True)
    decided_by: Mapped[str] = line("Besloten door (functie)", 120)
    reason: Mapped[str] = prose("Reden van het besluit", 2000)
    answered_on: Mapped[date | None] = day("Antwoord verstuurd op", is_past=True)
    note: Mapped[str] = prose("Notitie", 2000)

    supplier: Mapped["Supplier"] = relationship()
    products: Mapped[list["NoticeProduct"]] = relationship(cascade="all, delete-orphan", order_by="NoticeProduct.id")

    @property
    def object_before(self) -> date | None:
        """The last day to object; None while the term is not known. A legal date: it is never moved to a Monday."""
        if self.term is None:
            return None
        days = self.term * (7 if self.term_unit is TermUnit.WEEKS else 1)
        return self.received_on + timedelta(days=days)  # the day of the message itself does not count

    @property
    def is_late_objection(self) -> bool:
        """Whether the board objected after the last day to do so."""
        given, last = self.answered_on or self.decided_on, self.object_before
        return self.decision is NoticeDecision.OBJECTION and None not in (given, last) and given > last  # type: ignore[operator]

    def agreed_in(self, on: date) -> "PrivacyAnnex | None":
        """Return the version, in force or accepted by this date, in which the board agreed to this change, if any.

        It was made of this notice; or, where a subprocessor comes, it names that one and was accepted since.
        """
        for row in self.products:
            made, holds = row.privacy_annex, row.product.privacy_annex_on(on)
            if made is not None and made.accepted_on is not None and made.superseded_on is None:
                return made
            if holds is not None and self._came_in(holds):
                return holds
        return None

    def _came_in(self, annex: "PrivacyAnnex") -> bool:
        comes = self.change in (SubprocessorChange.ADDED, SubprocessorChange.REPLACED)
        is_since = annex.accepted_on is not None and annex.accepted_on >= self.received_on
        return comes and is_since and self.name.casefold() in {one.name.casefold() for one in annex.subprocessors}

    def is_answered(self, on: date) -> bool:
        """Return whether the board had decided by this date and, where it objects or consents, had said so."""
        decided = self.decided_on is not None and self.decided_on <= on
        if self.decision is NoticeDecision.NO_OBJECTION:
            return decided
        return decided and self.answered_on is not None and self.answered_on <= on


class NoticeProduct(Record, Base):
    """A product that the change touches, and the proposed annex that was made of it."""

    __tablename__ = "notice_product"
    __table_args__ = (Index("uq_notice_product", "notice_id", "product_id", unique=True),)
    belongs_to = ("notice_id",)

    notice_id: Mapped[int] = mapped_column(ForeignKey("subprocessor_notice.id"))
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    privacy_annex_id: Mapped[int | None] = mapped_column(
        ForeignKey("privacy_annex.id"), index=True, doc="Voorgestelde bijsluiter"
    )
    product: Mapped["Product"] = relationship()
    privacy_annex: Mapped["PrivacyAnnex | None"] = relationship()
