"""A paper of a supplier that was read: the file, its text, what was found in it, and which annexes came of it."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.base import Base, Record, Versioned
from registry.model.columns import day
from registry.model.privacy_annex import PrivacyAnnex
from registry.model.security_annex import SecurityAnnex
from registry.model.stored_file import StoredFile

UNRECORDED = {"unrecorded": True}  # both follow from the file, whose hash is in the history


class ReadPaper(Versioned, Base):
    """What the reader said on the day that it read; nothing of it is in the register until somebody takes it over.

    `annexes` is the list of `python -m registry read-annex --json`, `pages` the text as `[number, paragraphs]`.
    """

    __tablename__ = "read_paper"

    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), unique=True)
    read_on: Mapped[date] = day("Ingelezen op")
    annexes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, info=UNRECORDED)
    pages: Mapped[list[Any]] = mapped_column(JSON, info=UNRECORDED, deferred=True)  # lists do without

    file: Mapped[StoredFile] = relationship(cascade="all, delete-orphan", single_parent=True)
    taken: Mapped[list["TakenOver"]] = relationship(cascade="all, delete-orphan", order_by="TakenOver.id")

    def taken_from(self, place: int) -> list["TakenOver"]:
        """Return the annexes that came of the part at this place."""
        return [one for one in self.taken if one.place == place]

    @property
    def is_done(self) -> bool:
        """Whether something came of each of its parts."""
        return all(self.taken_from(place) for place in range(len(self.annexes)))


class TakenOver(Record, Base):
    """A proposed annex that came of one part of a read paper."""

    __tablename__ = "taken_over"
    __table_args__ = (
        CheckConstraint("(privacy_annex_id IS NULL) <> (security_annex_id IS NULL)", name="one_annex"),
        CheckConstraint("place >= 0", name="place"),
        Index("uq_taken_over_privacy", "privacy_annex_id", unique=True),
        Index("uq_taken_over_security", "security_annex_id", unique=True),
    )
    belongs_to = ("read_paper_id",)

    read_paper_id: Mapped[int] = mapped_column(ForeignKey("read_paper.id"), index=True)
    place: Mapped[int] = mapped_column(doc="Onderdeel")
    privacy_annex_id: Mapped[int | None] = mapped_column(ForeignKey("privacy_annex.id"))
    security_annex_id: Mapped[int | None] = mapped_column(ForeignKey("security_annex.id"))
    privacy_annex: Mapped[PrivacyAnnex | None] = relationship()
    security_annex: Mapped[SecurityAnnex | None] = relationship()

    @property
    def annex(self) -> PrivacyAnnex | SecurityAnnex | None:
        """The annex that came of it."""
        return self.privacy_annex or self.security_annex
