"""Rows that are refused as a whole: one holds what can be a BSN, or has more cells than there are headings."""

import re
from collections.abc import Sequence

from registry.exchange.lists.entry import Problem, Reading
from registry.exchange.lists.fields import plain
from registry.exchange.tables.table import Cell, Row, Table
from registry.identifiers import holds_national_number

_ENOUGH_DIGITS = re.compile(r"[0-9](?:[^0-9]?[0-9]){8}")
# Two dates beside each other have digits enough for a number that nobody wrote.
_DATES = re.compile(r"\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}\b|\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b")
_OTHER_NUMBERS = frozenset(("rsin", "fiscaal nummer", "rsin nummer", "oin"))  # of organisations; never taken over


class Refusing:
    """Says of each row of a table why nothing of it may be taken over; what the table itself tells is found once."""

    def __init__(self, table: Table, reading: Reading) -> None:
        self._table = table
        self._exempt = [plain(heading) in _OTHER_NUMBERS for heading in table.headings]
        self._phone = [column.field == "contact.phone" for column in reading.columns]
        width = max((place for place, heading in enumerate(table.headings, start=1) if heading), default=0)
        self._width = len(table.headings) if _is_filled_elsewhere(table, width) else width

    def why(self, row: Row) -> Problem | None:
        """Return why a row is refused, or None; the sentence never repeats what stands there."""
        for place in suspects(row.cells):
            if not self._is_exempt(place, row.cells[place]):
                where = self._table.headings[place] or f"kolom {self._table.first_column + place}"
                told = f"Rij {row.number} heeft een getal dat een BSN kan zijn. Haal het weg; de rij is niet gelezen."
                return Problem(where, told)
        if self._width < len(row.cells) and any(cell is not None for cell in row.cells[self._width :]):
            told = (
                f"Rij {row.number} heeft meer cellen dan er koppen zijn. Kijk of er een scheidingsteken te veel staat."
            )
            return Problem("", told)
        return None

    def _is_exempt(self, place: int, cell: Cell) -> bool:
        """Whether the number is one of an organisation, or a telephone number that lost its first zero."""
        return self._exempt[place] or (self._phone[place] and isinstance(cell, int))


def suspects(cells: Sequence[Cell]) -> list[int]:
    """Return the places of the cells that can hold such a number."""
    return [
        place
        for place, cell in enumerate(cells)
        # what most cells are is told apart here: a short text, nothing, a day
        if (len(cell) > 8 if type(cell) is str else isinstance(cell, int | str)) and can_be_national_number(cell)
    ]


def can_be_national_number(cell: Cell) -> bool:
    """Tell whether a cell is, or holds, nine digits that pass the 11-check."""
    if isinstance(cell, str):
        return len(cell) > 8 and bool(_ENOUGH_DIGITS.search(cell)) and holds_national_number(_DATES.sub("|", cell))
    if isinstance(cell, int):
        return 100_000_000 <= cell <= 999_999_999 and holds_national_number(str(cell))
    return False


def _is_filled_elsewhere(table: Table, width: int) -> bool:
    """Whether most rows reach past the headings: then it is a column without a heading, and no row is wrong."""
    sample = table.rows[:50]
    return sum(any(cell is not None for cell in row.cells[width:]) for row in sample) > 0.5 * len(sample)
