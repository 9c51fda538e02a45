"""The annual round: once a year all agreements and uses in force are looked at; the answers stay for ever."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from registry.model.base import Base, Versioned, in_order
from registry.model.columns import day, line, number


class ReviewRound(Versioned, Base):
    """The round of one year: opened, stopped and taken up again as often as needed, and closed once."""

    __tablename__ = "review_round"
    __table_args__ = (
        Index("uq_review_round_year", "year", unique=True),
        in_order("opened_on", "answer_by", "opened_then_answered"),
        in_order("opened_on", "closed_on", "opened_then_closed"),
    )

    name: Mapped[str] = line("Naam", 80)
    year: Mapped[int] = number("Jaar", 2100)
    opened_on: Mapped[date] = day("Geopend op")
    answer_by: Mapped[date] = day("Antwoorden uiterlijk op")
    stopped_on: Mapped[date | None] = day("Stilgelegd op")
    closed_on: Mapped[date | None] = day("Afgesloten op")

    def is_running(self, on: date) -> bool:
        """Return whether questions can be answered on this date: opened, not stopped, not closed."""
        begun = self.opened_on <= on
        return begun and not any(day is not None and day <= on for day in (self.stopped_on, self.closed_on))

    @property
    def state(self) -> str:
        """How the round stands, in a word or two."""
        if self.closed_on is not None:
            return "afgesloten"
        return "stilgelegd" if self.stopped_on is not None else "loopt"
