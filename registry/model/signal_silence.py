"""A silenced signal: somebody looked at it, and has a reason not to hear it until a day."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from registry.model.base import Base, OfSchoolOrBoard, Versioned, in_order
from registry.model.columns import code, day, line, prose


class SignalSilence(OfSchoolOrBoard, Versioned, Base):
    """The reason not to hear one signal, and until when; it ends by itself, and can be taken back.

    `subject` and `subject_id` are the table and the number of the record that the signal is about. There is one row
    per signal; what it said before stands in the history, with who wrote it.
    """

    __tablename__ = "signal_silence"
    __table_args__ = (
        Index("uq_signal_silence", "code", "subject", "subject_id", unique=True),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        in_order("since", "until", "since_then_until"),
    )

    code: Mapped[str] = code("Signaal", "signals")
    subject: Mapped[str] = line("Soort record", 40)
    subject_id: Mapped[int] = mapped_column(doc="Nummer van het record")
    reason: Mapped[str] = prose("Waarom dit stil mag zijn", 1000)
    since: Mapped[date] = day("Stil vanaf")
    until: Mapped[date] = day("Stil tot en met")
    taken_back_on: Mapped[date | None] = day("Weer laten horen op")

    @property
    def key(self) -> tuple[str, str, int]:
        """Which signal it is about."""
        return self.code, self.subject, self.subject_id

    def holds_on(self, on: date) -> bool:
        """Return whether the signal is silent on this date; the last day counts."""
        is_back = self.taken_back_on is not None and self.taken_back_on <= on
        return self.since <= on <= self.until and not is_back
