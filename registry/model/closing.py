"""Stopping with a product: the dossier of what has to be done per school and at the supplier (AVG 28(3)(g))."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, OfSchool, Record, Versioned
from registry.model.columns import Listed, day, line, one_of, prose
from registry.model.stored_file import StoredFile

if TYPE_CHECKING:
    from registry.model.product import Product
    from registry.model.school import School
    from registry.model.use import Use

NOT_DONE = text("done_on IS NULL")
TIME_TO_ANSWER = timedelta(weeks=4)  # what the letter about the end asks; no law sets it


class Inclusion(Listed):
    """Whether the statement of deletion is about this as well."""

    UNKNOWN = "unknown", "niet bekend"
    YES = "yes", "ja"
    NO = "no", "nee"


class Closing(Versioned, Base):
    """The dossier of one product that schools stop using; it ends nothing by itself and is never deleted."""

    __tablename__ = "closing"
    __table_args__ = (Index("uq_closing_under_way", "product_id", unique=True, sqlite_where=NOT_DONE),)

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True, doc="Product")
    begun_on: Mapped[date] = day("Begonnen op", is_past=True)
    reason: Mapped[str] = prose("Waarom wij stoppen", 2000)
    owner: Mapped[str] = line("Wie het regelt (functie)", 120)
    requested_on: Mapped[date | None] = day("Verklaring van vernietiging gevraagd op", is_past=True)
    due_on: Mapped[date | None] = day("Verklaring verwacht voor of op")
    received_on: Mapped[date | None] = day("Verklaring gekregen op", is_past=True)
    deleted_on: Mapped[date | None] = day("Vernietigd op, volgens de verklaring", is_past=True)
    subprocessors: Mapped[Inclusion] = one_of(Inclusion, "Ook bij subverwerkers", Inclusion.UNKNOWN)
    backups: Mapped[Inclusion] = one_of(Inclusion, "Ook in back-ups", Inclusion.UNKNOWN, rule="backups")
    backups_note: Mapped[str] = line("Over de back-ups", 300)
    note: Mapped[str] = prose("Notitie", 2000)
    done_on: Mapped[date | None] = day("Afgerond op", is_past=True)

    product: Mapped["Product"] = relationship()
    lines: Mapped[list["ClosingLine"]] = relationship(back_populates="closing", order_by="ClosingLine.id")
    files: Mapped[list["ClosingFile"]] = relationship(cascade="all, delete-orphan", order_by="ClosingFile.id")

    def is_under_way(self, on: date) -> bool:
        """Return whether the dossier was begun and not yet finished on this date."""
        return self.begun_on <= on and (self.done_on is None or self.done_on > on)

    def has_statement(self, on: date) -> bool:
        """Return whether the supplier's statement had come by this date."""
        return self.received_on is not None and self.received_on <= on

    def statement_is_asked(self, on: date) -> bool:
        """Return whether the statement had been asked for by this date."""
        return self.requested_on is not None and self.requested_on <= on

    @property
    def expected_on(self) -> date | None:
        """The day by which the statement should be there: as promised, else four weeks after it was asked."""
        return self.due_on or (self.requested_on + TIME_TO_ANSWER if self.requested_on else None)

    @property
    def last_day(self) -> date | None:
        """The last day on which any school in the dossier uses the product; None while one still has no last day."""
        return self._last_known if all(one.use.until for one in self.lines) else None

    @property
    def _last_known(self) -> date | None:
        return max((one.use.until for one in self.lines if one.use.until), default=None)

    @property
    def statement_is_too_early(self) -> bool:
        """Whether data were deleted, says the statement, while a school still used the product; that proves little."""
        last = self._last_known
        return self.deleted_on is not None and last is not None and self.deleted_on < last


class ClosingLine(OfSchool, Versioned, Base):
    """What one school does when it stops; its last day is that of its use, and stands nowhere else."""

    __tablename__ = "closing_line"
    __table_args__ = (Index("uq_closing_line", "closing_id", "use_id", unique=True),)

    closing_id: Mapped[int] = mapped_column(ForeignKey("closing.id"), index=True, doc="Dossier")
    use_id: Mapped[int] = mapped_column(ForeignKey("use.id"), index=True, doc="Gebruik")
    exported_on: Mapped[date | None] = day("Gegevens meegenomen op", is_past=True)
    export_note: Mapped[str] = line("Over het meenemen van gegevens", 300)
    accounts_closed_on: Mapped[date | None] = day("Accounts gesloten op", is_past=True)

    closing: Mapped[Closing] = relationship(back_populates="lines")
    use: Mapped["Use"] = relationship()
    school: Mapped["School"] = relationship()

    @property
    def is_done(self) -> bool:
        """Whether the school has a last day, closed its accounts, and said what became of its data."""
        has_data = self.exported_on is not None or self.export_note != ""
        return self.use.until is not None and self.accounts_closed_on is not None and has_data


class ClosingFile(Record, Base):
    """A file in the dossier, such as the statement of deletion."""

    __tablename__ = "closing_file"
    __table_args__ = (Index("uq_closing_file", "closing_id", "file_id", unique=True),)
    belongs_to = ("closing_id",)

    closing_id: Mapped[int] = mapped_column(ForeignKey("closing.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), index=True)
    file: Mapped[StoredFile] = relationship()
