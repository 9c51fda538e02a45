"""One thing that is due."""

from dataclasses import dataclass
from datetime import date

from registry.model.deadline_kind import DeadlineKind


@dataclass(frozen=True)
class DueItem:
    """Something to do by a day, or that has waited since that day.

    `subject` is what it is about, in words; `sentence` what is so; `action` what to do about it. `table` and
    `number` are the record where that is done; `school_id` is whose it is, None for the board's.
    """

    kind: DeadlineKind
    on: date
    subject: str
    sentence: str
    action: str
    table: str
    number: int
    school_id: int | None = None

    def is_overdue(self, on: date) -> bool:
        """Return whether it should have been done before this date."""
        return self.on < on
