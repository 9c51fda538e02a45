"""A test of a supplier's agreement by others, such as SIVON's: differences and risks, never a pass mark."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from registry import identifiers
from registry.model.agreement_lists import Risk
from registry.model.base import Base, Record
from registry.model.columns import code, day, identified, one_of, prose


class ExternalReview(Record, Base):
    """What was tested, how far the test is, and what the board decided on it."""

    __tablename__ = "external_review"
    belongs_to = ("supplier_id",)

    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    reviewer: Mapped[str] = code("Wie toetste", "external_review_sources")
    step: Mapped[str] = code("Hoever de toets is", "external_review_steps")
    reviewed_on: Mapped[date | None] = day("Datum van de toets", is_past=True)
    risk: Mapped[Risk] = one_of(Risk, "Risico", Risk.UNKNOWN)
    findings: Mapped[str] = prose("Bevindingen", 3000)
    link: Mapped[str] = identified("Link naar het rapport", identifiers.web_address)
    decision: Mapped[str] = prose("Besluit van het bestuur", 1000)
