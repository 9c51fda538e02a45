"""A data breach at a supplier: what happened, when who knew of it, and what the board decided (AVG 33 and 34)."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Versioned
from registry.model.columns import Listed, day, line, moment, number, one_of, prose

if TYPE_CHECKING:
    from registry.model.product import Product
    from registry.model.supplier import Supplier

TIME_TO_REPORT = timedelta(hours=72)  # AVG 33(1): hours by the clock, through weekends and changes of the clock


class ReportDecision(Listed):
    """Whether the board reports the breach to the authority (AVG 33(1))."""

    OPEN = "open", "nog niet besloten"
    REPORT = "report", "melden bij de AP"
    NOT = "not", "niet melden bij de AP"


class TellDecision(Listed):
    """Whether the board tells those whose data it is about (AVG 34(1))."""

    OPEN = "open", "nog niet besloten"
    TELL = "tell", "de betrokkenen inlichten"
    NOT = "not", "de betrokkenen niet inlichten"


class Breach(Versioned, Base):
    """One breach at one supplier, kept with its times (AVG 33(5)); it names functions and never a pupil."""

    __tablename__ = "breach"
    __table_args__ = (
        CheckConstraint("what <> ''", name="says_what"),
        CheckConstraint("decision <> 'not' OR decision_reason <> ''", name="not_reported_has_a_reason"),
    )

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True, doc="Leverancier")
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    what: Mapped[str] = prose("Wat er is gebeurd", 4000)
    subprocessor: Mapped[str] = line("Bij welke subverwerker", 200)
    happened_at: Mapped[datetime | None] = moment("Gebeurd op")
    discovered_at: Mapped[datetime | None] = moment("Door de leverancier ontdekt op")
    told_at: Mapped[datetime | None] = moment("Door de leverancier aan ons gemeld op")
    known_at: Mapped[datetime] = moment("Bij het bestuur bekend sinds")
    data: Mapped[str] = prose("Om welke gegevens het gaat", 2000)
    people: Mapped[int | None] = number("Hoeveel mensen het raakt, ongeveer", 1_000_000)
    consequences: Mapped[str] = prose("Wat de gevolgen kunnen zijn", 2000)
    measures: Mapped[str] = prose("Welke maatregelen zijn genomen", 4000)
    decision: Mapped[ReportDecision] = one_of(ReportDecision, "Melden bij de AP", ReportDecision.OPEN)
    decision_reason: Mapped[str] = prose("Waarom wel of niet melden", 2000)
    decided_by: Mapped[str] = line("Besloten door (functie)", 120)
    reported_at: Mapped[datetime | None] = moment("Gemeld bij de AP op")
    reference: Mapped[str] = line("Kenmerk van de AP", 80)
    late_reason: Mapped[str] = prose("Waarom later dan na 72 uur", 1000)
    telling: Mapped[TellDecision] = one_of(TellDecision, "Betrokkenen inlichten", TellDecision.OPEN)
    people_told_at: Mapped[datetime | None] = moment("Betrokkenen ingelicht op")
    closed_on: Mapped[date | None] = day("Afgesloten op", is_past=True)
    lessons: Mapped[str] = prose("Wat wij ervan leren", 2000)

    supplier: Mapped["Supplier"] = relationship()
    product: Mapped["Product | None"] = relationship()

    @property
    def report_before(self) -> datetime:
        """The moment, in UTC, on which the 72 hours of AVG 33(1) are over."""
        return self.known_at + TIME_TO_REPORT

    @property
    def is_reported_late(self) -> bool:
        """Whether the report came after the 72 hours; then its reasons belong with it (AVG 33(1))."""
        return self.reported_at is not None and self.reported_at > self.report_before

    @property
    def awaits_report(self) -> bool:
        """Whether the board has yet to decide, or decided to report and did not."""
        is_reported = self.decision is ReportDecision.REPORT and self.reported_at is not None
        return self.decision is not ReportDecision.NOT and not is_reported
