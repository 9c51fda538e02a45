"""A final paper as it was made: from which template, from which values, by whom."""

from datetime import datetime

from sqlalchemy import JSON, DateTime, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, OfSchoolOrBoard, Record
from registry.model.columns import line
from registry.model.stored_file import StoredFile


class GeneratedDocument(OfSchoolOrBoard, Record, Base):
    """A final document; drafts are not kept."""

    __tablename__ = "generated_document"

    paper: Mapped[str] = line("Soort document", 60)
    subject: Mapped[str] = line("Waarover", 60)
    subject_id: Mapped[int] = mapped_column(doc="Nummer van het record")
    title: Mapped[str] = line("Titel", 300)
    template_sha256: Mapped[str] = mapped_column(doc="Controlegetal van het sjabloon")
    # what the paper was made from: it goes with this row when the paper is forgotten
    values: Mapped[dict[str, object]] = mapped_column(JSON, info={"unrecorded": True})
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), doc="Gemaakt op")
    made_by: Mapped[str] = line("Gemaakt door", 120)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), index=True)
    file: Mapped[StoredFile] = relationship()
