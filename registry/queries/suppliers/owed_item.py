"""One thing that a supplier's file still lacks."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect

from registry.model.base import Record

# What the board does itself; all the rest has to come from the supplier.
BY_THE_BOARD = {
    "covenant_unchecked",
    "agreement_product_missing",
    "board_signature_missing",
    "conclusion_unknown",
    "reason_missing",
    "decision_missing",
    "privacy_annex_proposed",
    "security_annex_proposed",
    "choice_missing",
    "dpia_missing",
}


@dataclass(frozen=True)
class Owed:
    """What is missing, in one sentence, and where it is mended: `subject` is the record's table, such as "product"."""

    code: str
    sentence: str
    subject: str
    subject_id: int

    @property
    def by_the_board(self) -> bool:
        """Whether the board mends this itself, rather than asking the supplier."""
        return self.code in BY_THE_BOARD


def owed_of(record: Record, code: str, sentence: str) -> Owed:
    """Return that this is missing at the record."""
    table: Any = inspect(type(record)).local_table
    return Owed(code, sentence, table.name, record.id)
