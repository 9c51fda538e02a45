"""One thing that is due."""

from dataclasses import dataclass
from datetime import date

from registry.dutch import count
from registry.model.deadline_kind import DeadlineKind


@dataclass(frozen=True)
class DueItem:
    """Something to do by a day, or that has waited since that day.

    `subject` is what it is about, in words; `sentence` what is so; `action` what to do about it. `table` and
    `number` are the record where that is done; `school_id` is whose it is, None for the board's. `step` tells ways of
    doing it apart where a kind has more than one, such as "end" and "replace". At a weekend a planned day has moved.
    `is_doable`: whether who asked may do it; else it is told for information.
    """

    kind: DeadlineKind
    on: date
    subject: str
    sentence: str
    action: str
    table: str
    number: int
    school_id: int | None = None
    step: str = ""
    is_doable: bool = True

    def is_overdue(self, on: date) -> bool:
        """Return whether it should have been done before this date."""
        return self.on < on and not self.kind.is_waiting

    def how_long(self, on: date) -> str:
        """Return how many days there are to go, or how many it is late or has waited."""
        days = (self.on - on).days
        if days == 0:
            return "vandaag"
        if days > 0:
            return f"{count(days, 'dag', 'dagen')} te gaan"
        return (
            f"wacht al {count(-days, 'dag', 'dagen')}"
            if self.kind.is_waiting
            else f"{count(-days, 'dag', 'dagen')} te laat"
        )
