"""An import: a list that somebody uploaded, what they chose for it, and which Change took it over."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record, Versioned
from registry.model.columns import Listed, line, moment, one_of
from registry.model.stored_file import StoredFile


class ImportKind(Listed):
    """Which sort of list it is; the values are those of the reader of lists."""

    SUPPLIERS = "suppliers", "leveranciers en producten"
    MATRIX = "matrix", "kruisjestabel van producten en scholen"
    RECIPIENTS = "recipients", "ontvangers die zelf verantwoordelijk zijn"
    SCHOOLS = "schools", "scholen"
    BOARDS = "boards", "besturen"
    COVENANT = "covenant", "deelnemers aan het convenant"
    REGISTER = "register", "lijst uit een register zoals dit"


class ImportState(Listed):
    """How far an import is."""

    OFFERED = "offered", "nog niet ingelezen"
    DONE = "done", "ingelezen"
    UNDONE = "undone", "ongedaan gemaakt"


class Import(Versioned, Base):
    """One list that was uploaded; what is kept of it are its tables, not the file itself.

    `choices` holds the kind, the table, the columns, the answers and the dates that a person chose and, once it was
    taken over, under "skipped" the rows that were left out; `counts` how many rows did what. `change_number` is that
    of the Change that took it over, `account_id` who uploaded it.
    """

    __tablename__ = "import"
    __table_args__ = (
        CheckConstraint("(state = 'offered') = (done_at IS NULL)", name="done_has_a_moment"),
        CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name="undone_has_a_moment"),
    )

    name: Mapped[str] = line("Bestandsnaam", 200)
    sha256: Mapped[str] = mapped_column(index=True, doc="Controlegetal")
    kind: Mapped[ImportKind] = one_of(ImportKind, "Soort lijst", ImportKind.SUPPLIERS)
    state: Mapped[ImportState] = one_of(ImportState, "Stand", ImportState.OFFERED)
    # no foreign key: an account may go, what it took over stays
    account_id: Mapped[int | None] = mapped_column(doc="Account van wie het uploadde")
    made_by: Mapped[str] = line("Geüpload door", 120)
    made_at: Mapped[datetime] = moment("Geüpload op")
    done_at: Mapped[datetime | None] = moment("Ingelezen op")
    undone_at: Mapped[datetime | None] = moment("Ongedaan gemaakt op")
    change_number: Mapped[int | None] = mapped_column(info={"unrecorded": True})
    choices: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info={"unrecorded": True})
    counts: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, info={"unrecorded": True})
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), index=True)
    file: Mapped[StoredFile] = relationship()

    @property
    def change_name(self) -> str:
        """What the history calls the Change of this import."""
        return f"import {self.id}: {self.name}"


class SavedMapping(Record, Base):
    """Which column fills which field, kept for the next list with the same headings."""

    __tablename__ = "saved_mapping"

    fingerprint: Mapped[str] = mapped_column(unique=True, doc="Controlegetal van de koppen")
    kind: Mapped[ImportKind] = one_of(ImportKind, "Soort lijst")
    fields: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, info={"unrecorded": True})
