"""A practice check: what was agreed on paper, held beside what is really in the app on a day."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, OfSchoolOrBoard, Record
from registry.model.columns import Listed, code, day, line, one_of, prose
from registry.model.privacy_annex import PrivacyAnnex
from registry.model.school import School

if TYPE_CHECKING:
    from registry.model.product import Product


class Seen(Listed):
    """What somebody saw in the app."""

    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "weet ik niet"


class RowKind(Listed):
    """What a row of a check asks."""

    AGREED = "agreed", "afgesproken"
    DENIED = "denied", "wordt niet verwerkt"
    EXTRA = "extra", "staat er ook in"


class PracticeCheck(OfSchoolOrBoard, Record, Base):
    """One look at an app, beside the annex version that held then; of a school or the board. It is never changed."""

    __tablename__ = "practice_check"
    belongs_to = ("product_id",)

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    privacy_annex_id: Mapped[int] = mapped_column(
        ForeignKey("privacy_annex.id"), index=True, doc="Vergeleken met privacybijsluiter"
    )
    checked_on: Mapped[date] = day("Nagelopen op")
    by_function: Mapped[str] = line("Wie het naliep (functie)", 120)
    note: Mapped[str] = prose("Opmerking", 2000)

    school: Mapped[School | None] = relationship()
    product: Mapped["Product"] = relationship()
    privacy_annex: Mapped[PrivacyAnnex] = relationship()
    rows: Mapped[list["PracticeRow"]] = relationship(cascade="all, delete-orphan", order_by="PracticeRow.id")

    @property
    def mismatches(self) -> list["PracticeRow"]:
        """The rows on which paper and practice differ."""
        return [row for row in self.rows if row.is_mismatch]

    @property
    def unknown(self) -> list["PracticeRow"]:
        """The rows of which nobody knows."""
        return [row for row in self.rows if row.seen is Seen.UNKNOWN]

    @property
    def asks_answer(self) -> bool:
        """Whether there is something to ask the supplier: what differs, or what nobody knows."""
        return bool(self.mismatches or self.unknown)


class PracticeRow(Record, Base):
    """One question with its answer; `what` holds its words, so that it stays readable whatever becomes of the annex."""

    __tablename__ = "practice_row"
    __table_args__ = (CheckConstraint("what <> '' OR category <> ''", name="says_what"),)
    belongs_to = ("practice_check_id",)

    practice_check_id: Mapped[int] = mapped_column(ForeignKey("practice_check.id"), index=True)
    kind: Mapped[RowKind] = one_of(RowKind, "Soort vraag")
    category: Mapped[str] = code("Soort gegevens", "data_categories")
    subject: Mapped[str] = code("Van wie", "data_subjects")
    what: Mapped[str] = line("Welke gegevens, in woorden", 300)
    seen: Mapped[Seen] = one_of(Seen, "Antwoord")

    @property
    def is_mismatch(self) -> bool:
        """Whether paper and practice differ: agreed but not there, denied but not so, or there without being agreed."""
        return self.kind is RowKind.EXTRA or self.seen is Seen.NO
