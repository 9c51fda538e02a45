"""A board's or a school's own Word template, in all its versions: nothing is deleted, one of them is in use."""

from datetime import date

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, OfSchoolOrBoard, Versioned
from registry.model.columns import day, line, prose
from registry.model.school import School
from registry.model.stored_file import StoredFile

HOUSE_STYLE = "huisstijl"
OFFICIAL_MODEL = "verwerkersovereenkomst-officieel-model"
OFFICIAL_FILE = "officieel-model-bestand"  # as it was uploaded, with its blanks: no paper is ever made from it

OF_THE_BOARD = text("school_id IS NULL")
OF_A_SCHOOL = text("school_id IS NOT NULL")
BOARD_IN_USE = text("in_use AND school_id IS NULL")
SCHOOL_IN_USE = text("in_use AND school_id IS NOT NULL")


def _only_one(name: str, *columns: str, where: object) -> Index:
    """An index in two kinds, because empty schools count as different from each other."""
    return Index(name, *columns, unique=True, sqlite_where=where)


class PaperTemplate(OfSchoolOrBoard, Versioned, Base):
    """One version of a template; without a school it is the board's.

    `paper` is the name of the shipped template whose place it takes, or `HOUSE_STYLE`.
    """

    __tablename__ = "paper_template"
    __table_args__ = (
        _only_one("uq_paper_template_board", "paper", "edition", where=OF_THE_BOARD),
        _only_one("uq_paper_template_school", "paper", "school_id", "edition", where=OF_A_SCHOOL),
        _only_one("uq_paper_template_board_in_use", "paper", where=BOARD_IN_USE),
        _only_one("uq_paper_template_school_in_use", "paper", "school_id", where=SCHOOL_IN_USE),
    )

    paper: Mapped[str] = line("Document", 60)
    title: Mapped[str] = line("Naam van het sjabloon", 200)
    edition: Mapped[int] = mapped_column(doc="Versie")
    note: Mapped[str] = prose("Notitie", 1000)
    added_on: Mapped[date] = day("Toegevoegd op")
    added_by: Mapped[str] = line("Toegevoegd door", 120)
    in_use: Mapped[bool] = mapped_column(default=False, doc="In gebruik")
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), index=True, doc="Bestand")
    file: Mapped[StoredFile] = relationship()
    school: Mapped[School | None] = relationship()

    @property
    def named(self) -> str:
        """What a person calls this version: its title and its number."""
        return f"{self.title}, versie {self.edition}"

    @property
    def content(self) -> bytes:
        """The bytes of the Word file."""
        return self.file.content.content
