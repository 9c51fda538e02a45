"""A file in the database: one thing to back up, and never apart from the record that names it."""

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record
from registry.model.columns import line

MOST_BYTES = 25 * 1024 * 1024


class StoredFile(Record, Base):
    """What a file is called and is; its bytes lie in a row of their own, so that lists stay light."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint(f"size > 0 AND size <= {MOST_BYTES}", name="size"),)

    name: Mapped[str] = line("Bestandsnaam", 200)
    media_type: Mapped[str] = line("Soort", 120)
    size: Mapped[int] = mapped_column(doc="Grootte")
    sha256: Mapped[str] = mapped_column(index=True, doc="Controlegetal")
    content: Mapped["FileContent"] = relationship(cascade="all, delete-orphan", back_populates="file")


class FileContent(Record, Base):
    """The bytes of one file."""

    __tablename__ = "file_content"
    belongs_to = ("file_id",)
    is_recorded = False  # its hash, in the row of the file, is

    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    file: Mapped[StoredFile] = relationship(back_populates="content")
